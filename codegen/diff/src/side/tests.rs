use std::path::Path;

use cratify_schema::source::Part;

use super::{Problem, Side, revision};

const TEXT: &str = "\
openapi: 3.0.3
info: { title: Shop, version: 1.0.0 }
components:
  schemas:
    Item: { type: object, properties: { price: { type: integer, nullable: true } } }
    Order: { type: array, items: { $ref: '#/components/schemas/Item' } }
";

fn side(text: &str) -> Result<Side, Problem> {
    Side::from_config(
        "shop.yaml",
        &cratify::configure().schema_text("shop.yaml", text),
    )
}

#[test]
fn a_side_has_models_schemas_and_places() {
    let side = side(TEXT).unwrap();
    let names: Vec<&str> = side
        .schemas()
        .iter()
        .map(|(id, _)| &*side.names()[*id].ident)
        .collect();
    assert_eq!(names, ["Item", "Order"]);
    assert_eq!(side.schemas()[1].1["items"]["$ref"], "#/$defs/Item");
    assert!(side.definitions()["Item"]["properties"]["price"].is_object());

    let types = &side.model().types;
    let places: Vec<_> = types
        .iter()
        .map(|def| (def.at.clone(), Part::Key))
        .collect();
    let places = side.locate(&places);
    assert_eq!(
        (&*places[0].file, places[0].line, places[0].column),
        ("shop.yaml", 5, 5)
    );
    assert_eq!(
        (&*places[1].pointer, places[1].line),
        ("/components/schemas/Order", 6)
    );
}

#[test]
fn a_document_with_errors_cannot_be_a_side() {
    let problem =
        side("openapi: 3.0.3\ncomponents: { schemas: { A: { type: objekt? } } }").unwrap_err();
    assert!(matches!(problem, Problem::Document { .. }), "{problem}");
    assert!(
        problem
            .to_string()
            .starts_with("no types are made of shop.yaml:\n"),
        "{problem}"
    );
}

#[test]
fn a_revision_stands_before_a_colon() {
    assert_eq!(
        revision::revision_of("HEAD~1:api/shop.yaml"),
        Some(("HEAD~1", "api/shop.yaml"))
    );
    assert_eq!(revision::revision_of("api/shop.yaml"), None);
    assert_eq!(revision::revision_of("C:\\api.yaml"), None);
    assert_eq!(revision::revision_of(":api.yaml"), None);
}

#[test]
fn a_revision_that_does_not_exist_is_named() {
    let problem = Side::read("no-such-revision:shop.yaml", |path: &Path| {
        Ok(cratify::configure().schema(path))
    });
    let message = problem.unwrap_err().to_string();
    assert!(message.contains("no-such-revision"), "{message}");
}
