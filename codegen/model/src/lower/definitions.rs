//! Makes the definitions of types: first an entry of the model without a body, then the body, when its turn
//! in the queue comes.

use std::collections::BTreeSet;

use super::Lowerer;
use super::inline_name::{Hint, Step};
use crate::model::{
    Constraint, Constraints, Direction, Docs, Extras, Origin, Slot, Type, TypeDef, TypeId, TypeKind,
};
use crate::settings::Unstable;
use cratify_schema::graph::{Conjunction, Part};
use cratify_schema::parse::SchemaId;

/// How the body of a queued type is made.
pub(super) enum Body {
    /// From the schema of the type, whichever construct it is.
    Any,
    /// As the object that these schemas describe: the schemas of the type, or the only branch of a union in it.
    Object(Conjunction),
    /// An extern type replaces this schema: only its type arguments are made.
    Parameters(SchemaId),
}

impl Lowerer<'_, '_> {
    /// The type that is declared next.
    fn next_id(&self) -> TypeId {
        TypeId(u32::try_from(self.model.types.len()).expect("fewer than 2^32 types"))
    }

    /// Adds a type without a body.
    pub(super) fn declare(
        &mut self,
        conjunction: Conjunction,
        origin: Origin,
        wire_name: String,
    ) -> TypeId {
        let id = self.next_id();
        let secrecy = self.secrecy(&conjunction);
        let schema = &self.graph.schemas[conjunction.parts[conjunction.principal()].id()];
        let about = conjunction.parts[conjunction.principal()].id();
        let requests = self.requests_of_type(&conjunction);
        let direction = self.direction(&conjunction, about);
        let parts = conjunction.parts.iter().map(|part| part.id());
        let choices = self.settings.choices(&parts.collect::<Vec<_>>());
        self.usage_log.document(about);
        self.model.types.push(TypeDef {
            at: schema.at.clone(),
            schema: conjunction.clone(),
            origin,
            in_place: false,
            wire_name,
            rename: requests.name,
            formerly: requests.formerly,
            extras: Extras {
                attributes: requests.attributes,
                ..Extras::default()
            },
            serde: choices.serde,
            is_unstable: choices.unstable == Unstable::True,
            docs: Docs::from(&schema.annotations),
            usage: None,
            form: None,
            direction,
            kind: TypeKind::Never,
            constraints: Constraints::default(),
            secrecy,
        });
        self.named.insert(conjunction, id);
        if origin == Origin::Named {
            self.by_location.entry(schema.at.clone()).or_insert(id);
        }
        id
    }

    /// The direction in which values of a conjunction are sent, if requests and responses differ.
    fn direction(&self, conjunction: &Conjunction, about: SchemaId) -> Option<Direction> {
        let form = self.graph.form(about)?;
        let parts = conjunction.parts.iter();
        let removed = parts.filter_map(|part| self.graph.removed(part.id()));
        let names: BTreeSet<&String> = removed.flatten().collect();
        let without = names.into_iter().cloned().collect();
        Some(Direction { form, without })
    }

    /// The type of an inline schema, and whether its body is to be made.
    pub(super) fn inline(&mut self, conjunction: &Conjunction, hint: &Hint) -> (TypeId, bool) {
        if let Some(&id) = self.named.get(conjunction) {
            return (id, false);
        }
        if let Some(id) = self.equal_type(conjunction, hint.owner, self.next_id()) {
            self.named.insert(conjunction.clone(), id);
            // The requests of the equal schema hold for this one. Its body is made as well: that logs the outcome of
            // its keywords.
            self.requests_of_type(conjunction);
            return (id, true);
        }
        let id = self.declare(
            conjunction.clone(),
            Origin::Inline(hint.owner),
            hint.wire_name.clone(),
        );
        self.model.types[id.0 as usize].in_place = true;
        (id, true)
    }

    /// Makes the body of a declared type.
    pub(super) fn define(&mut self, id: TypeId, body: &Body) {
        let def = &self.model[id];
        let conjunction = def.schema.clone();
        let owner = def.origin.owner(id);
        let namer = match conjunction.parts[0] {
            // The base has the members of every schema that extends it, so its parts are named after the
            // whole family.
            Part::Base(_) => owner,
            _ => id,
        };
        let hint = Hint {
            owner,
            wire_name: self.model[namer].name_for_parts().into_owned(),
        };
        let (kind, constraints) = match body {
            Body::Parameters(schema) => return self.parameters(id, *schema),
            Body::Object(object) => {
                let view = self.view(object);
                let (kind, added) = self.structure(&view, &hint);
                let mut constraints = self.model[id].constraints.clone();
                constraints.extend(added);
                (kind, constraints)
            }
            // A recursive inline schema: the body was made when it was first reached.
            Body::Any if def.in_place && !matches!(def.kind, TypeKind::Never) => return,
            Body::Any if self.is_family(&conjunction) => self.family(id, &conjunction, &hint),
            Body::Any => match self.existing_type(&conjunction, Some(id)) {
                Some((target, constraints)) => {
                    let ty = self.used_as(target, &conjunction);
                    if constraints.is_empty()
                        && ty == *ty.non_null()
                        && !self.is_secret(&conjunction, &ty)
                    {
                        (TypeKind::Alias(target), constraints)
                    } else {
                        // An alias has no constraints of its own.
                        let parts: Vec<SchemaId> =
                            conjunction.parts.iter().map(|part| part.id()).collect();
                        let keywords: Vec<&'static str> =
                            constraints.iter().map(Constraint::keyword).collect();
                        self.usage_log.shape_all(&parts, &keywords);
                        let slot = Slot::new(ty, constraints);
                        (TypeKind::Newtype(slot), Constraints::default())
                    }
                }
                None => self.body(&conjunction, id, &hint),
            },
        };
        let def = &mut self.model.types[id.0 as usize];
        def.kind = kind;
        def.constraints = constraints;
        self.hide(id);
    }

    /// The body of a type whose schema is not just another named type.
    pub(super) fn body(
        &mut self,
        conjunction: &Conjunction,
        id: TypeId,
        hint: &Hint,
    ) -> (TypeKind, Constraints) {
        let view = self.view(conjunction);
        if self.is_unsatisfiable(&view, conjunction) {
            self.usage_log.shape(&view, &["type", "enum", "const"]);
            return (TypeKind::Never, Constraints::default());
        }
        let nullable = view.null().is_allowed();
        if (nullable && !self.is_literal(&view)) || view.is_plain() {
            // An `Option<T>` or a scalar is a type of a slot; the name becomes a newtype around it.
            let inner = if nullable {
                hint.join(Step::Value)
            } else {
                hint.clone()
            };
            let slot = self.slot_of_view(view, conjunction, &inner);
            return (TypeKind::Newtype(slot), Constraints::default());
        }
        if view.is_struct() {
            return self.structure(&view, hint);
        }
        let slot = self.slot_as(view, conjunction, hint, Some(id));
        match slot.ty {
            Type::Named(made) if made == id => {
                let def = &self.model[id];
                (def.kind.clone(), slot.constraints)
            }
            _ => (TypeKind::Newtype(slot), Constraints::default()),
        }
    }
}
