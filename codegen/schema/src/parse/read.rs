//! Values to [`Schema`]s: each keyword's value is checked for its type, sub-schemas are queued.
//!
//! Nothing stops at the first problem: a keyword whose value is wrong is reported and left out, so
//! that one run reports all of them.

use std::collections::{HashMap, VecDeque};

use indexmap::IndexMap;

use super::keyword::{Keyword, examine};
use super::words::not_a_schema;
use super::{Arena, Reference, Schema, SchemaId, SchemaLocation, ScopeId, Scopes};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::keyword::{self, Effect, Form, MARKS, RUST_TYPE, effect_of};
use crate::source::Value;

/// Reads schemas into an [`Arena`], each place once.
#[derive(Debug, Default)]
pub struct Reader<'a> {
    arena: Arena,
    by_place: HashMap<(SchemaLocation, ScopeId), SchemaId>,
    scopes: Scopes,
    queue: VecDeque<(SchemaId, &'a Value)>,
}

impl<'a> Reader<'a> {
    /// A reader that tells these scopes apart.
    pub fn new(scopes: Scopes) -> Self {
        Self {
            scopes,
            ..Self::default()
        }
    }

    /// The schema at a place that a reference, or a name, leads to; it is read when
    /// [`run`](Self::run) is called next. `resource` is the root of the resource that it is in.
    pub fn referred(
        &mut self,
        at: SchemaLocation,
        value: &'a Value,
        scope: ScopeId,
        resource: &SchemaLocation,
    ) -> SchemaId {
        let scope = self.scopes.referred(scope, &at, resource);
        self.schema(at, value, scope)
    }

    fn schema(&mut self, at: SchemaLocation, value: &'a Value, scope: ScopeId) -> SchemaId {
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
    pub fn scopes(&self) -> &Scopes {
        &self.scopes
    }

    /// Reads all schemas that are queued, and theirs in turn.
    pub fn run(&mut self, diagnostics: &mut Diagnostics) {
        while let Some((id, value)) = self.queue.pop_front() {
            let empty = Schema::empty(self.arena[id].at.clone(), self.arena[id].scope);
            let schema = self.read(empty, value, diagnostics);
            self.arena[id] = schema;
        }
    }

    /// The schemas read so far.
    pub fn arena(&mut self) -> &mut Arena {
        &mut self.arena
    }

    /// Ends the reading.
    pub fn finish(self) -> (Arena, Scopes) {
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
                    intersect_values(&mut schema.values, values.iter().map(plain).collect());
                }
            }
            "const" => {
                intersect_values(&mut schema.values, vec![plain(keyword.value)]);
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
                if name == RUST_TYPE {
                    schema.rust_parameters = self.rust_parameters(keyword, out);
                }
                if MARKS.contains(&name) {
                    keyword.mark(out);
                }
                schema
                    .extensions
                    .insert(name.to_owned(), keyword.value.clone());
            }
            name => match effect_of(name) {
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
        let form = keyword::find(keyword.name).map(|keyword| keyword.form);
        let right = match form {
            Some(Form::Count) => keyword.length(out).is_some(),
            Some(Form::Number) => keyword.number(out),
            Some(Form::PositiveNumber) => keyword.positive(out),
            Some(Form::Pattern) => keyword.string(out).is_some_and(|text| {
                out.extend(examine(&text, keyword.at.value(), "`pattern`"));
                true
            }),
            Some(Form::NameLists) => keyword.lists_of_strings(out),
            Some(Form::Flag) => keyword.boolean(out).unwrap_or_default(),
            Some(Form::Schema) => {
                let children = vec![self.child(keyword)];
                let keyword = keyword.name.to_owned();
                schema.rule_schemas.insert(keyword, children);
                true
            }
            Some(Form::SchemaMap) => {
                let children = self.schema_map(keyword, out).into_values().collect();
                let keyword = keyword.name.to_owned();
                schema.rule_schemas.insert(keyword, children);
                true
            }
            _ => keyword.object(out).is_some(),
        };
        if right {
            let value = match form {
                Some(Form::Count) => plain(keyword.value),
                _ => keyword.value.clone(),
            };
            schema.rules.insert(keyword.name.to_owned(), value);
        }
    }

    /// The arguments of a generic type that takes the place of a schema, as `typify` has them.
    fn rust_parameters(&mut self, keyword: &Keyword<'a>, out: &mut Diagnostics) -> Vec<SchemaId> {
        let Some(value) = keyword.value.get("parameters") else {
            return Vec::new();
        };
        let parameters = Keyword {
            at: keyword.at.join("parameters"),
            name: "parameters",
            value,
            ..*keyword
        };
        self.schema_list(&parameters, out)
    }

    /// The schema at a place within one of this scope.
    fn inside(&mut self, at: SchemaLocation, value: &'a Value, scope: ScopeId) -> SchemaId {
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

/// A value with its whole numbers written as such: `2.0` is the same value as `2` (JSON Schema core, 4.2.2).
fn plain(value: &Value) -> Value {
    match value {
        Value::Number(number) if number.is_f64() => {
            let whole = number.as_f64().filter(|number| number.fract() == 0.0);
            // What a float holds exactly, and not more: beyond that the digits say more than the number.
            let whole = whole.filter(|number| number.abs() <= 9_007_199_254_740_992.0);
            #[allow(
                clippy::cast_possible_truncation,
                reason = "it is whole, and in the range"
            )]
            whole.map_or_else(|| value.clone(), |number| Value::from(number as i64))
        }
        Value::Array(values) => values.iter().map(plain).collect(),
        Value::Object(members) => {
            let members = members.iter();
            Value::Object(
                members
                    .map(|(name, value)| (name.clone(), plain(value)))
                    .collect(),
            )
        }
        other => other.clone(),
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
