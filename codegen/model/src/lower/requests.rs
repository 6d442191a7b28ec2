//! Requests of settings (names, derives, attributes) to the types, fields and variants that they are for.
//!
//! A schema is something to its surroundings: a member of an object, a branch of a union, or, by
//! itself, a type. A request for its place is for that; a request for its type is for the
//! type, whatever the place is.

use std::collections::{HashMap, HashSet};

use super::null::Null;
use super::possible::Possible;
use super::{Lowerer, push_unique};
use crate::model::{Requested, TypeKind, Variant};
use crate::settings::{DeriveList, Kind};
use cratify_schema::SchemaLocation;
use cratify_schema::diagnostic::{Code, Diagnostic, closest, list, visible};
use cratify_schema::graph::Graph;
use cratify_schema::graph::{Conjunction, Part};
use cratify_schema::keyword::{JsonType, TypeSet};
use cratify_schema::parse::SchemaId;
use cratify_schema::source::Value;

/// What a schema is to its surroundings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// A type, if anything.
    Type,
    /// A member of an object.
    Member,
    /// One of several branches of a union.
    Branch,
}

/// The requests that were applied.
pub(super) struct RequestLog {
    /// What each schema is to its surroundings.
    roles: Vec<Role>,
    /// The schemas whose type has its name: a schema may take several types.
    named: HashSet<SchemaId>,
    /// The requests that were applied, by place and subject.
    used: HashSet<(SchemaLocation, Subject)>,
    /// The listed values of the places whose values have requests.
    values: HashMap<SchemaLocation, Vec<String>>,
}

/// The subject of a request.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Subject {
    Place,
    Type,
    Value(String),
    Derives,
}

impl RequestLog {
    pub(super) fn new(graph: &Graph<'_>, possible: &mut Possible<'_>) -> Self {
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
                // A single one is not a branch: the value is what it says.
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
    /// The name and the attributes of the member or the branch that a schema is.
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

    /// The name and the attributes of a type that is being declared.
    pub(super) fn requests_of_type(
        &mut self,
        conjunction: &Conjunction,
    ) -> (Option<Requested>, Vec<String>) {
        let part = conjunction.parts[conjunction.principal()];
        let id = part.id();
        // Types for some of the values of a schema stand beside the one that the request is for.
        let without_null = conjunction.mask.without(JsonType::Null);
        let is_it = matches!(part, Part::Whole(_))
            && without_null == TypeSet::ALL.without(JsonType::Null)
            && self.requests.named.insert(id);
        if !is_it {
            return (None, Vec::new());
        }
        let is_type = self.requests.roles[id.index()] == Role::Type;
        let extensions: &[&str] = if is_type {
            &["x-rust-name", "x-rust-type-name"]
        } else {
            &["x-rust-type-name"]
        };
        let written = self.written_name(id, extensions);
        let at = &self.graph.schemas[id].at;
        let Some(requests) = self.settings.requests_at(at) else {
            return (written, Vec::new());
        };
        self.requests.used.insert((at.clone(), Subject::Type));
        let mut name = requests.type_name.as_ref();
        let mut attributes = texts(&requests.type_attributes);
        if is_type {
            self.requests.used.insert((at.clone(), Subject::Place));
            name = name.or(requests.name.as_ref());
            attributes.extend(texts(&requests.attributes));
        }
        (name.cloned().or(written), attributes)
    }

    /// The name that the document requests.
    fn written_name(&mut self, id: SchemaId, extensions: &[&'static str]) -> Option<Requested> {
        let schema = &self.graph.schemas[id];
        let named = extensions
            .iter()
            .find_map(|key| Some((*key, schema.extensions.get(*key)?.as_str()?)));
        let (extension, name) = named?;
        self.uses.shape_all(&[id], &[extension]);
        Some(Requested {
            text: name.to_owned(),
            location: schema.at.join(extension).value(),
        })
    }

    /// Gives the variants of an enum the names and attributes that are requested by value.
    pub(super) fn apply_value_requests(&mut self, kind: &mut TypeKind, conjunction: &Conjunction) {
        if !self.settings.requests_values() {
            return;
        }
        let leaves = self.view(conjunction).leaves;
        for leaf in leaves {
            let at = &self.graph.schemas[leaf].at;
            let Some(requests) = self.settings.requests_at(at) else {
                continue;
            };
            if requests.value_names.is_empty() && requests.value_attributes.is_empty() {
                continue;
            }
            let known = self.requests.values.entry(at.clone()).or_default();
            let mut apply = |values: Vec<String>,
                             name: &mut Option<Requested>,
                             attributes: &mut Vec<String>| {
                let mut found = Vec::new();
                for value in &values {
                    push_unique(known, value.clone());
                    let mut names = requests.value_names.iter();
                    if let Some((_, requested)) = names.find(|(key, _)| key == value) {
                        *name = Some(requested.clone());
                        found.push(value.clone());
                    }
                    let requested = requests.value_attributes.iter();
                    for (_, attribute) in requested.filter(|(key, _)| key == value) {
                        push_unique(attributes, attribute.text.clone());
                        found.push(value.clone());
                    }
                }
                let found = found
                    .into_iter()
                    .map(|value| (at.clone(), Subject::Value(value)));
                self.requests.used.extend(found);
            };
            match kind {
                TypeKind::StringEnum(values) => {
                    for value in &mut values.values {
                        let key = vec![value.value.clone()];
                        apply(key, &mut value.rename, &mut value.attributes);
                    }
                }
                TypeKind::ValueEnum(values) => {
                    for value in &mut values.values {
                        let key = match &value.value {
                            Value::String(text) => text.clone(),
                            other => other.to_string(),
                        };
                        apply(vec![key], &mut value.rename, &mut value.attributes);
                    }
                }
                TypeKind::Union(union) => {
                    let keys: Vec<Vec<String>> = match union.tag {
                        Some(_) => union.variants.iter().map(|one| one.tags.clone()).collect(),
                        None => by_types(&union.variants),
                    };
                    for (variant, keys) in union.variants.iter_mut().zip(keys) {
                        apply(keys, &mut variant.rename, &mut variant.attributes);
                    }
                }
                TypeKind::Struct(_)
                | TypeKind::Newtype(_)
                | TypeKind::Alias(_)
                | TypeKind::Extern(_)
                | TypeKind::Never => {}
            }
        }
    }

    /// Adds the requests for all types, for a kind, and for places around a type.
    pub(super) fn add_extras(&mut self) {
        let requests = self.settings.global_requests();
        for def in &mut self.model.types {
            let kind = match &def.kind {
                TypeKind::Struct(_) => Some(Kind::Struct),
                TypeKind::StringEnum(_) | TypeKind::ValueEnum(_) => Some(Kind::Enum),
                TypeKind::Union(_) => Some(Kind::Union),
                TypeKind::Newtype(_) => Some(Kind::Newtype),
                TypeKind::Never => None,
                // It is no type of its own.
                TypeKind::Alias(_) | TypeKind::Extern(_) => continue,
            };
            let concerns = |of: Option<Kind>| of.is_none() || of == kind;
            let derives = requests.derives.iter().filter(|(of, _)| concerns(*of));
            let attributes = requests.attributes.iter().filter(|(of, _)| concerns(*of));
            let extras = &mut def.extras;
            let paths = |list: &DeriveList| list.paths.clone();
            extras.derives = derives.flat_map(|(_, list)| paths(list)).collect();
            let own = std::mem::take(&mut extras.attributes);
            for text in attributes
                .map(|(_, attribute)| attribute.text.clone())
                .chain(own)
            {
                push_unique(&mut extras.attributes, text);
            }
            for (at, derives) in self.settings.derives_around(&def.at) {
                extras.derives.extend(derives.iter().flat_map(paths));
                self.requests.used.insert((at, Subject::Derives));
            }
        }
    }

    /// Reports requests that were not applied: for a place that has no name in Rust, a value that is not
    /// listed.
    pub(super) fn report_idle(&mut self) {
        for (at, requests) in self.settings.place_requests() {
            let is_used = |subject: Subject| self.requests.used.contains(&(at.clone(), subject));
            let mut idle: Vec<(&Requested, &str)> = Vec::new();
            if !is_used(Subject::Place) {
                let own = requests.name.iter().chain(&requests.attributes);
                idle.extend(own.map(|request| (request, "a type, a field or a variant")));
            }
            if !is_used(Subject::Type) {
                let own = requests.type_name.iter().chain(&requests.type_attributes);
                idle.extend(own.map(|request| (request, "a type")));
            }
            if !is_used(Subject::Derives) {
                let own = requests.derives.iter().map(|list| &list.requested);
                idle.extend(own.map(|request| (request, "a type")));
            }
            for (request, what) in idle {
                self.diagnostics.push(no_subject(at, request, what));
            }
            let values = requests
                .value_names
                .iter()
                .chain(&requests.value_attributes);
            for (value, request) in values {
                if !is_used(Subject::Value(value.clone())) {
                    let known = self.requests.values.get(at);
                    let known = known.map(Vec::as_slice).unwrap_or_default();
                    self.diagnostics.push(no_value(at, value, request, known));
                }
            }
        }
    }
}

fn texts(requests: &[Requested]) -> Vec<String> {
    requests
        .iter()
        .map(|request| request.text.clone())
        .collect()
}

/// The JSON types of variants, where these tell them apart.
fn by_types(variants: &[Variant]) -> Vec<Vec<String>> {
    let types = variants.iter().map(|variant| variant.facts.types.single());
    let types: Vec<Option<JsonType>> = types.collect();
    let is_alone = |ty: &&JsonType| types.iter().flatten().filter(|other| other == ty).count() == 1;
    let names = types.iter().map(|ty| {
        let alone = ty.as_ref().filter(is_alone);
        alone.map(|ty| ty.as_str().to_owned()).into_iter().collect()
    });
    names.collect()
}

fn no_subject(at: &SchemaLocation, request: &Requested, what: &str) -> Diagnostic {
    Diagnostic::error(
        Code::IdleSetting,
        request.location.clone(),
        format!(
            "`{}` is for `#{}`, which does not become {what}",
            visible(&request.text),
            at.pointer
        ),
    )
    .help(
        "name the place of something that has a name in Rust, such as a schema or a member of one",
    )
}

fn no_value(at: &SchemaLocation, value: &str, request: &Requested, known: &[String]) -> Diagnostic {
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    Diagnostic::error(
        Code::IdleSetting,
        request.location.clone(),
        format!(
            "`{}` is for the value `{}`, which `#{}` does not list",
            visible(&request.text),
            visible(value),
            at.pointer
        ),
    )
    .help(match closest(value, &known) {
        Some(near) => format!("did you mean `{near}`?"),
        None if known.is_empty() => "name the place of an enum or of a union".to_owned(),
        None => format!("the values are {}", list(&known)),
    })
}
