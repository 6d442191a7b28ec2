//! One keyword of a schema: its value checked for its type, with what a person may have meant.

use super::pattern::examine_pattern;
use super::words::{closest, describe, is_yes_or_no, list, wrong_type};
use super::{Annotations, Discriminator, Reference, SchemaLocation, ScopeId};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, SourceLocation};
use crate::keyword::{self, DEFAULT_MAPPING, Dialect, JsonType, TypeSet};
use crate::source::Value;

/// One member of a schema object, and the checks of its value.
pub(super) struct Keyword<'a> {
    pub at: SchemaLocation,
    pub scope: ScopeId,
    pub name: &'a str,
    pub value: &'a Value,
}

impl<'a> Keyword<'a> {
    pub(super) fn string(&self, out: &mut Diagnostics) -> Option<String> {
        self.expect("a string", out, Value::as_str)
            .map(str::to_owned)
    }

    pub(super) fn boolean(&self, out: &mut Diagnostics) -> Option<bool> {
        self.expect("`true` or `false`", out, Value::as_bool)
    }

    /// What a type or a member is to be called in Rust.
    pub(super) fn rust_name(&self, out: &mut Diagnostics) {
        self.string(out);
    }

    /// Whether a value must not be shown. What is no answer is taken for a yes.
    pub(super) fn mark(&self, out: &mut Diagnostics) {
        if !self.value.is_boolean() {
            out.push(
                Diagnostic::warning(
                    Code::IgnoredKeyword,
                    self.at.value(),
                    format!("`{}` must be `true` or `false`", self.name),
                )
                .label(format!("found {}: taken for `true`", describe(self.value)))
                .help("write `true` for a value that must not be shown"),
            );
        }
    }

    /// A map of lists of strings.
    pub(super) fn lists_of_strings(&self, out: &mut Diagnostics) -> bool {
        let Some(members) = self.object(out) else {
            return false;
        };
        let before = out.len();
        for (name, value) in members {
            let what = format!("{}/{name}", self.name);
            Keyword {
                at: self.at.join(name),
                scope: self.scope,
                name: &what,
                value,
            }
            .strings(out);
        }
        out.len() == before
    }

    /// A number above zero.
    pub(super) fn positive(&self, out: &mut Diagnostics) -> bool {
        if !self.number(out) {
            return false;
        }
        let positive = self.value.as_f64().is_some_and(|number| number > 0.0);
        if !positive {
            out.push(
                Diagnostic::error(
                    Code::WrongKeywordType,
                    self.at.value(),
                    format!("`{}` must be above zero", self.name),
                )
                .label(format!("found {}", describe(self.value)))
                .help("give the step between the numbers, such as `0.01` or `5`"),
            );
        }
        positive
    }

    pub(super) fn number(&self, out: &mut Diagnostics) -> bool {
        self.expect("a number", out, |value| value.as_number())
            .is_some()
    }

    /// A count: an integer that is not negative.
    pub(super) fn length(&self, out: &mut Diagnostics) -> Option<u64> {
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

    pub(super) fn object(
        &self,
        out: &mut Diagnostics,
    ) -> Option<&'a serde_json::Map<String, Value>> {
        self.expect("an object", out, Value::as_object)
    }

    fn expect<T>(
        &self,
        wanted: &str,
        out: &mut Diagnostics,
        get: impl FnOnce(&'a Value) -> Option<T>,
    ) -> Option<T> {
        let got = get(self.value);
        if got.is_none() {
            let what = format!("`{}`", self.name);
            let diagnostic = wrong_type(self.at.value(), &what, wanted, self.value);
            out.push(match self.habit() {
                Some(help) => diagnostic.help(help),
                None => diagnostic,
            });
        }
        got
    }

    /// How to say what an older dialect, or another place, spells like this.
    fn habit(&self) -> Option<String> {
        let said = match self.value {
            Value::Bool(said) => Some(*said),
            Value::String(word) if is_yes_or_no(word) => {
                Some(word.to_ascii_lowercase().starts_with('y'))
            }
            _ => None,
        };
        match (self.name, said) {
            ("required", Some(required)) => {
                let (schema, _) = self.at.pointer.parent()?;
                let member = schema.last()?;
                let is_member = schema
                    .parent()?
                    .0
                    .last()
                    .is_some_and(|holder| holder == "properties");
                Some(match (is_member, required) {
                    (true, true) => format!(
                        "remove it here, and list the member in the object that has it: `required: [{member}]`"
                    ),
                    (true, false) => {
                        "remove it: a member is optional unless the object that has it lists it in `required`".to_owned()
                    }
                    (false, _) => "list the names of the members that have to be there: `required: [name]`".to_owned(),
                })
            }
            ("exclusiveMinimum" | "exclusiveMaximum", Some(_)) => {
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

    pub(super) fn strings(&self, out: &mut Diagnostics) -> Vec<String> {
        let Some(values) = self.expect("a list of strings", out, Value::as_array) else {
            return Vec::new();
        };
        let mut strings: Vec<String> = Vec::with_capacity(values.len());
        for (index, value) in values.iter().enumerate() {
            match value.as_str() {
                Some(text) if strings.iter().any(|known| known == text) => {}
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

    pub(super) fn types(&self, out: &mut Diagnostics) -> Option<TypeSet> {
        match self.value {
            Value::String(word) => Self::one_type(word, &self.at, out).map(TypeSet::only),
            Value::Array(words) => {
                let mut types = Vec::with_capacity(words.len());
                for (index, word) in words.iter().enumerate() {
                    let at = self.at.join(&index.to_string());
                    match word.as_str() {
                        Some(word) => types.extend(Self::one_type(word, &at, out)),
                        None => out.push(
                            wrong_type(at.value(), "each entry of `type`", "a string", word).help(
                                if word.is_null() {
                                    // Without quotes it is not the word, to YAML.
                                    "put the word in quotes: `'null'`".to_owned()
                                } else {
                                    format!(
                                        "the types are {}",
                                        list(&JsonType::ALL.map(JsonType::as_str))
                                    )
                                },
                            ),
                        ),
                    }
                }
                if words.is_empty() {
                    out.push(
                        Diagnostic::error(
                            Code::WrongKeywordType,
                            self.at.value(),
                            "`type` needs at least one type",
                        )
                        .label("this list is empty")
                        .help("remove `type` to accept any JSON value"),
                    );
                }
                Some(types.into_iter().collect())
            }
            other => {
                let names = JsonType::ALL.map(JsonType::as_str);
                out.push(
                    wrong_type(
                        self.at.value(),
                        "`type`",
                        "a string or a list of strings",
                        other,
                    )
                    .help(format!("the types are {}", list(&names))),
                );
                None
            }
        }
    }

    fn one_type(word: &str, at: &SchemaLocation, out: &mut Diagnostics) -> Option<JsonType> {
        let ty = JsonType::parse(word);
        if ty.is_none() {
            let names = JsonType::ALL.map(JsonType::as_str);
            let help = match closest(word, &names) {
                Some(name) => format!("did you mean `{name}`?"),
                None => format!("the types are {}", list(&names)),
            };
            out.push(
                Diagnostic::error(
                    Code::WrongKeywordType,
                    at.value(),
                    format!("`{word}` is not a JSON type"),
                )
                .label("no such type")
                .help(help),
            );
        }
        ty
    }

    pub(super) fn discriminator(&self, out: &mut Diagnostics) -> Option<Discriminator> {
        let members = self.object(out)?;
        let Some(member) = members.get("propertyName").and_then(Value::as_str) else {
            out.push(
                Diagnostic::error(
                    Code::WrongKeywordType,
                    self.at.value(),
                    "`discriminator` needs a `propertyName`",
                )
                .label("`propertyName` is missing or is not a string")
                .help("name the member that tells the branches apart: `propertyName: type`"),
            );
            return None;
        };
        let mut mapping = Vec::new();
        if let Some(value) = members.get("mapping") {
            let at = self.at.join("mapping");
            match value.as_object() {
                Some(entries) => {
                    for (tag, target) in entries {
                        match target.as_str() {
                            Some(_) => mapping.push((
                                tag.clone(),
                                Reference {
                                    at: at.join(tag),
                                    target: None,
                                },
                            )),
                            None => out.push(wrong_type(
                                at.join(tag).value(),
                                "each entry of `mapping`",
                                "a string",
                                target,
                            )),
                        }
                    }
                }
                None => out.push(wrong_type(at.value(), "`mapping`", "an object", value)),
            }
        }
        let default = members.get(DEFAULT_MAPPING).and_then(|value| {
            let at = self.at.join(DEFAULT_MAPPING);
            if !value.is_string() {
                let what = format!("`{DEFAULT_MAPPING}`");
                out.push(wrong_type(at.value(), &what, "a string", value));
                return None;
            }
            Some(Reference { at, target: None })
        });
        Some(Discriminator {
            member: member.to_owned(),
            mapping,
            default,
        })
    }

    pub(super) fn annotation(&self, annotations: &mut Annotations, out: &mut Diagnostics) {
        match self.name {
            "title" => annotations.title = self.string(out),
            "description" => annotations.description = self.string(out),
            "default" => annotations.default = Some(self.value.clone()),
            "example" => annotations.examples.push(self.value.clone()),
            "examples" => match self.value {
                // A map of named examples is OpenAPI's form beside schemas; it is read as a list.
                Value::Object(named) => annotations.examples.extend(named.values().cloned()),
                _ => annotations
                    .examples
                    .extend(self.array(out).into_iter().flatten().cloned()),
            },
            "deprecated" => annotations.deprecated = self.boolean(out).unwrap_or(false),
            "readOnly" => annotations.read_only = self.boolean(out).unwrap_or(false),
            "writeOnly" => annotations.write_only = self.boolean(out).unwrap_or(false),
            "contentEncoding" => annotations.content_encoding = self.string(out),
            "externalDocs" => {
                let url = self.object(out).and_then(|docs| docs.get("url")?.as_str());
                let about = self.value.get("description").and_then(Value::as_str);
                annotations.external_docs =
                    url.map(|url| (url.to_owned(), about.map(str::to_owned)));
            }
            _ => {}
        }
    }

    pub(super) fn unknown(&self) -> Diagnostic {
        let diagnostic = Diagnostic::warning(
            Code::IgnoredKeyword,
            self.at.key(),
            format!("`{}` is not a keyword of JSON Schema or OpenAPI", self.name),
        )
        .label("this is ignored");
        // What other dialects, and programs, call a keyword.
        let other = match self.name {
            "nullable" => Some("add `null` to the types: `type: [string, 'null']`"),
            "divisibleBy" => Some("write `multipleOf`"),
            "extends" => Some("write `allOf`, with a list of schemas"),
            "disallow" => Some("write `not: {type: …}`"),
            "id" => Some("write `$id`"),
            "unique" => Some("write `uniqueItems`"),
            "optional" | "mandatory" => Some(
                "list the names of mandatory members in the object that has them: `required: [name]`",
            ),
            _ => None,
        };
        if let Some(help) = other {
            return diagnostic.help(help);
        }
        match closest(self.name, &keyword::names_in(Dialect::OpenApi31)) {
            Some(name) => diagnostic.help(format!("did you mean `{name}`?")),
            None => diagnostic.help(format!(
                "remove it, or spell it `x-{}` to mark it as an extension",
                self.name.trim_start_matches('$')
            )),
        }
    }
}

/// The diagnostic for a pattern that is one in other dialects only. What is of no use at all has been
/// left out before.
pub(super) fn examine(text: &str, place: SourceLocation, what: &str) -> Option<Diagnostic> {
    let fault = examine_pattern(text)?;
    let diagnostic = Diagnostic::warning(
        Code::InvalidPattern,
        place,
        format!("{what} is not a regular expression of ECMA-262, which JSON Schema asks for"),
    )
    .note("other programs may refuse it, or read it otherwise");
    Some(diagnostic.label(fault.what).help(fault.help))
}
