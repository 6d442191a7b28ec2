//! Walks over the documents as written, and asks the stages about each keyword.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use super::outcome::Explained;
use super::{Entry, Ledger, Outcome};
use cratify_model::lower::UsageLog;
use cratify_model::possible_types::PossibleTypes;
use cratify_model::settings::Resolved;
use cratify_schema::SchemaLocation;
use cratify_schema::diagnostic::{Diagnostics, Severity, SourceLocation};
use cratify_schema::document::{ObjectKind, visit_children};
use cratify_schema::graph::Graph;
use cratify_schema::keyword::{JsonType, find};
use cratify_schema::parse::SchemaId;
use cratify_schema::source::{FileId, Part, Pointer, Source, Value};
use cratify_schema::upgrade::{Trace, UpgradeOutcome, Upgraded};

/// The decisions of the stages.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Decided<'g> {
    /// The schemas.
    pub graph: &'g Graph<'g>,
    /// The settings.
    pub settings: &'g Resolved,
    /// The usage log; `None` if errors came before any type was made.
    pub usage_log: Option<&'g UsageLog>,
    /// The problems.
    pub diagnostics: &'g Diagnostics,
}

/// The ledger of all documents.
pub(crate) fn collect(documents: &Upgraded<'_>, decided: Decided<'_>) -> Ledger {
    let schemas = &decided.graph.schemas;
    let mut possible = PossibleTypes::new(decided.graph, decided.settings);
    let collector = Collector {
        decided,
        by_location: by_location(decided.graph),
        assumed: schemas
            .ids()
            .filter_map(|id| Some((id, possible.assumption(id)?)))
            .collect(),
    };
    let traces = documents.traces();
    let entries = traces.flat_map(|(file, trace)| collector.entries(file, &trace));
    Ledger {
        entries: entries.collect(),
    }
}

/// The schemas by their locations, as in the document and not their forms.
fn by_location<'g>(graph: &'g Graph<'_>) -> HashMap<&'g SchemaLocation, SchemaId> {
    let ids = graph.schemas.ids().filter(|id| graph.origin(*id) == *id);
    ids.map(|id| (&graph.schemas[id].at, id)).collect()
}

/// The data that the walk asks.
pub(super) struct Collector<'g> {
    pub decided: Decided<'g>,
    pub by_location: HashMap<&'g SchemaLocation, SchemaId>,
    /// The types that are assumed, each with the keyword because of which.
    pub assumed: HashMap<SchemaId, (&'static str, JsonType)>,
}

impl Collector<'_> {
    /// The entries of one document.
    fn entries(&self, file: FileId, trace: &Trace) -> Vec<Entry> {
        let source = self.decided.graph.sources.get(file);
        let mut entries = Vec::new();
        let mut pointers: Vec<Pointer> = Vec::new();
        // The subschemas of keywords without effect, each with the reason.
        let mut ignored: HashMap<Pointer, String> = HashMap::new();
        let mut open = vec![(Pointer::root(), &source.root)];
        while let Some((at, value)) = open.pop() {
            let reason = ignored.get(&at).cloned();
            let is_schema = reason.is_some() || trace.is_schema(&at);
            if let (Value::Object(members), true) = (value, is_schema) {
                for (keyword, value) in members {
                    let is_outside = trace.outcome(&at, keyword) == Some(&UpgradeOutcome::Outside);
                    if is_outside || self.is_name(file, &at, keyword) {
                        continue;
                    }
                    let Explained {
                        outcome,
                        code,
                        note,
                    } = match &reason {
                        Some(why) => Explained::ignored(why),
                        None => self.keyword(file, trace, &at, keyword),
                    };
                    if let (Outcome::Ignored, Some(why)) = (outcome, &note) {
                        let kind = ObjectKind::Schema;
                        visit_children(kind, keyword, value, &at, |value, at, _| {
                            if value.is_object() {
                                ignored.insert(at, why.clone());
                            }
                        });
                    }
                    let pointer = at.join(keyword);
                    entries.push(Entry {
                        path: source.path.clone(),
                        line: 1,
                        pointer: pointer.to_string(),
                        keyword: keyword.clone(),
                        outcome,
                        code,
                        note,
                    });
                    pointers.push(pointer);
                }
            }
            let before = open.len();
            match value {
                Value::Object(members) => {
                    open.extend(members.iter().map(|(name, value)| (at.join(name), value)));
                }
                Value::Array(values) => {
                    let values = values.iter().enumerate();
                    open.extend(values.map(|(index, value)| (at.index(index), value)));
                }
                _ => {}
            }
            open[before..].reverse();
        }
        self.refuse(file, &pointers, &mut entries);
        set_lines(source, &pointers, &mut entries);
        entries
    }

    /// Whether a member only names a schema for other files: `common.yaml#/Address`. No reference leads to the whole of
    /// such a file.
    fn is_name(&self, file: FileId, at: &Pointer, member: &str) -> bool {
        !self.decided.graph.root_files().contains(&file)
            && at.is_root()
            && find(member).is_none()
            && !self.by_location.contains_key(&SchemaLocation::root(file))
    }

    /// Marks the keywords that errors are about: for each error the innermost keyword around its location.
    fn refuse(&self, file: FileId, pointers: &[Pointer], entries: &mut [Entry]) {
        let index = pointers.iter().enumerate();
        let index: HashMap<&Pointer, usize> = index.map(|(index, at)| (at, index)).collect();
        for diagnostic in self.decided.diagnostics {
            if diagnostic.severity != Severity::Error {
                continue;
            }
            let mut inner = match &diagnostic.location {
                SourceLocation::Pointer {
                    file: of, pointer, ..
                } if *of == file => Some(pointer.clone()),
                _ => None,
            };
            while let Some(pointer) = inner {
                if let Some(index) = index.get(&pointer) {
                    entries[*index].outcome = Outcome::Refused;
                    entries[*index].code = Some(diagnostic.code);
                    entries[*index].note = Some(diagnostic.message.clone());
                    break;
                }
                inner = pointer.parent().map(|(outer, _)| outer);
            }
        }
    }
}

/// Entries by their indices, each with the pointer in the text that has it.
type Origins = Vec<(usize, Pointer)>;

/// Sets the path and the line of each entry: in the overlay, where the keyword comes from one.
fn set_lines(source: &Source, pointers: &[Pointer], entries: &mut [Entry]) {
    let mut by_text: BTreeMap<&Path, (&Source, Origins)> = BTreeMap::new();
    for (index, pointer) in pointers.iter().enumerate() {
        let (source, origin) = source.origin(pointer);
        let (_, origins) = by_text.entry(&source.path).or_insert((source, Vec::new()));
        origins.push((index, origin));
    }
    for (path, (source, origins)) in by_text {
        let keys = origins
            .iter()
            .map(|(_, origin)| (origin.clone(), Part::Key));
        let ranges = source.locate_all(&keys.collect::<Vec<_>>()).into_iter();
        let indices = origins.iter().map(|(index, _)| *index);
        let starts = indices.zip(ranges.map(|range| range.start));
        let mut starts: Vec<(usize, usize)> = starts.collect();
        starts.sort_by_key(|(_, start)| *start);
        let mut breaks = source.text.match_indices('\n').map(|(at, _)| at).peekable();
        let mut line = 1;
        for (index, start) in starts {
            while breaks.next_if(|at| *at < start).is_some() {
                line += 1;
            }
            entries[index].line = line;
            path.clone_into(&mut entries[index].path);
        }
    }
}
