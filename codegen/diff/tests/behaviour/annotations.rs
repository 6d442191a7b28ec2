//! Changes of what only describes values: they are listed with their places, break nothing, and ask for a patch. What
//! is deprecated now is in the changelog, and asks for a minor version if code can name it.

use cratify_diff::report::changelog;
use cratify_diff::{Boundary, Bump, Comparison, Options, Record, Side, Verdict};

/// A comparison of two documents with one schema, `T`, and another one that refers to it.
fn compared(old: &str, new: &str) -> Comparison {
    let [old, new] = [old, new].map(side);
    Comparison::of(&old, &new, Options::default()).unwrap()
}

fn side(schema: &str) -> Side {
    let start =
        "openapi: 3.0.3\ninfo: { title: Shop, version: 1.0.0 }\ncomponents:\n  schemas:\n    ";
    let other = "U: { type: object, properties: { t: { $ref: '#/components/schemas/T' } } }";
    let text = format!("{start}{other}\n    T: {schema}\n");
    let config = cratify::configure().schema_text("shop.yaml", text);
    Side::from_config("shop.yaml", &config).unwrap()
}

/// The kinds of changes, with their places.
fn kinds(comparison: &Comparison) -> Vec<String> {
    let changes = comparison.changes.iter().map(|change| {
        let at = change.new.as_ref().unwrap();
        let place = at.pointer.strip_prefix("/components/schemas/").unwrap();
        format!("{} {place}", change.id)
    });
    changes.collect()
}

#[test]
fn annotations_are_changes_that_break_nothing() {
    let old = "{ type: object, title: A, properties: { a: { type: string, description: one, example: x }, b: { type: array, items: { type: string, default: q } } } }";
    let new = "{ type: object, properties: { b: { type: array, items: { type: string, default: r, deprecated: false } }, a: { type: string, description: two, example: y, externalDocs: { url: 'https://a.example' } } } }";
    let comparison = compared(old, new);
    let expected = [
        "title-removed T",
        "default-changed T/properties/b/items",
        "description-changed T/properties/a",
        "example-changed T/properties/a",
        "externalDocs-added T/properties/a",
    ];
    assert_eq!(kinds(&comparison), expected);
    for change in &comparison.changes {
        let mut verdicts = Boundary::ALL.iter().map(|one| &change.verdicts[*one]);
        let is_compatible = |one: &Option<Verdict>| *one == Some(Verdict::Compatible);
        assert!(verdicts.all(is_compatible), "{change:#?}");
        assert_eq!(change.reached, ["U"]);
        assert!(change.old.is_some());
    }
    assert!(comparison.schemas.is_empty(), "{:#?}", comparison.schemas);
    assert_eq!(comparison.bump, Bump::Patch);
    assert_eq!(
        changelog::entry(&comparison).matches("description").count(),
        0
    );
}

#[test]
fn deprecations_are_in_the_changelog() {
    let schema = |member: &str, items: &str| {
        format!(
            "{{ type: object, properties: {{ a: {{ type: string{member} }}, b: {{ type: array, items: {{ type: string{items} }} }} }} }}"
        )
    };
    let (plain, deprecated) = ("", ", deprecated: true");
    let of_member = compared(&schema(plain, plain), &schema(deprecated, plain));
    assert_eq!(kinds(&of_member), ["deprecated-added T/properties/a"]);
    assert_eq!(of_member.bump, Bump::Minor);
    let entry = "### Deprecated\n\n- field `a` of `T` is deprecated\n";
    assert_eq!(changelog::entry(&of_member), entry);
    // No code can name the elements of a list.
    let of_items = compared(&schema(plain, plain), &schema(plain, deprecated));
    assert_eq!(kinds(&of_items), ["deprecated-added T/properties/b/items"]);
    assert_eq!(of_items.bump, Bump::Patch);
    let entry = changelog::entry(&of_items);
    let line = "- `#/components/schemas/T/properties/b/items` is deprecated\n";
    assert!(
        entry.contains(&format!("### Deprecated\n\n{line}")),
        "{entry}"
    );
    let gone = compared(&schema(deprecated, plain), &schema(plain, plain));
    assert_eq!(kinds(&gone), ["deprecated-removed T/properties/a"]);
    assert!(!changelog::entry(&gone).contains("Deprecated"));
}

#[test]
fn branches_in_another_order_keep_their_annotations() {
    let branch = |title: &str, name: &str| {
        format!(
            "{{ type: object, title: {title}, required: [{name}], properties: {{ {name}: {{ type: string }} }} }}"
        )
    };
    let union = |branches: [String; 2]| format!("{{ oneOf: [{}] }}", branches.join(", "));
    let old = union([branch("A", "a"), branch("B", "b")]);
    let turned = union([branch("B", "b"), branch("A", "a")]);
    assert!(
        kinds(&compared(&old, &turned))
            .iter()
            .all(|kind| !kind.starts_with("title"))
    );
    // The schema that stood here is where the reference leads.
    let inline = "{ type: object, properties: { a: { type: string, description: x } } }";
    let referring = "{ type: object, properties: { a: { $ref: '#/components/schemas/T/properties/b' }, b: { type: string } } }";
    let found = kinds(&compared(inline, referring));
    assert!(
        found.iter().all(|kind| !kind.starts_with("description")),
        "{found:?}"
    );
}

#[test]
fn a_record_has_the_annotations_of_its_documents() {
    let (old, new) = (
        side("{ type: string, description: one }"),
        side("{ type: string, description: two }"),
    );
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("1.0.0.json");
    let record = Record::of(&old).unwrap().to_text().unwrap();
    std::fs::write(&path, record).unwrap();
    let settings = |path: &std::path::Path| Ok(cratify::configure().schema(path));
    let recorded = Side::read(&path.to_string_lossy(), settings).unwrap();
    let comparison = Comparison::of(&recorded, &new, Options::default()).unwrap();
    assert_eq!(kinds(&comparison), ["description-changed T"]);
}
