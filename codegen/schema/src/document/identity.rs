//! Turns a schema and its dialect into its identifier, and into its keywords without effect.

use serde_json::Map;

use crate::keyword::{self, Dialect, Keyword};
use crate::source::Value;

/// The keyword that gives a schema an identifier.
pub(crate) fn id_keyword(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::JsonSchemaDraft4 => "id",
        _ => "$id",
    }
}

/// The URI by which a schema begins a resource: `#` in it means the schema itself. It may have a
/// fragment.
pub(crate) fn id_of(members: &Map<String, Value>, dialect: Dialect) -> Option<&str> {
    if matches!(dialect, Dialect::Swagger20 | Dialect::OpenApi30) {
        return None;
    }
    // Up to draft-07 a reference hides its sibling keywords, the identifier included.
    let is_hidden = dialect.reference_stands_alone() && has_reference(members);
    let id = members.get(id_keyword(dialect)).and_then(Value::as_str);
    id.filter(|id| !is_hidden && !id.starts_with('#'))
}

/// The name in the fragment of an identifier, which up to draft-07 is an anchor (draft-07, core, section
/// 8.2.3).
pub(crate) fn anchor_in(fragment: &str) -> Option<&str> {
    // A pointer names nothing: tools write the location of a schema into its identifier so.
    Some(fragment).filter(|name| !name.is_empty() && !name.starts_with('/'))
}

/// Whether a schema has a `$ref`.
pub(crate) fn has_reference(members: &Map<String, Value>) -> bool {
    members.get("$ref").is_some_and(Value::is_string)
}

/// Whether a keyword has no effect in a schema of this dialect, though other dialects or schemas have it:
/// a later draft introduced it, or a `$ref` hides it.
pub(crate) fn is_ignored(dialect: Dialect, members: &Map<String, Value>, name: &str) -> bool {
    let is_hidden = name != "$ref" && dialect.reference_stands_alone() && has_reference(members);
    keyword::find(name).is_some_and(Keyword::asserts) && is_hidden || comes_later(dialect, name)
}

/// Whether a draft after this one introduced a keyword that can restrict values.
pub(crate) fn comes_later(dialect: Dialect, name: &str) -> bool {
    keyword::find(name).is_some_and(|keyword| keyword.asserts() && keyword.is_later_than(dialect))
}
