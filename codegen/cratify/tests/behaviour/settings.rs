//! Settings of the builder that name a place: which places there are, and what is said of others.

use cratify::{Code, Config, Dependency, ExternType, Located, Outcome, Untyped};

const DOCUMENT: &str = "
openapi: 3.1.0
info: { title: T, version: 1.0.0 }
components:
  schemas:
    Order:
      allOf:
        - $ref: '#/components/schemas/Base'
        - type: object
          properties:
            lines: { type: array, items: { type: object, properties: { price: { type: number } } } }
            a.b: { properties: { c: { type: string } } }
    Base: { type: object, properties: { id: { type: string } } }
    com.example.Base: { type: object, properties: { id: { type: string } } }
";

/// The diagnostics for a place, without the folder of the document; empty without diagnostics.
fn report(configure: impl FnOnce(Config) -> Config) -> String {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("api.yaml");
    std::fs::write(&path, DOCUMENT).expect("the document can be written");
    match configure(cratify::configure().schema(&path)).generate() {
        Ok(_) => String::new(),
        Err(error) => error.to_string(),
    }
}

/// The diagnostics for one place.
fn at(selector: &str) -> String {
    report(|config| config.at(selector, |place| place.untyped(Untyped::Literal)))
}

#[test]
fn places_are_found_by_name_by_member_and_by_pointer() {
    for selector in [
        "Order",
        "Order.lines",
        "Order.lines.price",
        "Order.a.b",
        "Order.a.b.c",
        "com.example.Base",
        "com.example.Base.id",
        "/components/schemas/Base/properties/id",
        "#/components/schemas/Order/allOf/1",
        "#/components",
        "#",
        "api.yaml#/components/schemas/Base",
    ] {
        assert_eq!(at(selector), "", "{selector}");
    }
}

#[test]
fn places_that_are_not_there_are_errors_with_a_mend() {
    for (selector, what, help) in [
        ("Ordr", "no schema has this name", "did you mean `Order`?"),
        (
            "Ordr.lines",
            "no schema has this name",
            "did you mean `Order.lines`?",
        ),
        ("Zebra", "no schema has this name", "or a JSON Pointer"),
        (
            "Order.line",
            "has no member `line`",
            "did you mean `lines`?",
        ),
        (
            "Order.lines.cost",
            "has no member `cost`",
            "the members are `price`",
        ),
        (
            "Order.lines.price.x",
            "has no member `x`",
            "name the schema that has members",
        ),
        (
            "Order.id",
            "from another schema",
            "name that one: `#/components/schemas/Base/properties/id`",
        ),
        ("#components", "not a JSON Pointer", "start it with `/`"),
        (
            "/components/schemas/Bse",
            "no schema is at this place",
            "did you mean `#/components/schemas/Base`?",
        ),
        (
            "/info",
            "no schema is at this place",
            "`#/components/schemas/Order`",
        ),
        (
            "apis.yaml#/components",
            "no file of this name",
            "did you mean `api.yaml#/components`?",
        ),
    ] {
        let report = at(selector);
        assert!(
            report.starts_with("error[CR0802]: a setting is for `"),
            "{selector}: {report}"
        );
        for expected in [selector, what, help, concat!("--> ", file!(), ":")] {
            assert!(
                report.contains(expected),
                "{selector}: no {expected:?} in\n{report}"
            );
        }
    }
}

#[test]
fn the_line_of_the_program_is_shown() {
    let line = line!() + 1;
    let report = report(|config| config.at("Zebra", |place| place));
    assert!(report.contains(&format!("{}:{line}:", file!())), "{report}");
}

/// Asserts that the report has each of these texts, and the line of the program.
#[test]
fn the_builder_denies_all_warnings_that_it_does_not_allow() {
    let schemas = "Order: { type: object, required: [adress], properties: { address: { type: string, minLenght: 1 } } }";
    let (_folder, config) = document(schemas);
    let generated = config.clone().generate().expect("it causes only warnings");
    let codes = |found: &[Located]| found.iter().map(|one| one.code).collect::<Vec<_>>();
    let warnings = codes(generated.warnings());
    assert!(warnings.contains(&Code::MisspeltMember), "{warnings:?}");
    assert!(warnings.contains(&Code::IgnoredKeyword), "{warnings:?}");
    let config = config.deny_warnings().allow(Code::MisspeltMember);
    let Err(error) = config.clone().generate() else {
        panic!("a warning is denied");
    };
    assert_eq!(codes(error.diagnostics()), [Code::IgnoredKeyword]);
    let allowed = config.allow(Code::IgnoredKeyword).generate();
    assert!(allowed.is_ok_and(|generated| generated.warnings().is_empty()));
}

fn assert_reported(report: &str, texts: &[&str]) {
    for expected in texts.iter().chain(&[concat!("--> ", file!(), ":")]) {
        assert!(report.contains(expected), "no {expected:?} in\n{report}");
    }
}

#[test]
fn types_of_other_crates_have_paths_and_dependencies() {
    let of = |ty: ExternType| report(|config| config.format("date", ty));
    assert_reported(
        &of(ExternType::new("Money")),
        &["error[CR0803]: `Money` is not the path", "my_crate::Money"],
    );
    assert_reported(
        &of(ExternType::new("std::net::Ipv4Addr").with("a-b")),
        &["error[CR0803]: `a-b` is not the path"],
    );
    assert_reported(
        &of(ExternType::new("std::net::Ipv4Addr").example("192.0.2.1")),
        &["error[CR0803]: the example `192.0.2.1`", "is not JSON"],
    );
    assert_reported(
        &of(ExternType::new("a::B")
            .with("c::d")
            .dependency(Dependency::new("a", "1"))),
        &[
            "error[CR0804]: `a::B` is a type of the crate `c`",
            "in which version",
        ],
    );
    assert_reported(
        &of(ExternType::new("a::B").dependency(Dependency::new("a", "one"))),
        &[
            "error[CR0804]: `one` is not a requirement",
            "as Cargo has it",
        ],
    );
    assert_reported(
        &of(ExternType::new("a_b::C").dependency(Dependency::new("a b", "1"))),
        &["`a b` is not the name of a crate"],
    );
    let right = ExternType::new("a_b::C").dependency(Dependency::new("a-b", "1"));
    assert_eq!(of(right), "");
}

#[test]
fn schemas_that_are_to_be_replaced_are_found() {
    let money = || ExternType::new("std::string::String");
    let of = |schema: &str| report(|config| config.extern_type(schema, money()));
    assert_eq!(of("Base"), "");
    assert_eq!(of("Order.lines"), "");
    assert_eq!(of("#/components/schemas/Order/allOf/1"), "");
    assert_reported(
        &report(|config| config.extern_type("Base", ExternType::new("Money"))),
        &["error[CR0803]: `Money` is not the path"],
    );
    assert_reported(
        &of("Bse"),
        &[
            "error[CR0802]: a setting is for `Bse`",
            "did you mean `Base`?",
        ],
    );
    assert_reported(
        &of("#/components"),
        &[
            "this location contains schemas but is not one",
            "name one of these",
        ],
    );
}

#[test]
fn a_crate_has_one_version() {
    let wish = |version: &str| Dependency::new("money", version);
    let twice = |one: Dependency, other: Dependency| {
        report(|config| {
            let money = ExternType::new("money::Money").dependency(other);
            config.dependency(one).format("date", money)
        })
    };
    assert_reported(
        &twice(wish("1"), wish("2")),
        &[
            "error[CR0804]: the crate `money` is asked for twice",
            "`1` here",
        ],
    );
    assert_reported(
        &twice(wish("1").path("a"), wish("1").path("b")),
        &[
            "error[CR0804]: the crate `money` is asked for twice",
            "`1` in `a` here",
        ],
    );
    assert_eq!(twice(wish("1"), wish("1").path("a").feature("serde")), "");
}

/// The settings for a document of these schemas, and the folder that it is in.
fn document(schemas: &str) -> (tempfile::TempDir, Config) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("api.yaml");
    let document = format!(
        "openapi: 3.1.0\ninfo: {{ title: T, version: 1.0.0, license: {{ identifier: MIT }} }}\n\
         components: {{ schemas: {{ {schemas} }} }}\n"
    );
    std::fs::write(&path, document).expect("the document can be written");
    (folder, cratify::configure().schema(&path))
}

/// The crate that a document becomes, as Rust and its manifest, and what is reported of it.
fn generate(schemas: &str, configure: impl FnOnce(Config) -> Config) -> (String, String) {
    let (_folder, config) = document(schemas);
    match configure(config).generate() {
        Ok(generated) => {
            let files = generated.files();
            let is_code = |path: &str| path.starts_with("src/") && !path.starts_with("src/support");
            let files = files.filter(|(path, _)| is_code(path) || *path == "Cargo.toml");
            let texts: Vec<&str> = files.map(|(_, text)| text).collect();
            (texts.join("\n"), generated.rendered_warnings().to_owned())
        }
        Err(error) => (String::new(), error.to_string()),
    }
}

const MONEY: &str = "Order: { type: object, properties: { total: { $ref: '#/components/schemas/Money' } } }, \
     Money: { type: string, x-rust-type: { crate: my-money, version: '2', path: 'my_money::Money' } }";

#[test]
fn a_document_chooses_no_crate() {
    let (text, report) = generate(MONEY, |config| config);
    assert!(
        !text.contains("my_money") && !text.contains("my-money"),
        "{text}"
    );
    assert!(text.contains("pub struct Money(pub String);"), "{text}");
    let (_folder, config) = document(MONEY);
    let ledger = config.ledger().expect("the document has a ledger");
    let mut entries = ledger.entries().iter();
    let entry = entries.find(|entry| entry.keyword == "x-rust-type");
    let entry = entry.expect("the keyword is in the document");
    assert_eq!(
        (entry.outcome, entry.code),
        (Outcome::Ignored, Some(Code::CrateNotAllowed))
    );
    let (code, mend) = ("warning[CR0807]: ", "`.allow_crates([\"my-money\"])`");
    assert!(
        report.starts_with(code) && report.contains(mend),
        "{report}"
    );
}

#[test]
fn a_document_names_crates_that_are_allowed() {
    for name in ["my-money", "my_money"] {
        let (text, report) = generate(MONEY, |config| config.allow_crates([name]));
        assert!(text.contains("Option<my_money::Money>"), "{text}");
        assert!(text.contains("my-money = \"2\""), "{text}");
        assert_eq!(report, "");
    }
    assert_reported(
        &report(|config| config.allow_crates(["my money"])),
        &["error[CR0804]: `my money` is not the name of a crate"],
    );
}

#[test]
fn the_builder_chooses_the_version() {
    let dependency = |version: &str| Dependency::new("my-money", version);
    let (text, report) = generate(MONEY, |config| config.dependency(dependency("3")));
    assert!(text.contains("my-money = \"3\""), "{text}");
    for expected in [
        "warning[CR0804]: the document asks for version `2` of the crate `my-money`",
        "version `3` is asked for here",
        file!(),
    ] {
        assert!(report.contains(expected), "{report}");
    }
    let any = MONEY.replace("'2'", "'*'");
    for schemas in [MONEY, &any] {
        let (text, report) = generate(schemas, |config| config.dependency(dependency("2")));
        assert!(text.contains("my-money = \"2\""), "{text}");
        assert_eq!(report, "");
    }
}

#[test]
fn crates_of_presets_and_maps_are_named_by_the_builder() {
    let schemas = "Id: { type: object, properties: { id: { type: string, format: uuid, x-cratify: { formats: uuid } } } }, \
                   Map: { type: object, x-cratify: { map-type: index-map }, additionalProperties: { type: string } }";
    let (text, report) = generate(schemas, |config| config);
    assert!(
        !text.contains("uuid::Uuid") && !text.contains("IndexMap"),
        "{text}"
    );
    assert_eq!(report.matches("warning[CR0807]").count(), 2, "{report}");
    let allowed = |config: Config| config.allow_crates(["uuid", "indexmap"]);
    // A crate that the builder uses somewhere is there anyway.
    let used = |config: Config| {
        config
            .at("Map", |place| place.formats(cratify::Formats::Uuid))
            .at("Id", |place| place.map_type(cratify::MapType::IndexMap))
    };
    for (text, report) in [generate(schemas, allowed), generate(schemas, used)] {
        assert!(
            text.contains("uuid::Uuid") && text.contains("IndexMap"),
            "{text}"
        );
        assert_eq!(report, "");
    }
}

#[test]
fn a_document_chooses_no_derive_of_a_crate() {
    let schemas = "Id: { type: string, x-cratify: { derive: 'Default, strum::EnumIter' } }";
    let (text, report) = generate(schemas, |config| config);
    assert!(
        text.contains("Default") && !text.contains("strum"),
        "{text}"
    );
    assert!(
        report.contains("warning[CR0807]: the document asks for the derive"),
        "{report}"
    );
    let strum = |config: Config| config.dependency(Dependency::new("strum", "0.28"));
    let (text, report) = generate(schemas, strum);
    assert!(text.contains("strum::EnumIter"), "{text}");
    assert_eq!(report, "");
}

#[test]
fn an_attribute_of_serde_needs_a_derive() {
    let report = |place: &'static str, value: &'static str| {
        let document = "
openapi: 3.1.0
info: { title: T, version: 1.0.0 }
components:
  schemas:
    Status: { type: string, enum: [open, closed] }
    Level: { type: integer, enum: [1, 2] }
    Mixed: { enum: [1, open] }
    Order: { type: object, properties: { id: { type: string } } }
";
        let config = cratify::configure().schema_text("api.yaml", document);
        let config = config.at(place, |place| match value {
            "" => place.attribute("#[serde(rename_all = \"camelCase\")]"),
            value => place.value_attribute(value, "#[serde(alias = \"other\")]"),
        });
        config
            .generate()
            .map_or_else(|error| error.to_string(), |_| String::new())
    };
    for (place, value) in [
        ("Status", "open"),
        ("Status", ""),
        ("Level", "1"),
        ("Mixed", "open"),
    ] {
        let report = report(place, value);
        assert!(
            report.contains("does not derive the traits of serde"),
            "{place} {value}: {report}"
        );
    }
    assert_eq!(report("Order", ""), "");
}
