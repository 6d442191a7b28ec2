//! Walks two versions of a schema side by side.

use serde_json::{Map, Value};

use super::edit::{Context, Edit, Pair, shown};
use super::{arrays, objects, scalars, unions};
use crate::data::{Types, only_referred};

/// A schema with more levels than this is compared as a whole.
const DEEPEST: usize = 200;

/// The walk through the definition of one schema.
pub(super) struct Walk<'d> {
    /// The definitions of both versions.
    pub(super) definitions: [&'d Map<String, Value>; 2],
    /// The new definition of the schema, as it is read: it says what is open.
    pub(super) read: Option<&'d Value>,
    pub(super) edits: Vec<Edit>,
    depth: usize,
}

static EMPTY: std::sync::LazyLock<Map<String, Value>> = std::sync::LazyLock::new(Map::new);

impl<'d> Walk<'d> {
    pub(super) fn new(definitions: [&'d Map<String, Value>; 2], read: Option<&'d Value>) -> Self {
        Self {
            definitions,
            read,
            edits: Vec::new(),
            depth: 0,
        }
    }

    /// Adds the changes between two versions of a schema.
    pub(super) fn schema(&mut self, old: &'d Value, new: &'d Value, at: &str, context: Context) {
        if old == new || self.depth > DEEPEST {
            return;
        }
        let before = self.edits.len();
        self.depth += 1;
        self.changed(old, new, at, context);
        self.depth -= 1;
        if self.edits.len() == before {
            let text = "the schema is written in another way".to_owned();
            self.edit("schema-respelled", at, [true, true], text);
        }
    }

    fn changed(&mut self, old: &'d Value, new: &'d Value, at: &str, context: Context) {
        match (only_referred(old), only_referred(new)) {
            (Some(one), Some(other)) if one == other => return,
            (Some(one), Some(other)) => {
                let text = format!("the reference led to `{one}`, and leads to `{other}`");
                self.edit("ref-target-swapped", at, [true, true], text);
                return;
            }
            (None, Some(name)) => {
                let text = format!("the schema is now a reference to `{name}`");
                self.edit("inline-to-ref", at, [true, true], text);
            }
            (Some(name), None) => {
                let text = format!("the schema was a reference to `{name}`");
                self.edit("ref-to-inline", at, [true, true], text);
            }
            (None, None) => {}
        }
        let [old_definitions, new_definitions] = self.definitions;
        let (old, old_null) = nullable(resolved(old, old_definitions));
        let (new, new_null) = nullable(resolved(new, new_definitions));
        if old_null != new_null && !is_any(old) && !is_any(new) {
            self.null(new_null, at, context);
        }
        let old = resolved(old, old_definitions);
        let new = resolved(new, new_definitions);
        if old == new {
            return;
        }
        let pair = match (old, new) {
            (Value::Bool(false), _) | (_, Value::Bool(false)) => {
                let kind = if *new == Value::Bool(false) {
                    "schema-to-false"
                } else {
                    "schema-from-false"
                };
                self.edit(
                    kind,
                    at,
                    [true, true],
                    "no value was or is valid".to_owned(),
                );
                return;
            }
            _ => Pair {
                old: old.as_object().unwrap_or(&EMPTY),
                new: new.as_object().unwrap_or(&EMPTY),
            },
        };
        if self.values(pair, at) || unions::changes(self, pair, at) || self.types(pair, at) {
            return;
        }
        objects::changes(self, pair, at);
        arrays::changes(self, pair, at);
        scalars::restrictions(pair, at, &mut self.edits);
    }

    fn null(&mut self, is_added: bool, at: &str, context: Context) {
        let kind = match (context, is_added) {
            (Context::Required, true) => "null-added-to-required",
            (Context::Required, false) => "null-removed-from-required",
            (Context::Optional, true) => "null-added-to-optional",
            (Context::Optional, false) => "null-removed-from-optional",
            (Context::Items, true) => "null-added-to-items",
            (Context::Items, false) => "null-removed-from-items",
            (Context::MapValues, true) => "null-added-to-map-values",
            (Context::MapValues, false) => "null-removed-from-map-values",
            (Context::Named, true) => "null-added-to-named-schema",
            (Context::Named, false) => "null-removed-from-named-schema",
            (Context::Branch, true) => "null-added-to-branch",
            (Context::Branch, false) => "null-removed-from-branch",
        };
        let text = if is_added {
            "null is now one of the values"
        } else {
            "null was one of the values"
        };
        self.edit(kind, at, [true, true], text.to_owned());
    }

    /// Changes of listed values. Whether the change is one of these alone.
    fn values(&mut self, pair: Pair<'d>, at: &str) -> bool {
        let listed = |value: Option<&'d Value>| value.and_then(Value::as_array);
        let [old, new] = pair.get("enum").map(listed);
        let kind = match (old, new) {
            (None, None) => return false,
            (Some(old), None) => match Types::named(pair.new.get("type").unwrap_or(&Value::Null)) {
                Types::STRING if old.len() == 1 => "const-removed",
                Types::STRING => "enum-of-strings-to-string",
                _ => return false,
            },
            (None, Some(new)) => match Types::named(pair.old.get("type").unwrap_or(&Value::Null)) {
                Types::STRING if new.len() == 1 => "const-added",
                Types::STRING => "string-to-enum",
                _ => return false,
            },
            (Some(old), Some(new)) => {
                self.listed(old, new, at);
                return true;
            }
        };
        let text = match (old, new) {
            (Some(old), _) => format!("the values were {}", shown(&old.clone().into())),
            (_, new) => format!("the values are now {}", shown(&new.cloned().into())),
        };
        self.edit(kind, at, [true, true], text);
        true
    }

    fn listed(&mut self, old: &[Value], new: &[Value], at: &str) {
        if let ([one], [other]) = (old, new) {
            let text = format!("the value was {}, and is now {}", shown(one), shown(other));
            return self.edit("const-changed", at, [true, true], text);
        }
        let added: Vec<&Value> = new.iter().filter(|value| !old.contains(value)).collect();
        let removed: Vec<&Value> = old.iter().filter(|value| !new.contains(value)).collect();
        let text = |from: &Value, to: &Value| format!("{} is now {}", shown(from), shown(to));
        match (&removed[..], &added[..]) {
            (_, []) if new.len() == 1 => {
                let text = format!("{} is the only value", shown(&new[0]));
                return self.edit("enum-to-const", at, [true, true], text);
            }
            ([], _) if old.len() == 1 => {
                let text = format!("{} is no longer the only value", shown(&old[0]));
                return self.edit("const-to-enum", at, [true, true], text);
            }
            ([from], [to])
                if objects::folded(&from.to_string()) == objects::folded(&to.to_string()) =>
            {
                return self.edit("enum-value-case-changed", at, [true, true], text(from, to));
            }
            ([from], [to]) => {
                return self.edit("enum-value-renamed", at, [true, true], text(from, to));
            }
            _ => {}
        }
        let kind = if self.is_closed(at, "enum") {
            "enum-value-added-closed"
        } else {
            "enum-value-added-open"
        };
        for value in &added {
            self.edit(
                kind,
                at,
                [true, true],
                format!("{} is a new value", shown(value)),
            );
        }
        for value in &removed {
            let text = format!("{} is no longer a value", shown(value));
            self.edit("enum-value-removed", at, [true, true], text);
        }
        if added.is_empty() && removed.is_empty() {
            let text = "the values are in another order, which `Ord` follows".to_owned();
            self.edit("enum-values-reordered", at, [true, true], text);
        }
    }

    /// Changes of `type`. Whether nothing else can be compared.
    fn types(&mut self, pair: Pair<'d>, at: &str) -> bool {
        // Null was compared before.
        let types = |schema: &Map<String, Value>| {
            let types = schema.get("type").map(Types::named)?;
            Some(types.without(Types::NULL))
        };
        let (old, new) = match (types(pair.old), types(pair.new)) {
            (Some(old), Some(new)) if old == new => return false,
            (None, None) => return false,
            (old, new) => (old, new),
        };
        let kind = match (old, new) {
            (None, _) if pair.old.is_empty() => "type-added-from-any",
            (_, None) if pair.new.is_empty() => "type-removed-any",
            (Some(Types::INTEGER), Some(Types::NUMBER)) => "type-integer-to-number",
            (Some(Types::NUMBER), Some(Types::INTEGER)) => "type-number-to-integer",
            (Some(Types::STRING), Some(Types::INTEGER)) => "type-string-to-integer",
            (Some(Types::ARRAY), Some(_)) => "type-array-to-scalar",
            (Some(_), Some(Types::ARRAY)) => "type-scalar-to-array",
            (Some(old), Some(new)) if new.has_all(old) => "type-union-widened",
            (Some(old), Some(new)) if old.has_all(new) => "type-union-narrowed",
            _ => "type-changed",
        };
        let named = |schema: &Map<String, Value>| match schema.get("type") {
            Some(names) => shown(names),
            None => "any".to_owned(),
        };
        let text = format!(
            "the type was {}, and is now {}",
            named(pair.old),
            named(pair.new)
        );
        self.edit(kind, at, [true, true], text);
        true
    }

    /// Whether reading refuses what the schema at a place does not list, as the keyword says.
    pub(super) fn is_closed(&self, at: &str, keyword: &str) -> bool {
        let read = self.read.and_then(|read| read.pointer(at));
        let listed = read.and_then(|read| nullable(read).0.get(keyword));
        // In the language of reading, an open union has a branch for the values of no other branch.
        let is_rest = |branch: &Value| branch.get("not").is_some();
        listed
            .and_then(Value::as_array)
            .is_some_and(|listed| !listed.iter().any(is_rest))
    }

    pub(super) fn edit(&mut self, kind: &'static str, at: &str, sides: [bool; 2], text: String) {
        self.edits.push(Edit {
            kind,
            at: at.to_owned(),
            sides,
            text,
        });
    }
}

/// Whether a schema accepts any value.
fn is_any(schema: &Value) -> bool {
    *schema == Value::Bool(true) || schema.as_object().is_some_and(Map::is_empty)
}

/// The target of a schema that is only a reference.
fn resolved<'d>(schema: &'d Value, definitions: &'d Map<String, Value>) -> &'d Value {
    let mut schema = schema;
    for _ in 0..DEEPEST {
        match only_referred(schema).and_then(|name| definitions.get(name)) {
            Some(target) => schema = target,
            None => break,
        }
    }
    schema
}

/// A schema without null, where that is written beside it, and whether it is.
fn nullable(schema: &Value) -> (&Value, bool) {
    if let Some([value, null]) = schema
        .get("anyOf")
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        && null.get("type").and_then(Value::as_str) == Some("null")
        && schema.as_object().is_some_and(|schema| schema.len() == 1)
    {
        return (value, true);
    }
    let types = schema.get("type").map(Types::named);
    (schema, types.is_some_and(|types| types.has(Types::NULL)))
}
