//! Validates examples of a document against the schemas that they are in.

use std::collections::HashMap;

use jsonschema::Validator;
use serde_json::{Map, Value};

use crate::Document;
use crate::schemas::whole;

/// Why an example is not used.
pub(crate) enum Objection {
    Invalid(String),
    Schema(String),
}

/// Validates parts of a document. Many places have the same schema (a lone reference, a plain string), so validators
/// are kept.
pub(crate) struct Judge<'d> {
    document: &'d Document,
    validators: HashMap<String, Result<Validator, String>>,
}

/// Keywords that say nothing about the value in their place.
const SILENT: [&str; 7] = [
    "title",
    "description",
    "example",
    "examples",
    "default",
    "$defs",
    "definitions",
];

impl<'d> Judge<'d> {
    pub(crate) fn new(document: &'d Document) -> Self {
        Self {
            document,
            validators: HashMap::new(),
        }
    }

    /// Validates an example of the schema that is at a JSON Pointer of the upgraded document.
    ///
    /// # Errors
    ///
    /// The example contradicts the schema, or the schema does not compile.
    pub(crate) fn check(
        &mut self,
        pointer: &str,
        schema: &Map<String, Value>,
        example: &Value,
    ) -> Result<(), Objection> {
        let spoken = schema
            .iter()
            .filter(|(key, _)| !SILENT.contains(&key.as_str()));
        let spoken: Map<String, Value> = spoken
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect();
        let document = self.document;
        let validator = self.validators.entry(Value::Object(spoken).to_string());
        let validator = validator.or_insert_with(|| {
            let at = document.location(pointer).ok_or("no JSON Pointer")?;
            whole::validator(&document.bundle(&at, &HashMap::new())?)
        });
        match validator {
            Ok(validator) => validator
                .validate(example)
                .map_err(|error| Objection::Invalid(error.to_string())),
            Err(message) => Err(Objection::Schema(message.clone())),
        }
    }
}
