//! Turns the keyword `type` into a set of types.

use super::member::Member;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, closest, list, wrong_type};
use crate::keyword::{JsonType, TypeSet};
use crate::location::SchemaLocation;
use crate::source::Value;

impl Member<'_> {
    /// A JSON type or a list of them.
    pub(super) fn types(&self, out: &mut Diagnostics) -> Option<TypeSet> {
        match self.value {
            Value::String(word) => one_type(word, &self.at, out).map(TypeSet::only),
            Value::Array(words) => {
                if words.is_empty() {
                    let message = "`type` needs at least one type";
                    out.push(
                        Diagnostic::error(Code::WrongKeywordType, self.at.value(), message)
                            .label("this list is empty")
                            .help("remove `type` to accept any JSON value"),
                    );
                }
                let words = words.iter().enumerate();
                let types = words.filter_map(|(index, word)| {
                    let at = self.at.join(&index.to_string());
                    if let Some(word) = word.as_str() {
                        return one_type(word, &at, out);
                    }
                    let what = "each entry of `type`";
                    let diagnostic = wrong_type(at.value(), what, "a string", word);
                    out.push(diagnostic.help(known_types()));
                    None
                });
                Some(types.collect())
            }
            other => {
                let wanted = "a string or a list of strings";
                let diagnostic = wrong_type(self.at.value(), "`type`", wanted, other);
                out.push(diagnostic.help(known_types()));
                None
            }
        }
    }
}

fn one_type(word: &str, at: &SchemaLocation, out: &mut Diagnostics) -> Option<JsonType> {
    let ty = JsonType::parse(word);
    if ty.is_none() {
        let help = match closest(word, &JsonType::ALL.map(JsonType::as_str)) {
            Some(name) => format!("did you mean `{name}`?"),
            None => known_types(),
        };
        let message = format!("`{word}` is not a JSON type");
        out.push(
            Diagnostic::error(Code::WrongKeywordType, at.value(), message)
                .label("no such type")
                .help(help),
        );
    }
    ty
}

fn known_types() -> String {
    let names = JsonType::ALL.map(JsonType::as_str);
    format!("the types are {}", list(&names))
}
