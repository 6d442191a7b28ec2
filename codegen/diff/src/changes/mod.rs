//! Turns two sides into the list of structural changes: the kind of each, its place on both sides, the types that it reaches.
//!
//! Both versions of a schema are walked side by side, in the language of what they accept: so the spelling of a
//! document does not matter. Annotations, which have no language, are compared in the documents.

mod annotations;
mod arrays;
mod edit;
mod objects;
mod places;
mod scalars;
mod unions;
mod walk;

use cratify_rust::publish::Language;

use crate::data::{Judge, SchemaVerdict};
use crate::{Location, Verdict, Verdicts};
pub(crate) use annotations::DEPRECATED;
use edit::{Context, Edit};
use places::Places;
use walk::Walk;

/// One change of a schema.
#[derive(Debug, Clone)]
pub struct Change {
    /// The kind of change, which stays the same from version to version: `member-optional-added-open`.
    pub id: &'static str,
    /// The schema whose own text has changed, as the document names it.
    pub schema: String,
    /// The place on the old side; `None` if the schema is new.
    pub old: Option<Location>,
    /// The place on the new side; `None` if the schema is gone.
    pub new: Option<Location>,
    /// The change, in words.
    pub text: String,
    /// The types that contain values of the schema, by their names on the new side.
    pub reached: Vec<String>,
    /// The verdicts for this change alone.
    pub verdicts: Verdicts,
}

/// All changes, in the order of the new document; removals come behind them, and changes of annotations come last.
/// `verdicts` are the verdicts of the judge for each edited schema.
pub(crate) fn changes(judge: &Judge<'_>, verdicts: &[SchemaVerdict]) -> Vec<Change> {
    let mut places = Places::new(judge.sides);
    let mut changes = Vec::new();
    for whole in verdicts {
        let key = &whole.key;
        let edits = edits(judge, key);
        let is_only = edits.len() == 1;
        for edit in edits {
            places.ask(judge.described(key), &edit);
            let verdicts = if is_only {
                whole.verdicts.clone()
            } else {
                judge.alone(key, &edit.at, &whole.verdicts)
            };
            changes.push(Change {
                id: edit.kind,
                schema: whole.schema.clone(),
                old: None,
                new: None,
                text: edit.text,
                reached: whole.reached.clone(),
                verdicts,
            });
        }
    }
    for (is_new, keys) in [true, false].into_iter().zip(judge.added_and_removed()) {
        for (key, described) in keys {
            let edit = come_or_gone(is_new, &described.wire_name);
            places.ask(judge.described(key), &edit);
            changes.push(Change {
                id: edit.kind,
                schema: described.wire_name.clone(),
                old: None,
                new: None,
                text: edit.text,
                reached: Vec::new(),
                verdicts: nothing_breaks(),
            });
        }
    }
    annotations::add(judge, &mut places, &mut changes);
    places.fill(&mut changes);
    changes
}

/// The changes of one schema.
fn edits(judge: &Judge<'_>, key: &str) -> Vec<Edit> {
    let definitions = judge.definitions(Language::Accepted);
    let [_, read] = judge.definitions(Language::Read);
    let mut walk = Walk::new(definitions, read.get(key));
    let [old, new] = definitions.map(|side| side.get(key));
    if let (Some(old), Some(new)) = (old, new) {
        walk.schema(old, new, "", Context::Named);
    }
    if !judge.is_edited(key) {
        let text = "a schema that it refers to accepts other values".to_owned();
        walk.edit("referenced-schema-changed", "", [true, true], text);
    } else if walk.edits.is_empty() {
        // Both versions accept the same: a setting or an annotation changes how values are read or written.
        let text = "the type reads or writes other values".to_owned();
        walk.edit("reading-or-writing-changed", "", [true, true], text);
    }
    walk.edits
}

fn come_or_gone(is_new: bool, name: &str) -> Edit {
    Edit {
        kind: if is_new {
            "schema-added"
        } else {
            "schema-removed"
        },
        at: String::new(),
        sides: [!is_new, is_new],
        text: if is_new {
            format!("`{name}` is a new schema")
        } else {
            format!("`{name}` is gone")
        },
    }
}

/// The verdicts for a change that breaks no data: whoever refers to the schema has changed as well.
fn nothing_breaks() -> Verdicts {
    let compatible = || Some(Verdict::Compatible);
    Verdicts {
        write: compatible(),
        read_back: compatible(),
        read_strict: compatible(),
        read: compatible(),
    }
}
