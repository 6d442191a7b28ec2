//! One member of a schema object, and checks of its value.

use std::collections::HashSet;

use serde_json::Map;

use crate::diagnostic::{
    Code, Diagnostic, Diagnostics, SourceLocation, describe, is_yes_or_no, wrong_type,
};
use crate::keyword::JsonType;
use crate::location::SchemaLocation;
use crate::pattern::examine_pattern;
use crate::source::Value;

/// A member of a schema object.
pub(super) struct Member<'a> {
    pub at: SchemaLocation,
    pub name: &'a str,
    pub value: &'a Value,
}

impl<'a> Member<'a> {
    pub(super) fn string(&self, out: &mut Diagnostics) -> Option<String> {
        self.expect("a string", out, Value::as_str)
            .map(str::to_owned)
    }

    pub(super) fn boolean(&self, out: &mut Diagnostics) -> Option<bool> {
        self.expect("`true` or `false`", out, Value::as_bool)
    }

    pub(super) fn number(&self, out: &mut Diagnostics) -> bool {
        let number = self.expect("a number", out, |value| value.as_number());
        number.is_some()
    }

    /// A number above zero.
    pub(super) fn positive(&self, out: &mut Diagnostics) -> bool {
        if !self.number(out) {
            return false;
        }
        let is_positive = self.value.as_f64().is_some_and(|number| number > 0.0);
        if !is_positive {
            let message = format!("`{}` must be above zero", self.name);
            out.push(
                Diagnostic::error(Code::WrongKeywordType, self.at.value(), message)
                    .label(format!("found {}", describe(self.value)))
                    .help("give the step between the numbers, such as `0.01` or `5`"),
            );
        }
        is_positive
    }

    /// An integer that is not negative.
    pub(super) fn count(&self, out: &mut Diagnostics) -> Option<u64> {
        self.expect("an integer that is not negative", out, |value| {
            value.as_u64().or_else(|| {
                let float = value.as_f64()?;
                (float >= 0.0 && float.fract() == 0.0 && float < 2f64.powi(53)).then(|| {
                    #[expect(
                        clippy::cast_possible_truncation,
                        clippy::cast_sign_loss,
                        reason = "the line above leaves only integers from 0 to 2^53"
                    )]
                    let count = float as u64;
                    count
                })
            })
        })
    }

    pub(super) fn array(&self, out: &mut Diagnostics) -> Option<&'a Vec<Value>> {
        self.expect("a list", out, Value::as_array)
    }

    pub(super) fn object(&self, out: &mut Diagnostics) -> Option<&'a Map<String, Value>> {
        self.expect("an object", out, Value::as_object)
    }

    /// A list of strings; duplicates are left out.
    pub(super) fn strings(&self, out: &mut Diagnostics) -> Vec<String> {
        let values = self.expect("a list of strings", out, Value::as_array);
        let mut strings = Vec::new();
        let mut seen = HashSet::new();
        for (index, value) in values.into_iter().flatten().enumerate() {
            match value.as_str() {
                Some(text) if !seen.insert(text) => {}
                Some(text) => strings.push(text.to_owned()),
                None => {
                    let at = self.at.join(&index.to_string());
                    let what = format!("each entry of `{}`", self.name);
                    out.push(wrong_type(at.value(), &what, "a string", value));
                }
            }
        }
        strings
    }

    /// A map of lists of strings.
    pub(super) fn lists_of_strings(&self, out: &mut Diagnostics) -> bool {
        let Some(members) = self.object(out) else {
            return false;
        };
        let before = out.len();
        for (name, value) in members {
            let entry = Member {
                at: self.at.join(name),
                name: &format!("{}/{name}", self.name),
                value,
            };
            entry.strings(out);
        }
        out.len() == before
    }

    /// A regular expression.
    pub(super) fn pattern(&self, out: &mut Diagnostics) -> bool {
        let text = self.string(out);
        if let Some(text) = &text {
            let at = |position| self.at.character(position);
            out.extend(foreign_pattern(text, at, "`pattern`"));
        }
        text.is_some()
    }

    /// Names that are regular expressions.
    pub(super) fn check_patterns_of_names(&self, out: &mut Diagnostics) {
        for (name, _) in self.value.as_object().into_iter().flatten() {
            let location = self.at.join(name).key();
            let what = "this name in `patternProperties`";
            out.extend(foreign_pattern(name, |_| location, what));
        }
    }

    fn expect<T>(
        &self,
        wanted: &str,
        out: &mut Diagnostics,
        get: impl FnOnce(&'a Value) -> Option<T>,
    ) -> Option<T> {
        let value = get(self.value);
        if value.is_none() {
            let what = format!("`{}`", self.name);
            let diagnostic = wrong_type(self.at.value(), &what, wanted, self.value);
            out.push(match self.spelled_otherwise() {
                Some(help) => diagnostic.help(help),
                None => diagnostic,
            });
        }
        value
    }

    /// How to write a flag that an older dialect, or another object, has under this name.
    fn spelled_otherwise(&self) -> Option<String> {
        let flag = match self.value {
            Value::Bool(flag) => *flag,
            Value::String(word) if is_yes_or_no(word) => word.to_ascii_lowercase().starts_with('y'),
            _ => return None,
        };
        match self.name {
            "required" => {
                let (schema, _) = self.at.pointer.parent()?;
                let property = schema.last()?;
                let (outer, _) = schema.parent()?;
                let is_property = outer.last().is_some_and(|name| name == "properties");
                Some(match (is_property, flag) {
                    (true, true) => format!(
                        "remove it here, and list the property in its object: `required: [{property}]`"
                    ),
                    (true, false) => {
                        "remove it: a property is optional unless its object lists it in `required`"
                            .to_owned()
                    }
                    (false, _) => {
                        "list the names of required members: `required: [name]`".to_owned()
                    }
                })
            }
            "exclusiveMinimum" | "exclusiveMaximum" => {
                let bound = if self.name == "exclusiveMinimum" {
                    "minimum"
                } else {
                    "maximum"
                };
                Some(format!("write the bound itself here, and remove `{bound}`"))
            }
            _ => None,
        }
    }
}

/// The diagnostic for a pattern that only other dialects of regular expressions have. The upgrade has left out
/// what is not a pattern at all.
fn foreign_pattern(
    text: &str,
    location: impl FnOnce(usize) -> SourceLocation,
    what: &str,
) -> Option<Diagnostic> {
    let fault = examine_pattern(text)?;
    let location = location(fault.position);
    let message =
        format!("{what} is not a regular expression of ECMA-262, which JSON Schema asks for");
    let diagnostic = Diagnostic::warning(Code::InvalidPattern, location, message)
        .label(fault.what)
        .note("other programs may refuse it, or read it otherwise")
        .help(fault.help);
    Some(diagnostic)
}

/// The diagnostic for a value that is not a schema.
pub(super) fn not_a_schema(at: &SchemaLocation, found: &Value) -> Diagnostic {
    let keyword = at.pointer.last().unwrap_or_default();
    let what = match &*keyword {
        "items" | "additionalProperties" | "not" | "contains" | "propertyNames" => {
            format!("`{keyword}`")
        }
        _ => "a schema".to_owned(),
    };
    let diagnostic = wrong_type(at.value(), &what, "an object or a boolean", found);
    match found {
        // Tools that replace each `$ref` by its target wherever it is accept this.
        Value::String(_) if keyword == "$ref" => diagnostic
            .note("in a map of schemas, `$ref` is a name like any other")
            .help("refer to a schema with these members, beside the map: `allOf: [{ $ref: … }]`"),
        Value::Null => diagnostic.help("write `{}` to accept any value"),
        Value::Array(_) if keyword == "items" => {
            diagnostic.help("list the schemas of single elements under `prefixItems`")
        }
        Value::String(word) if JsonType::parse(word).is_some() => {
            diagnostic.help(format!("write `{{type: {word}}}`"))
        }
        Value::String(word) if word == "true" || word == "false" => {
            diagnostic.help(format!("remove the quotes: `{word}`"))
        }
        _ => diagnostic.help("write a schema, as in `{type: string}`"),
    }
}
