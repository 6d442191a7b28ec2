//! What must not be shown: `format: password`, `x-sensitive` and `x-secret`.
//!
//! A schema is *marked* where it says so itself, and *reaches* a mark where something that it
//! describes is marked. A value that keeps its structure in Rust is hidden where the mark is; one
//! that is kept as it came is hidden as a whole if a mark can be reached at all.

use super::{Lowerer, Uses};
use crate::model::{Secrecy, Type, TypeId, TypeKind, UnknownMembers};
use cratify_schema::graph::Conjunction;
use cratify_schema::graph::Graph;
use cratify_schema::keyword::MARKS;
use cratify_schema::parse::{Schema, SchemaId};
use cratify_schema::source::Value;

/// The marks of all schemas.
pub(super) struct Secrets {
    /// Schemas that are marked or reach a mark; empty where the document has none.
    reaching: Vec<bool>,
}

impl Secrets {
    /// Finds the marks, and what reaches them: against the direction of each edge, from a queue.
    pub(super) fn find(graph: &Graph<'_>, uses: &mut Uses) -> Self {
        let marked: Vec<SchemaId> = graph
            .schemas
            .ids()
            .filter(|id| is_marked(&graph.schemas[*id]))
            .collect();
        if marked.is_empty() {
            return Self {
                reaching: Vec::new(),
            };
        }
        uses.shape_all(&marked, &MARKS);
        let by_format = marked
            .iter()
            .copied()
            .filter(|id| is_password(&graph.schemas[*id]));
        uses.shape_all(&by_format.collect::<Vec<_>>(), &["format"]);
        let mut users: Vec<Vec<SchemaId>> = vec![Vec::new(); graph.schemas.len()];
        for id in graph.schemas.ids() {
            let extending = graph.inheritance.children(id).iter().copied();
            for child in children(&graph.schemas[id]).chain(extending) {
                users[child.index()].push(id);
            }
        }
        let mut reaching = vec![false; graph.schemas.len()];
        let mut open = marked;
        while let Some(id) = open.pop() {
            if !std::mem::replace(&mut reaching[id.index()], true) {
                open.extend(&users[id.index()]);
            }
        }
        Self { reaching }
    }

    /// Whether the document has no mark at all.
    fn none(&self) -> bool {
        self.reaching.is_empty()
    }

    /// Whether the schema is marked, or something that it describes is.
    fn reach(&self, id: SchemaId) -> bool {
        self.reaching.get(id.index()).copied().unwrap_or_default()
    }
}

impl Lowerer<'_, '_> {
    /// What of the values of a type is a secret, as far as its schema alone can say.
    pub(super) fn secrecy(&mut self, conjunction: &Conjunction) -> Secrecy {
        if self.secrets.none() {
            return Secrecy::Open;
        }
        if self.is_marked(conjunction) {
            return Secrecy::Whole;
        }
        let reaches = conjunction
            .parts
            .iter()
            .any(|part| self.secrets.reach(part.id()));
        if reaches {
            Secrecy::Part
        } else {
            Secrecy::Open
        }
    }

    /// Whether a value must not be shown where it is used: its type alone does not see to that.
    pub(super) fn is_secret(&mut self, conjunction: &Conjunction, ty: &Type) -> bool {
        if self.secrets.none() {
            return false;
        }
        let named = match ty.non_null() {
            Type::Named(id) if !self.is_extern(*id) => Some(*id),
            _ => None,
        };
        if let Some(id) = named {
            // What the type's own schemas say, it knows itself.
            let own = self.model[id].schema.clone();
            let beside = self.view(conjunction).leaves;
            let inside = self.view(&own).leaves;
            return beside
                .iter()
                .any(|leaf| is_marked(&self.graph.schemas[*leaf]) && !inside.contains(leaf));
        }
        self.is_marked(conjunction)
            || self.hides_a_mark(conjunction)
            || self.keeps_json(ty)
                && conjunction
                    .parts
                    .iter()
                    .any(|part| self.secrets.reach(part.id()))
    }

    /// Takes what its body has become into the secrecy of a type.
    pub(super) fn hide(&mut self, id: TypeId) {
        let def = &self.model[id];
        if def.secrecy != Secrecy::Part {
            return;
        }
        let conjunction = def.schema.clone();
        let hidden = match &def.kind {
            TypeKind::Newtype(slot) => {
                let (secret, ty) = (slot.has_secret(), slot.ty.clone());
                secret || self.is_secret(&conjunction, &ty)
            }
            TypeKind::StringEnum(_) | TypeKind::ValueEnum(_) => self.hides_a_mark(&conjunction),
            TypeKind::Struct(_) | TypeKind::Union(_) => self.constraints_reach(&conjunction),
            // Where they are used, these are looked at.
            TypeKind::Alias(_) | TypeKind::Extern(_) | TypeKind::Never => false,
        };
        let patterned = self.patterns_reach(&conjunction);
        let def = &mut self.model.types[id.0 as usize];
        if hidden {
            def.secrecy = Secrecy::Whole;
        }
        if let TypeKind::Struct(object) = &mut def.kind
            && let UnknownMembers::Kept(_, slot) = &mut object.unknown
        {
            slot.secret |= patterned;
            // A member that is required without being described may match a pattern.
            for field in &mut object.fields {
                field.slot.secret |= patterned && field.slot.ty == Type::Any;
            }
        }
    }

    /// Whether a mark is where no type of its own will have it: in a branch that is not told from
    /// the others, or in a schema that only restricts.
    fn hides_a_mark(&mut self, conjunction: &Conjunction) -> bool {
        let view = self.view(conjunction);
        let mut branches = view.unions.iter().flat_map(|union| union.branches);
        branches.any(|id| self.secrets.reach(*id))
            || self.constraints_reach(conjunction)
            || self.patterns_reach(conjunction)
    }

    /// Whether a schema that only restricts has a mark in it.
    fn constraints_reach(&mut self, conjunction: &Conjunction) -> bool {
        let view = self.view(conjunction);
        let mut constraints = view
            .schemas()
            .flat_map(|schema| schema.rule_schemas.values().flatten());
        constraints.any(|id| self.secrets.reach(*id))
    }

    /// Whether a schema for names that match a pattern has a mark in it.
    fn patterns_reach(&mut self, conjunction: &Conjunction) -> bool {
        let view = self.view(conjunction);
        let mut schemas = view
            .schemas()
            .flat_map(|schema| schema.object.pattern_properties.values());
        schemas.any(|id| self.secrets.reach(*id))
    }

    /// Whether the JSON is kept in the value as it came, or in a type of another crate, so that it is shown
    /// as a whole or not at all.
    fn keeps_json(&self, ty: &Type) -> bool {
        match ty.non_null() {
            Type::List(slot) | Type::Map(_, slot) => self.keeps_json(&slot.ty),
            Type::Named(id) => self.is_extern(*id),
            Type::Tuple(_) => false,
            _ => true,
        }
    }

    /// Whether one of the schemas that hold for a value is marked.
    fn is_marked(&mut self, conjunction: &Conjunction) -> bool {
        let view = self.view(conjunction);
        view.schemas().any(is_marked)
    }
}

/// Whether a schema says of itself that its values must not be shown. What is said wrongly counts:
/// the reader has reported it, and nothing is shown that might have been meant.
fn is_marked(schema: &Schema) -> bool {
    is_password(schema)
        || MARKS.iter().any(|name| {
            schema
                .extensions
                .get(*name)
                .is_some_and(|value| *value != Value::Bool(false))
        })
}

fn is_password(schema: &Schema) -> bool {
    schema.format.as_deref() == Some("password")
}

/// The schemas that a schema has in it or refers to.
fn children(schema: &Schema) -> impl Iterator<Item = SchemaId> {
    schema.targets().chain(schema.subschemas())
}
