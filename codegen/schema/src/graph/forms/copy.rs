//! Makes the forms: copies of schemas, without the members that a direction does not have.

use std::collections::{HashMap, HashSet, VecDeque};

use serde_json::Value;

use super::differences::Differences;
use super::{Forms, Names};
use crate::document::Form;
use crate::graph::NamedSchema;
use crate::keyword::{self, Subject};
use crate::parse::{Arena, Schema, SchemaId};

/// A schema in a form, without these members.
type Instance = (SchemaId, Form, Names);

/// Makes forms of schemas, and of all that they lead to.
pub(super) struct Copier<'c> {
    schemas: &'c mut Arena,
    /// The schemas of the document that differ, or may.
    originals: HashMap<SchemaId, Schema>,
    differences: &'c Differences,
    /// The schemas that others extend. Their members are the members of the whole family.
    bases: HashSet<SchemaId>,
    /// The schemas of requests alone: they are request forms themselves.
    of_requests: HashSet<SchemaId>,
    ids: HashMap<Instance, SchemaId>,
    open: VecDeque<(SchemaId, Instance)>,
    forms: Forms,
}

impl<'c> Copier<'c> {
    pub(super) fn new(
        schemas: &'c mut Arena,
        named: &[NamedSchema],
        differences: &'c Differences,
        bases: HashSet<SchemaId>,
    ) -> Self {
        let of_requests = named.iter().filter(|root| {
            let usage = root.usage.as_ref();
            usage.is_some_and(|usage| usage.form == Form::Request)
        });
        let of_requests = inline(schemas, of_requests.map(|root| root.schema).collect());
        Self {
            schemas,
            originals: HashMap::new(),
            differences,
            bases,
            of_requests,
            ids: HashMap::new(),
            open: VecDeque::new(),
            forms: Forms::default(),
        }
    }

    /// A form of a named schema.
    pub(super) fn root(&mut self, id: SchemaId, form: Form) -> SchemaId {
        self.alone(id, form)
    }

    /// Makes all forms that others refer to.
    pub(super) fn finish(mut self) -> Forms {
        while let Some((id, instance)) = self.open.pop_front() {
            self.make(id, instance);
        }
        self.forms
    }

    /// A form of a schema by itself.
    fn alone(&mut self, id: SchemaId, form: Form) -> SchemaId {
        let names = self.differences.removed(id, form).clone();
        self.instance(id, form, names)
    }

    /// A form of a schema that holds for the same object as one without these members.
    fn beside(&mut self, id: SchemaId, form: Form, around: &Names) -> SchemaId {
        if self.bases.contains(&id) {
            return self.alone(id, form);
        }
        let names = self.differences.removed_inside(id, form, around);
        self.instance(id, form, names)
    }

    fn instance(&mut self, original: SchemaId, form: Form, names: Names) -> SchemaId {
        if !self.differences.differs(original) && names.is_empty() {
            return original;
        }
        let is_alone = *self.differences.removed(original, form) == names;
        let is_here = self.of_requests.contains(&original) == (form == Form::Request);
        let instance = (original, form, names);
        if let Some(known) = self.ids.get(&instance) {
            return *known;
        }
        let schemas = &mut *self.schemas;
        let kept = self.originals.entry(original);
        let kept = kept.or_insert_with(|| schemas[original].clone());
        let id = if is_alone && is_here {
            original
        } else {
            let id = schemas.push(kept.clone());
            self.forms.origins.insert(id, original);
            self.forms.copies.entry(original).or_default().push(id);
            id
        };
        if !is_alone {
            self.forms.in_context.insert(id);
        }
        self.forms.of.insert(id, form);
        self.ids.insert(instance.clone(), id);
        self.open.push_back((id, instance));
        id
    }

    /// Makes the form that has this id.
    fn make(&mut self, id: SchemaId, (original, form, names): Instance) {
        let mut schema = self.originals[&original].clone();
        remove(&mut schema, &names);
        let renumber = |subschema: &mut SchemaId, found: SchemaId, forms: &mut Forms| {
            if *subschema != found {
                forms.subschemas.insert((id, *subschema), found);
            }
            *subschema = found;
        };
        let unions = [&mut schema.any_of, &mut schema.one_of]
            .into_iter()
            .flatten()
            .flatten();
        let rules = schema.rule_schemas.iter_mut();
        let (mut beside, mut apart, mut alone) = (Vec::new(), Vec::new(), Vec::new());
        beside.extend(schema.all_of.iter_mut().chain(unions));
        for (keyword, schemas) in rules {
            match keyword::subject_of(keyword) {
                Subject::Value => beside.extend(schemas),
                // Without a member that is absent anyway, they would ask something else about the object.
                Subject::Condition | Subject::Negation => apart.extend(schemas),
                Subject::Other => alone.extend(schemas),
            }
        }
        let (object, array) = (&mut schema.object, &mut schema.array);
        let members = [&mut object.properties, &mut object.pattern_properties];
        alone.extend(members.into_iter().flat_map(|members| members.values_mut()));
        alone.extend(
            [&mut object.additional, &mut array.items]
                .into_iter()
                .flatten(),
        );
        alone.extend(array.prefix.iter_mut().chain(&mut schema.rust_parameters));
        for subschema in beside {
            let found = self.beside(*subschema, form, &names);
            renumber(subschema, found, &mut self.forms);
        }
        for subschema in apart {
            let found = self.instance(*subschema, form, Names::new());
            renumber(subschema, found, &mut self.forms);
        }
        for subschema in alone {
            let found = self.alone(*subschema, form);
            renumber(subschema, found, &mut self.forms);
        }
        for reference in &mut schema.references {
            reference.target = self.beside(reference.target, form, &names);
        }
        if let Some(discriminator) = &mut schema.discriminator {
            let mapped = discriminator
                .mapping
                .iter_mut()
                .map(|(_, reference)| reference);
            for reference in mapped.chain(&mut discriminator.default) {
                reference.target = self.alone(reference.target, form);
            }
        }
        self.schemas[id] = schema;
        if !names.is_empty() {
            self.forms.removed.insert(id, names);
        }
    }
}

/// Takes members out of the keywords that describe or require them.
fn remove(schema: &mut Schema, names: &Names) {
    let object = &mut schema.object;
    object.properties.retain(|name, _| !names.contains(name));
    object.required.retain(|name| !names.contains(name));
    let dependent = schema.rules.get_mut("dependentRequired");
    let lists = dependent
        .and_then(Value::as_object_mut)
        .into_iter()
        .flatten();
    for (_, list) in lists {
        if let Value::Array(list) = list {
            list.retain(|name| !name.as_str().is_some_and(|name| names.contains(name)));
        }
    }
}

/// Schemas and all that is written in them.
fn inline(schemas: &Arena, mut open: Vec<SchemaId>) -> HashSet<SchemaId> {
    let mut found = HashSet::new();
    while let Some(id) = open.pop() {
        if found.insert(id) {
            open.extend(schemas[id].subschemas());
        }
    }
    found
}
