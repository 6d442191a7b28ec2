//! A keyword with a wrong value is reported at itself: each keyword of the table, in each dialect that has it.

use std::fs;

use cratify::Located;
use cratify_schema::keyword::{Dialect, KEYWORDS, ValueKind};
use cratify_testing::on_all_cores;
use serde_json::{Value, json};

const DIALECTS: [Dialect; 8] = [
    Dialect::Swagger20,
    Dialect::OpenApi30,
    Dialect::OpenApi31,
    Dialect::JsonSchemaDraft4,
    Dialect::JsonSchemaDraft6,
    Dialect::JsonSchemaDraft7,
    Dialect::JsonSchema201909,
    Dialect::JsonSchema202012,
];

/// A document with a schema, and the location of that schema.
fn document(dialect: Dialect, schema: &Value) -> (Value, &'static str) {
    let object = json!({"A": {"type": "object", "properties": {"p": schema}}});
    let info = json!({"title": "R", "version": "1.0.0", "license": {"name": "MIT"}});
    let draft = |uri: &str| {
        let document =
            json!({"$schema": uri, "x-crate": {"license": "MIT"}, "definitions": object});
        (document, "/definitions/A/properties/p")
    };
    let api = |member: &str, version: &str| {
        let document = json!({member: version, "info": info, "components": {"schemas": object}});
        (document, "/components/schemas/A/properties/p")
    };
    match dialect {
        Dialect::Swagger20 => (
            json!({"swagger": "2.0", "info": info, "definitions": object}),
            "/definitions/A/properties/p",
        ),
        Dialect::OpenApi30 => api("openapi", "3.0.3"),
        Dialect::OpenApi31 => api("openapi", "3.1.0"),
        Dialect::JsonSchemaDraft4 => draft("http://json-schema.org/draft-04/schema#"),
        Dialect::JsonSchemaDraft6 => draft("http://json-schema.org/draft-06/schema#"),
        Dialect::JsonSchemaDraft7 => draft("http://json-schema.org/draft-07/schema#"),
        Dialect::JsonSchema201909 => draft("https://json-schema.org/draft/2019-09/schema"),
        Dialect::JsonSchema202012 => draft("https://json-schema.org/draft/2020-12/schema"),
    }
}

/// Values that a keyword cannot have.
fn wrong_values(kind: ValueKind) -> Value {
    match kind {
        ValueKind::Data => json!([]),
        ValueKind::DataList => json!([3, "a"]),
        ValueKind::Text => json!([3, true, ["a"], {"a": "b"}]),
        ValueKind::Reference => json!([5, ["a"], {"a": "b"}]),
        ValueKind::Pattern => json!([3, ["a"], "(", "a{2,1}", "(?P<a>b)"]),
        ValueKind::Flag => json!(["perhaps", 3, ["a"], {"a": "b"}]),
        ValueKind::Number => json!(["many", ["a"], {"a": "b"}]),
        ValueKind::PositiveNumber => json!(["many", ["a"], 0, -2]),
        ValueKind::Count => json!(["many", ["a"], -1, 1.5, true]),
        ValueKind::Types => json!([3, "strng", [], [3], ["strng"], {"a": "b"}]),
        ValueKind::Names => json!(["id", 3, [3], {"a": "b"}]),
        ValueKind::NameLists => json!(["id", 3, {"a": "b"}, {"a": [3]}]),
        ValueKind::Object => json!(["a", 3, ["a"]]),
        ValueKind::Discriminator => {
            json!([3, ["a"], {}, {"propertyName": 3}, {"propertyName": "a", "mapping": 3}])
        }
        ValueKind::Schema => json!(["string", 3, ["a"]]),
        ValueKind::SchemaList => json!(["string", 3, [], [3], {"a": "b"}]),
        ValueKind::SchemaOrList => json!(["string", 3, [3]]),
        ValueKind::SchemaMap => json!(["string", 3, [], ["a"], {"a": 3}]),
        ValueKind::SchemaOrNamesMap => json!(["string", 3, ["a"], {"a": 3}]),
    }
}

fn problems(dialect: Dialect, schema: &Value) -> (Vec<Located>, &'static str) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("r.json");
    let (document, location) = document(dialect, schema);
    fs::write(&path, document.to_string()).expect("a file can be written");
    let problems = match cratify::configure().schema(&path).generate() {
        Ok(generated) => generated.warnings().to_vec(),
        Err(error) => error.diagnostics().to_vec(),
    };
    (problems, location)
}

/// The fault of the report about a keyword with this value, if it has one.
fn fault(dialect: Dialect, keyword: &str, value: &Value) -> Option<String> {
    let (problems, location) = problems(dialect, &json!({keyword: value}));
    let at_itself = format!("{location}/{keyword}");
    let is_at_itself = |problem: &&Located| {
        let pointer = problem.pointer.as_deref().unwrap_or_default();
        let rest = pointer.strip_prefix(&at_itself);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let elsewhere: Vec<String> = problems
        .iter()
        .filter(|problem| !is_at_itself(problem))
        .map(|problem| format!("{:?}: {}", problem.pointer, problem.message))
        .collect();
    let message = match (problems.is_empty(), &elsewhere[..]) {
        (true, _) => "nothing is reported".to_owned(),
        (false, []) => return None,
        (false, others) => others.join(", "),
    };
    Some(format!(
        "{}: `{keyword}: {value}`: {message}",
        dialect.title()
    ))
}

/// Whether a keyword holds definitions: what nothing refers to is not read.
fn is_container(keyword: &str) -> bool {
    matches!(keyword, "$defs" | "definitions")
}

#[test]
fn every_wrong_value_is_reported_at_its_keyword() {
    let mut cases = Vec::new();
    for keyword in KEYWORDS {
        let mut values = wrong_values(keyword.kind);
        if let (true, Some(values)) = (is_container(keyword.name), values.as_array_mut()) {
            values.retain(|value| !value.is_object());
        }
        for dialect in DIALECTS {
            if keyword.is_in(dialect) {
                let values = values.as_array().into_iter().flatten();
                cases.extend(values.map(|value| (dialect, keyword.name, value.clone())));
            }
        }
    }
    let faults = on_all_cores(&cases, |(dialect, keyword, value)| {
        fault(*dialect, keyword, value)
    });
    let faults: Vec<String> = faults.into_iter().flatten().collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn extensions_are_reported_at_themselves() {
    let faults: Vec<String> = [
        ("x-rust-name", json!(3)),
        ("x-rust-name", json!("not a name")),
        ("x-rust-type-name", json!(["A"])),
        ("x-rust-type", json!(3)),
        ("x-sensitive", json!("maybe")),
        ("x-secret", json!(3)),
        ("x-cratify", json!(3)),
        ("x-cratify", json!({"unknown-members": 3})),
        ("x-cratify", json!({"unknown": "keep"})),
        ("x-cratify", json!({"unresolved": "maybe"})),
        ("x-cratify", json!({"formats": 3})),
        ("x-cratify", json!({"derive": 3})),
        ("x-enum-varnames", json!(3)),
        ("x-enumNames", json!("a")),
        ("x-enum-descriptions", json!("a")),
        ("x-extensible-enum", json!("a")),
        ("x-ms-enum", json!("a")),
        ("x-speakeasy-unknown-values", json!("maybe")),
        ("x-ms-discriminator-value", json!(3)),
    ]
    .iter()
    .filter_map(|(name, value)| fault(Dialect::OpenApi31, name, value))
    .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_broken_pattern_is_reported_at_its_character() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("r.yaml");
    for (pattern, column) in [
        ("ab(c", 15),
        ("'ab(c'", 16),
        (r#""\\d(c""#, 17),
        ("'it''s('", 19),
    ] {
        let text = format!("x-crate: {{license: MIT}}\ntype: string\n#\npattern:    {pattern}\n");
        fs::write(&path, text).expect("a file can be written");
        let generated = cratify::configure().schema(&path).generate();
        let generated = generated.unwrap_or_else(|error| panic!("{error}"));
        let [problem] = generated.warnings() else {
            panic!("{}", generated.rendered_warnings());
        };
        assert_eq!(
            (problem.line, problem.column),
            (4, column),
            "{}",
            generated.rendered_warnings()
        );
    }
}
