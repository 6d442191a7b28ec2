//! Validates examples of a document against the schemas that they are in.

use std::collections::HashMap;

use jsonschema::Validator;
use serde_json::{Map, Value};

use crate::schemas::whole;
use crate::{Case, Document, Form, Forms};

/// Why an example is not used.
pub(crate) enum Objection {
    Invalid(String),
    Schema(String),
}

/// Validates parts of a document. Many places have the same schema (a lone reference, a plain string), so validators
/// are kept.
pub(crate) struct Judge<'d> {
    document: &'d Document,
    /// The directions for one of which an example has to be valid; `None` for a schema as it is written.
    forms: &'static [Option<Form>],
    validators: HashMap<(Option<Form>, String), Result<Validator, String>>,
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
    /// A judge of the examples of these types. Where requests and responses have types of their own, an example need not
    /// have what one of them has not.
    pub(crate) fn new(document: &'d Document, cases: &[Case]) -> Self {
        let single = |case: &Case| case.promises.forms == Some(Forms::Single);
        Self {
            document,
            forms: if cases.iter().all(single) {
                &[None]
            } else {
                &[None, Some(Form::Request), Some(Form::Response)]
            },
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
        let spoken = Value::Object(spoken).to_string();
        let mut result = Ok(());
        for form in self.forms {
            let found = self.check_in(*form, pointer, &spoken, example);
            if found.is_ok() {
                return Ok(());
            }
            // The objection to the schema as it is written says most.
            result = result.and(found);
        }
        result
    }

    fn check_in(
        &mut self,
        form: Option<Form>,
        pointer: &str,
        spoken: &str,
        example: &Value,
    ) -> Result<(), Objection> {
        let document = self.document;
        let validator = self.validators.entry((form, spoken.to_owned()));
        let validator = validator.or_insert_with(|| {
            let at = document.location(pointer).ok_or("no JSON Pointer")?;
            whole::validator(&document.bundle(&at, form, &HashMap::new())?)
        });
        match validator {
            Ok(validator) => validator
                .validate(example)
                .map_err(|error| Objection::Invalid(error.to_string())),
            Err(message) => Err(Objection::Schema(message.clone())),
        }
    }
}
