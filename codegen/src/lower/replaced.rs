//! Schemas that types of other crates take the place of, and what is then not needed any more.

use std::collections::HashSet;

use super::name::Hint;
use super::view::View;
use super::{Body, Lowerer};
use crate::graph::Graph;
use crate::model::{
    Conjunction, Foreign, Mapped, Origin, Part, Replaced, Slot, Type, TypeId, TypeKind,
};
use crate::schema::{JsonType, RUST_TYPE, SchemaId, TypeSet};
use crate::settings::Resolved;

impl<'g> Lowerer<'g, '_> {
    /// A string or number, whose format may have become a type of another crate.
    pub(super) fn mapped(&mut self, view: &View<'g>, mut slot: Slot) -> Slot {
        let Some(format) = view.format() else {
            return slot;
        };
        let settings = self.settings;
        let foreign = settings.foreign_format(self.graph, &view.leaves, format, &slot.ty);
        if let Some(foreign) = foreign {
            self.uses.shape(view, &["format"]);
            slot.ty = Type::Mapped(Box::new(Mapped {
                foreign,
                format: format.to_owned(),
                wire: slot.ty,
            }));
        }
        slot
    }

    /// Whether a type of another crate takes the place of a schema.
    pub(super) fn is_replaced(&self, id: SchemaId) -> bool {
        self.settings.replacement(id).is_some()
    }

    /// What stands at a place where a type of another crate takes the place of the schema, or of one of the
    /// schemas that describe the value there.
    pub(super) fn replaced(&mut self, conjunction: &Conjunction, hint: &Hint) -> Option<Slot> {
        let whole = |part: &Part| matches!(part, Part::Whole(_));
        if !conjunction.parts.iter().all(whole) {
            return None;
        }
        let mut parts = conjunction.parts.iter();
        let id = parts.find_map(|part| self.is_replaced(part.id()).then(|| part.id()))?;
        let (made, new) = self.inline(conjunction, hint);
        if new {
            self.replace(made, id);
        }
        Some(Slot::of(self.used_as(made, conjunction)))
    }

    /// Puts the type of another crate into the place of a declared one.
    pub(super) fn replace(&mut self, made: TypeId, id: SchemaId) {
        let Some(foreign) = self.settings.replacement(id) else {
            return;
        };
        self.uses.shape_all(&[id], &[RUST_TYPE]);
        let schema = self.model[made].schema.clone();
        let types = self.view(&schema).types;
        self.model.types[made.0 as usize].kind = TypeKind::Foreign(Box::new(Replaced {
            foreign: Foreign::clone(foreign),
            parameters: Vec::new(),
            nullable: types != TypeSet::ALL && types.has(JsonType::Null),
        }));
        if !self.graph.schemas[id].rust_parameters.is_empty() {
            self.queue.push_back((made, Body::Parameters(id)));
        }
    }

    /// Makes the types of the arguments of a generic type.
    pub(super) fn parameters(&mut self, made: TypeId, id: SchemaId) {
        let def = &self.model[made];
        let hint = Hint {
            owner: match def.origin {
                Origin::Named => made,
                Origin::Inline(owner) => owner,
            },
            wire_name: def.wire_name.clone(),
        };
        let graph = self.graph;
        let parameters = graph.schemas[id].rust_parameters.iter().enumerate();
        let slots = parameters.map(|(index, id)| {
            let hint = hint.join(&format!("parameter {}", index + 1));
            self.slot(&Conjunction::whole(*id), &hint)
        });
        let slots: Vec<Slot> = slots.collect();
        if let TypeKind::Foreign(replaced) = &mut self.model.types[made.0 as usize].kind {
            replaced.parameters = slots;
        }
    }

    /// A named type where it is used: one of another crate knows nothing of null.
    pub(super) fn used_as(&self, id: TypeId, conjunction: &Conjunction) -> Type {
        let ty = Type::Named(id);
        match &self.model[id].kind {
            TypeKind::Foreign(replaced)
                if replaced.nullable && conjunction.mask.has(JsonType::Null) =>
            {
                ty.or_null()
            }
            _ => ty,
        }
    }

    /// Whether a type is one of another crate.
    pub(super) fn is_foreign(&self, id: TypeId) -> bool {
        matches!(self.model[id].kind, TypeKind::Foreign(_))
    }
}

/// The named schemas that only schemas with a type of another crate lead to: nothing else needs a type
/// for them. One that leads back to such a schema has a use beside it, and stays.
pub(super) fn needless(graph: &Graph<'_>, settings: &Resolved) -> HashSet<SchemaId> {
    let replaced: Vec<SchemaId> = graph
        .schemas
        .ids()
        .filter(|id| settings.replacement(*id).is_some())
        .collect();
    if replaced.is_empty() {
        return HashSet::new();
    }
    let stop: HashSet<SchemaId> = replaced.iter().copied().collect();
    let within = |id: SchemaId| {
        let schema = &graph.schemas[id];
        let parameters = schema.rust_parameters.iter().copied();
        schema.targets().chain(schema.inner()).filter(move |inner| {
            // The arguments of a generic type are needed like any other type.
            !parameters.clone().any(|parameter| parameter == *inner)
        })
    };
    let inside = reach(replaced.iter().flat_map(|id| within(*id)), |id| {
        within(id).collect()
    });
    let roots: Vec<SchemaId> = graph.roots.iter().map(|root| root.schema).collect();
    let own = roots.iter().copied().filter(|id| !inside.contains(id));
    let parameters = replaced
        .iter()
        .flat_map(|id| graph.schemas[*id].rust_parameters.iter().copied());
    let used = reach(own.chain(parameters), |id| {
        if stop.contains(&id) {
            Vec::new()
        } else {
            let schema = &graph.schemas[id];
            schema.targets().chain(schema.inner()).collect()
        }
    });
    let unused = roots
        .into_iter()
        .filter(|id| inside.contains(id) && !used.contains(id) && !stop.contains(id));
    let leads_back = |id: &SchemaId| {
        let all = reach(std::iter::once(*id), |id| {
            let schema = &graph.schemas[id];
            schema.targets().chain(schema.inner()).collect()
        });
        all.iter().any(|id| stop.contains(id))
    };
    unused.filter(|id| !leads_back(id)).collect()
}

/// Everything that can be reached from some schemas, them included.
fn reach(
    from: impl Iterator<Item = SchemaId>,
    next: impl Fn(SchemaId) -> Vec<SchemaId>,
) -> HashSet<SchemaId> {
    let mut found = HashSet::new();
    let mut open: Vec<SchemaId> = from.collect();
    while let Some(id) = open.pop() {
        if found.insert(id) {
            open.extend(next(id));
        }
    }
    found
}
