//! Turns the answers of the stages about one keyword into its outcome.

use super::Outcome;
use super::collect::Collector;
use cratify_model::settings::is_setting;
use cratify_schema::SchemaLocation;
use cratify_schema::diagnostic::Code;
use cratify_schema::keyword::{Effect, JsonType, Keyword, RUST_TYPE, asserts, effect_of, find};
use cratify_schema::parse::SchemaId;
use cratify_schema::source::{FileId, Pointer};
use cratify_schema::upgrade::{Trace, UpgradeOutcome};

/// The outcome of a keyword, with its explanation.
pub(super) struct Explained {
    pub outcome: Outcome,
    pub code: Option<Code>,
    pub note: Option<String>,
}

impl Explained {
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

    pub(super) fn ignored(note: impl Into<String>) -> Self {
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
    /// The outcome of a keyword of the schema that was written at `at`.
    pub(super) fn keyword(
        &self,
        file: FileId,
        trace: &Trace,
        at: &Pointer,
        keyword: &str,
    ) -> Explained {
        let schema = |at: &Pointer, assertions: bool| {
            let pointer = trace.upgraded(at, assertions)?;
            self.by_location
                .get(&SchemaLocation { file, pointer })
                .copied()
        };
        match trace.outcome(at, keyword) {
            Some(UpgradeOutcome::Ignored(why)) => Explained::ignored(why),
            Some(UpgradeOutcome::Outside) => unused(),
            Some(UpgradeOutcome::ReadAs(at, keywords, why)) => {
                let found = keywords.iter().filter_map(|keyword| {
                    // An `anyOf` that the upgrade put around the assertions is outside of them.
                    let schemas = [false, true].map(|assertions| schema(at, assertions));
                    let has_it =
                        |id: &SchemaId| self.decided.graph.written(*id).get(*keyword).is_some();
                    let id = schemas.into_iter().flatten().find(has_it)?;
                    Some((*keyword, self.decide(id, keyword)))
                });
                let mut found: Vec<(&str, Explained)> = found.collect();
                found.sort_by_key(|(_, explained)| explained.outcome);
                let words: Vec<String> =
                    found.iter().map(|(word, _)| format!("`{word}`")).collect();
                match found.into_iter().next() {
                    Some((_, first)) => {
                        let why = why.map_or_else(String::new, |why| format!(": {why}"));
                        Explained {
                            note: Some(format!("read as {}{why}", words.join(" and "))),
                            ..first
                        }
                    }
                    None => unused(),
                }
            }
            None => match schema(at, asserts(keyword)) {
                Some(id) if self.decided.graph.written(id).get(keyword).is_none() => {
                    Explained::ignored("left out by the rules of the dialect")
                }
                Some(id) => self.decide(id, keyword),
                None => unread(keyword),
            },
        }
    }

    /// Whether an extension states settings.
    fn is_setting(&self, id: SchemaId, keyword: &str) -> bool {
        let value = self.decided.graph.written(id).get(keyword);
        value.is_some_and(|value| is_setting(keyword, value))
    }

    /// The outcome of a keyword of a schema that was read.
    fn decide(&self, id: SchemaId, keyword: &str) -> Explained {
        let effect = effect_of(keyword);
        if effect.is_none() && !keyword.starts_with("x-") {
            return Explained::ignored("not a keyword of JSON Schema or OpenAPI")
                .reported(Code::IgnoredKeyword);
        }
        if effect == Some(Effect::Organises) {
            return Explained::of(Outcome::Organises);
        }
        let Some(usage_log) = self.decided.usage_log else {
            return Explained::of(Outcome::Undecided);
        };
        let graph = self.decided.graph;
        if keyword == "$ref" && graph.is_merged(id) {
            return Explained::noted(Outcome::Shapes, "one type with the schema of this name");
        }
        let target = graph.merged_with(id).unwrap_or(id);
        let annotated_by = graph.annotated_by(target, keyword);
        if annotated_by.is_some_and(|alias| alias != id) {
            return Explained::ignored("an alias of the same name states its own");
        }
        let id = target;
        if !self.decided.settings.is_selected(id) {
            return unused();
        }
        let at = graph.schemas[id].at.join(keyword);
        let is_reference = || find(keyword).is_some_and(Keyword::refers);
        if is_reference() && graph.unresolved.iter().any(|reference| reference.at == at) {
            return Explained::ignored("any value is accepted in its place");
        }
        // A request form and a response form are made of one schema.
        let shapes = |id: SchemaId| usage_log.shapes(id, keyword);
        if graph.with_copies(id).any(shapes) {
            return match self.assumed.get(&id) {
                Some((because, ty)) if *because == keyword => Explained::noted(
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
                _ => Explained::of(Outcome::Shapes),
            };
        }
        let documents = |id: SchemaId| usage_log.documents(id, keyword);
        match (effect, keyword) {
            (None, _) if self.is_setting(id, keyword) => {
                Explained::noted(Outcome::Shapes, "a setting")
            }
            (None, RUST_TYPE) if self.decided.settings.replacement(id).is_none() => {
                Explained::ignored("no setting allows its crate").reported(Code::CrateNotAllowed)
            }
            (None, _) if graph.with_copies(id).any(documents) => Explained::of(Outcome::Documents),
            (None, _) => Explained::ignored("an extension of other programs"),
            (_, "format") => Explained::of(Outcome::Documents),
            (_, "discriminator") => Explained::noted(
                Outcome::Documents,
                "it selects no branch: other facts do, or there is no union",
            ),
            (Some(Effect::Documents), _) if graph.with_copies(id).any(documents) => {
                Explained::of(Outcome::Documents)
            }
            (Some(Effect::Documents), _) => {
                Explained::noted(Outcome::Documents, "in the published schema")
            }
            (Some(Effect::Shapes), _) => {
                Explained::noted(Outcome::Enforced, "no Rust type expresses it here")
            }
            _ => Explained::of(Outcome::Enforced),
        }
    }
}

/// The outcome of a keyword of a schema that no stage reads. Such a schema can hold others that have a name, and say how
/// references in them are read.
fn unread(keyword: &str) -> Explained {
    if effect_of(keyword) == Some(Effect::Organises) {
        Explained::of(Outcome::Organises)
    } else {
        unused()
    }
}

/// The outcome of keywords of a schema that nothing leads to.
fn unused() -> Explained {
    Explained::noted(Outcome::Unused, "no type is made of this schema")
}
