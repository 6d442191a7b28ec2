//! Which places tolerant probes touch, and which they leave alone.

use serde_json::{Value, json};

use crate::{
    behaviour::probes::{Kind, Prober},
    schemas::whole::WholeSchema,
};

/// The probes of an instance as kind and place, and how many places were skipped.
fn probed(schema: &Value, instance: &Value) -> (Vec<(Kind, String)>, usize) {
    let doc = WholeSchema::new(schema);
    let mut prober = Prober::new(&doc);
    let made = prober.probes(instance);
    (
        made.into_iter()
            .map(|probe| (probe.kind, probe.place))
            .collect(),
        prober.skipped,
    )
}

fn at(kind: Kind, place: &str) -> (Kind, String) {
    (kind, place.to_owned())
}

#[test]
fn structs_enums_and_integers_are_probed() {
    let schema = json!({"properties": {
        "color": {"enum": ["red", "blue", null]},
        "count": {"type": "integer"},
        "rate": {"type": "number"},
        "only": {"enum": ["one"]},
        "map": {"type": "object", "additionalProperties": {"type": "integer"}},
        "both": {"properties": {"a": {"type": "string"}}, "additionalProperties": {"type": "string"}},
        "free": {"type": "object"},
        "list": {"type": "array", "items": {"type": "object", "properties": {"x": {"type": "string"}}, "additionalProperties": false}}
    }});
    let instance = json!({"color": "red", "count": 3, "rate": 3, "only": "one", "map": {"k": 1}, "both": {"a": "x"}, "free": {"a": {}}, "list": [{"x": "y"}, {}, {}]});
    let expected = [
        at(Kind::UnknownMember, ""),
        at(Kind::UnknownValue, "/color"),
        at(Kind::FloatInteger, "/count"),
        at(Kind::FloatInteger, "/map/k"),
        at(Kind::UnknownMember, "/list/0"),
        at(Kind::UnknownMember, "/list/1"),
    ];
    assert_eq!(probed(&schema, &instance), (expected.to_vec(), 0));
}

#[test]
fn tags_are_left_alone_and_counted() {
    let branch = |kind: &str| json!({"type": "object", "required": ["kind"], "properties": {"kind": {"enum": [kind, format!("{kind}2")]}, "color": {"enum": ["red", "blue"]}}});
    let schema = json!({"oneOf": [branch("a"), branch("b")]});
    let (probes, skipped) = probed(&schema, &json!({"kind": "a"}));
    assert_eq!((probes, skipped), (vec![at(Kind::UnknownMember, "")], 1));
    // A string that another branch would take, and an object that two branches could mean.
    let schema = json!({"anyOf": [{"enum": ["a", "b"]}, {"type": "string", "maxLength": 3}]});
    assert_eq!(probed(&schema, &json!("a")), (vec![], 1));
    let schema = json!({"anyOf": [{"properties": {"a": true}}, {"properties": {"b": true}}]});
    assert_eq!(probed(&schema, &json!({})), (vec![], 1));
}

#[test]
fn nullable_places_are_not_ambiguous() {
    let schema = json!({"anyOf": [{"$ref": "#/$defs/Color"}, {"type": "null"}], "$defs": {"Color": {"type": "string", "enum": ["red", "blue"]}}});
    assert_eq!(
        probed(&schema, &json!("red")),
        (vec![at(Kind::UnknownValue, "")], 0)
    );
    let schema = json!({"type": ["integer", "null"]});
    assert_eq!(probed(&schema, &json!(3)).0, [at(Kind::FloatInteger, "")]);
    assert!(probed(&schema, &json!(i64::MIN)).0.is_empty());
}
