//! Turns a value and the schema of its type into the violations of the schema: strict reading.

use std::fmt;

use jsonschema::ValidationError;
use serde_json::Value;

/// One reason why a value does not satisfy a schema.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// The location in the value: a JSON Pointer (RFC 6901), empty for the value itself.
    pub instance_path: String,
    /// The keyword: a JSON Pointer into the schema of the type.
    pub schema_path: String,
    /// The reason, in words.
    pub message: String,
}

/// All reasons why a value does not satisfy a schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violations(pub Vec<Violation>);

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            let path = match violation.instance_path.as_str() {
                "" => "the value",
                path => path,
            };
            write!(f, "{path}: {}", violation.message)?;
        }
        Ok(())
    }
}

impl std::error::Error for Violations {}

/// A validator, or the reason why the schema has no validator.
pub(crate) type Prepared = Result<jsonschema::Validator, Violation>;

/// Validates a value.
pub(crate) fn check(
    validator: &Prepared,
    value: &Value,
    message: fn(&ValidationError<'_>) -> String,
) -> Result<(), Violations> {
    let validator = match validator {
        Ok(validator) => validator,
        Err(violation) => return Err(Violations(vec![violation.clone()])),
    };
    if validator.is_valid(value) {
        return Ok(());
    }
    let violations = validator.iter_errors(value).map(|error| Violation {
        instance_path: error.instance_path().to_string(),
        schema_path: error.schema_path().to_string(),
        message: message(&error),
    });
    Err(Violations(violations.collect()))
}

/// The message of a violation, which shows the value.
pub(crate) fn shown(error: &ValidationError<'_>) -> String {
    error.to_string()
}

/// The message of a violation without the value, which has a secret in it.
pub(crate) fn masked(error: &ValidationError<'_>) -> String {
    error.masked().to_string()
}

/// The validator of a complete schema.
pub(crate) fn validator(schema: &str) -> Prepared {
    build(schema, &jsonschema::options())
}

/// The validator of a schema. A schema without a validator, as for a regular expression that the validator does not
/// support, is a violation: it is not known whether a value satisfies it.
pub(crate) fn build(schema: &str, options: &jsonschema::ValidationOptions<'_>) -> Prepared {
    let schema = serde_json::from_str(schema).map_err(|error| unwritable(&error))?;
    options.build(&schema).map_err(|error| Violation {
        instance_path: String::new(),
        schema_path: error.instance_path().to_string(),
        message: format!("the schema cannot be used: {error}"),
    })
}

/// Implements strict reading for a type. `message` is the function for the messages of violations,
/// `validators` the module with the function that makes the validator.
macro_rules! strict {
    ($name:ident, $message:ident, $validators:ident) => {
        impl $name {
            /// Validates a JSON value against the schema of this type.
            ///
            /// # Errors
            ///
            /// All violations of the schema.
            pub fn validate_json(value: &serde_json::Value) -> Result<(), crate::Violations> {
                static VALIDATOR: std::sync::LazyLock<crate::support::strict::Prepared> =
                    std::sync::LazyLock::new(|| {
                        crate::support::$validators::validator($name::schema())
                    });
                crate::support::strict::check(&VALIDATOR, value, crate::support::strict::$message)
            }

            /// Validates this value against the schema of its type.
            ///
            /// # Errors
            ///
            /// All violations of the schema.
            pub fn validate(&self) -> Result<(), crate::Violations> {
                match serde_json::to_value(self) {
                    Ok(value) => Self::validate_json(&value),
                    Err(error) => Err(crate::Violations(vec![crate::support::strict::unwritable(
                        &error,
                    )])),
                }
            }
        }
    };
}

pub(crate) use strict;

/// The violation of a value that cannot be written as JSON.
pub(crate) fn unwritable(error: &serde_json::Error) -> Violation {
    Violation {
        instance_path: String::new(),
        schema_path: String::new(),
        message: error.to_string(),
    }
}
