//! The usage of schemas: only in requests, only in responses, in both. The questions of the other direction do not arise.

use std::path::Path;

use cratify::Operations;
use cratify_diff::data::SchemaVerdict;
use cratify_diff::{Boundary, Comparison, Options, Side};

/// Schemas of which the member `a` is required on the old side alone, where the text says `REQUIRED`.
fn verdicts(text: &str, further: &[(&str, &str)], operations: Operations) -> Vec<SchemaVerdict> {
    let sides = ["required: [a], ", ""].map(|required| {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            let text = text.replace("REQUIRED", required);
            std::fs::write(folder.path().join(name), text).unwrap();
        };
        write("api.yaml", text);
        for (name, text) in further {
            write(name, text);
        }
        side(&folder.path().join("api.yaml"), operations)
    });
    let [old, new] = sides;
    Comparison::of(&old, &new, Options::default())
        .unwrap()
        .schemas
}

fn side(path: &Path, operations: Operations) -> Side {
    let config = cratify::configure().schema(path).operations(operations);
    Side::from_config("api.yaml", &config).unwrap()
}

/// The usage of each edited schema.
fn usages(found: &[SchemaVerdict]) -> Vec<String> {
    let usages = found.iter().map(|one| {
        let arises = |boundary: Boundary| one.verdicts[boundary].is_some();
        let usage = match (arises(Boundary::Write), arises(Boundary::Read)) {
            (true, false) => "requests",
            (false, true) => "responses",
            (true, true) => "both",
            (false, false) => "none",
        };
        format!("{}: {usage}", one.schema)
    });
    usages.collect()
}

/// An API with these paths and components, and a schema `T`.
fn api(rest: &str) -> String {
    let t = "{ type: object, REQUIREDproperties: { a: { type: string } } }";
    let head = "openapi: 3.1.0\ninfo: { title: Usage, version: 1.0.0 }\n";
    if rest.contains("SCHEMAS") {
        return format!("{head}{}", rest.replace("SCHEMAS", &format!("T: {t}, ")));
    }
    format!("{head}{rest}\ncomponents: {{ schemas: {{ T: {t} }} }}\n")
}

const DONE: &str = "responses: { '204': { description: Done. } }";
const T: &str = "{ $ref: '#/components/schemas/T' }";

fn usage_in(rest: &str) -> String {
    let text = api(&rest.replace("TTT", T).replace("DONE", DONE));
    usages(&verdicts(&text, &[], Operations::None)).join(", ")
}

#[test]
fn the_place_in_an_operation_decides() {
    let table = [
        // A parameter of an operation, of a path, and one in `components`.
        (
            "paths: { /a: { get: { parameters: [{ name: t, in: query, schema: TTT }], DONE } } }",
            "requests",
        ),
        (
            "paths: { /a: { parameters: [{ name: t, in: query, content: { a/b: { schema: TTT } } }], get: { DONE } } }",
            "requests",
        ),
        (
            "paths: { /a: { get: { parameters: [{ $ref: '#/components/parameters/P' }], DONE } } }\ncomponents: { parameters: { P: { name: t, in: query, schema: TTT } }, schemas: { SCHEMAS } }",
            "requests",
        ),
        // Bodies and responses in `components`, and an element of an inline schema.
        (
            "paths: { /a: { put: { requestBody: { $ref: '#/components/requestBodies/B' }, DONE } } }\ncomponents: { requestBodies: { B: { content: { a/b: { schema: { type: array, items: TTT } } } } }, schemas: { SCHEMAS } }",
            "requests",
        ),
        (
            "paths: { /a: { get: { responses: { '200': { $ref: '#/components/responses/R' } } } } }\ncomponents: { responses: { R: { description: d, content: { a/b: { schema: { type: object, additionalProperties: TTT } } } } }, schemas: { SCHEMAS } }",
            "responses",
        ),
        (
            "paths: { /a: { get: { responses: { '200': { description: d, headers: { X: { schema: TTT } } } } } } }",
            "responses",
        ),
        // A path in `components`.
        (
            "paths: { /a: { $ref: '#/components/pathItems/A' } }\ncomponents: { pathItems: { A: { get: { responses: { '200': { description: d, content: { a/b: { schema: TTT } } } } } } }, schemas: { SCHEMAS } }",
            "responses",
        ),
        // Requests in the other direction.
        (
            "paths: { /a: { post: { callbacks: { c: { '{$url}': { post: { requestBody: { content: { a/b: { schema: TTT } } }, DONE } } } }, DONE } } }",
            "both",
        ),
        (
            "webhooks: { w: { post: { requestBody: { content: { a/b: { schema: TTT } } }, DONE } } }",
            "both",
        ),
        // No operation leads to it, or to what contains it.
        ("paths: { /a: { get: { DONE } } }", "both"),
        (
            "paths: { /a: { put: { requestBody: { content: { a/b: { schema: TTT } } }, DONE } } }\ncomponents: { schemas: { SCHEMAS Holder: { type: object, properties: { t: TTT } } } }",
            "both",
        ),
        // A schema contains it.
        (
            "paths: { /a: { put: { requestBody: { content: { a/b: { schema: { $ref: '#/components/schemas/Holder' } } } }, DONE } } }\ncomponents: { schemas: { SCHEMAS Holder: { type: object, properties: { t: TTT } } } }",
            "requests",
        ),
        // A reference into another operation.
        (
            "paths: { /a: { put: { requestBody: { content: { a/b: { schema: { $ref: '#/paths/~1a/put/responses/200/content/x~1y/schema' } } } }, responses: { '200': { description: d, content: { x/y: { schema: { type: array, items: TTT } } } } } } } }",
            "both",
        ),
    ];
    for (rest, expected) in table {
        assert_eq!(usage_in(rest), format!("T: {expected}"), "{rest}");
    }
}

#[test]
fn schemas_of_another_file_have_a_usage() {
    let text = "openapi: 3.1.0\ninfo: { title: Usage, version: 1.0.0 }\n\
        paths: { /a: { get: { responses: { '200': { description: d, content: { a/b: { schema: { $ref: '#/components/schemas/Page' } } } } } } } }\n\
        components: { schemas: { Page: { type: object, properties: { t: { $ref: 'more.yaml#/components/schemas/T' } } } } }\n";
    let more = format!("components: {{ schemas: {{ T: {T_ALONE} }} }}\n");
    let found = verdicts(text, &[("more.yaml", &more)], Operations::None);
    assert_eq!(usages(&found), ["T: responses"]);
    // The operation refers to the other file itself, for the requests.
    let both = text.replace(
        "get: {",
        "put: { requestBody: { content: { a/b: { schema: { $ref: 'more.yaml#/components/schemas/T' } } } },",
    );
    let found = verdicts(&both, &[("more.yaml", &more)], Operations::None);
    assert_eq!(usages(&found), ["T: both"]);
    let requests = both.replace(
        "schema: { $ref: '#/components/schemas/Page' }",
        "example: 1",
    );
    let requests = requests.replace(
        "'more.yaml#/components/schemas/T' } } } },",
        "'#/components/schemas/Page' } } } },",
    );
    let found = verdicts(&requests, &[("more.yaml", &more)], Operations::None);
    assert_eq!(usages(&found), ["T: requests"]);
}

const T_ALONE: &str = "{ type: object, REQUIREDproperties: { a: { type: string } } }";

#[test]
fn what_extends_a_base_is_sent_where_the_base_is() {
    let family = "components: { schemas: { \
        Base: { type: object, required: [k], properties: { k: { type: string }, n: { type: integer } }, discriminator: { propertyName: k } }, \
        One: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, REQUIREDproperties: { a: { type: string } } }] }, \
        Two: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, REQUIREDproperties: { a: { type: string } } }] } } }";
    let text = |name: &str| {
        format!(
            "openapi: 3.1.0\ninfo: {{ title: Usage, version: 1.0.0 }}\n\
             paths: {{ /a: {{ put: {{ requestBody: {{ content: {{ a/b: {{ schema: {{ $ref: '#/components/schemas/{name}' }} }} }} }}, \
             responses: {{ '204': {{ description: Done. }} }} }} }} }}\n{family}\n"
        )
    };
    let found = verdicts(&text("Base"), &[], Operations::None);
    assert_eq!(usages(&found), ["One: requests", "Two: requests"]);
    // The other schema of the family is sent nowhere.
    let found = verdicts(&text("One"), &[], Operations::None);
    assert_eq!(usages(&found), ["One: requests", "Two: both"]);
}

#[test]
fn a_part_of_a_conjunction_is_sent_with_it() {
    let text = "openapi: 3.1.0\ninfo: { title: Usage, version: 1.0.0 }\n\
        paths: { /a: { get: { responses: { '200': { description: d, content: { a/b: { schema: { $ref: '#/components/schemas/Whole' } } } } } } } }\n\
        components: { schemas: { Part: { type: object, properties: { t: { $ref: '#/components/schemas/T' } } }, \
        Whole: { allOf: [{ $ref: '#/components/schemas/Part' }, { type: object, properties: { b: { type: string } } }] }, \
        T: { type: object, REQUIREDproperties: { a: { type: string } } } } }\n";
    let found = verdicts(text, &[], Operations::None);
    assert_eq!(usages(&found), ["T: responses"]);
}

#[test]
fn types_of_inline_bodies_have_a_usage() {
    let inline = "{ type: object, REQUIREDproperties: { a: { type: string } } }";
    let text = format!(
        "openapi: 3.1.0\ninfo: {{ title: Usage, version: 1.0.0 }}\n\
         paths: {{ /a: {{ put: {{ operationId: putA, requestBody: {{ content: {{ application/json: {{ schema: {inline} }} }} }}, \
         responses: {{ '200': {{ description: d, content: {{ application/json: {{ schema: {inline} }} }} }} }} }} }} }}\n"
    );
    let found = verdicts(&text, &[], Operations::Bodies);
    assert_eq!(usages(&found).len(), 2, "{found:?}");
    for (usage, expected) in usages(&found).iter().zip(["requests", "responses"]) {
        assert!(usage.ends_with(expected), "{usage}");
    }
}
