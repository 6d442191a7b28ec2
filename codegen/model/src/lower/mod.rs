//! Turns the [graph](cratify_schema::graph) of schemas into the [model](crate::model). Every decision about a
//! Rust type is made here.
//!
//! The input of each decision is a [`Conjunction`]: schemas that all hold for one value. [`View`] follows their
//! `$ref` and `allOf` and collects the keywords, so that a decision does not depend on the spelling. Then one
//! file for each construct turns the view into a type:
//!
//! | module | decides |
//! |---|---|
//! | `named_schemas`, `order`, `definitions`, `slot` | which conjunctions have a definition, and which type a conjunction is |
//! | `structs`, `object`, `conditional` | structs and their fields, maps, free-form objects |
//! | `enums`, `named_values`, `value_names` | enums of listed values, the document's names for these |
//! | `member_constants` | which enums of one value are constants of members |
//! | `union`, `facts`, `tags`, `inheritance` | unions, and what selects a branch |
//! | `array`, `scalar`, `extern_types` | lists and tuples, strings and numbers, types of other crates |
//! | `assume`, `possible_types`, `null`, `untyped` | the JSON types of a value |
//! | `constraints` | what no type expresses |
//! | `requests`, `inline_name` | which requested names and attributes apply, what inline types are called |
//! | `equal_schemas` | which inline schemas share a type |
//!
//! Two properties hold everywhere:
//!
//! - A type accepts at least what its schema accepts. A keyword that only restricts becomes one of the
//!   [`Constraints`](crate::model::Constraints).
//! - A schema that has a type of its own (a named schema, a struct, the target of a `$ref`) is lowered from a
//!   queue. So a recursive schema causes no recursion of this code.

mod array;
mod assume;
mod conditional;
mod constraints;
mod definitions;
mod enums;
mod equal_schemas;
mod existing_type;
mod extern_types;
mod facts;
mod forms;
mod inheritance;
mod inline_name;
mod inline_schemas;
mod integer;
mod limits;
mod member_constants;
mod named_schemas;
mod named_values;
mod null;
mod object;
mod order;
mod reachable;
mod requests;
mod scalar;
mod secret;
mod slot;
mod structs;
mod tags;
mod union;
mod unsatisfiable;
mod untyped;
mod usage_log;
mod value_names;
mod view;

use std::collections::{HashMap, HashSet, VecDeque};

use crate::model::{Field, FileModules, Model, TypeId};
use crate::possible_types::{PossibleTypes, contradicted};
use crate::settings::{Choices, Modules, Resolved};
use cratify_schema::SchemaLocation;
use cratify_schema::diagnostic::Diagnostics;
use cratify_schema::graph::{Conjunction, Graph};
use cratify_schema::parse::SchemaId;
use cratify_schema::source::Value;
use definitions::Body;
pub use usage_log::UsageLog;
use view::View;

/// Lowers all schemas of a graph, and logs which keywords it used.
pub fn lower(
    graph: &Graph<'_>,
    settings: &Resolved,
    usage_log: &mut UsageLog,
    diagnostics: &mut Diagnostics,
) -> Model {
    let mut found = Diagnostics::new();
    let mut possible_types = PossibleTypes::new(graph, settings);
    let nulls = graph.schemas.ids().map(|id| possible_types.null(id));
    let nulls = nulls.collect();
    let assumed = assume::assume(graph, &mut possible_types);
    let requests = requests::RequestLog::new(graph, &mut possible_types);
    let mut lowerer = Lowerer {
        graph,
        settings,
        model: Model {
            assumed,
            nulls,
            affixes: settings.affixes(),
            files: files(graph),
            modules: file_modules(graph, settings),
            layout: settings.layout(),
            ..Model::default()
        },
        named: HashMap::new(),
        shared_types: HashMap::new(),
        by_location: HashMap::new(),
        unselected: HashMap::new(),
        queue: VecDeque::new(),
        in_progress: Vec::new(),
        possible_types,
        families: inheritance::Families::default(),
        reachable: reachable::reachable(graph, settings),
        secrets: secret::Secrets::find(graph, usage_log),
        requests,
        defaults: Vec::new(),
        usage_log,
        diagnostics: &mut found,
    };
    lowerer.log_forms();
    lowerer.find_families();
    lowerer.declare_named_schemas();
    lowerer.declare_targets();
    lowerer.order_queue();
    while let Some((id, body)) = lowerer.queue.pop_front() {
        lowerer.define(id, &body);
        if lowerer.has_too_many_types() {
            // Diagnostics about each of so many types would only hide this one.
            diagnostics.extend(lowerer.too_many_types());
            return lowerer.model;
        }
    }
    value_names::report(graph, lowerer.diagnostics);
    contradicted::report(&lowerer.possible_types, lowerer.diagnostics);
    lowerer.report_nesting();
    lowerer.refer_to_recursive_schemas();
    member_constants::make(&mut lowerer.model);
    lowerer.add_extras();
    lowerer.report_unused_requests();
    lowerer.note_defaults();
    let model = lowerer.model;
    diagnostics.extend(found);
    model
}

/// The state of lowering: the model so far, and the facts about the graph that decisions need.
struct Lowerer<'g, 'd> {
    graph: &'g Graph<'g>,
    settings: &'g Resolved,
    model: Model,
    /// The types that stand for a conjunction wherever it occurs.
    named: HashMap<Conjunction, TypeId>,
    /// The inline types that equal schemas share, where a setting asks for that.
    shared_types: equal_schemas::SharedTypes,
    /// The types of named schemas by the locations of these.
    by_location: HashMap<SchemaLocation, TypeId>,
    /// The names of schemas that the settings do not select, by location: no types are made of them.
    unselected: HashMap<SchemaLocation, String>,
    /// Types that have a name but no body yet.
    queue: VecDeque<(TypeId, Body)>,
    /// The unnamed conjunctions that are being lowered, each inside the one before.
    in_progress: Vec<Conjunction>,
    possible_types: PossibleTypes<'g>,
    /// The schemas that also stand for the schemas that extend them.
    families: inheritance::Families,
    /// The schemas that types may be made of; `None` for all.
    reachable: Option<HashSet<SchemaId>>,
    secrets: secret::Secrets,
    /// The requests for names and attributes that were applied.
    requests: requests::RequestLog,
    /// The fields with a default, and the schemas that describe them.
    defaults: Vec<(Field, SchemaId)>,
    /// The keywords that were used, for the ledger.
    usage_log: &'d mut UsageLog,
    diagnostics: &'d mut Diagnostics,
}

impl<'g> Lowerer<'g, '_> {
    fn view(&mut self, conjunction: &Conjunction) -> View<'g> {
        View::new(self.graph, conjunction, &mut self.possible_types)
    }

    /// The choices of the settings for the value of a view.
    fn choices(&self, view: &View<'g>) -> Choices {
        self.settings.choices(&view.leaves)
    }
}

/// The names of the files that schemas are in. The only root document is the same under every name.
fn files(graph: &Graph<'_>) -> Vec<String> {
    let names = graph.sources.iter().map(|(id, source)| {
        if graph.root_files() == [id] {
            String::new()
        } else {
            source.name()
        }
    });
    names.collect()
}

/// The files that have modules of their own.
fn file_modules(graph: &Graph<'_>, settings: &Resolved) -> Option<FileModules> {
    let root = match graph.root_files() {
        [root] => Some(*root),
        _ => None,
    };
    let usual = if root.is_some() {
        Modules::Flat
    } else {
        Modules::Files
    };
    if settings.modules().unwrap_or(usual) == Modules::Flat {
        return None;
    }
    let names = graph.sources.iter().map(|(_, source)| source.stem());
    // The first alias names a schema: an alias of the root document comes before others.
    let mut naming = HashMap::new();
    for (alias, target) in graph.merged() {
        let at = graph.schemas[target].at.clone();
        let file = graph.schemas[alias].at.file;
        naming.entry(at).or_insert(file);
    }
    Some(FileModules {
        root,
        names: names.collect(),
        naming,
    })
}

/// Adds an item that the list does not have yet.
fn push_unique<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}

/// The texts of values that are all strings.
fn strings(values: &[Value]) -> Option<Vec<&str>> {
    values.iter().map(Value::as_str).collect()
}
