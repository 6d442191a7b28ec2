//! Several documents of one API: their modules, what they share, and their mistakes.

use std::fs;
use std::path::PathBuf;

use cratify::{Config, FeatureGroups, Modules, Operations};
use tempfile::TempDir;

const ORDERS: &str = r"
openapi: 3.1.0
info: { title: Shop, version: 1.0.0, license: { identifier: MIT } }
components:
  schemas:
    Order: { type: object, properties: { total: { $ref: 'common.yaml#/$defs/Money' } } }
    Fault: { type: object, properties: { code: { type: integer } } }
";

const PAYMENTS: &str = r"
openapi: 3.0.3
info: { title: Payments, version: 2.0.0 }
paths:
  /payments:
    get: { operationId: list, responses: { '200': { description: All., content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Payment' } } } } } } }
components:
  schemas:
    Payment: { type: object, properties: { order: { $ref: 'orders.yaml#/components/schemas/Order' }, amount: { $ref: 'common.yaml#/$defs/Money' } } }
    Fault: { type: object, properties: { reason: { type: string, nullable: true } } }
";

const COMMON: &str =
    "$defs: { Money: { type: object, properties: { amount: { type: integer } } } }";

struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        let folder = Self(tempfile::tempdir().expect("a folder can be made"));
        folder.write("orders.yaml", ORDERS);
        folder.write("payments.yaml", PAYMENTS);
        folder.write("common.yaml", COMMON);
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("it can be made");
        fs::write(path, text).expect("it can be written");
    }

    fn config(&self, names: &[&str]) -> Config {
        cratify::configure().schemas(names.iter().map(|name| self.path(name)))
    }
}

/// The types and the places of their schemas.
fn types(config: &Config) -> Vec<(String, String)> {
    let generated = config.generate().unwrap_or_else(|error| panic!("{error}"));
    let types = generated.types();
    let types = types.map(|(path, place)| (path.to_owned(), place.to_owned()));
    types.collect()
}

fn names(config: &Config) -> Vec<String> {
    types(config).into_iter().map(|(name, _)| name).collect()
}

fn error(config: &Config) -> String {
    config.generate().expect_err("it has mistakes").to_string()
}

#[test]
fn each_has_a_module_and_shared_schemas_are_there_once() {
    let folder = Folder::new();
    let config = folder.config(&["orders.yaml", "payments.yaml"]);
    let found = types(&config);
    let found: Vec<(&str, &str)> = found.iter().map(|(a, b)| (&**a, &**b)).collect();
    assert_eq!(
        found,
        [
            ("orders::Order", "/components/schemas/Order"),
            ("orders::Fault", "/components/schemas/Fault"),
            (
                "payments::Payment",
                "payments.yaml#/components/schemas/Payment"
            ),
            ("payments::Fault", "payments.yaml#/components/schemas/Fault"),
            ("common::Money", "common.yaml#/$defs/Money"),
        ]
    );
    // The first document decides the package.
    let generated = config.generate().unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(generated.crate_ident(), "shop");
}

#[test]
fn settings_hold_for_all_of_them() {
    let folder = Folder::new();
    let config = folder.config(&["orders.yaml", "payments.yaml"]);
    assert_eq!(
        names(&config.clone().modules(Modules::Flat)),
        ["Order", "Fault", "Payment", "Fault2", "Money"]
    );
    let operations = names(&config.clone().operations(Operations::All));
    assert!(
        operations.contains(&"payments::ListResponse".to_owned()),
        "{operations:?}"
    );
    let place = "payments.yaml#/components/schemas/Fault";
    let renamed = config.clone().at(place, |place| place.rename("Failure"));
    assert_eq!(names(&renamed)[3], "payments::Failure");
    // A name that two documents have does not name a place.
    let ambiguous = error(&config.at("Fault", |place| place.rename("Failure")));
    let places = "`#/components/schemas/Fault` and `payments.yaml#/components/schemas/Fault`";
    assert!(
        ambiguous.contains("several schemas have this name") && ambiguous.contains(places),
        "{ambiguous}"
    );
}

#[test]
fn a_document_is_not_read_twice() {
    let folder = Folder::new();
    folder.write("old/payments.yaml", PAYMENTS);
    let said = error(&folder.config(&["orders.yaml", "payments.yaml", "old/payments.yaml"]));
    assert!(
        said.starts_with("error[CR0119]: two documents are called `payments.yaml`"),
        "{said}"
    );
    // One call replaces the documents of another one.
    let config = folder.config(&["orders.yaml", "payments.yaml"]);
    let one = config.schema(folder.path("orders.yaml"));
    assert_eq!(names(&one)[0], "Order");
}

#[test]
fn mistakes_of_all_documents_are_reported_in_one_run() {
    let folder = Folder::new();
    folder.write("orders.yaml", &ORDERS.replace("integer", "intger"));
    folder.write("payments.yaml", &PAYMENTS.replace("string", "strng"));
    let said = error(&folder.config(&["orders.yaml", "payments.yaml"]));
    for part in ["`intger`", "orders.yaml:7:", "`strng`", "payments.yaml:10:"] {
        assert!(said.contains(part), "{part}:\n{said}");
    }
    folder.write("orders.yaml", "openapi: 3.1.0\ncomponents: {}\n");
    let said = error(&folder.config(&["orders.yaml", "none.yaml"]));
    assert!(
        said.contains("the document has no schemas") && said.contains("error[CR0101]"),
        "{said}"
    );
}

#[test]
fn the_ledger_has_rows_of_all_documents() {
    let folder = Folder::new();
    let config = folder.config(&["orders.yaml", "payments.yaml"]);
    let ledger = config.ledger().unwrap_or_else(|error| panic!("{error}"));
    let text = ledger.to_string();
    for part in [
        "payments.yaml:10#/components/schemas/Fault/properties/reason` | `nullable` | shapes the type",
        "orders.yaml:7#/components/schemas/Fault` | `properties` | shapes the type",
        "common.yaml:1#/$defs/Money` | `properties` | shapes the type",
    ] {
        assert!(text.contains(part), "{part}:\n{text}");
    }
}

#[test]
fn features_have_the_types_of_the_operations_of_all_documents() {
    let folder = Folder::new();
    let paths = "paths: { /payments: { get: { tags: [Money], responses: { '200': { $ref: '#/components/responses/R' } } } } }\n\
                 components: { responses: { R: { description: d, content: { a/b: { schema: { $ref: '#/components/schemas/SCHEMA' } } } } }, \
                 schemas: { SCHEMA: { type: string } } }\n";
    for (name, schema) in [("one", "One"), ("two", "Two")] {
        let head =
            "openapi: 3.1.0\ninfo: { title: T, version: 1.0.0, license: { identifier: MIT } }\n";
        let text = format!("{head}{}", paths.replace("SCHEMA", schema));
        folder.write(&format!("{name}.yaml"), &text);
    }
    let config = folder.config(&["one.yaml", "two.yaml"]);
    let config = config.feature_groups(FeatureGroups::Operations);
    let generated = config.generate().expect("the documents are valid");
    let of = |wanted: &str| {
        let mut files = generated.files();
        let file = files.find(|(path, _)| *path == wanted);
        file.expect("it is generated").1.to_owned()
    };
    assert!(of("Cargo.toml").contains("full = [\"money\"]"));
    for name in ["one", "two"] {
        let module = of(&format!("src/{name}/mod.rs"));
        let selected = format!("#[cfg(feature = \"money\")]\nmod {name};");
        assert!(module.contains(&selected), "{module}");
    }
}
