//! The layout of a crate decides on its files alone: no public item depends on it, and an additive edit moves no type.

use std::collections::BTreeMap;

use cratify::{FeatureGroups, Generated, Layout};
use cratify_testing::Fixture;

fn generate(text: &str, layout: Layout) -> Generated {
    let config = cratify::configure().schema_text("api.yaml", text);
    let generated = config.layout(layout).generate();
    generated.unwrap_or_else(|error| panic!("{error}"))
}

/// Each name that the root of a crate exports, with the file that has it. An import may have several lines.
fn exports(generated: &Generated) -> BTreeMap<String, String> {
    let (_, root) = generated
        .files()
        .find(|(path, _)| *path == "src/lib.rs")
        .expect("a crate has a root");
    let mut exports = BTreeMap::new();
    for import in root.split("pub use ").skip(1) {
        let (import, _) = import.split_once(';').expect("an import ends");
        let (module, names) = import.split_once("::").expect("an import has a path");
        let names = names.split(|character: char| !character.is_alphanumeric());
        for name in names.filter(|name| !name.is_empty()) {
            exports.insert(name.to_owned(), module.to_owned());
        }
    }
    exports
}

#[test]
fn no_public_item_depends_on_the_layout() {
    for fixture in Fixture::proofs() {
        let layouts = [Layout::Separate, Layout::Packed].map(|layout| {
            let generated = fixture.configure().layout(layout).generate();
            generated.unwrap_or_else(|error| panic!("{}: {error}", fixture.name))
        });
        let [separate, packed] = &layouts;
        assert!(separate.types().eq(packed.types()), "{}", fixture.name);
        assert!(
            exports(separate).keys().eq(exports(packed).keys()),
            "{}",
            fixture.name
        );
        let count = |generated: &Generated| generated.files().count();
        assert!(count(packed) <= count(separate), "{}", fixture.name);
    }
}

#[test]
fn an_additive_edit_moves_no_type() {
    let document = |schemas: &str| {
        format!(
            "openapi: 3.1.0\ninfo: {{ title: T, version: 1.0.0 }}\ncomponents: {{ schemas: {{ {schemas} }} }}\n"
        )
    };
    let old = "PaymentMethod: { type: string }, Refund: { type: object, properties: { a: { type: object, properties: { b: { type: string } } } } }";
    let new = "Method: { type: string }, Payment: { type: string }, RefundState: { enum: [a] }, A: { type: string }";
    let before = exports(&generate(&document(old), Layout::Packed));
    assert_eq!(before["PaymentMethod"], "payment");
    assert_eq!(before["RefundA"], "refund");
    for schemas in [format!("{old}, {new}"), format!("{new}, {old}")] {
        let after = exports(&generate(&document(&schemas), Layout::Packed));
        assert!(after.len() > before.len());
        for (name, module) in &before {
            assert_eq!(after.get(name), Some(module), "{name}");
        }
    }
}

#[test]
fn links_of_packed_pages_lead_to_headings() {
    let fixtures = Fixture::proofs();
    let fixture = fixtures.iter().find(|one| one.name == "packed");
    let fixture = fixture.expect("there is a fixture for the layout");
    let generated = fixture.configure().generate();
    let generated = generated.unwrap_or_else(|error| panic!("{error}"));
    let pages: BTreeMap<&str, &str> = generated.files().collect();
    let mut links = 0;
    for (path, text) in pages.iter().filter(|(path, _)| path.starts_with("docs/")) {
        for link in text.split("](").skip(1) {
            let (target, _) = link.split_once(')').expect("a link ends");
            let Some((file, anchor)) = target.split_once('#') else {
                continue;
            };
            links += 1;
            let page = pages.get(&*format!("docs/{file}"));
            let page = page.unwrap_or_else(|| panic!("{path} leads to {file}"));
            let mut headings = page.lines().filter_map(|line| line.strip_prefix("## "));
            assert!(
                headings.any(|heading| heading.to_lowercase() == anchor),
                "{path} leads to {target}"
            );
        }
    }
    assert!(links > 20, "{links}");
}

#[test]
fn features_select_files() {
    let text = "openapi: 3.1.0\ninfo: { title: T, version: 1.0.0 }\ncomponents: { schemas: { Order: { type: string }, OrderLine: { type: string } } }\n";
    let config = cratify::configure().schema_text("api.yaml", text);
    let config = config
        .layout(Layout::Packed)
        .feature_groups(FeatureGroups::Schemas);
    let generated = config.generate().unwrap_or_else(|error| panic!("{error}"));
    assert!(
        generated
            .files()
            .any(|(path, _)| path == "src/order_line.rs")
    );
}
