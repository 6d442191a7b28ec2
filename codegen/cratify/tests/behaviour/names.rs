//! The names of generated crates, where a document has names that no compiler or file system takes.

use cratify::{Config, Dependency, ExternType};
use proc_macro2::{TokenStream, TokenTree};
use serde_json::{Map, Value, json};

/// The files of the crate that an `OpenAPI` document of these schemas becomes: their paths and texts.
fn generate(schemas: &Value) -> Vec<(String, String)> {
    configure(schemas, |config| config)
}

/// [`generate`] with other settings.
fn configure(schemas: &Value, with: impl Fn(Config) -> Config) -> Vec<(String, String)> {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("api.json");
    let document = json!({
        "openapi": "3.1.0",
        "info": { "title": "T", "version": "1.0.0" },
        "components": { "schemas": schemas },
    });
    std::fs::write(&path, document.to_string()).expect("the document can be written");
    let config = with(cratify::configure().schema(&path));
    let generated = config.generate().unwrap_or_else(|error| panic!("{error}"));
    let files = generated.files();
    files
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect()
}

#[test]
fn names_of_any_length_are_short() {
    let long = "LongerThanAnyName".repeat(6_000);
    // Each schema in a schema has the names of all around it.
    let nested = (0..12).fold(
        json!({ "enum": ["x"] }),
        |inner, _| json!({ "type": "object", "properties": { "n".repeat(2_000): inner } }),
    );
    let name = |end: &str| format!("{long}{end}");
    let files = generate(&json!({
        name("A"): {
            "type": "object",
            "properties": { name("A"): { "type": "string" }, "nested": nested },
        },
        name("B"): { "enum": [name("C"), name("D")] },
        name("C"): { "oneOf": [{ "title": long, "type": "string" }, { "type": "integer" }] },
    }));
    let mut cut = 0;
    for (path, text) in &files {
        for name in path.split('/') {
            assert!(name.len() <= 160, "{path}");
        }
        if path.strip_suffix(".rs").is_some() {
            let tokens = text.parse().expect("what is written is Rust");
            for ident in identifiers(tokens) {
                assert!(ident.len() <= 130, "{path}: {} bytes", ident.len());
                cut += usize::from(ident.len() == 110);
            }
        }
    }
    assert!(cut > 10, "{cut} identifiers are cut");
}

fn identifiers(tokens: TokenStream) -> Vec<String> {
    let words = tokens.into_iter().map(|token| match token {
        TokenTree::Ident(ident) => vec![ident.to_string()],
        TokenTree::Group(group) => identifiers(group.stream()),
        _ => Vec::new(),
    });
    words.flatten().collect()
}

#[test]
fn files_have_no_name_of_a_device() {
    let names = [
        "con", "Prn", "AUX", "nul", "com0", "com1", "COM9", "lpt1", "lpt9",
    ];
    let schema = json!({ "type": "string", "minLength": 1 });
    let schemas = names.map(|name| (name.to_owned(), schema.clone()));
    let files = generate(&Value::Object(Map::from_iter(schemas)));
    for (path, _) in &files {
        for part in path.split('/') {
            let stem = part.split('.').next().unwrap_or_default().to_lowercase();
            let is_device = names.iter().any(|name| name.to_lowercase() == stem);
            assert!(!is_device, "{path}");
        }
    }
    assert!(files.iter().any(|(path, _)| path == "src/con_model.rs"));
}

#[test]
fn codecs_of_extern_types_have_names_of_their_own() {
    let list =
        |format: &str| json!({ "type": "array", "items": { "type": "string", "format": format } });
    let ty = |module: &str| {
        let crates = Dependency::new("a-b", "1");
        ExternType::new("a_b::T").with(module).dependency(crates)
    };
    let files = configure(&json!({ "A": list("one"), "B": list("two") }), |config| {
        let config = config.dependency(Dependency::new("a", "1"));
        config
            .format("one", ty("a::b_c"))
            .format("two", ty("a_b::c"))
    });
    let mut files = files.iter();
    let codecs = files.find(|(path, _)| path == "src/support/extern_codec.rs");
    let (_, codecs) = codecs.expect("there are codecs");
    for item in ["pub struct ABC;", "pub struct ABC2;"] {
        assert_eq!(codecs.matches(item).count(), 1, "{codecs}");
    }
}

/// The variants of an enum in a generated crate, with their types.
fn variants(files: &[(String, String)], name: &str) -> Vec<String> {
    let enums = files.iter().filter(|(path, _)| path.starts_with("src/"));
    let enums = enums.flat_map(|(_, text)| syn::parse_file(text).map(|file| file.items));
    let found = enums.flatten().find_map(|item| match item {
        syn::Item::Enum(item) if item.ident == name => Some(item),
        _ => None,
    });
    let found = found.unwrap_or_else(|| panic!("there is no enum {name}"));
    let variants = found.variants.iter();
    let known = variants.filter(|variant| variant.ident != "Unknown");
    known
        .map(|variant| {
            let ident = &variant.ident;
            let fields = variant.fields.iter().map(|field| &field.ty);
            let types: TokenStream = fields.map(|ty| quote::quote!((#ty))).collect();
            format!("{ident}{types}").replace(' ', "")
        })
        .collect()
}

#[test]
fn branches_are_called_by_their_content() {
    let object = |members: Value| {
        let required: Vec<&String> = members
            .as_object()
            .into_iter()
            .flat_map(Map::keys)
            .collect();
        json!({ "type": "object", "required": required, "properties": members })
    };
    let string = json!({ "type": "string" });
    let files = generate(&json!({
        "Discount": { "oneOf": [
            object(json!({ "id": string, "amount": { "type": "integer" } })),
            object(json!({ "id": string, "percent": { "type": "number" } })),
            { "title": "Voucher code", "type": "object", "properties": { "id": string } },
        ] },
        "EventCaptured": object(json!({ "kind": { "const": "event.captured" } })),
        "Event": { "anyOf": [
            { "$ref": "#/components/schemas/EventCaptured" },
            object(json!({ "kind": { "const": "event.refunded" } })),
            object(json!({ "version": { "const": 2 } })),
        ] },
        "Prompt": { "oneOf": [
            { "type": "array", "items": string },
            { "type": "array", "items": { "enum": ["a", "b"] } },
            { "oneOf": [object(json!({ "text": string })), { "type": "boolean" }] },
            { "type": "integer", "format": "int32" },
            { "type": "integer", "format": "uint64" },
            { "const": "" },
        ] },
        // Nothing but constraints tells these apart.
        "Alike": { "anyOf": [
            object(json!({ "a": { "type": "string", "pattern": "^x" } })),
            object(json!({ "a": { "type": "string", "pattern": "^y" } })),
        ] },
    }));
    for (name, expected) in [
        (
            "Discount",
            &[
                "Amount(DiscountAmount)",
                "Percent(DiscountPercent)",
                "VoucherCode(DiscountVoucherCode)",
            ][..],
        ),
        (
            "Event",
            &[
                "Captured(EventCaptured)",
                "Refunded(EventRefunded)",
                "Version2(EventVersion2)",
            ],
        ),
        (
            "Prompt",
            &[
                "StringList(Vec<String>)",
                "EnumList(Vec<PromptEnumListItem>)",
                "Union(PromptUnion)",
                "I32(i32)",
                "U64(u64)",
                "Empty(PromptEmpty)",
            ],
        ),
    ] {
        assert_eq!(variants(&files, name), expected);
    }
    let alike = variants(&files, "Alike");
    assert!(alike.iter().all(|name| name.starts_with('A')), "{alike:?}");
    assert_ne!(alike[0], alike[1]);
}
