//! Turns schemas that share definitions into validators.

use std::sync::LazyLock;

use jsonschema::{Registry, RegistryBuilder};

use crate::support::strict::{Prepared, Violation, build};

/// The base URI of references in the schemas of this crate.
const BASE: &str = "json-schema:///schema/";

/// The file of the definitions, in references.
const FILE: &str = "shared-definitions.schema.json";

/// The definitions.
static REGISTRY: LazyLock<Result<Registry<'static>, String>> = LazyLock::new(|| {
    let definitions: serde_json::Value =
        serde_json::from_str(crate::DEFINITIONS).map_err(|error| error.to_string())?;
    let registry = Registry::new().add(format!("{BASE}{FILE}"), definitions);
    registry
        .and_then(RegistryBuilder::prepare)
        .map_err(|error| error.to_string())
});

/// The validator of a schema that refers to the definitions.
pub(crate) fn validator(schema: &str) -> Prepared {
    match &*REGISTRY {
        Ok(registry) => build(
            schema,
            &jsonschema::options()
                .with_registry(registry)
                .with_base_uri(BASE),
        ),
        Err(error) => Err(Violation {
            instance_path: String::new(),
            schema_path: String::new(),
            message: format!("the schema cannot be used: {error}"),
        }),
    }
}
