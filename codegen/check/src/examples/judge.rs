//! Validates parts of a document, in the document's own dialect, with what they refer to.

use std::collections::{BTreeSet, HashMap};

use jsonschema::Validator;
use serde_json::{Map, Value, json};

use crate::algebra::self_reference::{NamedRoot, name_root};
use crate::schemas::dialect::{Dialect, dialect};

/// Why an example is not used.
pub(crate) enum Objection {
    Invalid(String),
    Schema(String),
}

/// Validates parts of a document; many places have the same schema (a lone reference, a plain
/// string), so validators are kept.
pub(crate) struct Judge<'d> {
    dialect: Dialect,
    document: NamedRoot<'d>,
    validators: HashMap<String, Result<Validator, String>>,
}

impl<'d> Judge<'d> {
    pub(crate) fn new(document: &'d Value) -> Self {
        Self {
            dialect: dialect(document),
            document: name_root(document),
            validators: HashMap::new(),
        }
    }

    /// Validates an example of one of the document's schemas.
    ///
    /// # Errors
    ///
    /// The example contradicts the schema, or the schema does not compile.
    pub(crate) fn check(
        &mut self,
        schema: &Map<String, Value>,
        example: &Value,
    ) -> Result<(), Objection> {
        let silent = [
            "title",
            "description",
            "example",
            "examples",
            "default",
            "$defs",
            "definitions",
        ];
        let spoken = schema
            .iter()
            .filter(|(key, _)| !silent.contains(&key.as_str()));
        let part = Value::Object(
            spoken
                .map(|(key, value)| (key.clone(), value.clone()))
                .collect(),
        );
        let key = part.to_string();
        if !self.validators.contains_key(&key) {
            let validator = self.compile(&self.document.rewrite(&part));
            self.validators.insert(key.clone(), validator);
        }
        match self.validators.get(&key) {
            Some(Ok(validator)) => validator
                .validate(example)
                .map_err(|error| Objection::Invalid(error.to_string())),
            Some(Err(message)) => Err(Objection::Schema(message.clone())),
            None => Ok(()),
        }
    }

    /// A validator of one schema of the document, with everything its references need copied to
    /// where they look for it.
    fn compile(&self, schema: &Value) -> Result<Validator, String> {
        let mut whole = json!({ "allOf": [self.dialect.adapted(schema)] });
        let (mut copied, mut open) = (BTreeSet::new(), BTreeSet::new());
        references(schema, &mut open);
        while let Some(pointer) = open.pop_first() {
            let Some(target) = self.document.document.pointer(&pointer) else {
                return Err(format!("the reference #{pointer} leads nowhere"));
            };
            if copied.insert(pointer.clone()) {
                references(target, &mut open);
                insert(
                    &mut whole,
                    &pointer,
                    self.dialect.adapted(target).into_owned(),
                );
            }
        }
        jsonschema::options()
            .with_draft(self.dialect.draft())
            .should_validate_formats(false)
            .offline()
            .build(&whole)
            .map_err(|error| format!("not a usable schema: {error}"))
    }
}

/// Collects the pointers of the named schemas that references lead to or into.
fn references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            for (key, member) in map {
                match member
                    .as_str()
                    .filter(|_| key == "$ref")
                    .and_then(|r| r.strip_prefix('#'))
                {
                    Some(pointer) => {
                        found.insert(named(pointer));
                    }
                    None => references(member, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

/// The named schema that a pointer leads to or into: `/components/schemas/A`, `/$defs/A`.
fn named(pointer: &str) -> String {
    let depth = if pointer.starts_with("/components/") {
        4
    } else {
        3
    };
    pointer.split('/').take(depth).collect::<Vec<_>>().join("/")
}

/// Puts a value where a JSON Pointer through objects says.
fn insert(whole: &mut Value, pointer: &str, value: Value) {
    let mut slot = whole;
    for token in pointer.split('/').skip(1) {
        let token = token.replace("~1", "/").replace("~0", "~");
        let Value::Object(map) = slot else { return };
        slot = map.entry(token).or_insert_with(|| json!({}));
    }
    *slot = value;
}
