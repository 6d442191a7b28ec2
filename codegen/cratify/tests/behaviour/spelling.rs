//! Names, derives and attributes that the builder asks for: what is wrong with them is reported at
//! the line of the program that asks.

use cratify::{Config, Kind, Outcome, PlaceSettings};

const DOCUMENT: &str = "
openapi: 3.1.0
info: { title: T, version: 1.0.0, license: { identifier: MIT } }
components:
  schemas:
    Order:
      type: object
      properties:
        id: { type: string }
        status: { type: string, enum: [open, closed] }
        total: { type: number, x-rust-name: amount }
    Purchase: { type: object, x-rust-name: Bought, properties: { a: { type: string } } }
    Pet: { oneOf: [{ type: string }, { type: integer }] }
    Another: { $ref: '#/components/schemas/Order' }
";

/// The diagnostics with these settings, warnings included; empty without diagnostics.
fn report(configure: impl FnOnce(Config) -> Config) -> String {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("api.yaml");
    std::fs::write(&path, DOCUMENT).expect("the document can be written");
    let report = match configure(cratify::configure().schema(&path)).generate() {
        Ok(generated) => generated.rendered_warnings().to_owned(),
        Err(error) => error.to_string(),
    };
    report.replace(&format!("{}/", folder.path().display()), "")
}

/// The diagnostics with these settings for a place.
fn at(place: &str, settings: fn(PlaceSettings) -> PlaceSettings) -> String {
    report(|config| config.at(place, settings))
}

/// Holds a report against what it has to say, beside the line of this file.
fn assert_reports(report: &str, code: &str, expected: &[&str]) {
    assert!(report.starts_with(&format!("error[{code}]: ")), "{report}");
    for expected in expected.iter().chain(&[concat!("--> ", file!(), ":")]) {
        assert!(report.contains(expected), "no {expected:?} in\n{report}");
    }
}

#[test]
fn valid_requests_are_not_reported() {
    let report = report(|config| {
        config
            .derive("Eq, Hash,")
            .derive_for(Kind::Struct, "crate::Mine")
            .attribute("#[a] #[b(c = \"d\")]")
            .at("Order", |place| place.rename("Purchase").derive("Eq"))
            .at("Order.id", |place| place.rename("key"))
            .at("Order.status", |place| {
                place
                    .rename("state")
                    .rename_type("State")
                    .rename_value("open", "Fresh")
            })
            .at("Pet", |place| place.rename_value("string", "Name"))
    });
    assert_eq!(report, "");
}

#[test]
fn the_line_is_where_the_wish_stands() {
    let mut line = 0;
    let report = report(|config| {
        config.at("Order", |place| {
            line = line!() + 1;
            place.rename("not one")
        })
    });
    assert!(report.contains(&format!("{}:{line}:", file!())), "{report}");
}

#[test]
fn names_have_to_be_rust() {
    let letters = "start with a letter, and use letters, digits and `_`";
    for (report, expected) in [
        (
            at("Order", |place| place.rename("a b")),
            "`a b` is not a name",
        ),
        (
            at("Order", |place| place.rename("type")),
            "`type` is not a name",
        ),
        (at("Order.id", |place| place.rename("")), "`` is not a name"),
        (
            at("Order.status", |place| place.rename_type("1st")),
            "`1st` is not a name",
        ),
        (
            at("Order.status", |place| place.rename_value("open", "-")),
            "`-` is not a name",
        ),
    ] {
        assert_reports(&report, "CR0502", &[expected, letters]);
    }
}

#[test]
fn names_have_to_be_in_the_case_of_what_they_name() {
    for (report, what, help) in [
        (
            at("Order", |place| place.rename("purchase")),
            "the names of types",
            "write `Purchase`",
        ),
        (
            at("Order", |place| place.rename("My_Order")),
            "the names of types",
            "write `MyOrder`",
        ),
        (
            at("Order.id", |place| place.rename("Key")),
            "the names of fields",
            "write `key`",
        ),
        (
            at("Order.status", |place| place.rename_value("open", "fresh")),
            "the names of variants",
            "write `Fresh`",
        ),
        (
            at("Pet", |place| place.rename_value("string", "a_name")),
            "the names of variants",
            "write `AName`",
        ),
    ] {
        assert_reports(&report, "CR0502", &["is not how Rust writes", what, help]);
    }
}

#[test]
fn two_wishes_for_one_name_are_an_error_at_both_places() {
    let of_types = report(|config| {
        config
            .at("Order", |place| place.rename("Same"))
            .at("Pet", |place| place.rename("Same"))
    });
    let schemas = ["`Order` and `Pet` both become the Rust type `Same`"];
    assert_reports(&of_types, "CR0501", &schemas);
    assert_eq!(of_types.matches(file!()).count(), 2, "{of_types}");
    let beside_the_document = at("Order", |place| place.rename("Bought"));
    assert!(
        beside_the_document.contains("api.yaml:12:"),
        "{beside_the_document}"
    );
    let of_members = at("Order.id", |place| place.rename("amount"));
    assert!(
        of_members.contains("`id` and `total` both ask for the name `amount`"),
        "{of_members}"
    );
    assert!(of_members.contains(file!()), "{of_members}");
    let of_values = at("Order.status", |place| {
        place
            .rename_value("open", "Same")
            .rename_value("closed", "Same")
    });
    let values = [
        "`open` and `closed` both ask for the name `Same`",
        "give each value a name",
    ];
    assert_reports(&of_values, "CR0501", &values);
    let unknown = at("Order.status", |place| {
        place.rename_value("open", "Unknown")
    });
    assert_reports(&unknown, "CR0501", &["`Unknown` for unknown values"]);
}

#[test]
fn wishes_that_concern_nothing_are_errors() {
    let no_name = "name the place of something that has a name";
    for (report, expected) in [
        (
            at("#/components/schemas", |place| place.rename("Order")),
            [
                "`Order` is for `#/components/schemas`, which does not become a type",
                no_name,
            ],
        ),
        (
            at("Order.id", |place| place.rename_type("Key")),
            ["does not become a type", no_name],
        ),
        (
            at("Order.id", |place| place.derive("Eq")),
            [
                "`Eq` is for `#/components/schemas/Order/properties/id`",
                no_name,
            ],
        ),
        (
            at("Order.id", |place| place.type_attribute("#[a]")),
            ["does not become a type", no_name],
        ),
        (
            at("Order.status", |place| place.rename_value("opn", "Open")),
            ["the value `opn`", "did you mean `open`?"],
        ),
        (
            at("Order.status", |place| place.value_attribute(7, "#[a]")),
            ["the value `7`", "the values are `open` and `closed`"],
        ),
        (
            at("Order", |place| place.rename_value("open", "Open")),
            [
                "which `#/components/schemas/Order` does not list",
                "name the place of an enum",
            ],
        ),
    ] {
        assert_reports(&report, "CR0805", &expected);
    }
}

#[test]
fn derives_and_attributes_have_to_be_rust() {
    let (a_list, an_attribute) = ["name macros with commas", "write it as it is to stand"].into();
    for (report, expected) in [
        (
            report(|config| config.derive("Eq Hash")),
            ["`Eq Hash` is not a list", a_list],
        ),
        (
            report(|config| config.derive("")),
            ["`` is not a list", a_list],
        ),
        (
            report(|config| config.derive("Vec<u8>")),
            ["is not a list of derives", a_list],
        ),
        (
            report(|config| config.derive_for(Kind::Enum, "#[derive(Eq)]")),
            ["is not a list of derives", a_list],
        ),
        (
            at("Order", |place| place.derive("1")),
            ["`1` is not a list", a_list],
        ),
        (
            report(|config| config.attribute("must_use")),
            ["`must_use` is not an attribute", an_attribute],
        ),
        (
            report(|config| config.attribute_for(Kind::Union, "#[")),
            ["`#[` is not an attribute", an_attribute],
        ),
        (
            report(|config| config.attribute("#![allow(dead_code)]")),
            ["is not an attribute", an_attribute],
        ),
        (
            report(|config| config.attribute("#[a] struct Injected;")),
            ["is not an attribute", an_attribute],
        ),
        (
            report(|config| config.attribute("#[derive(Eq)]")),
            ["is a list of derives", "request them with `derive`"],
        ),
        (
            at("Order.status", |place| place.value_attribute("open", "x")),
            ["`x` is not an attribute", an_attribute],
        ),
    ] {
        assert_reports(&report, "CR0806", &expected);
    }
}

#[test]
fn what_names_of_types_begin_and_end_with_has_to_fit_one() {
    for (report, expected) in [
        (
            report(|config| config.type_prefix("api")),
            ["cannot begin with `api`", "as `ApiOrder` is"],
        ),
        (
            report(|config| config.type_prefix("A-")),
            ["cannot begin with `A-`", "as `AOrder` is"],
        ),
        (
            report(|config| config.type_suffix("_v1")),
            ["cannot end with `_v1`", "as `OrderV1` is"],
        ),
    ] {
        assert_reports(&report, "CR0502", &expected);
    }
}

#[test]
fn schemas_that_are_asked_for_have_to_be_there() {
    for (report, code, expected) in [
        (
            report(|config| config.only(["Order", "Ordr"])),
            "CR0802",
            [
                "`Ordr`, and no schema has this name",
                "did you mean `Order`?",
            ],
        ),
        (
            report(|config| config.only(["#/components/schemas/Orders"])),
            "CR0802",
            [
                "no schema is at this place",
                "did you mean `#/components/schemas/Order`?",
            ],
        ),
        (
            report(|config| config.only(["Order.status"])),
            "CR0802",
            [
                "no schema with a name of its own is there",
                "name the schema that has it",
            ],
        ),
        (
            report(|config| config.only([""; 0])),
            "CR0805",
            ["none is named", "leave `only` out"],
        ),
        (
            report(|config| {
                config
                    .only(["Pet"])
                    .at("Order", |place| place.rename("Sale"))
            }),
            "CR0805",
            [
                "which does not become a type",
                "name the place of something",
            ],
        ),
    ] {
        assert_reports(&report, code, &expected);
    }
    assert_eq!(report(|config| config.only(["#/components"])), "");
}

#[test]
fn schemas_that_are_left_out_are_not_used() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("api.yaml");
    std::fs::write(&path, DOCUMENT).expect("the document can be written");
    let ledger = cratify::configure()
        .schema(&path)
        .only(["Another"])
        .ledger()
        .expect("the document has a ledger");
    let outcome = |pointer: &str| {
        let mut entries = ledger.entries().iter();
        let entry = entries.find(|entry| entry.pointer == format!("/components/schemas/{pointer}"));
        entry.expect("the keyword is in the document").outcome
    };
    assert_eq!(outcome("Pet/oneOf"), Outcome::Unused);
    assert_eq!(outcome("Order/properties"), Outcome::Shapes);
}
