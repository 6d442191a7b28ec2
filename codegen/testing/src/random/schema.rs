//! Random schemas of JSON Schema keywords, each with a value that it allows.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Words that are not identifiers, or have a meaning in Rust, Markdown or TOML.
const WORDS: [&str; 28] = [
    "", "a", "b", "type", "self", "Self", "crate", "new", "Option", "String", "a b", "a-b", "A_B",
    "1st", "ä", "😀", "\u{0}", "\u{202e}", "//", "*/", "```", "{", "#", "~0", "/", "\"\\", "\r\n",
    "r#\"\"#",
];

/// A name of a member, a listed string, a title.
pub fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-z]{1,8}",
        2 => proptest::sample::select(WORDS.as_slice()).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

/// Any JSON, not very deep.
pub fn json() -> impl Strategy<Value = Value> {
    let number = prop_oneof![
        proptest::sample::select([0, 1, -1, 5, i64::MAX, i64::MIN].as_slice())
            .prop_map(Value::from),
        proptest::sample::select(
            [0.5, -0.0, 1.0, 1e308, 5e-324, 18_446_744_073_709_551_616.0].as_slice()
        )
        .prop_map(Value::from),
        Just(json!(u64::MAX)),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        number,
        word().prop_map(Value::from),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Value::from),
            vec((word(), inner), 0..3).prop_map(object),
        ]
    })
}

/// An object of these members; the last of two with one name counts.
pub fn object(members: impl IntoIterator<Item = (String, Value)>) -> Value {
    Value::Object(members.into_iter().collect())
}

/// A schema. Its references are numbers, until a document gives them targets.
pub fn schema() -> impl Strategy<Value = Value> {
    let reference = (0..100).prop_map(|target| json!({ "$ref": target }));
    let leaf = prop_oneof![
        2 => string(),
        2 => number(),
        2 => listed(),
        1 => Just(json!({ "type": "boolean" })),
        1 => Just(json!({ "type": "null" })),
        1 => proptest::sample::select(vec![json!({}), json!(true), json!(false)]),
        3 => reference,
    ];
    let nested = leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            4 => struct_like(inner.clone()),
            1 => map(inner.clone()),
            2 => array(inner.clone()),
            2 => union(inner.clone()),
            1 => parts(inner.clone()),
            1 => conditional(inner),
        ]
    });
    (nested, annotations()).prop_map(|(schema, more)| with(schema, more))
}

/// The schema with more members, if it is an object.
fn with(mut schema: Value, more: Map<String, Value>) -> Value {
    if let Value::Object(members) = &mut schema {
        members.extend(more);
    }
    schema
}

/// Annotations and extensions.
fn annotations() -> impl Strategy<Value = Map<String, Value>> {
    let one = prop_oneof![
        word().prop_map(|title| ("title", json!(title))),
        any::<String>().prop_map(|description| ("description", json!(description))),
        json().prop_map(|default| ("default", default)),
        vec(json(), 0..3).prop_map(|examples| ("examples", json!(examples))),
        Just(("deprecated", json!(true))),
        Just(("readOnly", json!(true))),
        Just(("x-sensitive", json!(true))),
    ];
    vec(one, 0..2).prop_map(|members| {
        members
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect()
    })
}

fn string() -> impl Strategy<Value = Value> {
    let rule = prop_oneof![
        Just(json!({})),
        (0..5).prop_map(|length| json!({ "minLength": length })),
        (0..5).prop_map(|length| json!({ "maxLength": length })),
        proptest::sample::select(["^a", "[b-d]+$", "^(x|y)*$", "\\d"].as_slice())
            .prop_map(|pattern| json!({ "pattern": pattern })),
        proptest::sample::select(["uuid", "date-time", "password", "int64", "odd"].as_slice())
            .prop_map(|format| json!({ "format": format })),
    ];
    (rule, nullable()).prop_map(|(rule, null)| typed("string", null, rule))
}

fn number() -> impl Strategy<Value = Value> {
    let rule = prop_oneof![
        Just(json!({})),
        (-5..5).prop_map(|bound| json!({ "minimum": bound })),
        (-5..5).prop_map(|bound| json!({ "exclusiveMaximum": bound })),
        Just(json!({ "multipleOf": 0.5 })),
        proptest::sample::select(["int8", "int32", "uint64", "float"].as_slice())
            .prop_map(|format| json!({ "format": format })),
    ];
    let name = proptest::sample::select(["integer", "number"].as_slice());
    (name, rule, nullable()).prop_map(|(name, rule, null)| typed(name, null, rule))
}

fn nullable() -> impl Strategy<Value = bool> {
    proptest::bool::weighted(0.2)
}

/// A schema with a type, which may be null as well.
fn typed(name: &str, null: bool, rest: Value) -> Value {
    let name = if null {
        json!([name, "null"])
    } else {
        json!(name)
    };
    let Value::Object(mut members) = rest else {
        return json!({ "type": name });
    };
    members.insert("type".to_owned(), name);
    Value::Object(members)
}

fn listed() -> impl Strategy<Value = Value> {
    let values = prop_oneof![
        3 => vec(word().prop_map(Value::from), 1..5),
        1 => vec((-3..9).prop_map(Value::from), 1..4),
        1 => vec(json(), 1..4),
    ];
    let distinct = values.prop_map(|values| {
        values
            .into_iter()
            .fold(Vec::new(), |mut kept: Vec<Value>, value| {
                if !kept.contains(&value) {
                    kept.push(value);
                }
                kept
            })
    });
    prop_oneof![
        3 => distinct.prop_map(|values| json!({ "enum": values })),
        1 => json().prop_map(|value| json!({ "const": value })),
    ]
}

/// An object with members, some of which are required.
fn struct_like(inner: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    let rest = prop_oneof![
        4 => Just(None),
        1 => any::<bool>().prop_map(|allowed| Some(json!(allowed))),
        1 => number().prop_map(Some),
    ];
    let members = vec((word(), inner, any::<bool>()), 0..5);
    (members, rest, nullable()).prop_map(|(members, rest, null)| {
        let mut required: Vec<&String> = Vec::new();
        for (name, _, is_required) in &members {
            if *is_required && !required.contains(&name) {
                required.push(name);
            }
        }
        let mut schema = json!({ "required": required });
        schema["properties"] = object(
            members
                .iter()
                .map(|(name, schema, _)| (name.clone(), schema.clone())),
        );
        if let Some(rest) = rest {
            schema["additionalProperties"] = rest;
        }
        typed("object", null, schema)
    })
}

fn map(inner: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    (inner, nullable())
        .prop_map(|(values, null)| typed("object", null, json!({ "additionalProperties": values })))
}

fn array(inner: impl Strategy<Value = Value> + Clone) -> impl Strategy<Value = Value> {
    prop_oneof![
        3 => (inner.clone(), nullable()).prop_map(|(items, null)| typed("array", null, json!({ "items": items }))),
        1 => vec(inner, 1..4).prop_map(|items| {
            let count = items.len();
            json!({ "type": "array", "prefixItems": items, "items": false, "minItems": count })
        }),
    ]
}

fn union(inner: impl Strategy<Value = Value> + Clone) -> impl Strategy<Value = Value> {
    let keyword = proptest::sample::select(["oneOf", "anyOf"].as_slice());
    let tagged = vec((word(), struct_like(inner.clone())), 1..4).prop_map(|branches| {
        let branches = branches.into_iter().map(|(tag, mut branch)| {
            branch["type"] = json!("object");
            branch["properties"]["kind"] = json!({ "const": tag });
            branch["required"] = json!(["kind"]);
            branch
        });
        branches.collect()
    });
    let branches = prop_oneof![vec(inner, 1..4), tagged];
    (keyword, branches).prop_map(|(keyword, branches)| json!({ keyword: branches }))
}

fn parts(inner: impl Strategy<Value = Value> + Clone) -> impl Strategy<Value = Value> {
    let part = prop_oneof![inner.clone(), struct_like(inner)];
    vec(part, 1..3).prop_map(|parts| json!({ "allOf": parts }))
}

fn conditional(inner: impl Strategy<Value = Value> + Clone) -> impl Strategy<Value = Value> {
    let more = prop_oneof![
        inner.clone().prop_map(|schema| json!({ "not": schema })),
        (inner.clone(), inner.clone()).prop_map(|(then, other)| json!({ "if": { "required": ["a"] }, "then": then, "else": other })),
        inner.clone().prop_map(|schema| json!({ "dependentSchemas": { "a": schema } })),
        inner.clone().prop_map(|schema| json!({ "propertyNames": { "maxLength": 3 }, "minProperties": 1, "unevaluatedProperties": schema })),
    ];
    (struct_like(inner), more).prop_map(|(schema, more)| match more {
        Value::Object(more) => with(schema, more),
        _ => schema,
    })
}
