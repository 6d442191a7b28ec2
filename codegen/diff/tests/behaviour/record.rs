//! The record of a release: that it comes back as it was, and that it stands for what was released.

use cratify::released::Head;
use cratify::{Forms, Operations};
use cratify_diff::side::Problem;
use cratify_diff::{Bump, Comparison, Options, Record, Side, report};

const DOCUMENT: &str = r##"
openapi: 3.1.0
info: { title: Shop, version: 1.2.0 }
components:
  schemas:
    Order:
      type: object
      required: [id]
      properties:
        id: { type: string, description: "\"hash\": \"\" in a text" }
        amount: { type: number, minimum: 0.30000000000000004, maximum: 1.7976931348623157e308 }
        count: { type: integer, minimum: 0, maximum: 18446744073709551615 }
        small: { const: 4.9e-324 }
        line: { $ref: "#/components/schemas/Line" }
    Line: { oneOf: [{ type: string, pattern: "^a" }, { type: array, items: { $ref: "#/components/schemas/Order" } }] }
    a/b~c: { type: [string, "null"], enum: [x, null] }
"##;

fn side(text: &str) -> Side {
    let config = cratify::configure().schema_text("shop.yaml", text);
    Side::from_config("shop.yaml", &config).unwrap()
}

fn read(record: &Record) -> Side {
    try_read(record).unwrap()
}

fn try_read(record: &Record) -> Result<Side, Problem> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("1.2.0.json");
    std::fs::write(&path, record.to_text().unwrap()).unwrap();
    let settings = |path: &std::path::Path| Ok(cratify::configure().schema(path));
    Side::read(&path.to_string_lossy(), settings)
}

#[test]
fn a_record_comes_back_as_it_was() {
    let released = side(DOCUMENT);
    let text = Record::of(&released).unwrap().to_text().unwrap();
    let record = Record::from_text(&text).unwrap();
    assert_eq!(record.to_text().unwrap(), text);
    let again = read(&record);
    assert_eq!(Record::of(&again).unwrap().to_text().unwrap(), text);
    let comparison = Comparison::of(&again, &released, Options::default()).unwrap();
    assert_eq!(comparison.bump, Bump::None, "{comparison:#?}");
    assert!(comparison.changes.is_empty(), "{:#?}", comparison.changes);
}

#[test]
fn a_build_reads_the_start_of_a_record() {
    let released = side(DOCUMENT);
    let text = Record::of(&released).unwrap().to_text().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("1.2.0.json");
    let (start, _) = text.split_once("\"documents\"").unwrap();
    std::fs::write(&path, start).unwrap();
    let head = Head::read(&path).unwrap();
    let found = (&*head.package, head.version.to_string(), head.texts);
    assert_eq!(
        found,
        ("shop", "1.2.0".to_owned(), released.generated.texts())
    );
}

#[test]
fn what_was_released_is_compared_and_not_what_would_be_made_now() {
    let new = side(DOCUMENT);
    let bump = |edit: fn(&mut Record)| {
        let mut record = Record::of(&new).unwrap();
        edit(&mut record);
        Comparison::of(&read(&record), &new, Options::default()).unwrap()
    };
    // The generator of the release gave more to name, wrote other values, other text.
    let rust = bump(|record| {
        let mut item = record.surface.item("Order").unwrap().clone();
        item.path = "Zoo".to_owned();
        record.surface.items.push(item);
    });
    assert_eq!(rust.bump, Bump::Major);
    let data = bump(|record| {
        let order = &mut record.languages.get_mut("written").unwrap()["Order"];
        *order = serde_json::json!({ "type": "integer" });
    });
    assert!(data.breaks());
    assert_eq!(data.rust_bump(), Bump::None);
    let text = bump(|record| {
        record.texts.insert("src/lib.rs".to_owned(), String::new());
    });
    assert_eq!(text.bump, Bump::Patch);
}

#[test]
fn what_was_released_as_unstable_stays_so() {
    let unstable = DOCUMENT.replace(
        "Order:\n      type: object\n",
        "Order:\n      x-cratify: { unstable: true }\n      type: object\n",
    );
    assert_ne!(unstable, DOCUMENT);
    let released = Record::of(&side(&unstable)).unwrap();
    let edited = side(&DOCUMENT.replace("required: [id]\n", "required: [id, count]\n"));
    let comparison = Comparison::of(&read(&released), &edited, Options::default()).unwrap();
    assert!(!comparison.breaks(), "{:#?}", comparison.broken);
    let stable = Record::of(&side(DOCUMENT)).unwrap();
    let comparison = Comparison::of(&read(&stable), &edited, Options::default()).unwrap();
    assert!(comparison.breaks());
}

#[test]
fn a_path_of_a_record_stays_in_its_folder() {
    let mut record = Record::of(&side(DOCUMENT)).unwrap();
    for path in ["../outside.yaml", "/outside.yaml", ""] {
        record.documents.insert(path.to_owned(), String::new());
        let problem = try_read(&record).unwrap_err();
        assert!(problem.to_string().contains("outside"), "{problem}");
        record.documents.remove(path);
    }
    record.root.insert_str(0, "../");
    let problem = try_read(&record).unwrap_err();
    assert!(problem.to_string().contains("no document"), "{problem}");
}

#[test]
fn settings_that_name_other_schemas_are_compared() {
    const OPERATION: &str = r##"
openapi: 3.1.0
info: { title: Shop, version: 1.2.0 }
paths:
  /orders:
    post:
      operationId: createOrder
      requestBody: { content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }
      responses: { "200": { description: Done., content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } }
components:
  schemas:
    Order: { type: object, properties: { id: { type: string, readOnly: true }, note: { type: string, writeOnly: true } } }
"##;
    for key in ["operations", "forms"] {
        for (released, now) in [(0, 1), (1, 0)] {
            let set = |config: cratify::Config, word: usize| match (key, word) {
                ("operations", 0) => config.operations(Operations::All),
                ("forms", 0) => config.forms(Forms::Split),
                _ => config,
            };
            let text = || cratify::configure().schema_text("shop.yaml", OPERATION);
            let side = |word| Side::from_config("shop.yaml", &set(text(), word)).unwrap();
            let record = Record::of(&side(released)).unwrap();
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("1.2.0.json");
            std::fs::write(&path, record.to_text().unwrap()).unwrap();
            // The settings of the command apply to the new version.
            let settings = |path: &std::path::Path| Ok(set(cratify::configure().schema(path), now));
            let recorded = Side::read(&path.to_string_lossy(), settings).unwrap();
            let again = Record::of(&recorded).unwrap();
            assert_eq!(again.types.len(), record.types.len(), "{key}");
            // It means what it means without a record.
            let all = |old: &Side| {
                let comparison = Comparison::of(old, &side(now), Options::default()).unwrap();
                let rust = comparison.rust.iter();
                let rust: Vec<String> =
                    rust.map(|one| format!("{} {}", one.id, one.path)).collect();
                let changes = comparison.changes.iter();
                let changes: Vec<String> = changes
                    .map(|one| format!("{} {}", one.id, one.schema))
                    .collect();
                (comparison.bump, comparison.boundaries, rust, changes)
            };
            let (found, expected) = (all(&recorded), all(&side(released)));
            assert_eq!(found, expected, "{key}: {released} to {now}");
            assert_ne!(found.0, Bump::None, "{key}");
        }
    }
}

#[test]
fn services_get_no_paths_inside_of_a_record() {
    let released = side(DOCUMENT);
    let text = Record::of(&released).unwrap().to_text().unwrap();
    let old = read(&Record::from_text(&text).unwrap());
    let new = side(&DOCUMENT.replace("line: {", "lines: {"));
    let github = |old: &Side| {
        let comparison = Comparison::of(old, &new, Options::default()).unwrap();
        let text = report::github::write(&comparison);
        let mut lines = text.lines().map(str::to_owned);
        lines.find(|line| line.contains("field-removed")).unwrap()
    };
    let shown = github(&released);
    assert!(shown.starts_with("::error file=shop.yaml,"), "{shown}");
    let shown = github(&old);
    assert!(
        shown.starts_with("::error title=field-removed::"),
        "{shown}"
    );
}
