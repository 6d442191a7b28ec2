//! Turns two surfaces into the changes between them.

mod functions;
mod item;
mod members;
mod package;
mod renames;

use super::RustChange;
use super::surface::{Item, MANIFEST, Surface};
use super::witness::Witness;
use crate::Bump;
use crate::edit::Edit;
use renames::Renames;

/// The changes from one surface to another, in the order of the old one. A type whose old name is still an alias of it is
/// compared by its new name.
pub fn surfaces(old: &Surface, new: &Surface) -> Vec<RustChange> {
    let renames = Renames::between(old, new);
    if renames.is_empty() {
        return compare(old, new);
    }
    let mut changes = compare(&renames.applied(old), new);
    // The old crate does not have the new name.
    for change in &mut changes {
        change.witness.take_if(|code| renames.are_in(code));
    }
    for change in &mut changes {
        let Some(path) = renames.new_path(&change.path) else {
            continue;
        };
        if change.id == "item-added" {
            change.id = "type-renamed";
            change.text = format!(
                "type `{}` is called `{path}`, and has its old name as well",
                change.path
            );
        }
    }
    changes
}

/// The changes between surfaces with the same names.
fn compare(old: &Surface, new: &Surface) -> Vec<RustChange> {
    let mut found = Found {
        witness: Witness::of(&old.package.ident),
        changes: Vec::new(),
    };
    package::compare(old, new, &mut found);
    for item in &old.items {
        match new.item(&item.path) {
            Some(other) => item::compare(item, other, &mut found),
            None => item::removed(item, new, &mut found),
        }
    }
    for item in &new.items {
        if old.item(&item.path).is_none() {
            let text = format!("{} is new", item::named(item));
            found.add("item-added", Bump::Minor, item, text, None);
        }
    }
    for change in &mut found.changes {
        change.edit = Edit::of([old.part(&change.path), new.part(&change.path)]);
        let item = change
            .path
            .split('.')
            .next()
            .filter(|_| change.path != MANIFEST);
        let item = item.and_then(|path| old.item(path));
        // An unstable item has promised nothing.
        if change.bump == Bump::Major && item.is_some_and(|item| item.unstable) {
            change.bump = Bump::Patch;
        }
    }
    found.changes
}

/// The changes that were found.
struct Found<'s> {
    witness: Witness<'s>,
    changes: Vec<RustChange>,
}

impl Found<'_> {
    /// Adds a change of an item.
    fn add(
        &mut self,
        id: &'static str,
        bump: Bump,
        item: &Item,
        text: String,
        witness: Option<String>,
    ) {
        self.add_at(id, bump, item.path.clone(), text, witness);
    }

    /// Adds a change of what is in an item.
    fn add_in(
        &mut self,
        id: &'static str,
        bump: Bump,
        (item, member): (&Item, &str),
        text: String,
        witness: Option<String>,
    ) {
        self.add_at(id, bump, format!("{}.{member}", item.path), text, witness);
    }

    fn add_at(
        &mut self,
        id: &'static str,
        bump: Bump,
        path: String,
        text: String,
        witness: Option<String>,
    ) {
        self.changes.push(RustChange {
            id,
            bump,
            path,
            edit: Edit::default(),
            text,
            witness,
            old: None,
            new: None,
        });
    }
}

/// A type as a reader knows it: without the path of this crate.
fn shown(ty: &str) -> String {
    ty.replace("crate::", "")
}
