//! `equality` and `published`.

use serde_json::{Value, json};

use super::{aspects, document, faults, types};
use crate::{Case, Promises, cases, equality, published};

#[test]
fn faithful_types_are_proven_equal() {
    let report = equality(&cases!(types {
        Payment at "/components/schemas/Payment",
        Currency at "/components/schemas/Currency",
        Part at "/components/schemas/Part",
        Item at "/components/schemas/Item",
        Nullable at "/components/schemas/Nullable",
    }));
    assert_eq!(report.counts.yes, 5, "{report}");
    report.assert(&[]);
}

#[test]
fn planted_faults_are_refuted() {
    let report = equality(&cases!(faults {
        Renamed at "/a",
        NotRequired at "/b",
        Unbounded at "/c",
        NotNullable at "/d",
        Narrow at "/e",
        Closed at "/f",
    }));
    assert_eq!(report.counts.no, 6, "{report}");
    for case in [
        "Renamed",
        "NotRequired",
        "Unbounded",
        "NotNullable",
        "Narrow",
        "Closed",
    ] {
        assert_eq!(aspects(&report, case), ["equality/no"], "{report}");
    }
}

#[test]
fn a_refutation_shows_a_value_and_the_side() {
    let report = equality(&cases!(faults { Unbounded at "", Narrow at "" }));
    let [unbounded, narrow] = &report.failures[..] else {
        panic!("{report}");
    };
    assert!(
        unbounded
            .message
            .starts_with("the Rust type accepts values that the published")
    );
    assert!(
        unbounded.message.contains("for example {\"id\":"),
        "{report}"
    );
    assert!(unbounded.message.contains("\"minLength\":9"), "{report}");
    assert!(
        narrow
            .message
            .starts_with("the published schema accepts values that the Rust type")
    );
    assert!(narrow.message.contains("\"USD\""), "{report}");
}

/// A case whose schemas are as given; the types behind it do not matter here.
fn bare(schema: &'static str, derived: fn() -> serde_json::Value) -> Case {
    Case {
        promises: Promises::DEFAULT,
        name: "Bare",
        pointer: "",
        whole: true,
        form: None,
        derived_name: || "Bare".into(),
        schema,
        definitions: "",
        derived,
        round_trip: |text| Ok(text.to_owned()),
        debug: str::to_owned,
        display: |_| None,
        strict: |_| Ok(()),
    }
}

#[test]
fn undecided_is_said_and_refuted_by_instances_where_they_can() {
    const OPAQUE: &str =
        r#"{"dependencies": {}, "unevaluatedProperties": false, "type": "object"}"#;
    let same = || serde_json::from_str(OPAQUE).expect("JSON");
    equality(&[bare(OPAQUE, same)]).assert(&[]);
    let respelled = || {
        let mut schema: Value = serde_json::from_str(OPAQUE).expect("JSON");
        schema["minProperties"] = 0.into();
        schema
    };
    let report = equality(&[bare(OPAQUE, respelled)]);
    assert_eq!(report.held_by_instances, ["Bare"], "{report}");
    assert_eq!(aspects(&report, "Bare"), ["equality/unknown"]);
    assert!(report.failures[0].message.contains("unmodeled"), "{report}");
    let report = equality(&[bare(OPAQUE, || json!({"type": "object"}))]);
    assert_eq!(aspects(&report, "Bare"), ["equality/no"], "{report}");
}

#[test]
fn recursive_roots_compare_however_they_are_spelled() {
    const BODY: &str = r##"{"oneOf": [{"type": "object", "additionalProperties": {"$ref": "#/$defs/T"}}, {"$ref": "#/$defs/E"}],
        "$defs": {"T": {"title": "T", "oneOf": [{"type": "object", "additionalProperties": {"$ref": "#/$defs/T"}}, {"$ref": "#/$defs/E"}]},
                  "E": {"type": "object", "required": ["e"], "additionalProperties": false, "properties": {"e": {"type": "string"}}}}}"##;
    let by_root = || {
        json!({"oneOf": [{"type": "object", "additionalProperties": {"$ref": "#"}}, {"$ref": "#/$defs/E"}],
            "$defs": {"E": {"type": "object", "required": ["e"], "additionalProperties": false, "properties": {"e": {"type": "string"}}}}})
    };
    equality(&[bare(BODY, by_root)]).assert(&[]);
}

#[test]
fn recursion_within_embedded_schemas_is_decided() {
    const TUPLE: &str = r##"{"$ref": "#/$defs/Pair", "$defs": {"Pair": {
        "prefixItems": [{"type": "string"}, {"$ref": "#/$defs/Pair"}], "items": false, "minItems": 1}}}"##;
    fn derived(last: bool) -> Value {
        let pair = json!({"prefixItems": [{"type": "string"}, {"$ref": "#/$defs/1"}], "items": last, "minItems": 1});
        let second = json!({"$id": "urn:test:1", "$ref": "#/$defs/1", "$defs": {"1": pair}});
        json!({"prefixItems": [{"type": "string"}, second], "items": false, "minItems": 1})
    }
    equality(&[bare(TUPLE, || derived(false))]).assert(&[]);
    let report = equality(&[bare(TUPLE, || derived(true))]);
    assert_eq!(report.failures.len(), 1, "{report}");
}

#[test]
fn broken_schemas_and_panics_are_failures() {
    let report = equality(&[bare("{", || json!({}))]);
    assert_eq!(aspects(&report, "Bare"), ["equality/schema"]);
    let report = equality(&[bare(r##"{"$ref": "#/$defs/None"}"##, || json!({}))]);
    assert_eq!(aspects(&report, "Bare"), ["equality/schema"]);
    let report = equality(&[bare("{}", || panic!("planted"))]);
    assert_eq!(aspects(&report, "Bare"), ["equality/schema"]);
    assert!(report.failures[0].message.contains("planted"));
}

#[test]
fn publication_is_compared_with_the_raw_document() {
    let currency = |extra: &str| json!({"type": "string", "enum": ["EUR", "USD", extra]});
    let root = |extra: &str| {
        json!({"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {}, "components": {"schemas": {
            "Payment": {
                "type": "object",
                "required": ["id", "amount", "currency"],
                "additionalProperties": false,
                "properties": {
                    "id": {"type": "string", "minLength": 1, "maxLength": 8},
                    "amount": {"type": "integer", "minimum": 0},
                    "currency": {"$ref": "#/components/schemas/Currency"},
                    "note": {"type": ["string", "null"]},
                    "method": {"const": "card"},
                    "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Part"}},
                    "counts": {"type": "object", "additionalProperties": {"type": "integer"}}
                }
            },
            "Currency": currency(extra),
            "Part": {"oneOf": [
                {"type": "object", "required": ["kind", "name"], "properties": {"kind": {"const": "item"}, "name": {"type": "string"}}},
                {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "parts"}, "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Part"}}}}
            ]}
        }}})
    };
    let cases = cases!(types {
        Payment at "/components/schemas/Payment",
        Currency at "/components/schemas/Currency",
        Part at "/components/schemas/Part",
    });
    published(&document(&root("EUR")), &cases).assert(&[]);
    let report = published(&document(&root("GBP")), &cases);
    assert_eq!(aspects(&report, "Payment"), ["published/no"], "{report}");
    assert_eq!(aspects(&report, "Currency"), ["published/no"], "{report}");
    assert!(aspects(&report, "Part").is_empty(), "{report}");
    let report = published(
        &document(&root("EUR")),
        &cases!(types { Currency at "/components/schemas/Missing" }),
    );
    assert_eq!(aspects(&report, "Currency"), ["published/schema"]);
}

#[test]
fn publication_from_json_schema_and_from_older_dialects() {
    let part = json!({"$schema": "https://json-schema.org/draft/2020-12/schema", "oneOf": [
        {"type": "object", "required": ["kind", "name"], "properties": {"kind": {"const": "item"}, "name": {"type": "string"}}},
        {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "parts"}, "parts": {"type": "array", "items": {"$ref": "#"}}}}
    ]});
    published(&document(&part), &cases!(types { Part at "" })).assert(&[]);
    // Other drafts are also read by a validator of their own.
    let mut old = part;
    old["$schema"] = "http://json-schema.org/draft-07/schema#".into();
    let report = published(&document(&old), &cases!(types { Part at "" }));
    assert_eq!((report.counts.yes, report.notes.len()), (1, 0));
    report.assert(&[]);
    old["oneOf"][0]["required"] = json!(["kind"]);
    let report = published(&document(&old), &cases!(types { Part at "" }));
    assert_eq!(report.failures[0].check, "published/no");
}
