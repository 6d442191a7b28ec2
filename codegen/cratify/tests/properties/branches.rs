//! Unions of inline branches, and the names that these get.

use std::collections::BTreeSet;
use std::path::Path;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use crate::answer::answer;
use cratify_testing::random::Document;

/// The members of branches: so few that branches are often alike.
const MEMBERS: [&str; 5] = ["id", "name", "amount", "data", "kind"];

/// A document with a union of these branches: of a named schema, and of a member.
fn document(keyword: &str, branches: &[Value]) -> Document {
    Document(json!({
        "openapi": "3.1.0",
        "info": { "title": "Any", "version": "1.0.0" },
        "components": { "schemas": {
            "Choice": { keyword: branches },
            "Outer": { "type": "object", "properties": { "inner": { keyword: branches } } },
            "Card": { "type": "object", "required": ["kind"], "properties": { "kind": { "const": "plastic" } } },
        } },
    }))
}

/// The types of a generated crate, and `Enum::Variant` for each variant.
fn names(document: &Document) -> Result<BTreeSet<String>, TestCaseError> {
    let generated = answer(document)?.map_err(|error| TestCaseError::fail(error.to_string()))?;
    let mut names = BTreeSet::new();
    let sources = generated.files().filter(|(path, _)| {
        let is_rust = Path::new(path)
            .extension()
            .is_some_and(|extension| extension == "rs");
        is_rust && path.starts_with("src/") && !path.starts_with("src/support")
    });
    for (_, text) in sources {
        let file = syn::parse_file(text).map_err(|error| TestCaseError::fail(error.to_string()))?;
        for item in file.items {
            match item {
                syn::Item::Struct(item) => {
                    names.insert(item.ident.to_string());
                }
                syn::Item::Enum(item) => {
                    let variants = item.variants.iter();
                    names.extend(variants.map(|one| format!("{}::{}", item.ident, one.ident)));
                    names.insert(item.ident.to_string());
                }
                _ => {}
            }
        }
    }
    Ok(names)
}

/// Branches in any number, two of which have members, so that there is a union.
fn branches() -> impl Strategy<Value = Vec<Value>> {
    let two = (object(), object());
    let more = vec(branch(), 0..4);
    (two, more).prop_map(|((one, other), more)| [vec![one, other], more].concat())
}

fn branch() -> impl Strategy<Value = Value> {
    let scalar = select(vec![
        json!({ "type": "string" }),
        json!({ "type": "integer", "format": "int32" }),
        json!({ "type": "integer", "format": "uint64" }),
        json!({ "enum": ["a", "b"] }),
        json!({ "const": "name" }),
        json!({ "type": "array", "items": { "type": "string" } }),
        json!({ "$ref": "#/components/schemas/Card" }),
    ]);
    let list = object().prop_map(|items| json!({ "type": "array", "items": items }));
    let nested = (object(), object()).prop_map(|(one, other)| json!({ "oneOf": [one, other] }));
    prop_oneof![3 => object(), 3 => scalar, 1 => list, 1 => nested]
}

fn object() -> impl Strategy<Value = Value> {
    let schema = select(vec![
        json!({ "type": "string" }),
        json!({ "type": "integer" }),
        json!({ "const": "amount" }),
        json!({ "const": "other" }),
        json!({ "enum": [1] }),
        json!({ "type": "object", "required": ["x"], "properties": { "x": { "const": "deep" } } }),
        json!({ "type": "object", "properties": { "y": { "type": "string" } } }),
    ]);
    let member = (select(MEMBERS.as_slice()), schema, any::<bool>());
    let title = prop_oneof![4 => Just(None), 1 => select(vec!["Amount", "Choice"]).prop_map(Some)];
    (vec(member, 0..4), title).prop_map(|(members, title)| {
        let mut schema = json!({ "type": "object", "properties": {}, "required": [] });
        let mut required: Vec<&str> = Vec::new();
        for (name, member, is_required) in members {
            schema["properties"][name] = member;
            if is_required && !required.contains(&name) {
                required.push(name);
            }
        }
        schema["required"] = json!(required);
        if let Some(title) = title {
            schema["title"] = json!(title);
        }
        schema
    })
}

/// A branch that is called like no branch of [`branches`].
fn new_branch() -> impl Strategy<Value = Value> {
    let required =
        |members: Value| json!({ "type": "object", "required": ["zebra"], "properties": members });
    select(vec![
        json!({ "type": "boolean" }),
        json!({ "const": "zebra" }),
        json!({ "type": "array", "items": { "type": "boolean" } }),
        json!({ "title": "Zebra", "type": "object", "properties": { "id": { "type": "string" } } }),
        required(json!({ "zebra": { "type": "string" } })),
        required(json!({ "zebra": { "type": "string" }, "amount": { "type": "string" } })),
    ])
}

proptest! {
    #![proptest_config(crate::few(32))]

    /// The place of a branch does not count for any name.
    #[test]
    fn names_do_not_depend_on_the_order_of_branches(
        keyword in select(vec!["oneOf", "anyOf"]),
        branches in branches(),
        places in vec(any::<Index>(), 6),
    ) {
        let mut shuffled = branches.clone();
        for (index, place) in (0..shuffled.len()).zip(places) {
            let place = place.index(shuffled.len());
            shuffled.swap(index, place);
        }
        prop_assert_eq!(
            names(&document(keyword, &branches))?,
            names(&document(keyword, &shuffled))?
        );
    }

    /// A branch that is put in front of others renames none of them.
    #[test]
    fn a_new_branch_renames_no_other(
        keyword in select(vec!["oneOf", "anyOf"]),
        branches in branches(),
        new in new_branch(),
    ) {
        let old = names(&document(keyword, &branches))?;
        let all = names(&document(keyword, &[vec![new], branches].concat()))?;
        let lost: Vec<&String> = old.difference(&all).collect();
        prop_assert!(lost.is_empty(), "{lost:?} of {old:?}, now {all:?}");
    }
}
