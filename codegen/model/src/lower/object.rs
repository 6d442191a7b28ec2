//! Turns objects without properties into maps and free-form objects, and decides how the unknown
//! members of every object are treated.

use std::collections::BTreeSet;

use super::definitions::Body;
use super::inline_name::{Hint, Step};
use super::view::View;
use super::{Lowerer, push_unique};
use crate::model::{Constraint, Constraints, Map, Others, Slot, Type, TypeId, UnknownMembers};
use crate::settings::{self, MapKeys, MapType};
use cratify_schema::graph::{Conjunction, Part};
use cratify_schema::parse::{Schema, SchemaId};
use cratify_schema::source::Value;

impl<'g> Lowerer<'g, '_> {
    /// The slot of an object.
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
            Some(slot) if slot != Slot::of(Type::Any) => self.map(view, slot, constraints, hint),
            _ => Slot::new(Type::Object, constraints),
        }
    }

    /// A map for `patternProperties` without `properties`, if all members have one type.
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
            self.usage_log
                .shape(view, &["patternProperties", "additionalProperties"]);
            let slot = self.slot(&Conjunction::whole(*only), &hint.join(Step::Value));
            return self.map(view, Slot::of(slot.ty), constraints, hint);
        }
        Slot::new(Type::Object, constraints)
    }

    /// The element type of `additionalProperties`, of all schemas of the view.
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
        self.usage_log.shape(view, &["additionalProperties"]);
        Some(self.element(&Conjunction::of(parts), &hint.join(Step::Value)))
    }

    /// A map to these values.
    fn map(&mut self, view: &View<'g>, value: Slot, constraints: Constraints, hint: &Hint) -> Slot {
        let map = Map {
            ty: self.map_type(view),
            key: self.key(view, hint).map(Box::new),
        };
        Slot::new(Type::Map(map, Box::new(value)), constraints)
    }

    /// The enum of the names that `propertyNames` lists, if the settings choose it as the type of keys.
    fn key(&mut self, view: &View<'g>, hint: &Hint) -> Option<Type> {
        if self.choices(view).map_keys != MapKeys::Enum {
            return None;
        }
        let names = view
            .schemas()
            .filter_map(|schema| schema.rule_schemas.get("propertyNames"));
        let mut parts = Vec::new();
        for id in names.flatten() {
            push_unique(&mut parts, Part::Whole(*id));
        }
        let names = Conjunction::of(parts);
        if !self.lists_strings(&names) {
            return None;
        }
        self.usage_log.shape(view, &["propertyNames"]);
        Some(self.slot(&names, &hint.join(Step::Named("key"))).ty)
    }

    /// Whether the type of a conjunction is an enum of strings, and no extern type.
    fn lists_strings(&mut self, conjunction: &Conjunction) -> bool {
        let view = self.view(conjunction);
        let values = view.values.as_deref().unwrap_or_default();
        let mut schemas = conjunction.wholes().chain(view.leaves.iter().copied());
        !values.is_empty()
            && values.iter().all(Value::is_string)
            && !schemas.any(|id| self.is_replaced(id))
    }

    /// The map type that the settings choose for a view.
    fn map_type(&self, view: &View<'g>) -> MapType {
        self.choices(view).map_type
    }

    fn is_closed(&self, schema: &Schema) -> bool {
        schema
            .object
            .additional
            .is_some_and(|id| self.graph.schemas[id].boolean == Some(false))
    }

    pub(super) fn unknown_members(
        &mut self,
        view: &View<'g>,
        constraints: &mut Constraints,
        hint: &Hint,
    ) -> (Others, UnknownMembers) {
        let patterned = view
            .schemas()
            .any(|schema| !schema.object.pattern_properties.is_empty());
        if patterned {
            // Only strict reading knows which pattern a name matches.
            let describing = view.schemas().filter(|schema| {
                let object = &schema.object;
                !object.properties.is_empty()
                    || !object.pattern_properties.is_empty()
                    || object.additional.is_some()
            });
            if describing.count() == 1 {
                view.keep(&["patternProperties", "additionalProperties"], constraints);
            } else {
                // The members that one schema lists are others for the next one.
                let keywords = ["properties", "patternProperties", "additionalProperties"];
                view.keep_apart(&keywords, constraints);
            }
            self.usage_log.shape(view, &["patternProperties"]);
            let kept = UnknownMembers::Kept(self.map_type(view), Slot::of(Type::Any));
            // A description of all members would evaluate them.
            let others = if view.restricts_unevaluated() {
                self.usage_log.shape(view, &["unevaluatedProperties"]);
                Others::Allowed
            } else {
                Others::Described
            };
            return (others, kept);
        }
        let others = if view.schemas().any(|schema| self.is_closed(schema)) {
            self.usage_log.shape(view, &["additionalProperties"]);
            Others::Forbidden
        } else if let Some(slot) = self.additional(view, hint) {
            return (
                Others::Described,
                UnknownMembers::Kept(self.map_type(view), slot),
            );
        } else {
            Others::Allowed
        };
        let mut schemas = view.schemas();
        let describes_unevaluated = schemas.any(|schema| {
            let subschemas = schema.rule_schemas.get("unevaluatedProperties");
            let mut subschemas = subschemas.into_iter().flatten();
            subschemas.any(|id| self.graph.schemas[*id].boolean != Some(false))
        });
        if describes_unevaluated {
            // Only strict reading knows which members are evaluated.
            self.usage_log.shape(view, &["unevaluatedProperties"]);
            let kept = UnknownMembers::Kept(self.map_type(view), Slot::of(Type::Any));
            return (others, kept);
        }
        let unknown = match self.choices(view).unknown_members {
            settings::UnknownMembers::Recorded => UnknownMembers::Recorded {
                except: self.members_of_other_form(view),
            },
            settings::UnknownMembers::Drop => UnknownMembers::Dropped,
            settings::UnknownMembers::Keep => {
                UnknownMembers::Kept(self.map_type(view), Slot::of(Type::Any))
            }
            settings::UnknownMembers::Refuse => UnknownMembers::Refused,
        };
        (others, unknown)
    }

    /// The members that the schemas of a form lack, and the document describes.
    fn members_of_other_form(&self, view: &View<'g>) -> Vec<String> {
        let lacking = view.leaves.iter().filter_map(|id| self.graph.removed(*id));
        let names: BTreeSet<&String> = lacking.flatten().collect();
        names.into_iter().cloned().collect()
    }
}

/// Adds required members that no property describes.
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
