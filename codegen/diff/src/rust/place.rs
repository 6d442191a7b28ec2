//! Turns changes of the surface into their places in the documents.

use std::collections::HashMap;

use cratify_model::model::TypeKind;
use cratify_schema::SchemaLocation;
use cratify_schema::source::Part;

use super::RustChange;
use crate::edit::Edit;
use crate::{Bump, Location, Side};

/// Adds the places of the schemas that changes are about.
pub(super) fn locate(old: &Side, new: &Side, changes: &mut [RustChange]) {
    let known = (schemas(old), schemas(new));
    let paths = changes.iter().map(|change| {
        let path = &*change.path;
        let is_known = known.0.contains_key(path) || known.1.contains_key(path);
        match path.rsplit_once('.') {
            // A variant has no schema of its own, and is shown at its type.
            Some((item, _)) if !is_known => item,
            _ => path,
        }
    });
    let paths: Vec<&str> = paths.collect();
    let (old, new) = (places(old, &known.0, &paths), places(new, &known.1, &paths));
    for (change, (old, new)) in changes.iter_mut().zip(old.into_iter().zip(new)) {
        change.old = old;
        change.new = new;
    }
}

/// The places of items or members, by their paths.
fn places(
    side: &Side,
    known: &HashMap<String, SchemaLocation>,
    paths: &[&str],
) -> Vec<Option<Location>> {
    let schemas: Vec<Option<&SchemaLocation>> = paths.iter().map(|path| known.get(*path)).collect();
    let asked = schemas
        .iter()
        .flatten()
        .map(|at| ((*at).clone(), Part::Key));
    let mut found = side.locate(&asked.collect::<Vec<_>>()).into_iter();
    schemas
        .iter()
        .map(|at| at.and_then(|_| found.next()))
        .collect()
}

/// The schemas of all types, and of the members of structs.
fn schemas(side: &Side) -> HashMap<String, SchemaLocation> {
    let mut schemas = HashMap::new();
    for (id, def) in side.model().own_types() {
        let names = &side.names()[id];
        schemas.insert(names.path.clone(), def.at.clone());
        let TypeKind::Struct(object) = &def.kind else {
            continue;
        };
        for (field, name) in object.fields.iter().zip(&names.members) {
            // A member that another schema describes, through `allOf`, is shown at the type.
            let own = def.at.pointer.join("properties").join(&field.wire_name);
            let at = SchemaLocation {
                file: def.at.file,
                pointer: own,
            };
            let documents = &side.decisions.documents;
            let exists = at.pointer.resolve(&documents[at.file.index()]).is_some();
            let at = if exists { at } else { def.at.clone() };
            schemas.insert(format!("{}.{name}", names.path), at);
        }
    }
    schemas
}

/// The files whose texts differ, where nothing does that code can name: documentation, schemas, bodies of functions.
pub(super) fn other_texts(old: &Side, new: &Side) -> Option<RustChange> {
    let (old, new) = (old.texts(), new.texts());
    let changed = old
        .iter()
        .filter(|(path, text)| new.get(*path) != Some(*text))
        .count();
    let added = new.keys().filter(|path| !old.contains_key(*path)).count();
    let count = changed + added;
    (count > 0).then(|| RustChange {
        id: "texts-changed",
        bump: Bump::Patch,
        path: String::new(),
        edit: Edit::default(),
        text: format!(
            "nothing that code can name changes, but the text of {count} {}: documentation, schemas, or code",
            if count == 1 { "file" } else { "files" }
        ),
        witness: None,
        old: None,
        new: None,
    })
}
