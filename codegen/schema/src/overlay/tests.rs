//! Overlays: the changed value, the origins, the problems.

use std::fs;

use serde_json::{Value, json};

use super::apply;
use crate::diagnostic::{Diagnostics, SourceLocation};
use crate::source::{Part, Pointer, Source};

const DOCUMENT: &str = "\
info: {title: A}
tags: [a, b, c]
schemas:
  One: {type: object, enum: [1]}
  Two: {type: string}
";

/// The document with these actions, and the problems: the text at each location and the message.
fn applied(actions: &str) -> (Option<Source>, Vec<(String, String)>) {
    let text = format!("overlay: 1.1.0\ninfo: {{title: T, version: 1.0.0}}\nactions:\n{actions}");
    overlaid(&[&text])
}

fn overlaid(overlays: &[&str]) -> (Option<Source>, Vec<(String, String)>) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let paths = overlays.iter().enumerate().map(|(index, text)| {
        let path = folder.path().join(format!("{index}.yaml"));
        fs::write(&path, text).expect("a file can be written");
        path
    });
    let paths: Vec<_> = paths.collect();
    let mut diagnostics = Diagnostics::new();
    let document = Source::parse("a.yaml".into(), DOCUMENT.to_owned(), &mut diagnostics);
    let result = apply(document.expect("a document"), &paths, &mut diagnostics);
    let problems = diagnostics.iter().map(|problem| match &problem.location {
        SourceLocation::InlineText { text, range, .. } => {
            (text[range.clone()].to_owned(), problem.message.clone())
        }
        other => (format!("{other:?}"), problem.message.clone()),
    });
    (result, problems.collect())
}

#[track_caller]
fn result(actions: &str) -> Value {
    let (source, problems) = applied(actions);
    assert!(problems.is_empty(), "{problems:?}");
    source.expect("there are no errors").root
}

#[test]
fn updates_are_merged() {
    let found = result(
        "- target: $\n  update: {info: {title: B, x: 1}, tags: [d], schemas:, new: {y: 2}}\n",
    );
    assert_eq!(
        found,
        json!({
            "info": {"title": "B", "x": 1},
            "tags": ["a", "b", "c", "d"],
            "schemas": {"One": {"type": "object", "enum": [1]}, "Two": {"type": "string"}},
            "new": {"y": 2}
        })
    );
    let found = result(
        "- {target: $.tags, update: d}\n- {target: $.tags, update: [e, f]}\n- {target: $.info.title, update: 5}\n\
         - {target: '$.schemas.*', update: {deprecated: true}}\n",
    );
    assert_eq!(found["tags"], json!(["a", "b", "c", "d", "e", "f"]));
    assert_eq!(found["info"], json!({"title": 5}));
    assert_eq!(
        found["schemas"]["Two"],
        json!({"type": "string", "deprecated": true})
    );
}

#[test]
fn values_are_removed_and_copied() {
    let found = result(
        "- {target: '$.tags[0,2]', remove: true}\n- {target: '$..[?@.type == \"object\"]', remove: true}\n\
         - {target: $.schemas, update: {Three: {}}}\n- {target: $.schemas.Three, copy: $.schemas.Two}\n\
         - {target: $.schemas.Two, remove: true}\n",
    );
    assert_eq!(found["tags"], json!(["b"]));
    assert_eq!(found["schemas"], json!({"Three": {"type": "string"}}));
    // The members of a removed value are gone with it.
    assert_eq!(result("- {target: $..*, remove: true}\n"), json!({}));
}

#[test]
fn values_keep_their_origins() {
    let (source, _) = applied(
        "- {target: '$.tags[0]', remove: true}\n- target: $.schemas.Two\n  update: {maxLength: 5}\n\
         - {target: $.schemas, update: {Three: {}}}\n- {target: $.schemas.Three, copy: $.schemas.One}\n",
    );
    let source = source.expect("there are no errors");
    let text = |pointer: &str, part: Part| {
        let pointer = Pointer::parse(pointer).expect("a pointer");
        let (file, pointer) = source.origin(&pointer);
        let range = file.locate_all(&[(pointer, part)]).remove(0);
        (file.name(), file.text[range].to_owned())
    };
    let in_document = |text: &str| ("a.yaml".to_owned(), text.to_owned());
    let in_overlay = |text: &str| ("0.yaml".to_owned(), text.to_owned());
    assert_eq!(text("/tags/0", Part::Value), in_document("b"));
    assert_eq!(
        text("/schemas/Two/type", Part::Value),
        in_document("string")
    );
    assert_eq!(text("/schemas/Two/maxLength", Part::Value), in_overlay("5"));
    assert_eq!(
        text("/schemas/Two/maxLength", Part::Key),
        in_overlay("maxLength")
    );
    assert_eq!(text("/schemas/Three", Part::Key), in_overlay("Three"));
    assert_eq!(text("/schemas/Three/enum/0", Part::Value), in_document("1"));
    assert_eq!(
        source.written(&Pointer::parse("/tags/1").expect("a pointer")),
        "c"
    );
}

#[test]
fn several_overlays_are_applied_in_order() {
    let overlay = |target: &str, update: &str| {
        format!("overlay: 1.0.0\ninfo: {{}}\nactions: [{{target: {target}, update: {update}}}]\n")
    };
    let (source, problems) = overlaid(&[
        &overlay("$", "{x: {y: 1}}"),
        &overlay("$.x", "{y: 2, z: 3}"),
    ]);
    assert!(problems.is_empty(), "{problems:?}");
    let source = source.expect("there are no errors");
    assert_eq!(source.root["x"], json!({"y": 2, "z": 3}));
    let (file, _) = source.origin(&Pointer::parse("/x/y").expect("a pointer"));
    assert_eq!(file.name(), "1.yaml");
}

#[test]
fn problems_point_to_the_overlay() {
    for (actions, at, message, is_error) in [
        (
            "- {target: $.nowhere, update: {}}",
            "$.nowhere",
            "`target` selects nothing",
            false,
        ),
        (
            "- {target: $.info.my-x, update: {}}",
            "-",
            "`target` is not a query: expected a segment, found `-`",
            true,
        ),
        (
            "- {target: $.tags, update: {}, remove: true}",
            "update",
            "`update` has no effect beside `remove`",
            false,
        ),
        (
            "- {target: $.info}",
            "{",
            "the action changes nothing",
            false,
        ),
        ("- {update: {}}", "{", "the action has no `target`", true),
        (
            "- {target: $.info, updat: {}, update: {}}",
            "updat",
            "`updat` is not a member of an overlay",
            false,
        ),
        (
            "- {target: $, remove: true}",
            "$",
            "the document itself cannot be removed",
            true,
        ),
        (
            "- {target: $.info, update: [1]}",
            "update",
            "a list cannot be merged into an object",
            true,
        ),
        (
            "- {target: $, update: {info: 5}}",
            "5",
            "a value that is neither an object nor a list cannot be merged into an object",
            true,
        ),
        (
            "- {target: $.*, update: {}}",
            "$.*",
            "`target` selects values of several kinds",
            true,
        ),
        (
            "- {target: $.info, copy: $.tags.*}",
            "$.tags.*",
            "`copy` must select one value, and selects 3",
            true,
        ),
        (
            "- {target: 5, remove: true}",
            "5",
            "`target` must be a query in JSONPath, not the number `5`",
            true,
        ),
        (
            "- {target: $.tags, remove: yes}",
            "yes",
            "`remove` must be `true` or `false`, not the string `yes`",
            true,
        ),
        (
            "- 5",
            "5",
            "an action is an object, not the number `5`",
            true,
        ),
    ] {
        let (source, problems) = applied(actions);
        assert_eq!(problems, [(at.to_owned(), message.to_owned())], "{actions}");
        assert_eq!(source.is_none(), is_error, "{actions}");
    }
}

#[test]
fn an_invalid_overlay_is_reported() {
    for (overlay, message) in [
        ("[]", "an overlay is an object, not a list"),
        (
            "overlay: 2.0.0",
            "this version of overlays is not supported",
        ),
        (
            "overlay: 1.10.0",
            "this version of overlays is not supported",
        ),
        (
            "openapi: 3.1.0",
            "an overlay has a member `overlay` with its version",
        ),
        ("overlay: 1.0", "`actions` must be a list of actions"),
        (
            "overlay: 1.0.0\nactions: [{target: $, copy: $}]",
            "overlays of version 1.0 have no `copy`",
        ),
    ] {
        let (source, problems) = overlaid(&[overlay]);
        assert!(source.is_none(), "{overlay}");
        assert_eq!(problems[0].1, message, "{overlay}");
    }
}

#[test]
fn copies_of_copies_have_a_limit() {
    let action = "- {target: $, update: {n: {}}}\n- {target: $.n, copy: $.schemas}\n- {target: $.schemas, copy: $}\n";
    let (source, problems) = applied(&action.repeat(60));
    assert!(source.is_none() && !problems.is_empty());
}
