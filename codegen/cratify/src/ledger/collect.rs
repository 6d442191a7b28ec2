//! Keywords of the documents as they were written to entries: the stages have the answers.

use std::collections::HashMap;

use super::{Entry, Ledger, Outcome};
use cratify_model::lower::{Possible, Uses};
use cratify_model::settings::{Resolved, is_setting};
use cratify_schema::diagnostic::{Code, Diagnostics, Severity, SourceLocation};
use cratify_schema::dialect::{Fate, Shape, inner};
use cratify_schema::graph::Graph;
use cratify_schema::keyword::asserts;
use cratify_schema::link::Basis;
use cratify_schema::parse::{Effect, JsonType, RUST_TYPE, SchemaId, SchemaLocation, effect_of};
use cratify_schema::source::{FileId, Part, Pointer, Value};

/// The decisions about the schemas of a graph.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Decided<'g> {
    /// The schemas.
    pub graph: &'g Graph<'g>,
    /// The settings.
    pub settings: &'g Resolved,
    /// The keywords that shaped or documented the types; `None` if there are no types.
    pub uses: Option<&'g Uses>,
    /// The diagnostics.
    pub diagnostics: &'g Diagnostics,
}

/// The ledger of some documents.
pub(crate) fn collect(documents: &[Basis], decided: Decided<'_>) -> Ledger {
    let schemas = &decided.graph.schemas;
    let mut possible = Possible::new(decided.graph, decided.settings);
    let collector = Collector {
        decided,
        by_location: schemas.ids().map(|id| (&schemas[id].at, id)).collect(),
        assumed: schemas
            .ids()
            .filter_map(|id| Some((id, possible.assumption(id)?)))
            .collect(),
    };
    let entries = documents.iter().flat_map(|basis| collector.entries(basis));
    Ledger {
        entries: entries.collect(),
    }
}

/// The decisions, indexed by location.
struct Collector<'g> {
    decided: Decided<'g>,
    by_location: HashMap<&'g SchemaLocation, SchemaId>,
    /// The assumed types of schemas, and the keywords that caused the assumption.
    assumed: HashMap<SchemaId, (&'static str, JsonType)>,
}

/// The outcome of a keyword, and why.
struct Verdict {
    outcome: Outcome,
    code: Option<Code>,
    note: Option<String>,
}

impl Verdict {
    fn of(outcome: Outcome) -> Self {
        Self {
            outcome,
            code: None,
            note: None,
        }
    }

    fn noted(outcome: Outcome, note: impl Into<String>) -> Self {
        Self {
            note: Some(note.into()),
            ..Self::of(outcome)
        }
    }

    fn ignored(note: impl Into<String>) -> Self {
        Self::noted(Outcome::Ignored, note)
    }

    fn reported(self, code: Code) -> Self {
        Self {
            code: Some(code),
            ..self
        }
    }
}

impl Collector<'_> {
    /// The entries of one document.
    fn entries(&self, basis: &Basis) -> Vec<Entry> {
        let source = self.decided.graph.sources.get(basis.file);
        let mut entries = Vec::new();
        let mut places = Vec::new();
        let mut read_as: HashMap<Pointer, usize> = HashMap::new();
        let mut ignored: HashMap<Pointer, String> = HashMap::new();
        let mut open = vec![(Pointer::root(), &basis.written)];
        while let Some((at, value)) = open.pop() {
            let without = ignored.get(&at).cloned();
            let is_schema = without.is_some() || basis.trace.is_schema(&at);
            if let (Value::Object(members), true) = (value, is_schema) {
                for (keyword, value) in members {
                    if basis.trace.fate(&at, keyword) == Some(&Fate::Outside) {
                        continue;
                    }
                    let pointer = at.join(keyword);
                    let Verdict {
                        outcome,
                        code,
                        note,
                    } = match &without {
                        Some(why) => Verdict::ignored(why),
                        None => self.keyword(basis, &at, keyword),
                    };
                    if let (Outcome::Ignored, Some(why)) = (outcome, &note) {
                        // Its subschemas were never read.
                        inner(Shape::Schema, keyword, value, &at, |value, place, _| {
                            if value.is_object() {
                                ignored.insert(place, why.clone());
                            }
                        });
                    }
                    if let Some(home) = basis.trace.home(&at, asserts(keyword)) {
                        read_as.insert(home.join(keyword), entries.len());
                    }
                    entries.push(Entry {
                        path: source.path.clone(),
                        line: 1,
                        pointer: pointer.to_string(),
                        keyword: keyword.clone(),
                        outcome,
                        code,
                        note,
                    });
                    places.push((pointer, Part::Key));
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
        self.refuse(basis.file, &read_as, &mut entries);
        let mut breaks = source.text.match_indices('\n').map(|(at, _)| at).peekable();
        let mut ranges: Vec<(usize, usize)> = source
            .locate_all(&places)
            .into_iter()
            .map(|range| range.start)
            .enumerate()
            .collect();
        ranges.sort_by_key(|(_, start)| *start);
        let mut line = 1;
        for (index, start) in ranges {
            while breaks.next_if(|at| *at < start).is_some() {
                line += 1;
            }
            entries[index].line = line;
        }
        entries
    }

    /// Marks the keywords that errors are about: the innermost keyword around the location of each error.
    fn refuse(&self, file: FileId, read_as: &HashMap<Pointer, usize>, entries: &mut [Entry]) {
        for diagnostic in self.decided.diagnostics {
            if diagnostic.severity != Severity::Error {
                continue;
            }
            let mut place = match &diagnostic.place {
                SourceLocation::Pointer {
                    file: of, pointer, ..
                } if *of == file => Some(pointer.clone()),
                _ => None,
            };
            while let Some(pointer) = place {
                if let Some(index) = read_as.get(&pointer) {
                    entries[*index].outcome = Outcome::Refused;
                    entries[*index].code = Some(diagnostic.code);
                    entries[*index].note = Some(diagnostic.message.clone());
                    break;
                }
                place = pointer.parent().map(|(outer, _)| outer);
            }
        }
    }

    /// The outcome of a keyword of the schema that was written at `at`.
    fn keyword(&self, basis: &Basis, at: &Pointer, keyword: &str) -> Verdict {
        let schema = |at: &Pointer, is_assertion: bool| {
            let pointer = basis.trace.home(at, is_assertion)?;
            let file = basis.file;
            self.by_location
                .get(&SchemaLocation { file, pointer })
                .copied()
        };
        match basis.trace.fate(at, keyword) {
            Some(Fate::Ignored(why)) => Verdict::ignored(why),
            Some(Fate::Outside) => unused(),
            Some(Fate::ReadAs(at, keywords)) => {
                let found = keywords.iter().filter_map(|keyword| {
                    // An `anyOf` that was put around the schema is outside of it.
                    let homes = [false, true].map(|is_assertion| schema(at, is_assertion));
                    let has_it =
                        |id: &SchemaId| self.decided.graph.written(*id).get(*keyword).is_some();
                    let id = homes.into_iter().flatten().find(has_it)?;
                    Some((*keyword, self.decide(id, keyword)))
                });
                let mut found: Vec<(&str, Verdict)> = found.collect();
                found.sort_by_key(|(_, verdict)| verdict.outcome);
                let words: Vec<String> =
                    found.iter().map(|(word, _)| format!("`{word}`")).collect();
                match found.into_iter().next() {
                    Some((_, first)) => Verdict {
                        note: Some(format!("read as {}", words.join(" and "))),
                        ..first
                    },
                    None => unused(),
                }
            }
            None => match schema(at, asserts(keyword)) {
                Some(id) if self.decided.graph.written(id).get(keyword).is_none() => {
                    Verdict::ignored("left out by the rules of the dialect")
                }
                Some(id) => self.decide(id, keyword),
                None => unused(),
            },
        }
    }

    /// Whether an extension states settings.
    fn is_setting(&self, id: SchemaId, keyword: &str) -> bool {
        let value = self.decided.graph.written(id).get(keyword);
        value.is_some_and(|value| is_setting(keyword, value))
    }

    /// The outcome of a keyword of a schema that was read.
    fn decide(&self, id: SchemaId, keyword: &str) -> Verdict {
        let effect = effect_of(keyword);
        if effect.is_none() && !keyword.starts_with("x-") {
            return Verdict::ignored("not a keyword of JSON Schema or OpenAPI")
                .reported(Code::IgnoredKeyword);
        }
        if effect == Some(Effect::Structural) {
            return Verdict::of(Outcome::Organises);
        }
        let Some(uses) = self.decided.uses else {
            return Verdict::of(Outcome::Undecided);
        };
        if !self.decided.settings.is_selected(id) {
            return unused();
        }
        if uses.shapes(id, keyword) {
            return match self.assumed.get(&id) {
                Some((because, ty)) if *because == keyword => Verdict::noted(
                    Outcome::Shapes,
                    format!(
                        "no `type`, but `{keyword}`: taken to be {}",
                        if *ty == JsonType::Array {
                            "an array"
                        } else {
                            "an object"
                        }
                    ),
                ),
                _ => Verdict::of(Outcome::Shapes),
            };
        }
        match (effect, keyword) {
            (None, _) if self.is_setting(id, keyword) => {
                Verdict::noted(Outcome::Shapes, "a setting")
            }
            (None, RUST_TYPE) if self.decided.settings.replacement(id).is_none() => {
                Verdict::ignored("no setting allows its crate").reported(Code::CrateNotAllowed)
            }
            (None, _) if uses.documents(id, keyword) => Verdict::of(Outcome::Documents),
            (None, _) => Verdict::ignored("an extension that is for others"),
            (_, "format") => Verdict::of(Outcome::Documents),
            (_, "discriminator") => Verdict::noted(
                Outcome::Documents,
                "no union is read by it: other facts decide, or there is none",
            ),
            (Some(Effect::Documents), _) if uses.documents(id, keyword) => {
                Verdict::of(Outcome::Documents)
            }
            (Some(Effect::Documents), _) => {
                Verdict::noted(Outcome::Documents, "in the published schema")
            }
            (Some(Effect::Shapes), _) => {
                Verdict::noted(Outcome::Enforced, "no Rust type expresses it here")
            }
            _ => Verdict::of(Outcome::Enforced),
        }
    }
}

/// The outcome of a keyword in a schema that nothing refers to.
fn unused() -> Verdict {
    Verdict::noted(Outcome::Unused, "no type is made of this schema")
}
