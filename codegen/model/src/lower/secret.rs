//! Finds the values that must not be shown: `format: password`, `x-sensitive` and `x-secret`.
//!
//! A schema is *marked* if it has such a keyword itself. It *reaches* a mark if a schema in it or behind it
//! is marked. A value that has a structure in Rust hides only the marked part. A value that is kept as JSON
//! is hidden as a whole if it reaches a mark.

use super::{Lowerer, UsageLog};
use crate::model::{Secrecy, Type, TypeId, TypeKind, UnknownMembers};
use cratify_schema::graph::Conjunction;
use cratify_schema::graph::Graph;
use cratify_schema::keyword::MARKS;
use cratify_schema::parse::{Schema, SchemaId};
use cratify_schema::source::Value;

/// The marks of all schemas.
pub(super) struct Secrets {
    /// Whether each schema is marked or reaches a mark; empty if the document has no mark.
    reaching: Vec<bool>,
}

impl Secrets {
    /// Finds the marks, and follows references and subschemas backwards from each mark.
    pub(super) fn find(graph: &Graph<'_>, usage_log: &mut UsageLog) -> Self {
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
        usage_log.shape_all(&marked, &MARKS);
        let by_format = marked
            .iter()
            .copied()
            .filter(|id| is_password(&graph.schemas[*id]));
        usage_log.shape_all(&by_format.collect::<Vec<_>>(), &["format"]);
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

    /// Whether the schema is marked or reaches a mark.
    fn reach(&self, id: SchemaId) -> bool {
        self.reaching.get(id.index()).copied().unwrap_or_default()
    }
}

impl Lowerer<'_, '_> {
    /// The secrecy of a type, as far as its schema alone gives it.
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

    /// Whether a value must not be shown at the point of its use, beyond what its type hides itself.
    pub(super) fn is_secret(&mut self, conjunction: &Conjunction, ty: &Type) -> bool {
        if self.secrets.none() {
            return false;
        }
        let named = match ty.non_null() {
            Type::Named(id) if !self.is_extern(*id) => Some(*id),
            _ => None,
        };
        if let Some(id) = named {
            // The type hides what its own schemas mark.
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

    /// Adds what the body of a type hides to its secrecy.
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
            // Their secrecy is decided where they are used.
            TypeKind::Alias(_) | TypeKind::Extern(_) | TypeKind::Never => false,
            // It was an enum before, without a secret.
            TypeKind::Constant(_) => false,
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
            // A pattern may match the name of a member that is required without a property.
            for field in &mut object.fields {
                field.slot.secret |= patterned && field.slot.ty == Type::Any;
            }
        }
    }

    /// Whether a mark is where no type covers it: in a branch of a union that is kept as JSON, or in a schema
    /// that only restricts.
    fn hides_a_mark(&mut self, conjunction: &Conjunction) -> bool {
        let view = self.view(conjunction);
        let mut branches = view.unions.iter().flat_map(|union| union.branches);
        branches.any(|id| self.secrets.reach(*id))
            || self.constraints_reach(conjunction)
            || self.patterns_reach(conjunction)
    }

    /// Whether a schema that only restricts reaches a mark.
    fn constraints_reach(&mut self, conjunction: &Conjunction) -> bool {
        let view = self.view(conjunction);
        let mut constraints = view
            .schemas()
            .flat_map(|schema| schema.rule_schemas.values().flatten());
        constraints.any(|id| self.secrets.reach(*id))
    }

    /// Whether a schema under `patternProperties` reaches a mark.
    fn patterns_reach(&mut self, conjunction: &Conjunction) -> bool {
        let view = self.view(conjunction);
        let mut schemas = view
            .schemas()
            .flat_map(|schema| schema.object.pattern_properties.values());
        schemas.any(|id| self.secrets.reach(*id))
    }

    /// Whether the value is kept as JSON or in an extern type, so that it is shown as a whole or not at all.
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

/// Whether a schema has a mark. A mark with a wrong value counts: the reader reports it, and the value stays
/// hidden.
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

/// The subschemas of a schema, and the schemas that it refers to.
fn children(schema: &Schema) -> impl Iterator<Item = SchemaId> {
    schema.targets().chain(schema.subschemas())
}
