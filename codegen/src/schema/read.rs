//! Values to [`Schema`]s: each keyword's value is checked for its type, sub-schemas are queued.
//!
//! Nothing stops at the first problem: a keyword whose value is wrong is reported and left out, so
//! that one run reports all of them.

use std::collections::{HashMap, VecDeque};

use indexmap::IndexMap;

use super::keywords::{self, Effect};
use super::pattern::{self, Fault};
use super::{
    Annotations, Arena, At, Discriminator, JsonType, MARKS, Reference, Schema, SchemaId, ScopeId,
    Scopes, TypeSet,
};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::names::is_plain_ident;
use crate::source::Value;

/// Reads schemas into an [`Arena`], each place once.
#[derive(Debug, Default)]
pub(crate) struct Reader<'a> {
    arena: Arena,
    by_place: HashMap<(At, ScopeId), SchemaId>,
    scopes: Scopes,
    queue: VecDeque<(SchemaId, &'a Value)>,
}

impl<'a> Reader<'a> {
    /// A reader that tells these scopes apart.
    pub(crate) fn new(scopes: Scopes) -> Self {
        Self {
            scopes,
            ..Self::default()
        }
    }

    /// The schema at a place that a reference, or a name, leads to; it is read when
    /// [`run`](Self::run) is called next. `resource` is the root of the resource that it is in.
    pub(crate) fn referred(
        &mut self,
        at: At,
        value: &'a Value,
        scope: ScopeId,
        resource: &At,
    ) -> SchemaId {
        let scope = self.scopes.referred(scope, &at, resource);
        self.schema(at, value, scope)
    }

    fn schema(&mut self, at: At, value: &'a Value, scope: ScopeId) -> SchemaId {
        let key = (at, scope);
        if let Some(&id) = self.by_place.get(&key) {
            return id;
        }
        let id = self.arena.push(Schema::empty(key.0.clone(), scope));
        self.by_place.insert(key, id);
        self.queue.push_back((id, value));
        id
    }

    /// The scopes that schemas were met in.
    pub(crate) fn scopes(&self) -> &Scopes {
        &self.scopes
    }

    /// Reads all schemas that are queued, and theirs in turn.
    pub(crate) fn run(&mut self, diagnostics: &mut Diagnostics) {
        while let Some((id, value)) = self.queue.pop_front() {
            let empty = Schema::empty(self.arena[id].at.clone(), self.arena[id].scope);
            let schema = self.read(empty, value, diagnostics);
            self.arena[id] = schema;
        }
    }

    /// The schemas read so far.
    pub(crate) fn arena(&mut self) -> &mut Arena {
        &mut self.arena
    }

    /// Ends the reading.
    pub(crate) fn finish(self) -> (Arena, Scopes) {
        (self.arena, self.scopes)
    }

    fn read(
        &mut self,
        mut schema: Schema,
        value: &'a Value,
        diagnostics: &mut Diagnostics,
    ) -> Schema {
        match value {
            Value::Bool(boolean) => schema.boolean = Some(*boolean),
            Value::Object(members) => {
                for (name, value) in members {
                    let keyword = Keyword {
                        at: schema.at.join(name),
                        scope: schema.scope,
                        name,
                        value,
                    };
                    self.keyword(&mut schema, &keyword, diagnostics);
                }
            }
            other => diagnostics.push(not_a_schema(&schema.at, other)),
        }
        schema
    }

    fn keyword(
        &mut self,
        schema: &mut Schema,
        keyword: &Keyword<'a>,
        diagnostics: &mut Diagnostics,
    ) {
        let out = diagnostics;
        match keyword.name {
            "type" => schema.types = keyword.types(out),
            "enum" => {
                if let Some(values) = keyword.array(out) {
                    intersect_values(&mut schema.values, values.clone());
                }
            }
            "const" => {
                intersect_values(&mut schema.values, vec![keyword.value.clone()]);
                schema.is_const = true;
            }
            "$ref" | "$dynamicRef" => {
                if keyword.string(out).is_some() {
                    schema.references.push(Reference {
                        at: keyword.at.clone(),
                        target: None,
                    });
                }
            }
            "format" => schema.format = keyword.string(out),
            "properties" => schema.object.properties = self.schema_map(keyword, out),
            "patternProperties" => {
                schema.object.pattern_properties = self.schema_map(keyword, out);
                for name in schema.object.pattern_properties.keys() {
                    out.extend(examine(
                        name,
                        keyword.at.join(name).key(),
                        "this name in `patternProperties`",
                    ));
                }
            }
            "additionalProperties" => schema.object.additional = Some(self.child(keyword)),
            "required" => schema.object.required = keyword.strings(out),
            "prefixItems" => schema.array.prefix = self.schema_list(keyword, out),
            "items" => schema.array.items = Some(self.child(keyword)),
            "allOf" => schema.all_of = self.schema_list(keyword, out),
            "anyOf" => schema.any_of = Some(self.schema_list(keyword, out)),
            "oneOf" => schema.one_of = Some(self.schema_list(keyword, out)),
            "discriminator" => schema.discriminator = keyword.discriminator(out),
            name if name.starts_with("x-") => {
                if ["x-rust-name", "x-rust-type-name", "x-rust-field-name"].contains(&name) {
                    keyword.rust_name(out);
                }
                if MARKS.contains(&name) {
                    keyword.mark(out);
                }
                schema
                    .extensions
                    .insert(name.to_owned(), keyword.value.clone());
            }
            name => match keywords::effect_of(name) {
                Some(Effect::Documents) => keyword.annotation(&mut schema.annotations, out),
                Some(Effect::Enforced) => self.rule(schema, keyword, out),
                Some(Effect::Shapes | Effect::Structural) => {}
                None => out.push(keyword.unknown()),
            },
        }
    }

    /// A keyword that strict reading enforces: kept as written, its sub-schemas read for their
    /// own errors and references.
    fn rule(&mut self, schema: &mut Schema, keyword: &Keyword<'a>, out: &mut Diagnostics) {
        let right = match keyword.name {
            "minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties"
            | "maxProperties" | "minContains" | "maxContains" => keyword.length(out).is_some(),
            "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" => keyword.number(out),
            "multipleOf" => keyword.positive(out),
            "pattern" => keyword.string(out).is_some_and(|text| {
                out.extend(examine(&text, keyword.at.value(), "`pattern`"));
                true
            }),
            "dependentRequired" => keyword.lists_of_strings(out),
            "uniqueItems" => keyword.boolean(out).unwrap_or_default(),
            "not"
            | "if"
            | "then"
            | "else"
            | "contains"
            | "propertyNames"
            | "unevaluatedItems"
            | "unevaluatedProperties" => {
                let child = self.child(keyword);
                schema.rule_schemas.push(child);
                true
            }
            "dependentSchemas" => {
                let children = self.schema_map(keyword, out);
                schema.rule_schemas.extend(children.into_values());
                true
            }
            _ => keyword.object(out).is_some(),
        };
        if right {
            schema
                .rules
                .insert(keyword.name.to_owned(), keyword.value.clone());
        }
    }

    /// The schema at a place within one of this scope.
    fn inside(&mut self, at: At, value: &'a Value, scope: ScopeId) -> SchemaId {
        let scope = self.scopes.inside(scope, &at);
        self.schema(at, value, scope)
    }

    fn child(&mut self, keyword: &Keyword<'a>) -> SchemaId {
        self.inside(keyword.at.clone(), keyword.value, keyword.scope)
    }

    fn schema_list(&mut self, keyword: &Keyword<'a>, out: &mut Diagnostics) -> Vec<SchemaId> {
        let Some(values) = keyword.array(out) else {
            return Vec::new();
        };
        if values.is_empty() {
            out.push(
                Diagnostic::error(
                    Code::WrongKeywordType,
                    keyword.at.value(),
                    format!("`{}` needs at least one schema", keyword.name),
                )
                .label("this list is empty")
                .help(format!("remove `{}`, or list a schema in it", keyword.name)),
            );
        }
        values
            .iter()
            .enumerate()
            .map(|(index, value)| {
                self.inside(keyword.at.join(&index.to_string()), value, keyword.scope)
            })
            .collect()
    }

    fn schema_map(
        &mut self,
        keyword: &Keyword<'a>,
        out: &mut Diagnostics,
    ) -> IndexMap<String, SchemaId> {
        let Some(members) = keyword.object(out) else {
            return IndexMap::new();
        };
        members
            .iter()
            .map(|(name, value)| {
                let at = keyword.at.join(name);
                (name.clone(), self.inside(at, value, keyword.scope))
            })
            .collect()
    }
}

/// `enum` and `const` side by side hold both.
fn intersect_values(values: &mut Option<Vec<Value>>, new: Vec<Value>) {
    *values = Some(if let Some(old) = values.take() {
        old.into_iter()
            .filter(|value| new.contains(value))
            .collect()
    } else {
        let mut unique: Vec<Value> = Vec::with_capacity(new.len());
        let mut seen = std::collections::HashSet::with_capacity(new.len());
        for value in new {
            if seen.insert(value.to_string()) {
                unique.push(value);
            }
        }
        unique
    });
}

/// One member of a schema object, and the checks of its value.
struct Keyword<'a> {
    at: At,
    scope: ScopeId,
    name: &'a str,
    value: &'a Value,
}

impl<'a> Keyword<'a> {
    fn string(&self, out: &mut Diagnostics) -> Option<String> {
        self.expect("a string", out, Value::as_str)
            .map(str::to_owned)
    }

    fn boolean(&self, out: &mut Diagnostics) -> Option<bool> {
        self.expect("`true` or `false`", out, Value::as_bool)
    }

    /// What a type or a member is to be called in Rust.
    fn rust_name(&self, out: &mut Diagnostics) {
        if let Some(name) = self.string(out)
            && !is_plain_ident(&name)
        {
            out.push(
                Diagnostic::error(
                    Code::InvalidName,
                    self.at.value(),
                    format!("`{name}` is not a name that Rust can have"),
                )
                .label("not an identifier, or a word of the language")
                .help("start with a letter, and use letters, digits and `_`"),
            );
        }
    }

    /// Whether a value must not be shown. What is no answer is taken for a yes.
    fn mark(&self, out: &mut Diagnostics) {
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
    fn lists_of_strings(&self, out: &mut Diagnostics) -> bool {
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
    fn positive(&self, out: &mut Diagnostics) -> bool {
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

    fn number(&self, out: &mut Diagnostics) -> bool {
        self.expect("a number", out, |value| value.as_number())
            .is_some()
    }

    /// A count: an integer that is not negative.
    fn length(&self, out: &mut Diagnostics) -> Option<u64> {
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

    fn array(&self, out: &mut Diagnostics) -> Option<&'a Vec<Value>> {
        self.expect("a list", out, Value::as_array)
    }

    fn object(&self, out: &mut Diagnostics) -> Option<&'a serde_json::Map<String, Value>> {
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

    fn strings(&self, out: &mut Diagnostics) -> Vec<String> {
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

    fn types(&self, out: &mut Diagnostics) -> Option<TypeSet> {
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

    fn one_type(word: &str, at: &At, out: &mut Diagnostics) -> Option<JsonType> {
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

    fn discriminator(&self, out: &mut Diagnostics) -> Option<Discriminator> {
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
        Some(Discriminator {
            member: member.to_owned(),
            mapping,
        })
    }

    fn annotation(&self, annotations: &mut Annotations, out: &mut Diagnostics) {
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
            "externalDocs" => {
                let url = self.object(out).and_then(|docs| docs.get("url")?.as_str());
                let about = self.value.get("description").and_then(Value::as_str);
                annotations.external_docs =
                    url.map(|url| (url.to_owned(), about.map(str::to_owned)));
            }
            _ => {}
        }
    }

    fn unknown(&self) -> Diagnostic {
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
        match closest(self.name, &keywords::KNOWN) {
            Some(name) => diagnostic.help(format!("did you mean `{name}`?")),
            None => diagnostic.help(format!(
                "remove it, or spell it `x-{}` to mark it as an extension",
                self.name.trim_start_matches('$')
            )),
        }
    }
}

/// What is wrong with a regular expression, and what is named so.
fn examine(text: &str, place: Place, what: &str) -> Option<Diagnostic> {
    let found = pattern::examine(text)?;
    let diagnostic = match found.fault {
        Fault::Broken => Diagnostic::error(
            Code::InvalidPattern,
            place,
            format!("{what} is not a regular expression"),
        ),
        Fault::Unsupported => Diagnostic::warning(
            Code::InvalidPattern,
            place,
            format!("{what} is a regular expression that strict reading cannot use"),
        )
        .note("`validate` of the types it is in will say so, and accept nothing"),
        Fault::Foreign => Diagnostic::warning(
            Code::InvalidPattern,
            place,
            format!("{what} is not a regular expression of ECMA-262, which JSON Schema asks for"),
        )
        .note("other programs may refuse it, or read it otherwise"),
    };
    let found = (
        format!("character {}: {}", found.position, found.what),
        found.help,
    );
    Some(diagnostic.label(found.0).help(found.1))
}

/// The diagnostic for a value in the place of a schema.
fn not_a_schema(at: &At, found: &Value) -> Diagnostic {
    let keyword = at.pointer.last().unwrap_or_default();
    let what = match &*keyword {
        "items" | "additionalProperties" | "not" | "contains" | "propertyNames" => {
            format!("`{keyword}`")
        }
        _ => "a schema".to_owned(),
    };
    let diagnostic = wrong_type(at.value(), &what, "an object or a boolean", found);
    match found {
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

/// The diagnostic for a value of the wrong JSON type.
pub(crate) fn wrong_type(place: Place, what: &str, wanted: &str, found: &Value) -> Diagnostic {
    let help = match (wanted, found) {
        ("a list of strings" | "a list", Value::String(_) | Value::Number(_) | Value::Bool(_)) => {
            format!(
                "write it as a list: `[{}]`",
                found
                    .as_str()
                    .map_or_else(|| found.to_string(), str::to_owned)
            )
        }
        ("a string", Value::Number(number)) => format!("quote it: `\"{number}\"`"),
        ("a string", Value::Bool(boolean)) => format!("quote it: `\"{boolean}\"`"),
        ("`true` or `false`", Value::String(text)) if is_yes_or_no(text) => {
            "write `true` or `false`: to YAML 1.2, other words are text".to_owned()
        }
        ("`true` or `false`", Value::String(text)) if text == "true" || text == "false" => {
            format!("remove the quotes: `{text}`")
        }
        ("a number" | "an integer that is not negative", Value::String(text))
            if text.parse::<f64>().is_ok() =>
        {
            format!("remove the quotes: `{text}`")
        }
        _ => format!("give {wanted} here, or remove the keyword"),
    };
    Diagnostic::error(
        Code::WrongKeywordType,
        place,
        format!("{what} must be {wanted}"),
    )
    .label(format!("found {}", describe(found)))
    .help(help)
}

fn is_yes_or_no(text: &str) -> bool {
    ["yes", "no", "on", "off", "y", "n"].contains(&text.to_ascii_lowercase().as_str())
}

/// What a value is, in a few words.
pub(crate) fn describe(value: &Value) -> String {
    match value {
        Value::Null => "nothing (null)".to_owned(),
        Value::Bool(boolean) => format!("the boolean `{boolean}`"),
        Value::Number(number) => format!("the number `{number}`"),
        Value::String(text) if text.chars().count() <= 40 => format!("the string `{text}`"),
        Value::String(_) => "a string".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

/// The candidate that `word` is most likely a misspelling of.
pub(crate) fn closest<'c>(word: &str, candidates: &[&'c str]) -> Option<&'c str> {
    candidates
        .iter()
        .map(|candidate| {
            (
                strsim::normalized_damerau_levenshtein(word, candidate),
                *candidate,
            )
        })
        .filter(|(similarity, _)| *similarity > 0.6)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, candidate)| candidate)
}

/// `a`, `b` and `c`, each in backticks.
pub(crate) fn list(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}
