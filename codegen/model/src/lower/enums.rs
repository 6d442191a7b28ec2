//! Turns `enum` and `const` into types with a variant for each value.

use std::collections::HashMap;

use super::inline_name::Hint;
use super::value_names::ValueExtensions;
use super::view::View;
use super::{Lowerer, strings};
use crate::model::{
    Constraint, Constraints, Docs, EnumValue, Null, Slot, StringEnum, Type, TypeId, TypeKind,
    Unlisted, ValueEnum, ValueRepr,
};
use crate::settings::UnknownValues;
use cratify_schema::graph::Conjunction;
use cratify_schema::keyword::{JsonType, TypeSet};
use cratify_schema::parse::SchemaId;
use cratify_schema::source::Value;

/// The extension that lists the values of today.
pub(super) const EXTENSIBLE: &str = "x-extensible-enum";

impl<'g> Lowerer<'g, '_> {
    /// The slot of listed values.
    pub(super) fn values(
        &mut self,
        view: &View<'g>,
        conjunction: &Conjunction,
        hint: &Hint,
        own: Option<TypeId>,
    ) -> Slot {
        let values: Vec<Value> = view
            .values
            .iter()
            .flatten()
            .filter(|value| !value.is_null())
            .cloned()
            .collect();
        let constraints = constraints_beside_values(view);
        if values.iter().all(Value::is_boolean) && values.len() == 2 {
            self.usage_log.shape(view, &["enum", "const"]);
            return Slot::new(Type::Bool, constraints);
        }
        if values
            .iter()
            .any(|value| value.is_object() || value.is_array())
        {
            // Objects and arrays have no useful names as variants.
            let mut constraints = constraints;
            let values = view.values.iter().flatten().cloned();
            constraints.add(Constraint::Values(values.collect()));
            return Slot::new(Type::Any, constraints);
        }
        self.usage_log.shape(view, &["enum", "const", EXTENSIBLE]);
        let kind = self.enumeration(view, values, self.unlisted(view));
        self.enum_slot(kind, conjunction, hint, own, constraints)
    }

    /// The slot of strings that `x-extensible-enum` lists.
    pub(super) fn extensible(
        &mut self,
        view: &View<'g>,
        values: Vec<Value>,
        conjunction: &Conjunction,
        hint: &Hint,
        own: Option<TypeId>,
    ) -> Slot {
        self.usage_log.shape(view, &[EXTENSIBLE]);
        let kind = self.enumeration(view, values, Unlisted::Allowed);
        self.enum_slot(
            kind,
            conjunction,
            hint,
            own,
            constraints_beside_values(view),
        )
    }

    /// Whether a value that the schemas of a view do not list is kept or refused.
    pub(super) fn unlisted(&self, view: &View<'g>) -> Unlisted {
        match self.choices(view).unknown_values {
            UnknownValues::Keep => Unlisted::Kept,
            UnknownValues::Refuse => Unlisted::Refused,
        }
    }

    /// Stores an enum or a union in its definition: `own`, or the definition of an inline type.
    pub(super) fn enum_slot(
        &mut self,
        kind: TypeKind,
        conjunction: &Conjunction,
        hint: &Hint,
        own: Option<TypeId>,
        constraints: Constraints,
    ) -> Slot {
        let id = own.unwrap_or_else(|| self.inline(conjunction, hint).0);
        let mut kind = kind;
        self.apply_value_requests(&mut kind, conjunction);
        let mut constraints = constraints;
        if !conjunction.mask.has(JsonType::Null) {
            self.without_null(&mut constraints);
        }
        self.model.types[id.0 as usize].kind = kind;
        if own.is_none() {
            // The constraints belong to the type: they hold wherever it is used.
            self.model.types[id.0 as usize].constraints = constraints;
            self.hide(id);
            return Slot::of(Type::Named(id));
        }
        Slot::new(Type::Named(id), constraints)
    }

    /// Removes null from the branches of unions that are kept as constraints: an `Option` around the type
    /// stands for it.
    fn without_null(&mut self, constraints: &mut Constraints) {
        constraints.retain_branches(|id| self.possible_types.null(id) != Null::Only);
    }

    /// The enum of listed scalars.
    fn enumeration(&mut self, view: &View<'g>, values: Vec<Value>, unlisted: Unlisted) -> TypeKind {
        let graph = self.graph;
        let lists = |id: &&SchemaId| {
            let schema = &graph.schemas[**id];
            schema.values.is_some() || schema.extensions.contains_key(EXTENSIBLE)
        };
        let listing = view.leaves.iter().copied().find(|id| lists(&id));
        let extensions = listing.map(|id| ValueExtensions::of(&graph.schemas[id]));
        let extensions = extensions.unwrap_or_default();
        if let Some(id) = listing {
            self.usage_log.shape_all(&[id], extensions.names.as_slice());
            self.usage_log
                .document_by(id, extensions.descriptions.as_slice());
        }
        let lister = listing.map(|id| &graph.schemas[id]);
        let mut places: HashMap<String, usize> = HashMap::new();
        if let Some(schema) = lister {
            let extensible = || schema.extensions.get(EXTENSIBLE)?.as_array();
            let listed = schema.values.as_ref().or_else(extensible);
            for (index, value) in listed.into_iter().flatten().enumerate() {
                places.entry(value.to_string()).or_insert(index);
            }
        }
        let described = values.into_iter().map(|value| {
            let texts = lister.and_then(|schema| {
                let index = *places.get(&value.to_string())?;
                let name = extensions.name(schema, index, &value);
                let description = extensions.description(schema, index, &value, name.as_deref());
                Some((name, description))
            });
            let (name, description) = texts.unwrap_or_default();
            let name = name.or_else(|| self.name_of_value(view, &value));
            EnumValue {
                value,
                name,
                rename: None,
                attributes: Vec::new(),
                docs: Docs {
                    description,
                    ..Docs::default()
                },
            }
        });
        let mut kind = enum_of(described.collect(), unlisted);
        // Of a schema of numbers that lists whole ones, a later version may list a fraction.
        if let TypeKind::ValueEnum(values) = &mut kind
            && unlisted != Unlisted::Refused
            && states_numbers(view)
        {
            values.repr = ValueRepr::Mixed;
        }
        kind
    }

    /// The only value of a member, if it is a scalar that becomes an enum of one value.
    pub(super) fn constant(&mut self, member: &Conjunction) -> Option<Value> {
        let view = self.view(member);
        let open = view
            .schemas()
            .any(|schema| schema.extensions.contains_key(EXTENSIBLE));
        match view.values?.as_slice() {
            [value] if !open && !value.is_null() && !value.is_object() && !value.is_array() => {
                Some(value.clone())
            }
            _ => None,
        }
    }

    /// The listed values of a branch with their documentation, if the branch only lists values.
    pub(super) fn branch_values(&mut self, branch: &Conjunction) -> Option<Vec<EnumValue<Value>>> {
        let view = self.view(branch);
        if view.has_unions() || view.schemas().any(|schema| !schema.rules.is_empty()) {
            return None;
        }
        let values = view.values.clone()?;
        if values
            .iter()
            .any(|value| value.is_object() || value.is_array())
        {
            return None;
        }
        let first = *view.leaves.first()?;
        let annotations = self.annotations(first);
        let single = values.len() == 1;
        self.usage_log.shape(&view, &["type", "enum", "const"]);
        let mut requests = (None, Vec::new());
        if single {
            self.usage_log.shape_all(&[first], &["title"]);
            requests = self.requests_of_place(first, &["x-rust-name"]);
        }
        Some(
            values
                .into_iter()
                .map(|value| EnumValue {
                    value,
                    name: annotations.title.clone().filter(|_| single),
                    rename: requests.0.clone(),
                    attributes: requests.1.clone(),
                    docs: if single {
                        annotations.clone()
                    } else {
                        Docs::default()
                    },
                })
                .collect(),
        )
    }
}

/// The enum of these values.
pub(super) fn enum_of(values: Vec<EnumValue<Value>>, unlisted: Unlisted) -> TypeKind {
    let plain: Vec<Value> = values.iter().map(|value| value.value.clone()).collect();
    if plain.is_empty() {
        return TypeKind::Never;
    }
    if let Some(strings) = strings(&plain) {
        let values = strings.iter().zip(values).map(|(text, value)| EnumValue {
            value: (*text).to_owned(),
            name: value.name,
            rename: value.rename,
            attributes: value.attributes,
            docs: value.docs,
        });
        return TypeKind::StringEnum(StringEnum {
            values: values.collect(),
            unlisted,
        });
    }
    let repr = if plain.iter().all(serde_json::Value::is_i64) {
        ValueRepr::Integer
    } else {
        ValueRepr::Mixed
    };
    TypeKind::ValueEnum(ValueEnum {
        values,
        repr,
        unlisted,
    })
}

/// Whether the schemas state a `type` that has fractions.
fn states_numbers(view: &View<'_>) -> bool {
    let stated = view.schemas().filter_map(|schema| schema.types);
    let common = stated.reduce(TypeSet::intersect);
    common.is_some_and(|types| types.has(JsonType::Number))
}

/// The constraints beside listed values. Bounds add nothing: each value was checked against them when it was
/// listed.
fn constraints_beside_values(view: &View<'_>) -> Constraints {
    let mut constraints = view.constraints();
    if let Some(format) = view.format()
        && (view.types.has(JsonType::String) || view.types.has(JsonType::Integer))
    {
        constraints.add(Constraint::Format(format.to_owned()));
    }
    for keyword in ["anyOf", "oneOf"] {
        if view.has_unions() {
            view.keep(&[keyword], &mut constraints);
        }
    }
    constraints
}
