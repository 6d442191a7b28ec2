//! The surface of a crate: what it holds, and that it can be stored.

use std::path::Path;

use cratify_diff::Side;
use cratify_diff::rust::surface::{Kind, Surface};
use cratify_testing::{Fixture, on_all_cores};

const DOCUMENT: &str = r##"
openapi: 3.1.0
info: { title: Shop, version: 1.2.0, license: { name: MIT } }
components:
  schemas:
    Order:
      type: object
      required: [id, type]
      properties:
        id: { type: string }
        type: { const: order }
        lines: { type: array, items: { $ref: "#/components/schemas/Line" } }
    Line: { oneOf: [{ $ref: "#/components/schemas/Item" }, { type: string }] }
    Item: { type: object, properties: { amount: { type: integer, minimum: 0, maximum: 255 } } }
    Status: { type: string, enum: [open, closed] }
    Strict: { type: string, enum: [on, off], x-extensible-enum: false }
    Names: { type: array, items: { type: string } }
    Old: { $ref: "#/components/schemas/Item" }
"##;

fn surface(text: &str, settings: &[(&str, &str)]) -> Surface {
    let mut config = cratify::configure().schema_text("shop.yaml", text);
    for (key, word) in settings {
        config = config.set(key, word).unwrap();
    }
    let side = Side::from_config("shop.yaml", &config).unwrap();
    Surface::of(&side.generated).unwrap()
}

#[test]
fn a_surface_has_what_code_can_name() {
    let surface = surface(DOCUMENT, &[]);
    let paths: Vec<&str> = surface.items.iter().map(|item| &*item.path).collect();
    let expected = [
        "Item",
        "Line",
        "Names",
        "Old",
        "Order",
        "OrderType",
        "Status",
        "Strict",
        "Violation",
        "Violations",
    ];
    for path in expected {
        assert!(paths.contains(&path), "{path} is not in {paths:?}");
    }

    let order = surface.item("Order").unwrap();
    assert_eq!((order.kind, order.open), (Kind::Struct, true));
    let members = order
        .members
        .iter()
        .map(|member| (&*member.name, &*member.types[0]));
    let expected = [
        ("id", "String"),
        ("type", "crate::OrderType"),
        ("lines", "Option<Vec<crate::Line>>"),
    ];
    assert_eq!(members.collect::<Vec<_>>(), expected);
    let traits: Vec<&str> = order.traits.keys().map(String::as_str).collect();
    let expected = [
        "Clone",
        "Debug",
        "Deserialize",
        "JsonSchema",
        "PartialEq",
        "Serialize",
    ];
    assert_eq!(traits, expected);
    assert_eq!(order.traits["JsonSchema"].as_deref(), Some("schemars"));
    assert_eq!(
        order.function("new").unwrap().to_string(),
        "fn(impl Into<String>) -> crate::Order"
    );
    assert_eq!(
        order.function("with_lines").unwrap().to_string(),
        "fn(crate::Order, Vec<crate::Line>) -> crate::Order"
    );
    let validate = order.function("validate_json").unwrap();
    assert_eq!(validate.feature.as_deref(), Some("validate"));
    assert_eq!(
        validate.to_string(),
        "fn(&serde_json::Value) -> Result<(), crate::Violations>"
    );

    let status = surface.item("Status").unwrap();
    assert_eq!(
        (status.kind, status.open, status.members.len()),
        (Kind::Enum, true, 3)
    );
    assert_eq!(status.member("Unknown").unwrap().types, ["String"]);
    assert_eq!(status.function("ALL").unwrap().ty, "[crate::Status; _]");
    assert_eq!(
        status.function("as_str").unwrap().to_string(),
        "fn(&crate::Status) -> &str"
    );
    assert!(
        status.traits.contains_key("From<&str>"),
        "{:?}",
        status.traits
    );
    assert!(status.traits.contains_key("Display"));

    assert!(
        surface
            .item("Line")
            .unwrap()
            .traits
            .contains_key("Deserialize")
    );
    assert_eq!(
        surface.item("Old").unwrap().ty.as_deref(),
        Some("crate::Item")
    );
    assert_eq!(surface.item("Names").unwrap().kind, Kind::Tuple);
    let features = &surface.item("Violation").unwrap().features;
    assert!(features.iter().eq(["validate"]));
    let package = &surface.package;
    assert_eq!((&*package.name, &*package.version), ("shop", "1.2.0"));
    assert!(package.features.contains_key("validate"));
    assert_eq!(package.dependencies["serde_json"].version, "1");
    assert!(package.dependencies["schemars"].optional);
}

#[test]
fn a_surface_has_what_the_macros_of_the_support_code_write() {
    let document = DOCUMENT.replace(
        "id: { type: string }",
        "id: { type: string }\n        count: { type: integer, default: 3 }\n        \
         note: { type: string, default: none }\n        status: { $ref: \"#/components/schemas/Status\", default: open }",
    );
    let surface = surface(&document, &[]);
    let functions = [
        ("Order", "count_or_default", "fn(&crate::Order) -> i64"),
        ("Order", "note_or_default", "fn(&crate::Order) -> &str"),
        (
            "Order",
            "status_or_default",
            "fn(&crate::Order) -> &crate::Status",
        ),
        (
            "Order",
            "unknown_members",
            "fn(&crate::Order) -> &serde_json::Map<String, serde_json::Value>",
        ),
        (
            "Line",
            "as_item",
            "fn(&crate::Line) -> Option<&crate::Item>",
        ),
        ("Line", "is_unknown", "fn(&crate::Line) -> bool"),
        ("Status", "is_unknown", "fn(&crate::Status) -> bool"),
        ("Names", "schema", "fn() -> &'static str"),
    ];
    for (item, name, expected) in functions {
        let function = surface.item(item).unwrap().function(name);
        let written = function.map(ToString::to_string);
        assert_eq!(written.as_deref(), Some(expected), "{item}::{name}");
    }
    let line = &surface.item("Line").unwrap().traits;
    assert!(line.contains_key("From<crate::Item>"), "{line:?}");
    assert!(
        surface
            .item("Names")
            .unwrap()
            .traits
            .contains_key("Deref with Target = Vec<String>")
    );
}

/// A macro that the crate lacks, or that writes no implementations, is an error.
#[test]
fn all_macros_that_crates_call_are_known() {
    let fixtures = Fixture::all(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../proofs/fixtures"));
    let mut documents = Fixture::goldens();
    documents.extend(fixtures);
    let read = on_all_cores(&documents, |fixture| {
        let side = Side::from_config(&fixture.name, &fixture.configure()).ok()?;
        Some(Surface::of(&side.generated).map(|_| ()))
    });
    let mut count = 0;
    for (fixture, read) in documents.iter().zip(read) {
        if let Some(read) = read {
            assert_eq!(read, Ok(()), "{}", fixture.name);
            count += 1;
        }
    }
    assert!(count > 200, "only {count} documents are read");
}

#[test]
fn a_surface_is_what_it_was_after_it_was_stored() {
    let surface = surface(DOCUMENT, &[]);
    let text = serde_json::to_string_pretty(&surface).unwrap();
    assert_eq!(serde_json::from_str::<Surface>(&text).unwrap(), surface);
}

#[test]
fn a_member_that_may_be_null_has_methods() {
    let document = DOCUMENT.replace(
        "id: { type: string }",
        "id: { type: string }\n        note: { type: [string, \"null\"] }",
    );
    for members in ["recorded", "drop"] {
        let surface = surface(&document, &[("unknown-members", members)]);
        let order = surface.item("Order").unwrap();
        for (name, expected) in [
            ("is_null_note", "fn(&crate::Order) -> bool"),
            ("set_null_note", "fn(&mut crate::Order)"),
        ] {
            assert_eq!(order.function(name).unwrap().to_string(), expected);
        }
    }
}

#[test]
fn code_for_serde_implements_the_same_traits_in_both_forms() {
    let document = DOCUMENT.replace(
        "type: { const: order }",
        "type: { const: order }\n        note: { type: [string, \"null\"] }",
    );
    let traits = |words: &[(&str, &str)]| {
        let surface = surface(&document, words);
        let items = surface.items.into_iter();
        items
            .map(|item| (item.path, item.traits))
            .collect::<Vec<_>>()
    };
    for members in ["recorded", "drop", "keep"] {
        let derived = traits(&[("unknown-members", members)]);
        assert_eq!(
            traits(&[("unknown-members", members), ("serde", "written")]),
            derived
        );
    }
}
