//! Objects: structs, maps and free-form objects.

use super::name::Hint;
use super::view::View;
use super::{Body, Lowerer, push_unique};
use crate::model::{
    Applicator, Constraint, Constraints, Docs, Field, Others, Presence, Slot, Struct, Type, TypeId,
    TypeKind, UnknownMembers,
};
use crate::names::Step;
use crate::settings::{self, MapType, NullMembers};
use cratify_schema::graph::{Conjunction, Part};
use cratify_schema::keyword::TypeSet;
use cratify_schema::parse::{Schema, SchemaId};
use cratify_schema::source::Value;

impl<'g> Lowerer<'g, '_> {
    /// `type: object`.
    pub(super) fn object(
        &mut self,
        view: &View<'g>,
        conjunction: &Conjunction,
        hint: &Hint,
        own: Option<TypeId>,
    ) -> Slot {
        if view.has_members() {
            if let Some(id) = own {
                let body = Body::Object(conjunction.clone());
                self.queue.push_back((id, body));
                return Slot::of(Type::Named(id));
            }
            let (id, new) = self.inline(conjunction, hint);
            if new {
                let body = Body::Object(conjunction.clone());
                self.queue.push_back((id, body));
            }
            return Slot::of(Type::Named(id));
        }
        let mut constraints = view.constraints_with_format();
        add_required(view, &mut constraints);
        let patterns = view
            .schemas()
            .flat_map(|schema| schema.object.pattern_properties.values());
        let patterns: Vec<SchemaId> = patterns.copied().collect();
        if !patterns.is_empty() {
            return self.patterned_map(view, &patterns, constraints, hint);
        }
        match self.additional(view, hint) {
            Some(slot) if slot != Slot::of(Type::Any) => {
                Slot::new(Type::Map(self.map_type(view), Box::new(slot)), constraints)
            }
            _ => Slot::new(Type::Object, constraints),
        }
    }

    /// `patternProperties` without `properties`: a map of their type where it is the only one.
    fn patterned_map(
        &mut self,
        view: &View<'g>,
        patterns: &[SchemaId],
        mut constraints: Constraints,
        hint: &Hint,
    ) -> Slot {
        view.keep(
            &["patternProperties", "additionalProperties"],
            &mut constraints,
        );
        let closed = view.schemas().any(|schema| self.is_closed(schema));
        if let ([only], true) = (patterns, closed) {
            self.uses
                .shape(view, &["patternProperties", "additionalProperties"]);
            let slot = self.slot(&Conjunction::whole(*only), &hint.join(Step::Value));
            let value = Box::new(Slot::of(slot.ty));
            return Slot::new(Type::Map(self.map_type(view), value), constraints);
        }
        Slot::new(Type::Object, constraints)
    }

    /// What all `additionalProperties` of the view say of a member that is not known.
    fn additional(&mut self, view: &View<'g>, hint: &Hint) -> Option<Slot> {
        let mut parts = Vec::new();
        for schema in view.schemas() {
            if let Some(additional) = schema.object.additional {
                push_unique(&mut parts, Part::Whole(additional));
            }
        }
        if parts.is_empty() {
            return None;
        }
        self.uses.shape(view, &["additionalProperties"]);
        Some(self.element(
            &Conjunction {
                parts,
                mask: TypeSet::ALL,
            },
            &hint.join(Step::Value),
        ))
    }

    /// The map that was chosen for the value of a view.
    fn map_type(&self, view: &View<'g>) -> MapType {
        self.choices(view).map_type
    }

    fn is_closed(&self, schema: &Schema) -> bool {
        schema
            .object
            .additional
            .is_some_and(|id| self.graph.schemas[id].boolean == Some(false))
    }

    /// An object with known members, as a struct.
    pub(super) fn structure(&mut self, view: &View<'g>, hint: &Hint) -> (TypeKind, Constraints) {
        self.uses.shape(view, &["type", "properties", "required"]);
        let mut constraints = view.constraints_with_format();
        let mut required: Vec<&str> = Vec::new();
        let mut names: Vec<&str> = Vec::new();
        for schema in view.schemas() {
            for name in schema.object.properties.keys() {
                push_unique(&mut names, name.as_str());
            }
        }
        for schema in view.schemas() {
            for name in &schema.object.required {
                push_unique(&mut required, name.as_str());
                push_unique(&mut names, name.as_str());
            }
        }
        let mut fields = Vec::with_capacity(names.len());
        for name in &names {
            if let Some(field) =
                self.field(view, name, required.contains(name), hint, &mut constraints)
            {
                fields.push(field);
            }
        }
        let (others, unknown) = self.unknown_members(view, &mut constraints, hint);
        if others == Others::Allowed {
            fields.extend(self.conditional_fields(view, &names));
        }
        let object = Struct {
            fields,
            unknown,
            others,
        };
        (TypeKind::Struct(object), constraints)
    }

    fn field(
        &mut self,
        view: &View<'g>,
        name: &str,
        required: bool,
        hint: &Hint,
        constraints: &mut Constraints,
    ) -> Option<Field> {
        let mut parts = Vec::new();
        let mut described: Option<SchemaId> = None;
        for schema in view.schemas() {
            let object = &schema.object;
            let (applies, listed) = match object.properties.get(name) {
                Some(id) => (Some(*id), true),
                // A pattern may match the name; then `additionalProperties` does not apply.
                None if object.pattern_properties.is_empty() => (object.additional, false),
                None => (None, false),
            };
            if let Some(id) = applies {
                if !listed {
                    self.uses.shape(view, &["additionalProperties"]);
                }
                push_unique(&mut parts, Part::Whole(id));
                if listed && described.is_none() {
                    described = Some(id);
                }
            }
        }
        if parts.len() > 1 {
            // What is true of everything says nothing beside the others.
            parts.retain(|part| self.graph.schemas[part.id()].boolean != Some(true));
        }
        let forbidden = parts
            .iter()
            .any(|part| self.graph.schemas[part.id()].boolean == Some(false));
        if forbidden && !required {
            let absent = std::iter::once(Constraint::Absent(name.to_owned()));
            constraints.add(Constraint::All(vec![absent.collect()]));
            return None;
        }
        let mut constant = None;
        let distinct = !required && self.is_null_distinct(view, &parts);
        let slot = if parts.is_empty() {
            Slot::of(Type::Any)
        } else {
            let member = Conjunction {
                parts,
                mask: TypeSet::ALL,
            };
            constant = self.constant(&member);
            self.slot(&member, &hint.join(Step::Named(name)))
        };
        // What a type of another crate is by default, its own crate decides.
        constant = constant.filter(|_| !matches!(slot.ty, Type::Named(id) if self.is_extern(id)));
        let docs = described.map(|id| self.annotations(id)).unwrap_or_default();
        let (rename, attributes) = described
            .map(|id| self.requests_of_place(id, &["x-rust-field-name", "x-rust-name"]))
            .unwrap_or_default();
        let presence = match Self::presence(&slot, constant.as_ref(), &docs, required) {
            Presence::Optional if distinct => Presence::NullOrAbsent,
            presence => presence,
        };
        if let (Presence::Defaulted, Some(id)) = (presence, described) {
            self.uses.shape_all(&[id], &["default"]);
        }
        Some(Field {
            wire_name: name.to_owned(),
            under_condition: false,
            rename,
            attributes,
            presence,
            slot,
            docs,
        })
    }

    /// Whether a member may be null, and that is not to be taken for absent.
    fn is_null_distinct(&mut self, view: &View<'g>, parts: &[Part]) -> bool {
        // What the member says of itself comes before what is said of the object.
        let mut schemas: Vec<SchemaId> = parts.iter().map(|part| part.id()).collect();
        schemas.extend(&view.leaves);
        self.settings.choices(&schemas).null_members == NullMembers::Distinct
            && parts
                .iter()
                .all(|part| self.possible.null(part.id()).is_allowed())
    }

    /// A member with one known value fills itself: in `new`, and where it may be absent and its
    /// default says so, in decoding too.
    fn presence(slot: &Slot, constant: Option<&Value>, docs: &Docs, required: bool) -> Presence {
        let constant = constant.filter(|_| matches!(slot.ty, Type::Named(_)));
        match (constant, required) {
            (Some(value), false) if docs.default.as_ref() == Some(value) => Presence::Defaulted,
            (Some(_), true) => Presence::Fixed,
            (_, true) => Presence::Required,
            (_, false) => Presence::Optional,
        }
    }

    fn unknown_members(
        &mut self,
        view: &View<'g>,
        constraints: &mut Constraints,
        hint: &Hint,
    ) -> (Others, UnknownMembers) {
        let patterned = view
            .schemas()
            .any(|schema| !schema.object.pattern_properties.is_empty());
        if patterned {
            // Which pattern a name matches is known to strict reading alone.
            view.keep(&["patternProperties", "additionalProperties"], constraints);
            self.uses.shape(view, &["patternProperties"]);
            let kept = UnknownMembers::Kept(self.map_type(view), Slot::of(Type::Any));
            return (Others::Described, kept);
        }
        let others = if view.schemas().any(|schema| self.is_closed(schema)) {
            self.uses.shape(view, &["additionalProperties"]);
            Others::Forbidden
        } else if let Some(slot) = self.additional(view, hint) {
            return (
                Others::Described,
                UnknownMembers::Kept(self.map_type(view), slot),
            );
        } else {
            Others::Allowed
        };
        let unevaluated = constraints.subschema(Applicator::UnevaluatedProperties);
        if unevaluated.is_some_and(|id| self.graph.schemas[id].boolean != Some(false)) {
            // Which members it is about is known to strict reading alone.
            self.uses.shape(view, &["unevaluatedProperties"]);
            let kept = UnknownMembers::Kept(self.map_type(view), Slot::of(Type::Any));
            return (others, kept);
        }
        let unknown = match self.choices(view).unknown_members {
            settings::UnknownMembers::Drop => UnknownMembers::Dropped,
            settings::UnknownMembers::Keep => {
                UnknownMembers::Kept(self.map_type(view), Slot::of(Type::Any))
            }
            settings::UnknownMembers::Refuse => UnknownMembers::Refused,
        };
        (others, unknown)
    }
}

/// Members that must be there without being described.
fn add_required(view: &View<'_>, constraints: &mut Constraints) {
    let mut required = Vec::new();
    for schema in view.schemas() {
        for name in &schema.object.required {
            push_unique(&mut required, name.clone());
        }
    }
    if !required.is_empty() {
        constraints.add(Constraint::Required(required));
    }
}
