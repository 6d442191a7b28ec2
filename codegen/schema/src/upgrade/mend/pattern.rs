//! Removes regular expressions that strict reading cannot use, with a warning.

use super::{Mend, left_out};
use crate::diagnostic::Code;
use crate::pattern::examine_pattern;
use crate::source::{Part, Value};
use crate::upgrade::rewrite::Rewrite;

pub(super) fn pattern(value: &Value) -> Option<Mend> {
    let Value::String(text) = value else {
        return Some(left_out("pattern", value, "a string"));
    };
    unusable("`pattern`", text)
}

/// The diagnostic for a pattern that strict reading cannot use.
fn unusable(what: &str, text: &str) -> Option<Mend> {
    let fault = examine_pattern(text).filter(|fault| !fault.is_usable)?;
    let problem = if fault.is_broken {
        "is not a regular expression"
    } else {
        "is a regular expression that strict reading cannot use"
    };
    Some(Mend {
        code: Code::InvalidPattern,
        part: Part::Character(fault.position),
        read: None,
        message: format!("{what} {problem}: it is ignored"),
        label: fault.what,
        help: fault.help,
    })
}

/// Leaves out unusable patterns among the names of `patternProperties`. Then it is unknown which members are
/// additional or unevaluated, so the keywords for those are left out as well.
pub(super) fn drop_unusable_names(schema: &mut Rewrite<'_>) {
    let Some(Value::Object(patterns)) = schema.members.get("patternProperties") else {
        return;
    };
    let unusable = patterns
        .keys()
        .filter_map(|name| Some((name.clone(), unusable("this name", name)?)));
    let unusable: Vec<(String, Mend)> = unusable.collect();
    if unusable.is_empty() {
        return;
    }
    let mut patterns = patterns.clone();
    let at = schema.at.join("patternProperties");
    for (name, mend) in unusable {
        patterns.shift_remove(&name);
        let at = (at.join(&name), Part::Key);
        schema
            .warnings
            .add(mend.code, at, &mend.message, &mend.label, &mend.help);
        for keyword in ["additionalProperties", "unevaluatedProperties"] {
            schema.ignore(keyword, mend.message.as_str());
        }
    }
    schema.set("patternProperties", Value::Object(patterns));
}

/// Whether strict reading cannot use one of the names of `patternProperties`.
pub(super) fn has_unusable_name(patterns: &Value) -> bool {
    let names = patterns.as_object().into_iter().flatten();
    names
        .into_iter()
        .any(|(name, _)| unusable("", name).is_some())
}
