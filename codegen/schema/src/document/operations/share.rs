//! Turns equal schemas of one operation into one: media types of a body often repeat a schema, and so do statuses.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::usual::{is_main_media, is_main_response};
use super::walk::Found;
use crate::document::ObjectKind;

/// The rank of a schema among equal ones: the least names them all, wherever it is in the document.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Rank<'d> {
    is_other_response: bool,
    is_other_media: bool,
    /// The status and the media type.
    names: Vec<&'d str>,
    index: usize,
}

/// For each schema, whether it gets a type: it is the one with the shortest name among equal schemas that
/// have the same role in an operation or a component.
pub(super) fn firsts(found: &[Found<'_>]) -> Vec<bool> {
    let keys: Vec<String> = found.iter().map(key).collect();
    let mut best: HashMap<&str, Rank<'_>> = HashMap::new();
    for (index, (found, key)) in found.iter().zip(&keys).enumerate() {
        let names = found.ancestors.iter().map(|ancestor| ancestor.name);
        let rank = Rank {
            is_other_response: !is_main_response(found),
            is_other_media: !is_main_media(found),
            names: names.collect(),
            index,
        };
        if best.get(key.as_str()).is_none_or(|best| rank < *best) {
            best.insert(key, rank);
        }
    }
    let is_first = |(index, key): (usize, &String)| best[key.as_str()].index == index;
    keys.iter().enumerate().map(is_first).collect()
}

/// The key of equal schemas: the schema, and its location without the status and the media type.
fn key(found: &Found<'_>) -> String {
    let mut key = String::new();
    let mut outer = None;
    for ancestor in &found.ancestors {
        let is_one_of_equals = match ancestor.kind {
            ObjectKind::Response => outer == Some(ObjectKind::Operation),
            kind => kind == ObjectKind::MediaType,
        };
        let name = if is_one_of_equals { "" } else { ancestor.name };
        let _ = write!(key, "{:?}", (ancestor.member, name, ancestor.index));
        outer = Some(ancestor.kind);
    }
    // A reference that both have may lead to different files.
    let _ = write!(key, "{:?} {}", found.at.file, found.schema);
    key
}
