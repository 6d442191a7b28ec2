//! The boundary `rust`: edits with the bump that each asks for.
//!
//! Each file of `edits` has one group of kinds. `rust` of an entry is the bump, or `bumps.yaml` has it by the kind;
//! `changes` are the kinds of changes that it is for, breaks first.

use crate::table;

use std::collections::BTreeMap;
use std::fmt::Write;

use cratify_diff::{Bump, Side, rust};
use cratify_testing::{Edit, edits, on_all_cores};

/// The bump that an edit asks for, if the table has it.
fn expected<'e>(edit: &'e Edit, bumps: &'e BTreeMap<String, String>) -> Option<&'e str> {
    let own = edit.entry["rust"].as_str();
    own.or_else(|| bumps.get(&edit.kind).map(String::as_str))
}

#[test]
fn edits_ask_for_the_bumps_of_the_table() {
    let bumps: BTreeMap<String, String> =
        serde_yaml::from_str(include_str!("../bumps.yaml")).expect("a map of words");
    let mut wrong = String::new();
    let mut count = 0;
    let edits = edits();
    let compared = on_all_cores(&edits, |edit| {
        expected(edit, &bumps)?;
        let [old, new] = table::sides(edit);
        Some(rust::compare(&old, &new).unwrap())
    });
    for (edit, compared) in edits.iter().zip(compared) {
        let (Some(expected), Some(changes)) = (expected(edit, &bumps), compared) else {
            continue;
        };
        count += 1;
        let bump = rust::bump(&changes);
        if bump.as_str() != expected {
            writeln!(wrong, "{} is {}, not {expected}", edit.kind, bump.as_str()).unwrap();
            for change in changes {
                writeln!(
                    wrong,
                    "    {} ({}): {}",
                    change.id,
                    change.bump.as_str(),
                    change.text
                )
                .unwrap();
            }
        }
    }
    println!("{count} edits");
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// The changes between two documents whose crates have a feature for each tag.
fn between_tags(old: &str, new: &str) -> Vec<rust::RustChange> {
    let side = |tags: &str| {
        let text = format!(
            "openapi: 3.1.0\ninfo: {{ title: T, version: 1.0.0 }}\npaths:\n  /a: {{ get: {{ tags: [{tags}], responses: \
             {{ '200': {{ description: d, content: {{ a/b: {{ schema: {{ $ref: '#/components/schemas/A' }} }} }} }} }} }} }}\n  \
             /b: {{ get: {{ tags: [other], responses: {{ '200': {{ description: d, content: {{ a/b: {{ schema: \
             {{ $ref: '#/components/schemas/B' }} }} }} }} }} }} }}\n\
             components: {{ schemas: {{ A: {{ type: string }}, B: {{ type: string }} }} }}\n"
        );
        let config = cratify::configure().schema_text("api.yaml", text);
        let config = config.feature_groups(cratify::FeatureGroups::Operations);
        Side::from_config("api.yaml", &config).unwrap()
    };
    rust::compare(&side(old), &side(new)).unwrap()
}

#[test]
fn a_type_stays_in_the_features_that_had_it() {
    let changes = between_tags("one", "one, other");
    assert_eq!(rust::bump(&changes), Bump::Minor, "{changes:?}");
    let changes = between_tags("one, other", "one");
    let lost = changes.iter().find(|change| change.bump == Bump::Major);
    let lost = lost.expect("who has `other` alone no longer has the type");
    assert_eq!(lost.text, "type `A` needs the feature `one`");
}
