//! Turns the keyword `discriminator` into its parts.

use super::Discriminator;
use super::member::Member;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, wrong_type};
use crate::keyword::DEFAULT_MAPPING;
use crate::location::SchemaLocation;
use crate::source::Value;

impl Member<'_> {
    pub(super) fn discriminator(
        &self,
        out: &mut Diagnostics,
    ) -> Option<Discriminator<SchemaLocation>> {
        let members = self.object(out)?;
        let Some(member) = members.get("propertyName").and_then(Value::as_str) else {
            let message = "`discriminator` needs a `propertyName`";
            out.push(
                Diagnostic::error(Code::WrongKeywordType, self.at.value(), message)
                    .label("`propertyName` is missing or is not a string")
                    .help("name the member that has the tag: `propertyName: type`"),
            );
            return None;
        };
        let default = members.get(DEFAULT_MAPPING).and_then(|value| {
            let at = self.at.join(DEFAULT_MAPPING);
            text_at(at, value, &format!("`{DEFAULT_MAPPING}`"), out)
        });
        Some(Discriminator {
            member: member.to_owned(),
            mapping: self.mapping(members.get("mapping"), out),
            default,
        })
    }

    fn mapping(
        &self,
        value: Option<&Value>,
        out: &mut Diagnostics,
    ) -> Vec<(String, SchemaLocation)> {
        let Some(value) = value else {
            return Vec::new();
        };
        let at = self.at.join("mapping");
        let Some(entries) = value.as_object() else {
            out.push(wrong_type(at.value(), "`mapping`", "an object", value));
            return Vec::new();
        };
        let entries = entries.iter().filter_map(|(tag, target)| {
            let at = text_at(at.join(tag), target, "each entry of `mapping`", out)?;
            Some((tag.clone(), at))
        });
        entries.collect()
    }
}

/// The location, if its value is a string.
fn text_at(
    at: SchemaLocation,
    value: &Value,
    what: &str,
    out: &mut Diagnostics,
) -> Option<SchemaLocation> {
    if value.is_string() {
        return Some(at);
    }
    out.push(wrong_type(at.value(), what, "a string", value));
    None
}
