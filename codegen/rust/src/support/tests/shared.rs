//! Strict reading by schemas that refer to shared definitions.

use serde_json::json;

use crate::support::shared::validator;

#[test]
fn references_lead_to_the_shared_definitions() {
    let schema =
        r#"{"type": "array", "items": {"$ref": "shared-definitions.schema.json#/$defs/Name"}}"#;
    let validator = validator(schema).expect("the definition exists");
    assert!(validator.is_valid(&json!(["a"])));
    assert!(!validator.is_valid(&json!([""])));
    assert!(super::super::shared::validator(r#"{"$ref": "missing.json"}"#).is_err());
}
