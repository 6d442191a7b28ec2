//! One type for equal schemas: the media types of a body often repeat one schema, and so do the
//! statuses of an operation.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::name::{is_main_response, is_plain_media};
use super::walk::Found;
use crate::document::ObjectKind;

/// For each schema, whether it is the first of its kind: of the equal ones in an operation (or in
/// a component) that are used alike, the one with the shortest name.
pub(super) fn firsts(found: &[Found<'_>]) -> Vec<bool> {
    let keys: Vec<String> = found.iter().map(key).collect();
    let mut best: HashMap<&str, (bool, bool, usize)> = HashMap::new();
    for (index, (found, key)) in found.iter().zip(&keys).enumerate() {
        let rank = (!is_main_response(found), !is_plain_media(found), index);
        let best = best.entry(key).or_insert(rank);
        *best = rank.min(*best);
    }
    let is_first = |(index, key): (usize, &String)| best[key.as_str()].2 == index;
    keys.iter().enumerate().map(is_first).collect()
}

/// What equal schemas have in common: what they say, and where they are but for the status and
/// the media type.
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
    key.push_str(&found.schema.to_string());
    key
}
