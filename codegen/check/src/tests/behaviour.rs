//! `instances` and `examples`.

use serde_json::{Value, json};

use super::{aspects, document, faults, types};
use crate::{
    Case, NullMembers, Promises, UnknownMembers, UnknownValues, cases, examples, instances,
};

/// These types by hand have no record.
const PROMISES: Promises = Promises {
    unknown_members: Some(UnknownMembers::Drop),
    null_members: Some(NullMembers::Absent),
    ..Promises::DEFAULT
};

#[test]
fn faithful_types_behave() {
    let report = instances(&cases!(types, PROMISES, {
        Currency at "/components/schemas/Currency",
        Item at "/components/schemas/Item",
        Nullable at "/components/schemas/Nullable",
    }));
    let counts = report.counts;
    assert!(counts.valid > 10 && counts.invalid > 10, "{report}");
    assert!(
        counts.probes_unknown_member > 0 && counts.probes_unknown_value > 0,
        "{report}"
    );
    assert!(counts.probes_float_integer > 0, "{report}");
    report.assert(&[]);
}

#[test]
fn what_serde_really_does_is_found() {
    // A derived map of integers does not read 5.0; everything else about the type is right.
    let report = instances(&cases!(types, PROMISES, { Payment at "/components/schemas/Payment" }));
    assert_eq!(
        aspects(&report, "Payment"),
        ["instances/float integer"],
        "{report}"
    );
    assert!(report.failures[0].message.contains("/counts/"), "{report}");
}

#[test]
fn planted_faults_are_found() {
    let report = instances(&cases!(faults, PROMISES, {
        Renamed at "/a",
        NotNullable at "/b",
        Narrow at "/c",
        Rigid at "/d",
        Forgetful at "/e",
        Closed at "/f",
        Shouting at "/g",
        Panicking at "/h",
        Lax at "/i",
        Prim at "/j",
        Unbounded at "/k",
        Inventive at "/l",
        Orderly at "/m",
        Positional at "/n",
    }));
    let found = |case, aspect: &str| {
        let aspects = aspects(&report, case);
        assert!(
            aspects.contains(&format!("instances/{aspect}")),
            "{case}: {aspects:?}\n{report}"
        );
    };
    found("Renamed", "decode");
    found("NotNullable", "decode");
    found("Narrow", "decode");
    found("Rigid", "unknown value");
    found("Forgetful", "round trip");
    found("Closed", "unknown member");
    found("Shouting", "round trip");
    found("Panicking", "panic");
    found("Lax", "strict");
    found("Prim", "strict");
    // Its plain i64 does not read 5.0. The lost bound is not seen here: strict reading has it.
    found("Unbounded", "float integer");
    found("Inventive", "made up");
    found("Orderly", "order");
    // serde's derive reads an array as well.
    found("Positional", "made up");
}

#[test]
fn an_enum_that_only_promises_to_be_closed_is_found() {
    let closed = Promises {
        unknown_values: Some(UnknownValues::Refuse),
        ..Promises::DEFAULT
    };
    let report = instances(&cases!(types, closed, { Currency at "/components/schemas/Currency" }));
    assert_eq!(
        aspects(&report, "Currency"),
        ["instances/refusal"],
        "{report}"
    );
}

#[test]
fn a_struct_that_only_promises_to_record_members_is_found() {
    let recorded = Promises {
        unknown_members: Some(UnknownMembers::Recorded),
        ..PROMISES
    };
    let report = instances(&cases!(types, recorded, { Item at "/components/schemas/Item" }));
    let found = aspects(&report, "Item");
    assert!(
        found.contains(&"instances/unknown member".to_owned()),
        "{report}"
    );
}

#[test]
fn one_fault_does_not_bury_the_others() {
    let report = instances(&cases!(faults, PROMISES, { Prim at "" }));
    assert_eq!(report.failures.len(), 3, "{report}");
    assert!(
        report.failures[2].message.contains("more like this"),
        "{report}"
    );
}

#[test]
fn examples_become_instances_or_findings() {
    let root = json!({"openapi": "3.1.0", "components": {"schemas": {
        "Item": {
            "type": "object",
            "required": ["id"],
            "examples": [{"id": "abc"}, {"ident": "abc"}],
            "properties": {
                "id": {"type": "string", "maxLength": 8, "examples": ["Mixed"], "default": "far too long"},
                "size": {"type": ["integer", "null"], "example": 7},
                "default": {"type": "string"}
            }
        },
        "Other": {"$ref": "#/components/schemas/Item", "examples": [{"id": "x"}, {"id": 1}]}
    }}});
    let cases = cases!(types { Item at "/components/schemas/Item" });
    let (report, findings) = examples(&document(&root), &cases);
    let counts = report.counts;
    assert_eq!(
        (
            counts.examples_seen,
            counts.examples_used,
            counts.examples_contradicting
        ),
        (7, 3, 3),
        "{report}"
    );
    let pointers: Vec<&str> = findings
        .iter()
        .map(|finding| finding.pointer.as_str())
        .collect();
    assert_eq!(
        pointers,
        [
            "/components/schemas/Item/properties/id/default",
            "/components/schemas/Item/examples/1",
            "/components/schemas/Other/examples/1",
        ]
    );
    assert!(
        findings[0].message.contains("longer than 8"),
        "{}",
        findings[0]
    );
    report.assert(&[]);
    let (report, _) = examples(
        &document(&root),
        &cases!(faults { Shouting at "/components/schemas/Item" }),
    );
    assert_eq!(
        aspects(&report, "Shouting"),
        ["examples/round trip"],
        "{report}"
    );
}

#[test]
fn an_example_against_an_assumed_type_is_a_finding() {
    const SCHEMA: &str = r##"{"type": "object", "properties": {"on": {"$ref": "#/$defs/Event"}}, "$defs": {
        "Event": {"type": "object", "x-cratify-assumed": "type", "properties": {"name": {"type": "string"}}}}}"##;
    let root = |example: Value| {
        json!({"openapi": "3.1.0", "components": {"schemas": {
            "Bare": {"type": "object", "properties": {"on": {"$ref": "#/components/schemas/Event"}}, "examples": [{"on": example}]},
            "Event": {"properties": {"name": {"type": "string"}}}
        }}})
    };
    let case = Case {
        pointer: "/components/schemas/Bare",
        ..bare(SCHEMA, |text| Ok(text.to_owned()))
    };
    let (report, findings) = examples(&document(&root(json!(null))), &[case]);
    report.assert(&[]);
    let [finding] = &findings[..] else {
        panic!("one finding: {findings:?}");
    };
    assert_eq!(finding.pointer, "/components/schemas/Bare/examples/0");
    let place = "#/components/schemas/Event is taken for an `object`";
    assert!(finding.message.contains(place), "{finding}");
    assert!(finding.message.contains("`untyped: literal`"), "{finding}");
    let (_, findings) = examples(&document(&root(json!({"name": "x"}))), &[case]);
    assert_eq!(findings, []);
}

#[test]
fn examples_are_read_in_the_documents_dialect() {
    let old = json!({"openapi": "3.0.3", "components": {"schemas": {
        "A": {"type": "string", "nullable": true, "example": null},
        "B": {"type": "integer", "minimum": 3, "exclusiveMinimum": true, "example": 3},
        "C": {"type": "string", "example": null},
    }}});
    let (report, findings) = examples(&document(&old), &[]);
    assert_eq!(
        (report.counts.examples_seen, findings.len()),
        (3, 2),
        "{findings:?}"
    );
    let draft_7 = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "type": "object",
        "properties": {"list": {"items": [{"type": "string"}], "examples": [["a", 1], [1]]}, "self": {"$ref": "#"}},
        "definitions": {"kids": {"type": "array", "items": {"$ref": "#"}, "default": [{"list": ["a"]}], "examples": [[{"list": [1]}]]}}
    });
    let (report, findings) = examples(&document(&draft_7), &[]);
    assert!(report.notes.is_empty(), "{report}");
    assert_eq!(
        (report.counts.examples_seen, findings.len()),
        (4, 2),
        "{findings:?}"
    );
}

/// A case that decodes to JSON itself, by `round_trip`.
fn bare(schema: &'static str, round_trip: fn(&str) -> Result<String, String>) -> Case {
    Case {
        promises: PROMISES,
        name: "Bare",
        pointer: "",
        whole: true,
        form: None,
        derived_name: || "Bare".into(),
        schema,
        definitions: "",
        derived: || json!({}),
        round_trip,
        debug: str::to_owned,
        display: |_| None,
        strict: |_| Ok(()),
    }
}

#[test]
fn a_schema_without_valid_instances_shows_nothing_unless_it_has_none() {
    let same = |text: &str| Ok(text.to_owned());
    let none_valid = |schema| {
        let report = instances(&[bare(schema, same)]);
        aspects(&report, "Bare").contains(&"instances/none valid".to_owned())
    };
    assert!(none_valid(
        r#"{"type": "string", "pattern": "^a$", "minLength": 5}"#
    ));
    assert!(!none_valid(
        r#"{"type": "integer", "minimum": 5, "maximum": 3}"#
    ));
    assert!(!none_valid(r#"{"type": "integer"}"#));
}

#[test]
fn a_value_that_is_written_back_must_be_valid_too() {
    // The unknown members may go, but then there are too few.
    const SCHEMA: &str =
        r#"{"type": "object", "minProperties": 2, "properties": {"a": {"type": "string"}}}"#;
    let report = instances(&[bare(SCHEMA, |text| {
        let mut value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let members = value.as_object_mut().ok_or("no object")?;
        members.retain(|name, _| name == "a");
        Ok(value.to_string())
    })]);
    let found = aspects(&report, "Bare");
    assert!(found.contains(&"instances/written".to_owned()), "{report}");
}
