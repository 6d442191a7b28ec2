//! Strict reading and annotations, by published schemas.

#![allow(
    unreachable_pub,
    reason = "the macro writes functions of types that are public in a generated crate"
)]

use schemars::{JsonSchema, schema_for};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::support::published::published;

/// As the generator writes it.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(crate = "crate::support::object")]
#[schemars(transform = Self::docs)]
struct Plain {
    /// Of the comment.
    name: String,
}

/// As the generator writes it.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(crate = "crate::support::secret_object")]
#[schemars(transform = Self::docs)]
struct Masked {
    name: String,
}

/// As the generator writes it.
#[derive(Serialize, JsonSchema)]
#[schemars(transform = Self::docs)]
struct Shared(&'static str);

published! {
    Plain = r#"{"properties": {"name": {"minLength": 1, "title": "N"}}}"#;
    Masked = r#"{"properties": {"name": {"minLength": 9}}}"#, masked;
    Shared = r#"{"$ref": "shared-definitions.schema.json#/$defs/Name"}"#, shown, shared;
}

#[test]
fn types_validate_by_their_schemas() {
    let plain = |name: &str| Plain { name: name.into() }.validate();
    assert_eq!(plain("a"), Ok(()));
    assert_eq!(Shared("a").validate(), Ok(()));
    for refused in [plain(""), Shared("").validate()] {
        let violations = refused.expect_err("it is too short");
        assert!(violations.to_string().contains("\"\""), "{violations}");
    }
    let masked = Masked {
        name: "secret".into(),
    };
    let violations = masked.validate().expect_err("it is too short");
    assert!(!violations.to_string().contains("secret"), "{violations}");
    assert!(Plain::validate_json(&json!({ "name": 1.5, "other": 1 })).is_ok());
    assert!(Shared::schema().contains("shared-definitions"));
}

#[test]
fn derived_schemas_have_the_published_annotations() {
    let plain = schema_for!(Plain);
    assert_eq!(plain.get("description"), None);
    let members = plain.get("properties");
    assert_eq!(
        members,
        Some(&json!({ "name": { "type": "string", "title": "N" } }))
    );
    assert_eq!(schema_for!(Masked).get("description"), None);
    assert_eq!(schema_for!(Shared).get("description"), None);
}
