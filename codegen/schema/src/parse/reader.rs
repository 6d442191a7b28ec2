//! Turns values into schemas, one location at a time.
//!
//! Nothing stops at the first problem: a keyword with a wrong value is reported and left out, so that one run
//! reports all of them.

use std::collections::{HashMap, VecDeque};

use indexmap::IndexMap;

use super::member::{Member, not_a_schema};
use super::values::{intersect_values, normal};
use super::{Arena, ParsedSchema, Schema, SchemaId, ScopeId};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::keyword::{self, Dialect, Effect, MARKS, RUST_TYPE, ValueKind, effect_of};
use crate::location::SchemaLocation;
use crate::source::Value;
use crate::upgrade::Upgraded;

/// The state of the stage.
pub(super) struct Reader<'a> {
    documents: &'a Upgraded<'a>,
    arena: Arena<ParsedSchema>,
    by_location: HashMap<SchemaLocation, SchemaId>,
    queue: VecDeque<(SchemaId, &'a Value)>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(documents: &'a Upgraded<'a>) -> Self {
        Self {
            documents,
            arena: Arena::default(),
            by_location: HashMap::new(),
            queue: VecDeque::new(),
        }
    }

    /// The schema at a location that a name or a reference leads to; [`run`](Self::run) parses it.
    pub(super) fn read(&mut self, at: &SchemaLocation) -> SchemaId {
        // The linker has found a value there.
        let value = self.documents.value(at).unwrap_or(&Value::Null);
        self.queue(at.clone(), value)
    }

    fn queue(&mut self, at: SchemaLocation, value: &'a Value) -> SchemaId {
        if let Some(&id) = self.by_location.get(&at) {
            return id;
        }
        let schema = Schema::empty(at.clone(), ScopeId::default());
        let id = self.arena.push(schema);
        self.by_location.insert(at, id);
        self.queue.push_back((id, value));
        id
    }

    /// Parses all schemas that are queued, and the schemas that they lead to.
    pub(super) fn run(&mut self, diagnostics: &mut Diagnostics) {
        let mut done = 0;
        loop {
            while let Some((id, value)) = self.queue.pop_front() {
                let at = self.arena[id].at.clone();
                self.arena[id] = self.schema(at, value, diagnostics);
            }
            let new: Vec<SchemaId> = self.arena.ids().skip(done).collect();
            if new.is_empty() {
                return;
            }
            done += new.len();
            for id in new {
                self.follow(id);
            }
        }
    }

    /// Queues the targets of the references of a schema.
    fn follow(&mut self, id: SchemaId) {
        let references = &self.documents.references;
        let targets = self.arena[id].all_references();
        let targets = targets.filter_map(|at| Some(&references.target(at)?.at));
        for target in targets.collect::<Vec<_>>() {
            self.read(target);
        }
    }

    /// Ends the parsing.
    pub(super) fn finish(self) -> Arena<ParsedSchema> {
        self.arena
    }

    fn schema(
        &mut self,
        at: SchemaLocation,
        value: &'a Value,
        diagnostics: &mut Diagnostics,
    ) -> ParsedSchema {
        let mut schema = Schema::empty(at, ScopeId::default());
        match value {
            Value::Bool(boolean) => schema.boolean = Some(*boolean),
            Value::Object(members) => {
                for (name, value) in members {
                    let member = Member {
                        at: schema.at.join(name),
                        name,
                        value,
                    };
                    self.member(&mut schema, &member, diagnostics);
                }
            }
            other => diagnostics.push(not_a_schema(&schema.at, other)),
        }
        schema
    }

    fn member(
        &mut self,
        schema: &mut ParsedSchema,
        member: &Member<'a>,
        diagnostics: &mut Diagnostics,
    ) {
        let out = diagnostics;
        match member.name {
            "type" => schema.types = member.types(out),
            "enum" => {
                if let Some(values) = member.array(out) {
                    intersect_values(&mut schema.values, values.iter().map(normal).collect());
                }
            }
            "const" => {
                intersect_values(&mut schema.values, vec![normal(member.value)]);
                schema.is_const = true;
            }
            "$ref" | "$dynamicRef" => {
                if member.string(out).is_some() {
                    schema.references.push(member.at.clone());
                }
            }
            "format" => schema.format = member.string(out),
            "properties" => schema.object.properties = self.schema_map(member, out),
            "patternProperties" => {
                schema.object.pattern_properties = self.schema_map(member, out);
                member.check_patterns_of_names(out);
            }
            "additionalProperties" => schema.object.additional = Some(self.subschema(member)),
            "required" => schema.object.required = member.strings(out),
            "prefixItems" => schema.array.prefix = self.schema_list(member, out),
            "items" => schema.array.items = Some(self.subschema(member)),
            "allOf" => schema.all_of = self.schema_list(member, out),
            "anyOf" => schema.any_of = Some(self.schema_list(member, out)),
            "oneOf" => schema.one_of = Some(self.schema_list(member, out)),
            "discriminator" => schema.discriminator = member.discriminator(out),
            name if name.starts_with("x-") => self.extension(schema, member, out),
            name => match effect_of(name) {
                Some(Effect::Documents) => member.annotation(&mut schema.annotations, out),
                Some(Effect::Enforced) => self.rule(schema, member, out),
                Some(Effect::Shapes | Effect::Organises) => {}
                None => {
                    let dialect = self.documents.dialect_of(&schema.at);
                    out.push(member.unknown(dialect));
                }
            },
        }
    }

    fn extension(
        &mut self,
        schema: &mut ParsedSchema,
        member: &Member<'a>,
        diagnostics: &mut Diagnostics,
    ) {
        match member.name {
            "x-rust-name" | "x-rust-type-name" | "x-rust-field-name" => {
                member.string(diagnostics);
            }
            "x-nullable" if self.documents.dialect_of(&schema.at) == Dialect::Swagger20 => {
                // The upgrade has read all values with a meaning.
                diagnostics.push(member.unknown(Dialect::Swagger20));
            }
            RUST_TYPE => schema.rust_parameters = self.rust_parameters(member, diagnostics),
            name if MARKS.contains(&name) => member.mark(diagnostics),
            _ => member.foreign_extension(diagnostics),
        }
        let name = member.name.to_owned();
        schema.extensions.insert(name, member.value.clone());
    }

    /// A keyword that only strict reading enforces: kept as written. Its subschemas are parsed for their own
    /// errors and references.
    fn rule(&mut self, schema: &mut ParsedSchema, member: &Member<'a>, out: &mut Diagnostics) {
        let kind = keyword::find(member.name).map(|keyword| keyword.kind);
        let is_valid = match kind {
            Some(ValueKind::Count) => member.count(out).is_some(),
            Some(ValueKind::Number) => member.number(out),
            Some(ValueKind::PositiveNumber) => member.positive(out),
            Some(ValueKind::Pattern) => member.pattern(out),
            Some(ValueKind::NameLists) => member.lists_of_strings(out),
            Some(ValueKind::Flag) => member.boolean(out).unwrap_or_default(),
            Some(ValueKind::Schema) => {
                let subschemas = vec![self.subschema(member)];
                let name = member.name.to_owned();
                schema.rule_schemas.insert(name, subschemas);
                true
            }
            Some(ValueKind::SchemaMap) => {
                let subschemas = self.schema_map(member, out).into_values().collect();
                let name = member.name.to_owned();
                schema.rule_schemas.insert(name, subschemas);
                true
            }
            Some(ValueKind::SchemaOrNamesMap) => self.schemas_or_names(schema, member, out),
            _ => member.object(out).is_some(),
        };
        if is_valid {
            let value = match kind {
                Some(ValueKind::Count) => normal(member.value),
                _ => member.value.clone(),
            };
            schema.rules.insert(member.name.to_owned(), value);
        }
    }

    /// A schema, or a list of names, for each name (draft-07, validation, section 6.5.7).
    fn schemas_or_names(
        &mut self,
        schema: &mut ParsedSchema,
        member: &Member<'a>,
        out: &mut Diagnostics,
    ) -> bool {
        let Some(entries) = member.object(out) else {
            return false;
        };
        let before = out.len();
        let mut subschemas = Vec::new();
        for (name, value) in entries {
            let entry = Member {
                at: member.at.join(name),
                name: &format!("{}/{name}", member.name),
                value,
            };
            if value.is_array() {
                entry.strings(out);
            } else {
                subschemas.push(self.queue(entry.at, value));
            }
        }
        let name = member.name.to_owned();
        schema.rule_schemas.insert(name, subschemas);
        out.len() == before
    }

    /// The schemas of the arguments of a generic extern type, in the form of `typify`.
    fn rust_parameters(&mut self, member: &Member<'a>, out: &mut Diagnostics) -> Vec<SchemaId> {
        let Some(value) = member.value.get("parameters") else {
            return Vec::new();
        };
        let parameters = Member {
            at: member.at.join("parameters"),
            name: "parameters",
            value,
        };
        self.schema_list(&parameters, out)
    }

    fn subschema(&mut self, member: &Member<'a>) -> SchemaId {
        self.queue(member.at.clone(), member.value)
    }

    fn schema_list(&mut self, member: &Member<'a>, out: &mut Diagnostics) -> Vec<SchemaId> {
        let Some(values) = member.array(out) else {
            return Vec::new();
        };
        if values.is_empty() {
            let message = format!("`{}` needs at least one schema", member.name);
            out.push(
                Diagnostic::error(Code::WrongKeywordType, member.at.value(), message)
                    .label("this list is empty")
                    .help(format!("remove `{}`, or list a schema in it", member.name)),
            );
        }
        let values = values.iter().enumerate();
        let schemas = values.map(|(index, value)| {
            let at = member.at.join(&index.to_string());
            self.queue(at, value)
        });
        schemas.collect()
    }

    fn schema_map(
        &mut self,
        member: &Member<'a>,
        out: &mut Diagnostics,
    ) -> IndexMap<String, SchemaId> {
        let members = member.object(out).into_iter().flatten();
        let schemas =
            members.map(|(name, value)| (name.clone(), self.queue(member.at.join(name), value)));
        schemas.collect()
    }
}
