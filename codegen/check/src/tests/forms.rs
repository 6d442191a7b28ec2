//! Request and response forms: what their published schemas must not have, and must have.

use serde_json::json;

use crate::{Case, Document, Form, Forms, Promises, published};

const DOCUMENT: &str = r#"{
  "openapi": "3.1.0",
  "info": {"title": "Forms", "version": "1"},
  "components": {"schemas": {
    "Order": {
      "allOf": [
        {"type": "object", "properties": {"id": {"type": "string", "readOnly": true}, "note": {"type": "string"}}},
        {"required": ["id", "note"]}
      ]
    },
    "Note": {"type": "object", "properties": {"text": {"type": "string"}}}
  }}
}"#;

const WHOLE: &str = r#"{"allOf": [
  {"type": "object", "properties": {"id": {"type": "string", "readOnly": true}, "note": {"type": "string"}}},
  {"required": ["id", "note"]}
]}"#;

const REQUEST: &str = r#"{"allOf": [
  {"type": "object", "properties": {"note": {"type": "string"}}}, {"required": ["note"]}
]}"#;

const STILL_REQUIRED: &str = r#"{"allOf": [
  {"type": "object", "properties": {"note": {"type": "string"}}}, {"required": ["id", "note"]}
]}"#;

const NOTE: &str = r#"{"type": "object", "properties": {"text": {"type": "string"}}}"#;

/// Whether a published schema is the document's, in a form.
fn is_published(
    pointer: &'static str,
    schema: &'static str,
    forms: Option<Forms>,
    form: Option<Form>,
) -> bool {
    let document = Document::parse("forms.json", DOCUMENT).expect("a document");
    let case = Case {
        promises: Promises {
            forms,
            ..Promises::DEFAULT
        },
        name: "Bare",
        pointer,
        whole: true,
        form,
        derived_name: || "Bare".into(),
        schema,
        definitions: "",
        derived: || json!({}),
        round_trip: |text| Ok(text.to_owned()),
        debug: str::to_owned,
        display: |_| None,
        strict: |_| Ok(()),
    };
    let report = published(&document, &[case]);
    report.failures.is_empty()
}

#[test]
fn a_request_has_no_read_only_member_and_requires_none() {
    const ORDER: &str = "/components/schemas/Order";
    let split = Some(Forms::Split);
    let is = |schema, forms, form| is_published(ORDER, schema, forms, form);
    assert!(is(REQUEST, split, Some(Form::Request)));
    assert!(is(WHOLE, split, Some(Form::Response)));
    assert!(!is(WHOLE, split, Some(Form::Request)));
    assert!(!is(REQUEST, split, Some(Form::Response)));
    assert!(!is(STILL_REQUIRED, split, Some(Form::Request)));
    // One type for both directions is wrong where they differ.
    assert!(!is(WHOLE, split, None));
    assert!(!is(REQUEST, split, None));
    assert!(is(WHOLE, Some(Forms::Single), None));
    assert!(!is(REQUEST, Some(Forms::Single), None));
}

#[test]
fn a_schema_that_does_not_differ_is_one_type() {
    let at = "/components/schemas/Note";
    assert!(is_published(at, NOTE, Some(Forms::Split), None));
    assert!(is_published(
        at,
        NOTE,
        Some(Forms::Split),
        Some(Form::Request)
    ));
}

#[test]
fn places_decide_whether_a_member_is_there() {
    let at = "/components/schemas/Order";
    for schema in [WHOLE, REQUEST] {
        assert!(is_published(at, schema, None, Some(Form::Request)));
    }
    assert!(!is_published(at, REQUEST, None, Some(Form::Response)));
}
