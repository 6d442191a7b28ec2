//! Turns requests of settings (names, derives, attributes) into the types, fields and variants that they are for.
//!
//! A schema has a role in its surroundings: a member of an object, a branch of a union, or, by itself, a type. A
//! request for the place of a schema is for the field, the variant or the type that the role makes of it. A
//! request for its type is for the type, whatever the role.

mod extras;
mod unused;
mod values;

use std::collections::{HashMap, HashSet};

use super::Lowerer;
use crate::model::{Null, Requested};
use crate::possible_types::PossibleTypes;
use cratify_schema::SchemaLocation;
use cratify_schema::document::Form;
use cratify_schema::graph::{Conjunction, Graph, Part};
use cratify_schema::keyword::{JsonType, TypeSet};
use cratify_schema::parse::SchemaId;

/// The role of a schema in its surroundings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// A type, if it becomes anything.
    Type,
    /// A member of an object.
    Member,
    /// One of several branches of a union.
    Branch,
}

/// The requests that were applied.
pub(super) struct RequestLog {
    /// The role of each schema.
    roles: Vec<Role>,
    /// The schemas whose requested name was given to a type: a schema may become several types.
    named: HashSet<SchemaId>,
    /// The requests that were applied, by place and subject.
    used: HashSet<(SchemaLocation, Subject)>,
    /// The listed values of the places whose values have requests.
    values: HashMap<SchemaLocation, Vec<String>>,
}

/// The requests for a type.
#[derive(Default)]
pub(super) struct TypeRequests {
    /// Its name.
    pub(super) name: Option<Requested>,
    /// The names that it had before.
    pub(super) formerly: Vec<Requested>,
    /// Its attributes.
    pub(super) attributes: Vec<String>,
}

/// The subject of a request.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Subject {
    Place,
    Type,
    Value(String),
    Derives,
    Former,
}

impl RequestLog {
    pub(super) fn new(graph: &Graph<'_>, possible: &mut PossibleTypes<'_>) -> Self {
        let mut roles = vec![Role::Type; graph.schemas.len()];
        for id in graph.schemas.ids() {
            let schema = &graph.schemas[id];
            for member in schema.object.properties.values() {
                roles[member.index()] = Role::Member;
            }
            for branches in [&schema.any_of, &schema.one_of].into_iter().flatten() {
                let values = branches
                    .iter()
                    .filter(|id| possible.null(**id) != Null::Only);
                let values: Vec<_> = values.collect();
                // A single branch describes the value itself.
                if values.len() > 1 {
                    for id in values {
                        roles[id.index()] = Role::Branch;
                    }
                }
            }
        }
        for root in &graph.named {
            roles[root.schema.index()] = Role::Type;
        }
        Self {
            roles,
            named: HashSet::new(),
            used: HashSet::new(),
            values: HashMap::new(),
        }
    }
}

impl Lowerer<'_, '_> {
    /// The requested name and attributes of the field or the variant that a schema becomes.
    pub(super) fn requests_of_place(
        &mut self,
        id: SchemaId,
        extensions: &[&'static str],
    ) -> (Option<Requested>, Vec<String>) {
        if self.requests.roles[id.index()] == Role::Type {
            return (None, Vec::new());
        }
        let written = self.written_name(id, extensions);
        let at = &self.graph.schemas[id].at;
        let Some(requests) = self.settings.requests_at(at) else {
            return (written, Vec::new());
        };
        self.requests.used.insert((at.clone(), Subject::Place));
        (
            requests.name.clone().or(written),
            texts(&requests.attributes),
        )
    }

    /// The requests for a type that is being declared.
    pub(super) fn requests_of_type(&mut self, conjunction: &Conjunction) -> TypeRequests {
        let part = conjunction.parts[conjunction.principal()];
        let id = part.id();
        // A type for only some values of a schema is not the one that the request is for.
        let without_null = conjunction.mask.without(JsonType::Null);
        let is_it = matches!(part, Part::Whole(_))
            && without_null == TypeSet::NOT_NULL
            && self.requests.named.insert(id);
        if !is_it {
            return TypeRequests::default();
        }
        let formerly = self.former_names(id);
        let is_type = self.requests.roles[id.index()] == Role::Type;
        let extensions: &[&str] = if is_type {
            &["x-rust-name", "x-rust-type-name"]
        } else {
            &["x-rust-type-name"]
        };
        let written = self.written_name(id, extensions);
        let at = &self.graph.schemas[id].at;
        let Some(requests) = self.settings.requests_at(at) else {
            return TypeRequests {
                name: self.in_its_form(id, written),
                formerly,
                attributes: Vec::new(),
            };
        };
        self.requests.used.insert((at.clone(), Subject::Type));
        let mut name = requests.type_name.as_ref();
        let mut attributes = texts(&requests.type_attributes);
        if is_type {
            self.requests.used.insert((at.clone(), Subject::Place));
            name = name.or(requests.name.as_ref());
            attributes.extend(texts(&requests.attributes));
        }
        TypeRequests {
            name: self.in_its_form(id, name.cloned().or(written)),
            formerly,
            attributes,
        }
    }

    /// The names that the type of a schema had before.
    fn former_names(&mut self, id: SchemaId) -> Vec<Requested> {
        let at = &self.graph.schemas[id].at;
        let names: Vec<Requested> = self.settings.former_names(at).cloned().collect();
        if !names.is_empty() {
            self.requests.used.insert((at.clone(), Subject::Former));
        }
        let names = names.into_iter();
        names
            .filter_map(|name| self.in_its_form(id, Some(name)))
            .collect()
    }

    /// The requested name of a type, for the form that it is.
    fn in_its_form(&self, id: SchemaId, name: Option<Requested>) -> Option<Requested> {
        let form = self.graph.form(id);
        let form = form.filter(|form| *form == Form::Request && self.graph.origin(id) != id);
        let name = name?;
        Some(match form {
            Some(form) => Requested {
                text: form.name(&name.text),
                ..name
            },
            None => name,
        })
    }

    /// The name that the document requests.
    fn written_name(&mut self, id: SchemaId, extensions: &[&'static str]) -> Option<Requested> {
        let schema = &self.graph.schemas[id];
        let named = extensions
            .iter()
            .find_map(|key| Some((*key, schema.extensions.get(*key)?.as_str()?)));
        let (extension, name) = named?;
        self.usage_log.shape_all(&[id], &[extension]);
        Some(Requested {
            text: name.to_owned(),
            location: schema.at.join(extension).value(),
        })
    }
}

fn texts(requests: &[Requested]) -> Vec<String> {
    requests
        .iter()
        .map(|request| request.text.clone())
        .collect()
}
