//! Turns the schemas that operations send into the usage of each definition.

use std::collections::{HashMap, HashSet};

use cratify_rust::publish::Described;
use cratify_schema::SchemaLocation;

use super::references::reached_in_any;
use crate::Side;

/// Where values of a schema are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Usage {
    Requests,
    Responses,
    Both,
}

/// The usage of all definitions. One that no operation leads to may be used in both, with all that it contains.
pub(super) fn usage(side: &Side) -> HashMap<&str, Usage> {
    let languages = &side.decisions.languages;
    let [Some(requests), Some(responses)] = &side.decisions.sent else {
        return HashMap::new();
    };
    let sent_in = |described: &Described| {
        let at = described.id.map(|id| &side.model()[id].at);
        let is_in = |sent: &HashSet<SchemaLocation>| at.is_some_and(|at| sent.contains(at));
        (is_in(requests), is_in(responses))
    };
    let types = || languages.types.iter();
    let alone = types().filter(|(_, one)| one.is_named && sent_in(one) == (false, false));
    let alone = alone.map(|(key, _)| key.as_str());
    let in_both: HashSet<&str> = reached_in_any(alone, languages);
    let usages = types().map(|(key, described)| {
        let key = key.as_str();
        let usage = match sent_in(described) {
            _ if in_both.contains(key) => Usage::Both,
            (true, false) => Usage::Requests,
            (false, true) => Usage::Responses,
            _ => Usage::Both,
        };
        (key, usage)
    });
    usages.collect()
}
