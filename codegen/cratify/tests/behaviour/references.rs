//! References over several documents: where they lead, what they may not lead to, and what is
//! published of it.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

/// Writes files below a folder.
fn write(folder: &Path, files: &[(&str, &str)]) {
    for (name, text) in files {
        let path = folder.join(name);
        let parent = path.parent().expect("a file is in a folder");
        fs::create_dir_all(parent).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }
}

/// The published schema of a type, from the document `root.yaml` of a folder.
fn published(folder: &Path, name: &str) -> Value {
    let generated = cratify::configure()
        .schema(folder.join("root.yaml"))
        .generate()
        .unwrap_or_else(|error| panic!("{error}"));
    let path = format!("schema/{name}.schema.json");
    let found = generated.files().find(|(known, _)| *known == path);
    serde_json::from_str(found.expect("the type is there").1).expect("JSON")
}

#[track_caller]
fn judge(schema: &Value, valid: &[Value], invalid: &[Value]) {
    let validator = jsonschema::draft202012::new(schema).expect("complete in itself");
    for value in valid {
        assert!(validator.is_valid(value), "{value} for {schema}");
    }
    for value in invalid {
        assert!(!validator.is_valid(value), "{value} for {schema}");
    }
}

const ROOT: &str = "openapi: 3.1.1
info: {title: R, version: 1.0.0, license: {identifier: MIT}}
components:
  schemas:
    Order:
      type: object
      required: [pet]
      properties:
        pet: {$ref: models/pet.json}
        id: {$ref: 'common.yaml#/components/schemas/Id'}
";

#[test]
fn files_of_several_dialects_make_one_crate() {
    let scratch = tempfile::tempdir().expect("a folder");
    let common = "openapi: 3.0.3
info: {title: C, version: 1.0.0}
components:
  schemas:
    Id: {type: string, nullable: true, minLength: 2}
    Unused: {$ref: nowhere.yaml}
";
    let pet = r##"{"$schema": "http://json-schema.org/draft-07/schema#", "type": "object",
        "properties": {"at": {"items": [{"type": "integer"}], "additionalItems": false},
        "mate": {"$ref": "#"}, "order": {"$ref": "../root.yaml#/components/schemas/Order"}}}"##;
    let files = [
        ("root.yaml", ROOT),
        ("common.yaml", common),
        ("models/pet.json", pet),
    ];
    write(scratch.path(), &files);
    let schema = published(scratch.path(), "order");
    judge(
        &schema,
        &[
            json!({"pet": {"at": [1], "mate": {"at": []}}, "id": null}),
            json!({"pet": {"order": {"pet": {}}}, "id": "ab"}),
        ],
        &[
            json!({"pet": {"mate": {"at": [1, 2]}}}),
            json!({"pet": {}, "id": "a"}),
            json!({"pet": {"order": {}}}),
        ],
    );
    published(scratch.path(), "pet");
}

#[test]
fn identifiers_and_dynamic_references() {
    let scratch = tempfile::tempdir().expect("a folder");
    let root = "$id: https://example.com/strict
title: Strict
x-crate: {license: MIT}
$dynamicAnchor: node
$ref: tree
unevaluatedProperties: false
examples: [{$id: https://example.com/tree, $anchor: leaf}]
$defs:
  tree:
    $id: tree
    $dynamicAnchor: node
    type: object
    properties:
      leaf: {$ref: '#leaf'}
      children: {type: array, items: {$dynamicRef: '#node'}}
    $defs: {leaf: {$anchor: leaf, type: string}}
";
    write(scratch.path(), &[("root.yaml", root)]);
    let extended = json!({"children": [{"leaf": "a", "more": 1}]});
    let strict = published(scratch.path(), "strict");
    judge(
        &strict,
        &[json!({"children": [{"leaf": "a"}]})],
        &[extended.clone(), json!({"leaf": 1})],
    );
    // By itself the tree is as open as it was.
    let tree = published(scratch.path(), "tree");
    judge(&tree, &[extended], &[json!({"children": [{"leaf": 1}]})]);
}

/// The codes of the diagnostics for a `$ref`.
fn said(folder: &Path, reference: &str) -> Vec<&'static str> {
    let text = ROOT.replace("models/pet.json", &format!("'{reference}'"));
    fs::write(folder.join("root.yaml"), text).expect("a file can be written");
    let generated = cratify::configure()
        .schema(folder.join("root.yaml"))
        .generate();
    let Err(error) = generated else {
        return Vec::new();
    };
    assert!(!error.to_string().contains("SECRET"), "{error}");
    let codes = error.diagnostics().iter();
    codes.map(|problem| problem.code.as_str()).collect()
}

#[test]
fn nothing_outside_is_read() {
    let scratch = tempfile::tempdir().expect("a folder");
    let inside = scratch.path().join("inside");
    let common = "components: {schemas: {Id: {type: string}}}\n";
    let files = [
        ("secret.yaml", "SECRET: [\n"),
        ("inside/common.yaml", common),
        ("inside/broken.yaml", "a: [\n"),
        ("inside/folder/x.yaml", "type: string\n"),
    ];
    write(scratch.path(), &files);
    fs::write(inside.join("latin.yaml"), b"a: \xe9\n").expect("a file can be written");
    for outside in [
        "../secret.yaml",
        "folder/../../secret.yaml",
        "%2e%2e/secret.yaml",
        "..%2fsecret.yaml",
        "..\\secret.yaml",
        "C:\\secret.yaml",
        "/etc/passwd",
        "file:///etc/passwd",
        "https://example.com/pet.json",
        "urn:pet",
    ] {
        assert_eq!(said(&inside, outside), ["CR0303"], "{outside}");
    }
    for (inner, code) in [
        ("none.yaml", "CR0301"),
        ("folder", "CR0102"),
        ("latin.yaml", "CR0104"),
        ("folder/x.yaml#/none", "CR0301"),
        ("folder/x.yaml#none", "CR0301"),
    ] {
        let codes = said(&inside, inner);
        assert!(codes.contains(&"CR0301"), "{inner}: {codes:?}");
        assert!(
            codes.contains(&code) || code == "CR0104",
            "{inner}: {codes:?}"
        );
    }
    assert_eq!(said(&inside, "folder/x.yaml"), [""; 0]);
    #[cfg(unix)]
    {
        let link = inside.join("link.yaml");
        std::os::unix::fs::symlink("../secret.yaml", link).expect("a link can be made");
        assert_eq!(said(&inside, "link.yaml"), ["CR0303"]);
    }
}

#[test]
fn other_folders_are_read_where_they_are_allowed() {
    let scratch = tempfile::tempdir().expect("a folder");
    let root = "x-crate: {license: MIT}
type: object
properties:
  a: {$ref: ../other/a.yaml}
  b: {$ref: 'https://example.com/s/b.yaml#/$defs/b'}
";
    let files = [
        ("in/root.yaml", root),
        ("other/a.yaml", "type: string\n"),
        ("mapped/b.yaml", "$defs: {b: {$ref: c.yaml}}\n"),
        ("mapped/c.yaml", "type: integer\n"),
    ];
    write(scratch.path(), &files);
    let config = cratify::configure()
        .schema(scratch.path().join("in/root.yaml"))
        .allow_references_to(scratch.path().join("other"))
        .map_references("https://example.com/s/", scratch.path().join("mapped"));
    let generated = config.generate().unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(generated.other_documents().count(), 3);
}

#[test]
fn meta_schemas_are_at_hand() {
    let scratch = tempfile::tempdir().expect("a folder");
    let root = "$schema: http://json-schema.org/draft-07/schema#
x-crate: {license: MIT}
title: Described
type: object
properties:
  oldest: {$ref: 'http://json-schema.org/draft-04/schema#'}
  title: {$ref: 'http://json-schema.org/draft-04/schema#/properties/title'}
  sixth: {$ref: 'http://json-schema.org/draft-06/schema#'}
  own: {$ref: 'https://json-schema.org/draft-07/schema'}
  dynamic: {$ref: 'https://json-schema.org/draft/2020-12/schema'}
  recursive: {$ref: 'https://json-schema.org/draft/2019-09/schema'}
  api: {$ref: 'https://spec.openapis.org/oas/3.1/dialect/base'}
  next: {$ref: 'https://spec.openapis.org/oas/3.2/dialect/2025-09-17'}
";
    write(scratch.path(), &[("root.yaml", root)]);
    let schema = published(scratch.path(), "described");
    judge(
        &schema,
        &[
            json!({"oldest": {"minimum": 1, "exclusiveMinimum": true}, "title": "a"}),
            json!({"sixth": true, "own": {"if": {}}, "dynamic": {"prefixItems": [{}]}}),
            json!({"recursive": {"items": [{"type": "string"}]}}),
            json!({"api": {"properties": {"a": {"discriminator": {"propertyName": "b"}}}}}),
            json!({"next": {"discriminator": {"propertyName": "b", "defaultMapping": "c", "x-d": 1}}}),
        ],
        &[
            json!({"oldest": {"minimum": 1, "exclusiveMinimum": 0}}),
            json!({"title": 1}),
            json!({"sixth": {"type": "text"}}),
            json!({"own": {"if": 1}}),
            json!({"dynamic": {"prefixItems": [{"items": 5}]}}),
            json!({"recursive": {"items": [{"type": "text"}]}}),
            json!({"api": {"properties": {"a": {"discriminator": {"mapping": {}}}}}}),
            json!({"api": {"properties": {"a": {"type": "text"}}}}),
            json!({"next": {"items": {"xml": {"nodeType": "other"}}}}),
        ],
    );
}

#[test]
fn a_file_comes_before_a_meta_schema_that_is_built_in() {
    let scratch = tempfile::tempdir().expect("a folder");
    let root = "openapi: 3.1.1
info: {title: R, version: 1.0.0, license: {identifier: MIT}}
components: {schemas: {Tool: {$ref: 'http://json-schema.org/draft-07/schema'}}}
";
    write(
        scratch.path(),
        &[("root.yaml", root), ("mine/schema", "type: string")],
    );
    let generated = cratify::configure()
        .schema(scratch.path().join("root.yaml"))
        .map_references(
            "http://json-schema.org/draft-07/",
            scratch.path().join("mine"),
        )
        .generate()
        .unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(generated.other_documents().count(), 1);
}

#[test]
fn a_pointer_without_its_first_slash_is_read_as_one() {
    let scratch = tempfile::tempdir().expect("a folder");
    let root = "$schema: https://json-schema.org/draft/2020-12/schema
title: Root
type: object
properties:
  error: {$ref: '#$defs/Error'}
  other: {$ref: 'other.yaml#$defs/Other'}
$defs:
  Error: {type: string, maxLength: 3}
";
    let other = "$defs: {Other: {type: integer, minimum: 2}}\n";
    write(
        scratch.path(),
        &[("root.yaml", root), ("other.yaml", other)],
    );
    let generated = cratify::configure()
        .schema(scratch.path().join("root.yaml"))
        .generate()
        .unwrap_or_else(|error| panic!("{error}"));
    let warnings = generated.rendered_warnings();
    for help in ["`#/$defs/Error`", "`other.yaml#/$defs/Other`"] {
        assert!(warnings.contains(help), "{help} in {warnings}");
    }
    let schema = published(scratch.path(), "root");
    let valid = [json!({"error": "abc", "other": 2})];
    judge(
        &schema,
        &valid,
        &[json!({"error": "abcd"}), json!({"other": 1})],
    );
}

#[test]
fn the_ledger_has_no_names_of_other_files() {
    let scratch = tempfile::tempdir().expect("a folder");
    let common = "Id: {type: string}\ndescription: Words.\nnested: {Pet: {type: object}}\n";
    let root = ROOT.replace("common.yaml#/components/schemas/Id", "common.yaml#/Id");
    let root = root.replace("models/pet.json", "'common.yaml#/nested/Pet'");
    write(
        scratch.path(),
        &[("root.yaml", &root), ("common.yaml", common)],
    );
    let config = cratify::configure().schema(scratch.path().join("root.yaml"));
    let ledger = config.ledger().unwrap_or_else(|error| panic!("{error}"));
    let others = ledger.entries().iter();
    let others = others.filter(|entry| entry.path.ends_with("common.yaml"));
    let others: Vec<&str> = others.map(|entry| entry.pointer.as_str()).collect();
    assert_eq!(others, ["/description", "/Id/type", "/nested/Pet/type"]);
}

#[test]
fn a_file_that_refers_back_to_standard_input_makes_no_type_twice() {
    let scratch = tempfile::tempdir().expect("a folder");
    let common =
        "components: {schemas: {Id: {allOf: [{$ref: 'root.yaml#/components/schemas/Name'}]}}}";
    let root = format!(
        "{}    Name: {{type: string}}\n",
        ROOT.replace("{$ref: models/pet.json}", "{}")
    );
    write(
        scratch.path(),
        &[("root.yaml", &root), ("common.yaml", common)],
    );
    let names = |config: cratify::Config| -> Vec<String> {
        let generated = config.generate().unwrap_or_else(|error| panic!("{error}"));
        generated.types().map(|(name, _)| name.to_owned()).collect()
    };
    let file = names(cratify::configure().schema(scratch.path().join("root.yaml")));
    let stdin = scratch.path().join("stdin");
    assert_eq!(names(cratify::configure().schema_text(stdin, root)), file);
}
