//! Turns problems of the text of a document into diagnostics.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use super::Pointer;
use super::range::first_line;
use crate::diagnostic::{Code, Diagnostic, SourceLocation, visible};

/// Something that is wrong with the text of a document.
#[derive(Debug)]
pub(super) struct Problem {
    pub(super) kind: Kind,
    pub(super) range: Range<usize>,
    /// The way to the value, where the document can be read beyond it.
    pub(super) pointer: Option<Pointer>,
    /// A second place, and what is there.
    pub(super) context: Option<(Range<usize>, &'static str)>,
}

/// The kinds of [`Problem`].
#[derive(Debug, PartialEq)]
pub(super) enum Kind {
    /// Nothing, or nothing but white space and comments.
    Empty,
    /// JSON's grammar is broken.
    JsonSyntax { message: String, help: &'static str },
    /// YAML's grammar is broken.
    YamlSyntax {
        message: String,
        label: &'static str,
        help: &'static str,
    },
    /// There is text after the end of the document.
    TrailingText,
    /// A character that YAML does not allow.
    ControlCharacter,
    /// A second document.
    SeveralDocuments,
    /// A key that is a list or a mapping.
    ComplexKey,
    /// More than [`MAX_DEPTH`](super::compose::MAX_DEPTH) collections within each other.
    TooDeep,
    /// An alias within the value that it stands for.
    AliasOfItself,
    /// Aliases that stand for more than can be held.
    AliasExpansion,
    /// An alias without an anchor before it.
    UnknownAnchor,
    /// A key that was there before.
    DuplicateKey { key: String, first: Range<usize> },
    /// A tag that is not one of YAML's core schema.
    UnknownTag,
    /// A value that contradicts its tag.
    WrongTag,
    /// `.inf` or `.nan`.
    NotFinite,
    /// A number beyond the range of a 64-bit float.
    NumberTooLarge,
    /// A merge key with something other than a mapping or a list of mappings.
    Merge,
}

impl Problem {
    pub(super) fn new(kind: Kind, range: Range<usize>) -> Problem {
        Problem {
            kind,
            range,
            pointer: None,
            context: None,
        }
    }

    /// The diagnostic.
    pub(super) fn diagnostic(self, path: &Path, text: &Arc<str>) -> Diagnostic {
        let at = |range: Range<usize>| SourceLocation::InlineText {
            path: path.to_owned(),
            text: Arc::clone(text),
            range: first_line(text, range),
        };
        let found = text.get(self.range.clone()).unwrap_or_default();
        let location = match self.kind {
            Kind::Empty => SourceLocation::File(path.to_owned()),
            _ => at(self.range.clone()),
        };
        let error = |code, message: &str| Diagnostic::error(code, location, message);
        let mut diagnostic = match self.kind {
            Kind::Empty => error(Code::EmptyDocument, &format!("`{}` has no content", path.display()))
                .help("write the schema into it, or name another file"),
            Kind::JsonSyntax { message, help } => {
                error(Code::JsonSyntax, &format!("this is not valid JSON: {message}"))
                    .label(if found.is_empty() { "the text ends here" } else { "the reader stopped here" })
                    .help(help)
            }
            Kind::YamlSyntax { message, label, help } => {
                error(Code::YamlSyntax, &format!("this is not valid YAML: {message}"))
                    .label(label)
                    .help(help)
            }
            Kind::TrailingText => error(
                Code::YamlSyntax,
                "this is not valid YAML: there is text after the end of the document",
            )
            .label("the document has ended before this")
            .help("look for a missing quote, or for text after a closing bracket"),
            Kind::ControlCharacter => {
                let shown: String = found.chars().flat_map(char::escape_unicode).collect();
                error(Code::ControlCharacter, "the document has a character YAML does not allow")
                    .label(format!("the character `{shown}`"))
                    .help("remove it; where it is meant, write it as an escape in double quotes")
            }
            Kind::SeveralDocuments => {
                error(Code::SeveralDocuments, "the file holds more than one YAML document")
                    .label("a second document starts here")
                    .help("keep one document per file, and remove this `---`")
            }
            Kind::ComplexKey => error(Code::ComplexKey, "a key is a list or a mapping")
                .label("JSON, and so a schema, has only text as keys")
                .help("if `{...}` or `[...]` is meant as text, put it in quotes"),
            Kind::TooDeep => error(Code::TooDeep, "the document is nested too deeply")
                .label("more than 128 levels deep here")
                .help("move inner parts into definitions of their own and refer to them with `$ref`"),
            Kind::AliasOfItself => error(Code::TooDeep, "an alias is part of the value it stands for")
                .label("this would be nested without end")
                .help("refer to a definition with `$ref` instead: it may contain itself"),
            Kind::AliasExpansion => {
                error(Code::AliasExpansion, "the document's aliases stand for too much")
                    .label("with this alias, the document multiplies beyond any reasonable size")
                    .help("use `$ref` instead of aliases that contain aliases: it is never copied")
            }
            Kind::UnknownAnchor => error(Code::UnknownAnchor, "an alias has no anchor")
                .label(format!("`{}` is not defined before this", found.replacen('*', "&", 1)))
                .help("write the anchor before its aliases; if `*` is meant as text, put it in quotes"),
            Kind::DuplicateKey { key, first } => {
                error(Code::DuplicateKey, &format!("the key `{}` is given twice", visible(&key)))
                    .label("given again here")
                    .also(at(first), "first given here")
                    .help(if key == "<<" {
                        "merge several mappings with one list: `<<: [*first, *second]`"
                    } else {
                        "remove one of them, or give it another name"
                    })
            }
            Kind::UnknownTag => error(
                Code::UnknownTag,
                &format!("the YAML tag `{found}` has no meaning in a schema"),
            )
            .label("this tag is not one of YAML's core schema")
            .help("remove the tag; if `!` is meant as text, put it in quotes"),
            Kind::WrongTag => error(Code::UnknownTag, "a value contradicts its YAML tag")
                .label("the tag and the value contradict each other")
                .help("remove the tag, or correct the value"),
            Kind::NotFinite => error(Code::NotANumber, &format!("`{found}` is not a number in JSON"))
                .label("a JSON document cannot contain this value")
                .help("leave the keyword out if there is no bound; put it in quotes if it is text"),
            Kind::NumberTooLarge => error(
                Code::NotANumber,
                &format!("`{}` is too large for a number", visible(found)),
            )
            .label("beyond the range of a 64-bit float, about 1.8e308")
            .help("leave the keyword out if there is no bound; put it in quotes if it is text"),
            Kind::Merge => {
                error(Code::InvalidMerge, "a merge key needs a mapping, or a list of mappings")
                    .label("this is not a mapping")
                    .help("give it an alias: `<<: *name`; if `<<` is meant as a key, put it in quotes")
            }
        };
        if let Some(pointer) = self.pointer {
            diagnostic = diagnostic.note(format!("at #{}", visible(pointer.as_str())));
        }
        match self.context {
            Some((range, what)) => diagnostic.also(at(range), what),
            None => diagnostic,
        }
    }
}
