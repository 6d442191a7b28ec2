//! The names of a release hold for the types of a later document: each test has the schemas of both, and the names that the later
//! ones get.

use std::collections::BTreeMap;
use std::path::Path;

use cratify::released::{FORMAT, Head, MARK, value_of_names};
use cratify::{Config, Decisions, Generated, ReleasedNames};
use cratify_testing::head;

/// A document with these named schemas, a line for each.
pub(crate) fn document(schemas: &[&str]) -> Config {
    let start = "openapi: 3.1.0\ninfo: { title: Shop, version: 1.0.0, license: { identifier: MIT } }\ncomponents:\n  schemas:\n";
    let lines = schemas.iter().map(|line| format!("    {line}\n"));
    let text = start.to_owned() + &lines.collect::<String>();
    cratify::configure().schema_text("shop.yaml", text)
}

pub(crate) fn decide(config: &Config) -> (Generated, Decisions) {
    let decided = config.decide();
    decided.unwrap_or_else(|error| panic!("{error}"))
}

/// The record of the release of a document, as a later build reads it.
pub(crate) fn release_of(config: &Config) -> Head {
    let (generated, decisions) = decide(config);
    head(&generated, &decisions)
}

/// The types with their members, and the warnings, of a document after the release of another one.
fn later(released: &[&str], now: &[&str]) -> (BTreeMap<String, String>, String) {
    let release = release_of(&document(released));
    let config = document(now).for_released(Vec::new(), release);
    let (generated, decisions) = decide(&config);
    let types = decisions.model.own_types().map(|(id, _)| {
        let names = &decisions.names[id];
        let mut all = names.members.clone();
        all.extend(names.former.iter().map(|name| format!("was {name}")));
        (names.ident.clone(), all.join(" "))
    });
    (types.collect(), generated.rendered_warnings().to_owned())
}

fn holds(released: &[&str], now: &[&str], types: &[(&str, &str)]) {
    let (found, _) = later(released, now);
    let found: Vec<(&str, &str)> = found.iter().map(|(one, all)| (&**one, &**all)).collect();
    assert_eq!(found, types, "{now:#?}");
}

const ORDER: &str = "Order: { type: object, properties: { status: { enum: [open, closed] } } }";

#[test]
fn a_schema_takes_no_released_name() {
    let new = "OrderStatus: { type: object, properties: { code: { type: integer } } }";
    let types = [
        ("Order", "status"),
        ("OrderStatus", "Open Closed"),
        ("OrderStatus2", "code"),
    ];
    holds(&[ORDER], &[ORDER, new], &types);
    holds(&[ORDER], &[new, ORDER], &types);
    let (_, warnings) = later(&[ORDER], &[ORDER, new]);
    let expected = "`OrderStatus` is a name of the last release, so a schema that is new gives way";
    assert!(warnings.contains("CR0501"), "{warnings}");
    assert!(warnings.contains(expected), "{warnings}");
}

#[test]
fn an_inline_schema_may_get_a_name_and_lose_it() {
    let inline = [ORDER];
    let named = [
        "Order: { type: object, properties: { status: { $ref: '#/components/schemas/State' } } }",
        "State: { enum: [open, closed] }",
    ];
    holds(
        &inline,
        &named,
        &[("Order", "status"), ("OrderStatus", "Open Closed")],
    );
    holds(
        &named,
        &inline,
        &[("Order", "status"), ("State", "Open Closed")],
    );
    // A schema that has a name already keeps that, and gets the other one as well.
    let beside = [ORDER, named[1]];
    let types = [
        ("Order", "status"),
        ("State", "Open Closed was OrderStatus"),
    ];
    holds(&beside, &named, &types);
    let (_, warnings) = later(&inline, &named);
    assert!(
        warnings.contains("warning[CR0503]: `State` keeps the Rust name `OrderStatus`"),
        "{warnings}"
    );
    assert!(warnings.contains("would be `State`"), "{warnings}");
}

#[test]
fn a_schema_may_move() {
    let now = [
        "Purchase: { type: object, properties: { status: { enum: [open, closed] } } }",
        "Other: { type: string }",
    ];
    let types = [
        ("Order", "status"),
        ("OrderStatus", "Open Closed"),
        ("Other", ""),
    ];
    holds(&[ORDER], &now, &types);
    // A schema in the place of another one is that schema.
    let swapped = [
        "A: { type: object, properties: { b: {} } }",
        "B: { type: object, properties: { a: {} } }",
    ];
    let before = [
        "A: { type: object, properties: { a: {} } }",
        "B: { type: object, properties: { b: {} } }",
    ];
    holds(&before, &swapped, &[("A", "b"), ("B", "a")]);
    // Newtypes of strings are all the same: only what refers to one tells that it has moved.
    let before = [
        "Id: { type: string }",
        "A: { type: object, properties: { id: { $ref: '#/components/schemas/Id' } } }",
    ];
    let moved = [
        "Key: { type: string }",
        "A: { type: object, properties: { id: { $ref: '#/components/schemas/Key' } } }",
    ];
    holds(&before, &moved, &[("A", "id"), ("Id", "")]);
    holds(
        &["Id: { type: string }"],
        &["Key: { type: string }"],
        &[("Key", "")],
    );
}

#[test]
fn members_and_branches_keep_their_names() {
    // `a_b` needs no change, and would come first.
    holds(
        &[
            "A: { type: object, properties: { aB: {} } }",
            "E: { enum: [Up] }",
        ],
        &[
            "A: { type: object, properties: { a_b: {}, aB: {} } }",
            "E: { enum: [UP, up, Up] }",
        ],
        &[("A", "a_underscore_b a_b"), ("E", "UP Up2 Up")],
    );
    let union = |one: &str, other: &str| {
        format!(
            "U: {{ oneOf: [{{ type: object, properties: {{ {one} }} }}, {{ type: object, properties: {{ {other} }} }}] }}"
        )
    };
    let released = union("a: {}", "b: {}");
    let (before, _) = later(&[&released], &[&released]);
    // A branch is called after optional members, and an older name comes before names that are nearer now.
    let edited = union("b: {}, c: {}", "a: {}, b: {}");
    let (after, _) = later(&[&released], &[&edited]);
    assert_eq!(
        before.keys().collect::<Vec<_>>(),
        after.keys().collect::<Vec<_>>()
    );
    assert_eq!(before["U"].split(' ').count(), 2);
    // A branch that has nothing in common with one that is gone does not take its name.
    let replaced = union("b: {}", "z: {}");
    let (after, _) = later(&[&released], &[&replaced]);
    assert_eq!(after.keys().collect::<Vec<_>>(), ["U", "UB", "UZ"]);
}

#[test]
fn a_requested_name_leaves_the_released_one_as_an_alias() {
    let renamed = ORDER.replace("{ type: object", "{ x-rust-name: Purchase, type: object");
    let types = [
        ("OrderStatus", "Open Closed"),
        ("Purchase", "status was Order"),
    ];
    holds(&[ORDER], &[&renamed], &types);
    // Another schema does not take the name.
    let new = "order: { type: object, properties: { a: {} } }";
    let (found, warnings) = later(&[ORDER], &[&renamed, new]);
    let expected = "`order` would be the Rust type `Order`, which is a former name of `Purchase`";
    assert!(warnings.contains(expected), "{warnings}");
    assert_eq!(found["Purchase"], "status was Order");
    assert_eq!(found["Order2"], "a");
    // A prefix renames all types.
    let release = release_of(&document(&[ORDER]));
    let config = document(&[ORDER])
        .type_prefix("Api")
        .for_released(Vec::new(), release);
    let (_, decisions) = decide(&config);
    let former = decisions
        .model
        .own_types()
        .map(|(id, _)| decisions.names[id].former.join(" "));
    assert_eq!(former.collect::<Vec<_>>(), ["Order", "OrderStatus"]);
    // An alias of a release is an alias later.
    let first = release_of(&document(&[ORDER]));
    let second = release_of(&document(&[&renamed]).for_released(Vec::new(), first));
    let (_, third) = decide(&document(&[&renamed]).for_released(Vec::new(), second));
    assert_eq!(third.released_names().types[1].former, ["Order"]);
}

#[test]
fn a_former_name_has_to_be_free() {
    for (schemas, expected) in [
        (
            [
                "A: { x-cratify: { formerly: B }, type: string }",
                "B: { type: string }",
            ],
            "`B` is the name of something else",
        ),
        (
            [
                "A: { x-cratify: { formerly: A }, type: string }",
                "B: { type: string }",
            ],
            "`A` is the name that the type has",
        ),
        (
            [
                "A: { x-cratify: { formerly: C }, type: string }",
                "B: { x-cratify: { formerly: C }, type: string }",
            ],
            "`C` is the name of something else",
        ),
        (
            [
                "A: { x-cratify: { formerly: Vec }, type: string }",
                "B: { type: string }",
            ],
            "`Vec` is the name of something else",
        ),
        (
            [
                "A: { x-cratify: { formerly: 'C = u8; type D' }, type: string }",
                "B: { type: string }",
            ],
            "is not a name that Rust can have",
        ),
        (
            [
                "A: { x-cratify: { formerly: [1] }, type: string }",
                "B: { type: string }",
            ],
            "`formerly` must be a name",
        ),
        (
            [
                "A: { type: object, properties: { a: { x-cratify: { formerly: C }, type: string } } }",
                "B: { type: string }",
            ],
            "does not become a type",
        ),
    ] {
        let error = document(&schemas).generate().expect_err("it is a mistake");
        assert!(error.to_string().contains(expected), "{error}");
    }
    let config = document(&["A: { type: string }"]).at("A", |place| place.formerly("B"));
    let (_, decisions) = decide(&config);
    assert_eq!(decisions.released_names().types[0].former, ["B"]);
}

/// Writes the record of a release into a folder.
fn write_record(folder: &Path, released: &Head, names: &serde_json::Value) {
    let text = serde_json::json!({
        MARK: FORMAT, "package": released.package, "version": released.version.to_string(), "texts": {}, "names": names, "documents": {},
    });
    std::fs::write(folder.join("1.0.0.json"), text.to_string()).expect("a file can be written");
}

#[test]
fn names_are_read_from_the_last_record() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let new = "OrderStatus: { type: string }";
    let released = release_of(&document(&[ORDER]));
    write_record(folder.path(), &released, &value_of_names(&released.names));
    let idents = |config: Config| {
        let (_, decisions) = decide(&config.records(folder.path()));
        let types = decisions.model.own_types();
        let idents =
            types.map(|(id, def)| format!("{} {}", def.wire_name, decisions.names[id].ident));
        idents.collect::<Vec<_>>().join(", ")
    };
    let now = || document(&[ORDER, new]);
    let kept = "Order Order, OrderStatus OrderStatus2, Order status OrderStatus";
    assert_eq!(idents(now()), kept);
    let usual = "Order Order, OrderStatus OrderStatus, Order status OrderStatusValue";
    assert_eq!(idents(now().released_names(ReleasedNames::Ignore)), usual);
    // A record of an early cratify has no names, and the record of another crate has others.
    write_record(folder.path(), &released, &serde_json::json!({}));
    assert_eq!(idents(now()), usual);
    let other = Head {
        package: "cats".to_owned(),
        ..released.clone()
    };
    write_record(folder.path(), &other, &value_of_names(&released.names));
    assert_eq!(idents(now()), usual);
}

#[test]
fn names_of_a_record_cannot_be_code() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let released = release_of(&document(&[ORDER]));
    let good = value_of_names(&released.names).to_string();
    for (old, new, expected) in [
        (
            "\"Order\"",
            "\"Order; mod x\"",
            "`Order; mod x` is not a name in Rust",
        ),
        ("\"Open\"", "\"Self\"", "`Self` is not a name in Rust"),
        (
            "\"Open\"",
            "7",
            "its names are not as a release writes them",
        ),
    ] {
        let names = serde_json::from_str(&good.replace(old, new)).expect("it is JSON");
        write_record(folder.path(), &released, &names);
        let config = document(&[ORDER]).records(folder.path());
        let error = config
            .generate()
            .expect_err("it is not a record")
            .to_string();
        assert!(
            error.contains("CR0707") && error.contains(expected),
            "{error}"
        );
        // Where its names do not hold, it stops nothing.
        let config = config.released_names(ReleasedNames::Ignore);
        let generated = config.generate().unwrap_or_else(|error| panic!("{error}"));
        assert!(generated.rendered_warnings().contains("CR0707"));
    }
}
