//! The [graph](cratify_schema::graph) of schemas to the [model](crate::model): every decision about a Rust
//! type is made here.
//!
//! The input of each decision is a [`Conjunction`]: schemas that all hold for the same value.
//! [`View`] spreads it out (`$ref` and `allOf` followed) so that the construct at hand can be seen
//! whichever way it was spelled; one file per construct then turns the view into a type.
//!
//! Two properties hold everywhere. A type accepts at least what its schema accepts: keywords that
//! only restrict become [`Constraints`]. And whatever has a name of its own (a named schema, a struct, the
//! target of a `$ref`) is lowered by itself, from a queue, so that no recursion of the schema is a
//! recursion of this code.

mod array;
mod assume;
mod common;
mod conditional;
mod conflict;
mod constraints;
mod extern_types;
mod facts;
mod in_place;
mod inherit;
mod integer;
mod listed;
mod name;
mod needed;
mod null;
mod object;
mod possible;
mod requests;
mod scalar;
mod secret;
mod tags;
mod union;
mod untyped;
mod uses;
mod values;
mod view;

use std::collections::{HashMap, HashSet, VecDeque};

use crate::model::{
    Constraint, Constraints, Docs, Extras, FileModules, Model, Origin, Slot, Type, TypeDef, TypeId,
    TypeKind,
};
use crate::names::Step;
use crate::settings::{Choices, Modules, Resolved};
use cratify_schema::SchemaLocation;
use cratify_schema::diagnostic::{Code, Diagnostic, Diagnostics};
use cratify_schema::graph::Graph;
use cratify_schema::graph::{Conjunction, Part};
use cratify_schema::keyword::{JsonType, TypeSet};
use cratify_schema::parse::SchemaId;
use cratify_schema::source::Value;
use name::Hint;
pub use null::Null;
pub use possible::Possible;
pub use uses::Uses;
use view::View;

/// How deep what has no name may be in what has none: more than documents are.
const MOST_NESTED: usize = 200;

/// Lowers all schemas of a graph, and notes what it has used of them.
pub fn lower(
    graph: &Graph<'_>,
    settings: &Resolved,
    uses: &mut Uses,
    diagnostics: &mut Diagnostics,
) -> Model {
    let mut found = Diagnostics::new();
    let mut possible = Possible::new(graph, settings);
    let requests = requests::RequestLog::new(graph, &mut possible);
    let mut lowerer = Lowerer {
        graph,
        settings,
        model: Model {
            assumed: assume::assume(graph, settings),
            affixes: settings.affixes(),
            modules: file_modules(graph, settings),
            ..Model::default()
        },
        named: HashMap::new(),
        places: HashMap::new(),
        left_out: HashMap::new(),
        queue: VecDeque::new(),
        making: Vec::new(),
        possible,
        families: inherit::Families::default(),
        needed: needed::needed(graph, settings),
        secrets: secret::Secrets::find(graph, uses),
        requests,
        uses,
        diagnostics: &mut found,
    };
    lowerer.find_families();
    lowerer.name_roots();
    lowerer.name_targets();
    while let Some((id, body)) = lowerer.queue.pop_front() {
        lowerer.define(id, &body);
        if lowerer.is_too_much() {
            // What was found about each of so many types would only hide this.
            diagnostics.extend(lowerer.too_much());
            return lowerer.model;
        }
    }
    listed::report(graph, lowerer.diagnostics);
    lowerer.report_nesting();
    lowerer.refer_to_cycles();
    lowerer.add_extras();
    lowerer.report_idle();
    let model = lowerer.model;
    diagnostics.extend(found);
    model
}

/// What is known while the model is being made.
struct Lowerer<'g, 'd> {
    graph: &'g Graph<'g>,
    settings: &'g Resolved,
    model: Model,
    /// The types that stand for a conjunction wherever it occurs.
    named: HashMap<Conjunction, TypeId>,
    /// The named types by their places.
    places: HashMap<SchemaLocation, TypeId>,
    /// The names of schemas that no types are made of, by their places.
    left_out: HashMap<SchemaLocation, String>,
    /// Types that have a name but no body yet.
    queue: VecDeque<(TypeId, Body)>,
    /// What has no name and is being made, each within the one before.
    making: Vec<Conjunction>,
    possible: possible::Possible<'g>,
    /// The schemas that stand for what extends them as well.
    families: inherit::Families,
    /// The schemas that types may be made of, if not all.
    needed: Option<HashSet<SchemaId>>,
    secrets: secret::Secrets,
    /// The requests for names and attributes that were applied.
    requests: requests::RequestLog,
    /// What was used of the schemas, for the ledger.
    uses: &'d mut Uses,
    diagnostics: &'d mut Diagnostics,
}

/// How the body of a queued type is made.
enum Body {
    /// From whatever its schema turns out to be.
    Any,
    /// As the object that all of these schemas describe: the type's own, or the only branch of a union
    /// in it.
    Object(Conjunction),
    /// A type of another crate takes the place of this schema: only its arguments are made.
    Parameters(SchemaId),
}

impl<'g> Lowerer<'g, '_> {
    /// Gives every named schema its type, before anything refers to it.
    fn name_roots(&mut self) {
        for root in &self.graph.named {
            let conjunction = Conjunction::whole(root.schema);
            if self.named.contains_key(&conjunction) || !self.is_needed(root.schema) {
                continue;
            }
            if !self.settings.is_selected(root.schema) {
                let at = self.graph.schemas[root.schema].at.clone();
                self.left_out.insert(at, root.wire_name.clone());
                continue;
            }
            let schema = &self.graph.schemas[root.schema];
            if schema.annotations.title.as_ref() == Some(&root.wire_name)
                && schema.at.pointer.is_root()
            {
                self.uses.shape_all(&[root.schema], &["title"]);
            }
            let id = self.declare(conjunction, Origin::Named, root.wire_name.clone());
            self.model.types[id.0 as usize]
                .usage
                .clone_from(&root.usage);
            self.make_later(id, root.schema);
        }
    }

    /// Gives the target of every other reference a type as well, unless it is too simple to need
    /// one: this way every cycle of the graph goes through a name.
    fn name_targets(&mut self) {
        for id in self.graph.schemas.ids() {
            if !self.settings.is_selected(id) || !self.is_needed(id) || self.is_replaced(id) {
                continue;
            }
            let graph = self.graph;
            for target in graph.schemas[id].targets() {
                let conjunction = Conjunction::whole(target);
                if self.named.contains_key(&conjunction) || self.is_simple(target) {
                    continue;
                }
                let (owner, wire_name) = self.name_of_place(target);
                let origin = owner.map_or(Origin::Named, Origin::Inline);
                let id = self.declare(conjunction, origin, wire_name);
                let operation = graph.operations.get(&graph.schemas[target].at);
                self.model.types[id.0 as usize].usage = operation.map(|(_, usage)| usage.clone());
                self.make_later(id, target);
            }
        }
    }

    /// Whether a type may be made of a schema: it is not one that a type of another crate alone leads to.
    fn is_needed(&self, id: SchemaId) -> bool {
        let needed = self.needed.as_ref();
        needed.is_none_or(|needed| needed.contains(&id))
    }

    /// Has the body of a named type made when its turn comes, unless one of another crate is in its place.
    fn make_later(&mut self, id: TypeId, schema: SchemaId) {
        if self.is_replaced(schema) {
            self.replace(id, schema);
        } else {
            self.queue.push_back((id, Body::Any));
        }
    }

    /// Whether a schema has no sub-schemas that could lead back to it, and no values to name.
    fn is_simple(&self, id: SchemaId) -> bool {
        let schema = &self.graph.schemas[id];
        !self.is_replaced(id)
            && schema.references.is_empty()
            && schema.all_of.is_empty()
            && schema.any_of.is_none()
            && schema.one_of.is_none()
            && schema.values.is_none()
            && view::extensible(schema).is_none()
            && !schema.has_object_keywords()
            && !schema.has_array_keywords()
    }

    /// Adds a type without a body.
    fn declare(&mut self, conjunction: Conjunction, origin: Origin, wire_name: String) -> TypeId {
        let id = TypeId(u32::try_from(self.model.types.len()).expect("fewer than 2^32 types"));
        let secrecy = self.secrecy(&conjunction);
        let schema = &self.graph.schemas[conjunction.parts[conjunction.principal()].id()];
        let about = conjunction.parts[conjunction.principal()].id();
        let (rename, attributes) = self.requests_of_type(&conjunction);
        self.uses.document(about);
        self.model.types.push(TypeDef {
            at: schema.at.clone(),
            schema: conjunction.clone(),
            origin,
            in_place: false,
            wire_name,
            rename,
            extras: Extras {
                attributes,
                ..Extras::default()
            },
            docs: Docs::from(&schema.annotations),
            usage: None,
            kind: TypeKind::Never,
            constraints: Constraints::default(),
            secrecy,
        });
        self.named.insert(conjunction, id);
        if origin == Origin::Named {
            self.places.entry(schema.at.clone()).or_insert(id);
        }
        id
    }

    /// Whether there are far more types than schemas: unions within the branches of unions multiply.
    fn is_too_much(&self) -> bool {
        self.model.types.len() > 10_000 + 8 * self.graph.schemas.len()
    }

    /// Says which schema most of the types are for.
    fn too_much(&self) -> Option<Diagnostic> {
        let mut counts: HashMap<TypeId, usize> = HashMap::new();
        for (_, def) in self.model.iter() {
            if let Origin::Inline(owner) = def.origin {
                *counts.entry(owner).or_default() += 1;
            }
        }
        let most = counts
            .into_iter()
            .max_by_key(|(id, count)| (*count, std::cmp::Reverse(*id)));
        let (owner, count) = most?;
        Some(
            Diagnostic::error(Code::TooComplex, self.model[owner].at.key(), "this schema combines too many others")
                .label(format!("takes more than {count} types"))
                .note("unions in the branches of unions multiply")
                .help("list the branches in one `oneOf`, or put members that have them into schemas of their own"),
        )
    }

    /// A type for a member, made now or when its turn comes.
    fn inline(&mut self, conjunction: &Conjunction, hint: &Hint) -> (TypeId, bool) {
        if let Some(&id) = self.named.get(conjunction) {
            return (id, false);
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
    fn define(&mut self, id: TypeId, body: &Body) {
        let def = &self.model[id];
        let conjunction = def.schema.clone();
        let owner = match def.origin {
            Origin::Named => id,
            Origin::Inline(owner) => owner,
        };
        let namer = match conjunction.parts[0] {
            // Its members are those of all that extends it.
            Part::Base(_) => owner,
            _ => id,
        };
        let hint = Hint {
            owner,
            wire_name: self.model[namer].name_for_parts().to_owned(),
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
            // It was made where it stands, after it was met within.
            Body::Any if def.in_place && !matches!(def.kind, TypeKind::Never) => return,
            Body::Any if self.is_family(&conjunction) => self.family(id, &conjunction, &hint),
            Body::Any => match self.named_target(&conjunction, Some(id)) {
                Some((target, constraints)) => {
                    let ty = self.used_as(target, &conjunction);
                    if constraints.is_empty()
                        && ty == *ty.non_null()
                        && !self.is_secret(&conjunction, &ty)
                    {
                        (TypeKind::Alias(target), constraints)
                    } else {
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

    /// The body of a type whose schema is not just another type's.
    fn body(
        &mut self,
        conjunction: &Conjunction,
        id: TypeId,
        hint: &Hint,
    ) -> (TypeKind, Constraints) {
        let view = self.view(conjunction);
        if self.is_unsatisfiable(&view, conjunction) {
            self.uses.shape(&view, &["type", "enum", "const"]);
            return (TypeKind::Never, Constraints::default());
        }
        let nullable = view.null().is_allowed();
        if (nullable && !self.is_literal(&view)) || view.is_plain() {
            // `Option<T>` and scalars are types of a slot; the name becomes a newtype around it.
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

    /// What stands at a place: its type, and the constraints that the type does not express.
    fn slot(&mut self, conjunction: &Conjunction, hint: &Hint) -> Slot {
        if self.is_too_much() {
            return Slot::of(Type::Any);
        }
        let conjunction = self.normalize(conjunction);
        let mut slot = match self.replaced(&conjunction, hint) {
            Some(slot) => slot,
            None => match self.named_target(&conjunction, None) {
                Some((target, constraints)) => {
                    Slot::new(self.used_as(target, &conjunction), constraints)
                }
                None => self.unnamed_slot(&conjunction, hint),
            },
        };
        slot.secret |= self.is_secret(&conjunction, &slot.ty);
        slot
    }

    fn unnamed_slot(&mut self, conjunction: &Conjunction, hint: &Hint) -> Slot {
        let view = self.view(conjunction);
        if self.is_unsatisfiable(&view, conjunction) {
            self.uses.shape(&view, &["type", "enum", "const"]);
            let (id, _) = self.inline(conjunction, hint);
            return Slot::of(Type::Named(id));
        }
        if self.making.len() >= MOST_NESTED || self.making.contains(conjunction) {
            return self.named_slot(&view, conjunction, hint);
        }
        self.making.push(conjunction.clone());
        let slot = self.slot_of_view(view, conjunction, hint);
        self.making.pop();
        slot
    }

    /// A slot of what is met on the way to itself: a type of its own, whose turn comes. A name that the
    /// document gives is not met where something is added to it, or null taken from it.
    fn named_slot(&mut self, view: &View<'g>, conjunction: &Conjunction, hint: &Hint) -> Slot {
        let nullable = view.null().is_allowed() && !self.is_literal(view);
        let conjunction = if nullable {
            null::without_null(conjunction)
        } else {
            conjunction.clone()
        };
        let (id, new) = self.inline(&conjunction, hint);
        if new {
            self.queue.push_back((id, Body::Any));
        }
        let ty = Type::Named(id);
        Slot::of(if nullable { ty.or_null() } else { ty })
    }

    /// What stands at the place of an element, with what is said of it there.
    fn element(&mut self, conjunction: &Conjunction, hint: &Hint) -> Slot {
        let mut slot = self.slot(conjunction, hint);
        let in_place = matches!(slot.ty, Type::Named(id) if self.model[id].in_place);
        if let ([part], false) = (&conjunction.parts[..], in_place) {
            // A type that is made for this place has the docs itself.
            slot.docs = self.annotations(part.id());
        }
        slot
    }

    fn slot_of_view(&mut self, view: View<'g>, conjunction: &Conjunction, hint: &Hint) -> Slot {
        self.slot_as(view, conjunction, hint, None)
    }

    /// Turns a view into a type. Where the type needs a definition, it goes to `own` if that is
    /// given, to an inline type otherwise.
    fn slot_as(
        &mut self,
        mut view: View<'g>,
        conjunction: &Conjunction,
        hint: &Hint,
        own: Option<TypeId>,
    ) -> Slot {
        let null = view.null();
        if null == Null::Only {
            self.uses
                .shape(&view, &["type", "enum", "const", "anyOf", "oneOf"]);
            return Slot::new(Type::Null, Constraints::default());
        }
        if view.says_nothing() {
            return Slot::new(Type::Any, view.constraints_with_format());
        }
        if self.is_literal(&view) {
            return self.untyped(&view, conjunction, hint, own);
        }
        self.uses.shape(&view, &["type"]);
        let mut conjunction = conjunction.clone();
        if null.is_allowed() {
            view.types = view.types.without(JsonType::Null);
            conjunction = null::without_null(&conjunction);
        }
        let mut slot = if view.values.is_some() {
            self.values(&view, &conjunction, hint, own)
        } else if view.has_unions() {
            self.union(&view, &conjunction, hint, own)
        } else {
            match view.types.single() {
                Some(JsonType::String) => match view.extensible() {
                    Some(listed) => self.extensible(&view, listed, &conjunction, hint, own),
                    None => self.mapped(&view, scalar::string(&view)),
                },
                Some(JsonType::Integer) => {
                    let slot = integer::integer(&view, self.uses);
                    self.mapped(&view, slot)
                }
                Some(JsonType::Number) => self.mapped(&view, scalar::number(&view)),
                Some(JsonType::Boolean) => Slot::new(Type::Bool, view.constraints_with_format()),
                Some(JsonType::Array) => self.array(&view, hint),
                Some(JsonType::Object) => self.object(&view, &conjunction, hint, own),
                Some(JsonType::Null) | None => self.several_types(&view, &conjunction, hint, own),
            }
        };
        if null.is_allowed() {
            slot.ty = slot.ty.or_null();
            if null::is_rejected(self.graph, &self.model.assumed, conjunction.wholes()) {
                // Read all the same: whoever lists `null` means it.
                slot.constraints.add(Constraint::NotNull);
            }
        }
        slot
    }

    /// Where a conjunction is just a type that has a name: that type, and the constraints that are added
    /// to it here. `own` is the type being defined, which does not count as its own name.
    fn named_target(
        &mut self,
        conjunction: &Conjunction,
        own: Option<TypeId>,
    ) -> Option<(TypeId, Constraints)> {
        if let Some(&id) = self.named.get(conjunction)
            && Some(id) != own
        {
            return Some((id, Constraints::default()));
        }
        let mut constraints = Constraints::default();
        let mut target: Option<SchemaId> = None;
        let mut types = conjunction.mask;
        // Only the surface is looked at: what a named type contains is its own matter.
        let mut open: Vec<(Part, bool)> = conjunction
            .parts
            .iter()
            .rev()
            .map(|part| (*part, true))
            .collect();
        let mut steps = 0;
        let mut passed: Vec<SchemaId> = Vec::new();
        while let Some((part, surface)) = open.pop() {
            steps += 1;
            let id = part.id();
            let is_name = !surface || own.is_none() || conjunction.parts != [part];
            if let (Part::Whole(_), true) = (part, is_name)
                && self.named.contains_key(&Conjunction::whole(id))
            {
                if target.is_some_and(|known| known != id) {
                    return None;
                }
                target = Some(id);
                continue;
            }
            if matches!(part, Part::Whole(_)) && self.extends_family(id) {
                // It has the members of its base, and is none of what else extends that.
                return None;
            }
            let schema = &self.graph.schemas[id];
            if steps > 64
                || schema.boolean.is_some()
                || schema.values.is_some()
                || schema.any_of.is_some()
                || schema.one_of.is_some()
                || schema.has_object_keywords()
                || schema.has_array_keywords()
            {
                return None;
            }
            passed.push(id);
            types = schema.types.map_or(types, |own| types.intersect(own));
            for set in constraints::assertions(self.graph, id) {
                constraints.add_together(set);
            }
            if let Part::Whole(_) = part {
                let next = schema.all_of.iter().rev().copied().chain(schema.targets());
                open.extend(next.map(|id| (Part::Whole(id), false)));
            }
        }
        let target = target?;
        let named = self.named[&Conjunction::whole(target)];
        let def = &self.model[named];
        let stands_twice = |one: &Constraint| def.constraints.of_keyword(one.keyword()).is_some();
        if def.in_place && constraints.iter().any(stands_twice) {
            // Its schema is written out here, where the same keyword cannot stand twice.
            return None;
        }
        let mut possible = self.possible.of(target);
        if self.is_extern(named) {
            // Null is an `Option` around it, or it was taken away.
            possible = possible.without(JsonType::Null);
        }
        if possible.intersect(types) != possible {
            return None;
        }
        // Where a type is said here, what the target is taken to be by itself does not hold.
        if types != TypeSet::ALL && self.view(conjunction).types != possible {
            return None;
        }
        self.uses.compose(&passed);
        Some((named, constraints))
    }

    /// Drops a mask that takes nothing away, so that the same thing has one spelling.
    fn normalize(&mut self, conjunction: &Conjunction) -> Conjunction {
        let mut conjunction = conjunction.clone();
        let possible = conjunction.parts.iter().fold(TypeSet::ALL, |types, part| {
            types.intersect(self.possible.of(part.id()))
        });
        if possible.intersect(conjunction.mask) == possible {
            conjunction.mask = TypeSet::ALL;
        }
        conjunction
    }

    fn view(&mut self, conjunction: &Conjunction) -> View<'g> {
        View::new(self.graph, conjunction, &mut self.possible)
    }

    /// What was chosen for the value of a view.
    fn choices(&self, view: &View<'g>) -> Choices {
        self.settings.choices(&view.leaves)
    }

    /// The document's own text of a schema.
    fn annotations(&mut self, id: SchemaId) -> Docs {
        self.uses.document(id);
        Docs::from(&self.graph.schemas[id].annotations)
    }
}

/// The files that have modules of their own.
fn file_modules(graph: &Graph<'_>, settings: &Resolved) -> Option<FileModules> {
    if settings.modules() == Modules::Flat {
        return None;
    }
    let names = graph.sources.iter().map(|(_, source)| {
        let stem = source.path.file_stem().unwrap_or_default();
        stem.to_string_lossy().into_owned()
    });
    Some(FileModules {
        root: graph.root_file(),
        names: names.collect(),
    })
}

/// The values as a set has them: no duplicates, order kept.
fn push_unique<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}

/// The strings among values.
fn strings(values: &[Value]) -> Option<Vec<&str>> {
    values.iter().map(Value::as_str).collect()
}
