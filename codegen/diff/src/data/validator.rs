//! Turns schemas of the languages into validators.

use jsonschema::{Draft, Validator};
use serde_json::Value;

/// A validator by which formats are annotations, as JSON Schema 2020-12 has it.
///
/// # Errors
///
/// The message about a schema that does not compile.
pub(crate) fn literal(schema: &Value) -> Result<Validator, String> {
    build(schema, false)
}

/// A validator that asserts formats.
///
/// # Errors
///
/// The message about a schema that does not compile.
pub(crate) fn assertive(schema: &Value) -> Result<Validator, String> {
    build(schema, true)
}

fn build(schema: &Value, formats: bool) -> Result<Validator, String> {
    jsonschema::options()
        .with_draft(Draft::Draft202012)
        .should_validate_formats(formats)
        .offline()
        .build(schema)
        .map_err(|error| format!("not a usable schema: {error}"))
}
