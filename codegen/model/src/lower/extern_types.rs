//! Types of other crates: in the place of schemas, and of formats.

use std::collections::HashSet;

use super::name::Hint;
use super::view::View;
use super::{Body, Lowerer};
use crate::analyze::resolve_alias;
use crate::model::{Extern, Mapped, Origin, Replaced, Slot, Type, TypeId, TypeKind};
use crate::names::Step;
use cratify_schema::diagnostic::{Code, Diagnostic};
use cratify_schema::graph::{Conjunction, Part};
use cratify_schema::keyword::{JsonType, RUST_TYPE};
use cratify_schema::parse::SchemaId;

/// How deep the arguments of generic types may go.
const DEEPEST: usize = 16;

impl<'g> Lowerer<'g, '_> {
    /// A string or number, whose format may have become a type of another crate.
    pub(super) fn mapped(&mut self, view: &View<'g>, mut slot: Slot) -> Slot {
        let (graph, settings) = (self.graph, self.settings);
        let found = view.formats().find_map(|(keyword, format)| {
            let extern_type = settings.extern_format(graph, &view.leaves, format, &slot.ty)?;
            Some((keyword, format, extern_type))
        });
        if let Some((keyword, format, extern_type)) = found {
            self.uses.shape(view, &[keyword]);
            slot.ty = Type::Mapped(Box::new(Mapped {
                extern_type,
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
        let Some(extern_type) = self.settings.replacement(id) else {
            return;
        };
        self.uses.shape_all(&[id], &[RUST_TYPE]);
        let schema = self.model[made].schema.clone();
        let view = self.view(&schema);
        // They say whether the value may be null, and what a union knows it by.
        self.uses.shape(&view, &["type"]);
        self.model.types[made.0 as usize].kind = TypeKind::Extern(Box::new(Replaced {
            extern_type: Extern::clone(extern_type),
            parameters: Vec::new(),
            nullable: view.names_null(),
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
            let hint = hint.join(Step::Parameter(index));
            self.slot(&Conjunction::whole(*id), &hint)
        });
        let slots: Vec<Slot> = slots.collect();
        if let TypeKind::Extern(replaced) = &mut self.model.types[made.0 as usize].kind {
            replaced.parameters = slots;
        }
    }

    /// Says where the arguments of a generic type go on without an end, or as good as without one.
    pub(super) fn report_nesting(&mut self) {
        let mut open: Vec<(TypeId, Vec<TypeId>)> = Vec::new();
        for (id, def) in self.model.iter() {
            let TypeKind::Extern(replaced) = &def.kind else {
                continue;
            };
            let mut inner = Vec::new();
            for slot in &replaced.parameters {
                slot.ty.visit(&mut |ty| {
                    if let Type::Named(named) = ty {
                        inner.push(resolve_alias(&self.model, *named));
                    }
                });
            }
            open.push((id, inner));
        }
        for _ in 0..DEEPEST {
            let deeper: HashSet<TypeId> = open.iter().map(|(id, _)| *id).collect();
            open.retain(|(_, inner)| inner.iter().any(|id| deeper.contains(id)));
        }
        for (id, _) in open {
            let at = self.model[id].at.join(RUST_TYPE);
            self.diagnostics.push(
                Diagnostic::error(
                    Code::TooComplex,
                    at.key(),
                    "the arguments of this type have arguments in turn, and no end is near",
                )
                .label("a type within itself, or nested too deeply")
                .help("give the type as an argument that has no `parameters`"),
            );
        }
    }

    /// A named type where it is used: one of another crate knows nothing of null.
    pub(super) fn used_as(&self, id: TypeId, conjunction: &Conjunction) -> Type {
        let ty = Type::Named(id);
        match &self.model[id].kind {
            TypeKind::Extern(replaced)
                if replaced.nullable && conjunction.mask.has(JsonType::Null) =>
            {
                ty.or_null()
            }
            _ => ty,
        }
    }

    /// Whether a type is one of another crate.
    pub(super) fn is_extern(&self, id: TypeId) -> bool {
        matches!(self.model[id].kind, TypeKind::Extern(_))
    }
}
