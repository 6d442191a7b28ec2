//! Turns schemas that differ between requests and responses into two forms of each.
//!
//! A member that is `readOnly` is only in responses, one that is `writeOnly` only in requests (JSON Schema validation,
//! section 9.4; OpenAPI 3.0.3, section 4.7.24). A schema *differs* if it describes such a member, or leads to a schema
//! that does. The response form takes the place of the schema, and the request form is a copy. A schema that does not differ is
//! there once. So later stages know nothing of forms: there are more schemas, each with plain keywords and references.
//!
//! [`differences`] finds the schemas that differ, [`copy`] makes the forms, and [`values`] their examples and defaults.

mod copy;
mod differences;
mod values;

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{Graph, Inheritance, NamedSchema};
use crate::document::Form;
use crate::parse::SchemaId;
use crate::source::Value;
use copy::Copier;
use differences::Differences;

/// The names of the members that a form of a schema does not have.
type Names = BTreeSet<String>;

/// The schemas that differ between requests and responses.
#[derive(Debug, Default)]
pub(super) struct Forms {
    /// The form that each of these schemas has.
    of: HashMap<SchemaId, Form>,
    /// The schemas that copies were made of.
    origins: HashMap<SchemaId, SchemaId>,
    /// The copies of each schema.
    copies: HashMap<SchemaId, Vec<SchemaId>>,
    /// The subschemas of a form, by the subschemas of the document.
    subschemas: HashMap<(SchemaId, SchemaId), SchemaId>,
    /// The members that are taken out of each schema.
    removed: HashMap<SchemaId, Names>,
    /// The values of `default` and `examples` that have other members than in the document.
    stated: HashMap<(SchemaId, String), Value>,
    /// The copies that only the schemas around them need: the schema by itself has other members.
    in_context: HashSet<SchemaId>,
}

impl Forms {
    /// The schema of the document that a schema is, or is a copy of.
    pub(super) fn origin(&self, id: SchemaId) -> SchemaId {
        self.origins.get(&id).copied().unwrap_or(id)
    }

    /// The subschema of a schema that stands for one of the document.
    pub(super) fn inside(&self, outer: SchemaId, subschema: SchemaId) -> SchemaId {
        let found = self.subschemas.get(&(outer, subschema));
        found.copied().unwrap_or(subschema)
    }

    /// Whether a schema is a copy that means something else than its place alone says.
    pub(super) fn depends_on_context(&self, id: SchemaId) -> bool {
        self.in_context.contains(&id)
    }
}

impl Graph<'_> {
    /// The graph with a request form and a response form of each schema that differs. `is_split` says whether the
    /// members of a schema may differ, `is_opaque` whether nobody looks into it, `is_null` whether null is its only value.
    #[must_use]
    pub fn split_forms(
        mut self,
        is_split: impl Fn(SchemaId) -> bool,
        is_opaque: impl Fn(SchemaId) -> bool,
        is_null: impl Fn(SchemaId) -> bool,
    ) -> Self {
        let Some(differences) = Differences::find(&self, is_split, is_opaque, is_null) else {
            return self;
        };
        let bases = self.inheritance.bases().collect();
        let mut copier = Copier::new(&mut self.schemas, &self.named, &differences, bases);
        let mut named = Vec::with_capacity(self.named.len());
        for root in self.named.drain(..) {
            if !differences.differs(root.schema) {
                named.push(root);
                continue;
            }
            if let Some(usage) = &root.usage {
                let form = usage.form;
                let schema = copier.root(root.schema, form);
                named.push(NamedSchema { schema, ..root });
                continue;
            }
            let response = copier.root(root.schema, Form::Response);
            let request = copier.root(root.schema, Form::Request);
            named.push(NamedSchema {
                schema: response,
                ..root.clone()
            });
            named.push(NamedSchema {
                schema: request,
                form: Some(Form::Request),
                ..root
            });
        }
        let mut forms = copier.finish();
        forms.stated = values::restate(&mut self.schemas, &forms, |origin, schema| {
            let merged = self.merged.values.get(&origin);
            merged.or_else(|| self.documents.value(&schema.at))
        });
        self.forms = forms;
        self.named = named;
        self.inheritance = Inheritance::find(&self.schemas, &self.named);
        self
    }

    /// The form of a schema, if requests and responses differ in it.
    pub fn form(&self, id: SchemaId) -> Option<Form> {
        self.forms.of.get(&id).copied()
    }

    /// The members that the form of a schema does not have, though the document describes or requires them.
    pub fn removed(&self, id: SchemaId) -> Option<&BTreeSet<String>> {
        self.forms.removed.get(&id)
    }

    /// The value of `default`, `example` or `examples` of a form, if it has other members than in the document.
    pub fn stated(&self, id: SchemaId, keyword: &str) -> Option<&Value> {
        self.forms.stated.get(&(id, keyword.to_owned()))
    }

    /// A schema of the document, and the copies that were made of it.
    pub fn with_copies(&self, id: SchemaId) -> impl Iterator<Item = SchemaId> {
        let copies = self.forms.copies.get(&id).into_iter().flatten();
        std::iter::once(id).chain(copies.copied())
    }

    /// The schema of the document that a schema is, or is a form of.
    pub fn origin(&self, id: SchemaId) -> SchemaId {
        self.forms.origin(id)
    }
}
