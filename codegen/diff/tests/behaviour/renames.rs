//! Names that a request has replaced since a release: what the old ones still do, and what the report says.

use cratify::{Config, UnknownValues};
use cratify_diff::rust::{self, RustChange};
use cratify_diff::{Bump, Side};
use cratify_testing::head;

const DOCUMENT: &str = "
openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
components:
  schemas:
    Order:
      type: object
      properties: { note: { type: [string, 'null'] }, state: { enum: [open, closed] } }
";

fn config() -> Config {
    cratify::configure().schema_text("shop.yaml", DOCUMENT)
}

fn side(config: &Config) -> Side {
    Side::from_config("shop.yaml", config).unwrap()
}

/// The changes from a release to what settings make of the same document.
fn changes(before: &dyn Fn(Config) -> Config, after: &dyn Fn(Config) -> Config) -> Vec<RustChange> {
    let old = side(&before(config()));
    let head = head(&old.generated, &old.decisions);
    let new = side(&after(config()).for_released(Vec::new(), head));
    rust::compare(&old, &new).unwrap()
}

fn lines(changes: &[RustChange]) -> Vec<String> {
    let lines = changes.iter();
    let lines =
        lines.map(|change| format!("{} {} {}", change.bump.as_str(), change.id, change.path));
    lines.collect()
}

#[test]
fn a_variant_is_renamed_and_neither_gone_nor_new() {
    for unknown in [UnknownValues::Keep, UnknownValues::Refuse] {
        let closed = |config: Config| config.unknown_values(unknown);
        let renamed = |config: Config| {
            closed(config).at("Order.state", |at| at.rename_value("open", "Opened"))
        };
        let found = changes(&closed, &renamed);
        assert_eq!(lines(&found), ["major variant-renamed OrderState.Open"]);
        let witness = found[0].witness.as_deref().unwrap();
        assert!(
            witness.contains("matches!(value, shop::OrderState::Open)"),
            "{witness}"
        );
        assert!(
            found[0].text.contains("is `Opened` now"),
            "{}",
            found[0].text
        );
        // The next release has the constant, and loses nothing.
        assert!(changes(&renamed, &renamed).is_empty());
    }
}

#[test]
fn the_methods_of_a_renamed_field_stay() {
    let renamed = |config: Config| config.at("Order.note", |at| at.rename("remark"));
    let found = changes(&|config| config, &renamed);
    let gone = |change: &&RustChange| change.bump == Bump::Major;
    let gone: Vec<String> = lines(&found.iter().filter(gone).cloned().collect::<Vec<_>>());
    assert_eq!(gone, ["major field-removed Order.note"]);
    let deprecated = found
        .iter()
        .filter(|change| change.id == "deprecated-added");
    let deprecated: Vec<&str> = deprecated.map(|change| &*change.path).collect();
    assert_eq!(deprecated, ["Order.is_null_note", "Order.set_null_note"]);
}
