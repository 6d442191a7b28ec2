//! Resolves references within a schema that is complete in itself, and matches its patterns.

use std::{
    cell::{OnceCell, RefCell},
    collections::HashMap,
};

use jsonschema::{Draft, Validator};
use serde_json::{Map, Value, json};

/// A schema with everything its references name.
pub(crate) struct WholeSchema<'a> {
    /// The document's root, which is the schema itself.
    pub(crate) root: &'a Value,
    /// Schemas by `$anchor`, `$dynamicAnchor` (as `#name`) and `$id`; filled on the first
    /// reference that is not a pointer, which most documents never have.
    anchors: OnceCell<HashMap<String, &'a Value>>,
    patterns: RefCell<HashMap<String, Option<Validator>>>,
}

impl<'a> WholeSchema<'a> {
    pub(crate) fn new(root: &'a Value) -> Self {
        Self {
            root,
            anchors: OnceCell::new(),
            patterns: RefCell::default(),
        }
    }

    /// The reference of a schema object and the schema it names, `None` without a reference or
    /// when it leads nowhere. A `$dynamicRef` is taken for a plain one: the target it has where
    /// nothing outside overrides it.
    pub(crate) fn target<'s>(
        &self,
        schema: &'s Map<String, Value>,
    ) -> Option<(&'s str, &'a Value)> {
        let reference = schema
            .get("$ref")
            .or_else(|| schema.get("$dynamicRef"))?
            .as_str()?;
        Some((reference, self.resolve(reference)?))
    }

    /// The schema that a reference names.
    pub(crate) fn resolve(&self, reference: &str) -> Option<&'a Value> {
        match reference.strip_prefix('#') {
            Some("") => Some(self.root),
            Some(pointer) if pointer.starts_with('/') => match self.root.pointer(pointer) {
                Some(target) => Some(target),
                None => self.root.pointer(&percent_decode(pointer)),
            },
            _ => self
                .anchors
                .get_or_init(|| {
                    let mut anchors = HashMap::new();
                    collect_anchors(self.root, &mut anchors);
                    anchors
                })
                .get(reference)
                .copied(),
        }
    }

    /// Whether `pattern` matches somewhere in `text`, as the validator sees it. A pattern that the
    /// validator cannot read matches nothing.
    pub(crate) fn matches(&self, pattern: &str, text: &str) -> bool {
        let mut patterns = self.patterns.borrow_mut();
        let validator = match patterns.get(pattern) {
            Some(known) => known,
            None => patterns
                .entry(pattern.to_owned())
                .or_insert(validator(&json!({ "pattern": pattern })).ok()),
        };
        validator
            .as_ref()
            .is_some_and(|validator| validator.is_valid(&Value::from(text)))
    }
}

/// The validator of a 2020-12 schema; formats are annotations, as that dialect has it.
///
/// # Errors
///
/// The validator's message about a schema that does not compile.
pub(crate) fn validator(schema: &Value) -> Result<Validator, String> {
    jsonschema::options()
        .with_draft(Draft::Draft202012)
        .should_validate_formats(false)
        .offline()
        .build(schema)
        .map_err(|error| format!("not a usable schema: {error}"))
}

/// A part of a schema as a schema of its own, with the definitions of the whole.
pub(crate) fn alone(root: &Value, part: &Value) -> Value {
    let mut alone = json!({ "allOf": [part] });
    if let Some(definitions) = root.get("$defs") {
        alone["$defs"] = definitions.clone();
    }
    alone
}

fn collect_anchors<'a>(value: &'a Value, anchors: &mut HashMap<String, &'a Value>) {
    match value {
        Value::Object(map) => {
            for (key, member) in map {
                match (key.as_str(), member.as_str()) {
                    ("$anchor" | "$dynamicAnchor", Some(name)) => {
                        anchors.entry(format!("#{name}")).or_insert(value);
                    }
                    ("$id", Some(id)) => {
                        anchors.entry(id.to_owned()).or_insert(value);
                    }
                    _ => collect_anchors(member, anchors),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect_anchors(item, anchors)),
        _ => {}
    }
}

/// Decodes `%41` and its like, as a JSON Pointer in a URI fragment needs (RFC 6901 section 6).
fn percent_decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let code = (first == b'%')
            .then(|| tail.get(..2))
            .flatten()
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(code.unwrap_or(first));
        rest = if code.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
