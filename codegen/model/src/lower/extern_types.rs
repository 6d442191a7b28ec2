//! Puts extern types in the place of schemas and of formats.

use std::collections::HashSet;

use super::Lowerer;
use super::definitions::Body;
use super::inline_name::{Hint, Step};
use super::view::View;
use crate::model::{Extern, Mapped, Replaced, Slot, Type, TypeId, TypeKind};
use cratify_schema::diagnostic::{Code, Diagnostic};
use cratify_schema::graph::{Conjunction, Part};
use cratify_schema::keyword::{JsonType, RUST_TYPE};
use cratify_schema::parse::SchemaId;

/// How deep the arguments of generic types may be nested.
const DEEPEST: usize = 16;

impl<'g> Lowerer<'g, '_> {
    /// Gives a string or a number the extern type that the settings choose for its format.
    pub(super) fn mapped(&mut self, view: &View<'g>, mut slot: Slot) -> Slot {
        let (graph, settings) = (self.graph, self.settings);
        let found = view.formats().find_map(|(keyword, format)| {
            let extern_type = settings.extern_format(graph, &view.leaves, format, &slot.ty)?;
            Some((keyword, format, extern_type))
        });
        if let Some((keyword, format, extern_type)) = found {
            self.usage_log.shape(view, &[keyword]);
            slot.ty = Type::Mapped(Box::new(Mapped {
                extern_type,
                format: format.to_owned(),
                wire: slot.ty,
            }));
        }
        slot
    }

    /// Whether an extern type replaces a schema.
    pub(super) fn is_replaced(&self, id: SchemaId) -> bool {
        self.settings.replacement(id).is_some()
    }

    /// The slot of a conjunction if an extern type replaces one of its schemas.
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

    /// Puts the extern type in the place of a declared type.
    pub(super) fn replace(&mut self, made: TypeId, id: SchemaId) {
        let Some(extern_type) = self.settings.replacement(id) else {
            return;
        };
        self.usage_log.shape_all(&[id], &[RUST_TYPE]);
        let schema = self.model[made].schema.clone();
        let view = self.view(&schema);
        // The types tell whether the value may be null, and are facts of a branch.
        self.usage_log.shape(&view, &["type"]);
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
            owner: def.origin.owner(made),
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

    /// Reports arguments of generic types that are recursive or nested too deeply.
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
                        inner.push(self.model.resolve_alias(*named));
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
                    "the type arguments are recursive or nested too deeply",
                )
                .label("this type contains itself, or has too many levels of arguments")
                .help("give the type as an argument that has no `parameters`"),
            );
        }
    }

    /// A declared type at the point of its use: an extern type does not read null, so it gets an `Option`.
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

    /// Whether a type is an extern type.
    pub(super) fn is_extern(&self, id: TypeId) -> bool {
        matches!(self.model[id].kind, TypeKind::Extern(_))
    }
}
