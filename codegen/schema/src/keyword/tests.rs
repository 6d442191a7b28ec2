//! Holds the table to the meta-schemas that come with the generator.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Dialect, KEYWORDS, Keyword, Subject, TypeSet, ValueKind, Vocabulary, find};
use crate::document::META_SCHEMAS;

/// The meta-schemas of each dialect, by what their URIs contain, and keywords that the table leaves out
/// or adds on purpose.
const DIALECTS: [(Dialect, &[&str], &[&str]); 7] = [
    // The meta-schema does not describe references.
    (Dialect::JsonSchemaDraft4, &["draft-04"], &["$ref"]),
    (Dialect::JsonSchemaDraft6, &["draft-06"], &[]),
    (Dialect::JsonSchemaDraft7, &["draft-07"], &[]),
    (Dialect::JsonSchema201909, &["draft/2019-09"], &[]),
    // The meta-schema describes how 2019-09 spelled `$dynamicRef` and `$dynamicAnchor`, and no schema of
    // 2020-12 can use it.
    (
        Dialect::JsonSchema202012,
        &["draft/2020-12"],
        &["$recursiveAnchor", "$recursiveRef"],
    ),
    (
        Dialect::OpenApi31,
        &["draft/2020-12", "oas/3.1"],
        &["$recursiveAnchor", "$recursiveRef"],
    ),
    (
        Dialect::OpenApi31,
        &["draft/2020-12", "oas/3.2"],
        &["$recursiveAnchor", "$recursiveRef"],
    ),
];

/// The keywords in the meta-schemas with this text in their URIs, and the schemas of their values.
fn described(texts: &[&str]) -> BTreeMap<String, (Value, Value)> {
    let mut found = BTreeMap::new();
    for (uri, text) in META_SCHEMAS {
        if !texts.iter().any(|part| uri.contains(part)) {
            continue;
        }
        let root: Value = serde_json::from_str(text).expect("a meta-schema is JSON");
        let properties = root.get("properties").and_then(Value::as_object);
        for (name, value) in properties.into_iter().flatten() {
            found.insert(name.clone(), (value.clone(), root.clone()));
        }
    }
    assert!(!found.is_empty(), "{texts:?}");
    found
}

#[test]
fn every_dialect_has_the_keywords_of_its_meta_schema() {
    for (dialect, texts, exceptions) in DIALECTS {
        let is_meant = |name: &&str| !exceptions.contains(name);
        let described = described(texts);
        let described: BTreeSet<&str> = described
            .keys()
            .map(String::as_str)
            .filter(is_meant)
            .collect();
        let listed = KEYWORDS.iter().filter(|keyword| keyword.is_in(dialect));
        let listed: BTreeSet<&str> = listed
            .map(|keyword| keyword.name)
            .filter(is_meant)
            .collect();
        assert_eq!(listed, described, "{}", dialect.title());
    }
}

#[test]
fn every_vocabulary_has_the_keywords_of_its_meta_schema() {
    for (vocabulary, text) in [
        (Vocabulary::Core, "2020-12/meta/core"),
        (Vocabulary::Applicator, "2020-12/meta/applicator"),
        (Vocabulary::Unevaluated, "2020-12/meta/unevaluated"),
        (Vocabulary::Validation, "2020-12/meta/validation"),
        (Vocabulary::MetaData, "2020-12/meta/meta-data"),
        (Vocabulary::Format, "2020-12/meta/format-annotation"),
        (Vocabulary::Content, "2020-12/meta/content"),
        (Vocabulary::OpenApi, "oas/3.1/meta"),
    ] {
        // The meta-schema of the dialect itself describes keywords that no vocabulary has now.
        let is_former = |keyword: &Keyword| ["definitions", "dependencies"].contains(&keyword.name);
        let listed = KEYWORDS.iter().filter(|keyword| {
            keyword.vocabulary == vocabulary && keyword.is_current() && !is_former(keyword)
        });
        let listed: BTreeSet<String> = listed.map(|keyword| keyword.name.to_owned()).collect();
        let described: BTreeSet<String> = described(&[text]).into_keys().collect();
        assert_eq!(listed, described, "{vocabulary:?}");
    }
}

#[test]
fn every_value_has_the_form_of_the_meta_schema() {
    for (dialect, texts, _) in DIALECTS {
        for (name, (schema, root)) in described(texts) {
            let Some(keyword) = find(&name).filter(|keyword| keyword.is_in(dialect)) else {
                continue;
            };
            let kinds = kinds_of(&schema, &root);
            let is_flag_of_draft_4 = name.starts_with("exclusive") && kinds == [ValueKind::Flag];
            assert!(
                kinds.contains(&keyword.kind) || is_flag_of_draft_4,
                "`{name}` of {} is {:?} in the table, and in its meta-schema one of {kinds:?}: {schema}",
                dialect.title(),
                keyword.kind,
            );
        }
    }
}

/// The kinds that a meta-schema's description of a value can stand for.
fn kinds_of(schema: &Value, root: &Value) -> Vec<ValueKind> {
    let is_schema = |value: &Value| {
        let target = value.get("$ref").or_else(|| value.get("$dynamicRef"));
        let target = target.or_else(|| value.get("$recursiveRef"));
        matches!(target.and_then(Value::as_str), Some("#" | "#meta"))
    };
    if is_schema(schema) {
        return vec![ValueKind::Schema, ValueKind::SchemaOrList];
    }
    if schema.as_object().is_none_or(serde_json::Map::is_empty) {
        return vec![ValueKind::Data];
    }
    if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
        if let Some(pointer) = target.strip_prefix('#') {
            let target = root.pointer(pointer).expect("the meta-schema is complete");
            let mut kinds = kinds_of(target, root);
            if pointer.ends_with("discriminator") {
                kinds.push(ValueKind::Discriminator);
            }
            return kinds;
        }
        // Between the vocabularies of one dialect: `meta/core#/$defs/anchorString`.
        return match target.rsplit('/').next() {
            Some("anchorString" | "uriString") => vec![ValueKind::Text],
            Some("uriReferenceString") => vec![ValueKind::Text, ValueKind::Reference],
            Some("stringArray") => vec![ValueKind::Names],
            _ => panic!("a reference that the test does not know: {target}"),
        };
    }
    if let Some(parts) = schema.get("allOf").and_then(Value::as_array) {
        return kinds_of(&parts[0], root);
    }
    if let Some(parts) = schema.get("anyOf").and_then(Value::as_array) {
        let kinds: Vec<ValueKind> = parts.iter().flat_map(|part| kinds_of(part, root)).collect();
        return if kinds.contains(&ValueKind::Flag) {
            // A boolean schema, in draft-04.
            vec![ValueKind::Schema]
        } else if kinds.contains(&ValueKind::SchemaList) {
            vec![ValueKind::SchemaOrList]
        } else {
            vec![ValueKind::Types]
        };
    }
    if schema.get("enum").is_some() {
        return vec![ValueKind::Types];
    }
    match schema.get("type").and_then(Value::as_str) {
        Some("string") if schema.get("format").is_some_and(|format| format == "regex") => {
            vec![ValueKind::Pattern]
        }
        Some("string") => vec![ValueKind::Text, ValueKind::Reference],
        Some("boolean") => vec![ValueKind::Flag],
        Some("integer") => vec![ValueKind::Count],
        Some("number") if schema.get("exclusiveMinimum").is_some() => {
            vec![ValueKind::PositiveNumber]
        }
        Some("number") => vec![ValueKind::Number],
        Some("array") => match schema.get("items") {
            Some(items) if is_schema(items) => vec![ValueKind::SchemaList],
            Some(items) if items.get("type").is_some_and(|ty| ty == "string") => {
                vec![ValueKind::Names]
            }
            _ => vec![ValueKind::DataList],
        },
        Some("object") => match schema.get("additionalProperties") {
            Some(values) if is_schema(values) => vec![ValueKind::SchemaMap],
            Some(values) if values.get("anyOf").is_some() => vec![ValueKind::SchemaOrNamesMap],
            Some(values) if kinds_of(values, root) == [ValueKind::Names] => {
                vec![ValueKind::NameLists]
            }
            _ => vec![ValueKind::Object],
        },
        _ => panic!("a kind of value that the test does not know: {schema}"),
    }
}

#[test]
fn siblings_are_keywords_for_the_same_values() {
    for keyword in KEYWORDS {
        for name in keyword.depends_on {
            let sibling = find(name).unwrap_or_else(|| panic!("no keyword `{name}`"));
            let is_of_some = keyword.applies_to == TypeSet::ALL
                || keyword.applies_to.intersect(sibling.applies_to) != TypeSet::NONE;
            assert!(is_of_some, "`{}` depends on `{name}`", keyword.name);
        }
    }
}

#[test]
fn what_is_evaluated_depends_on_all_schemas_for_the_value() {
    let dependent = find("unevaluatedProperties").expect("it is a keyword");
    for keyword in KEYWORDS {
        let is_for_value = matches!(keyword.subject, Subject::Value | Subject::Condition);
        if is_for_value && keyword.is_current() {
            let is_listed = dependent.depends_on.contains(&keyword.name);
            assert!(is_listed, "`{}`", keyword.name);
        }
    }
}
