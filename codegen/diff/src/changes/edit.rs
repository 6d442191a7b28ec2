//! A change of a schema, before it has places in the text.

use serde_json::{Map, Value};

/// A change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    /// Its kind.
    pub(super) kind: &'static str,
    /// The JSON Pointer of its place, in the definition of its schema.
    pub(super) at: String,
    /// Whether the place is in the old version, and whether it is in the new one.
    pub(super) sides: [bool; 2],
    /// The change, in words.
    pub(super) text: String,
}

/// The keyword around a schema, which tells kinds of changes apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Context {
    /// The schema has a name.
    Named,
    /// The schema of a member that must be there.
    Required,
    /// The schema of a member that may be absent.
    Optional,
    /// The schema of elements.
    Items,
    /// The schema of the values of a map.
    MapValues,
    /// A branch of a union.
    Branch,
}

/// Two versions of a schema.
#[derive(Clone, Copy)]
pub(super) struct Pair<'d> {
    pub(super) old: &'d Map<String, Value>,
    pub(super) new: &'d Map<String, Value>,
}

impl<'d> Pair<'d> {
    /// The values of a keyword.
    pub(super) fn get(self, keyword: &str) -> [Option<&'d Value>; 2] {
        [self.old.get(keyword), self.new.get(keyword)]
    }
}

/// A JSON Pointer one step further.
pub(super) fn join(at: &str, token: &str) -> String {
    format!("{at}/{}", token.replace('~', "~0").replace('/', "~1"))
}

/// A value as it is shown in a sentence.
pub(super) fn shown(value: &Value) -> String {
    const MOST: usize = 60;
    let text = value.to_string();
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("`{}…`", &text[..end]),
        None => format!("`{text}`"),
    }
}
