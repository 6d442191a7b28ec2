//! Reads YAML 1.2 by the events of `granit_parser`.

use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, Span, Tag};

use super::collection::Collection;
use super::compose::{Composer, MAX_DEPTH, Reading, Scalar};
use super::mapping::Mapping;
use super::problem::{Kind, Problem};
use super::{core, yaml_error};

/// Reads the text as YAML.
pub(super) fn read(text: &str) -> Reading<'_> {
    let mut composer = Composer::new(text);
    let end = compose(text, &mut composer);
    composer.finish(end)
}

fn compose<'t>(source: &'t str, composer: &mut Composer<'t>) -> Result<(), Problem> {
    let options = granit_parser::options! {
        // Block text that the file ends in has no line break at its end.
        block_scalar_eof_without_line_feed: true,
        emit_unresolved_aliases: true,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    };
    let mut documents = 0;
    for event in Parser::new_from_str_with_options(source, options) {
        let (event, span) = event.map_err(|error| yaml_error::problem(source, &error, composer))?;
        let range = span.byte_range().unwrap_or_default();
        match event {
            Event::DocumentStart(..) => {
                documents += 1;
                if documents > 1 {
                    return Err(Problem::new(Kind::SeveralDocuments, range));
                }
            }
            Event::SequenceStart(_, anchor, tag) => {
                note_wrong_tag(composer, tag.as_deref(), "seq", &span);
                composer.open(Collection::Sequence(Vec::new()), range, anchor)?;
            }
            Event::MappingStart(_, anchor, tag) => {
                note_wrong_tag(composer, tag.as_deref(), "map", &span);
                composer.open(Collection::Mapping(Mapping::default()), range, anchor)?;
            }
            Event::SequenceEnd | Event::MappingEnd => composer.close(),
            Event::Scalar(text, style, anchor, tag) => {
                let is_plain = style == ScalarStyle::Plain;
                let is_written = !is_plain || !range.is_empty();
                let scalar = Scalar {
                    is_merge: is_plain && &*text == "<<",
                    // The parser has `~` for a value that is not written.
                    text: if is_written { text } else { "".into() },
                    range: without_indentation(source, range, style),
                    anchor,
                };
                compose_scalar(composer, scalar, is_plain, tag.as_deref(), &span);
            }
            Event::Alias(anchor) => composer.alias(anchor, range)?,
            Event::UnresolvedAlias(_) => composer.unknown_alias(range),
            _ => {}
        }
    }
    Ok(())
}

fn compose_scalar<'t>(
    composer: &mut Composer<'t>,
    scalar: Scalar<'t>,
    is_plain: bool,
    tag: Option<&Tag>,
    span: &Span,
) {
    match tag.map(|tag| (tag, core_name(tag, "str"))) {
        None if is_plain => composer.scalar(scalar, core::plain),
        None => composer.scalar(scalar, core::text),
        Some((_, Some(name))) => composer.scalar(scalar, |text| core::tagged(name, text)),
        // It says what `<<` is anyway.
        Some((tag, None)) if scalar.is_merge && tag.original() == "!!merge" => {
            composer.scalar(scalar, core::text);
        }
        Some((_, None)) => {
            composer.note(Kind::UnknownTag, tag_range(span));
            composer.scalar(scalar, core::text);
        }
    }
}

/// Notes the tag of a list or a mapping that says anything else.
fn note_wrong_tag(composer: &mut Composer<'_>, tag: Option<&Tag>, own: &str, span: &Span) {
    match tag.map(|tag| core_name(tag, own)) {
        None => {}
        Some(Some(name)) if name == own => {}
        Some(Some(_)) => composer.note(Kind::WrongTag, tag_range(span)),
        Some(None) => composer.note(Kind::UnknownTag, tag_range(span)),
    }
}

/// The name of the tag in the core schema, if it has one; a mere `!` names the node's kind, which
/// is text for a scalar.
fn core_name<'a>(tag: &'a Tag, of_kind: &'a str) -> Option<&'a str> {
    match tag.parts() {
        ("", "!") => Some(of_kind),
        _ => tag.core_suffix(),
    }
}

fn tag_range(span: &Span) -> Range<usize> {
    let range = span.tag_span().and_then(|tag| tag.byte_range());
    range.or_else(|| span.byte_range()).unwrap_or_default()
}

/// Block text begins with the first line that is not blank; empty if all lines are blank.
fn without_indentation(source: &str, range: Range<usize>, style: ScalarStyle) -> Range<usize> {
    if !matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) {
        return range;
    }
    let text = source.get(range.clone()).unwrap_or_default();
    let blank = text.len() - text.trim_start().len();
    range.start + blank..range.start + blank + text.trim().len()
}
