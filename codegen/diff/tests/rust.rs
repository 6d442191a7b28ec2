//! The boundary `rust`: edits with the bump that each asks for.
//!
//! Each file of `edits` has one group of kinds. `rust` of an entry is the bump, or `bumps.yaml` has it by the kind; `changes` are the kinds of changes that it
//! is for, those that break first.

mod table;

use std::collections::BTreeMap;
use std::fmt::Write;

use cratify_diff::rust;

#[test]
fn edits_ask_for_the_bumps_of_the_table() {
    let bumps: BTreeMap<String, String> =
        serde_yaml::from_str(include_str!("bumps.yaml")).expect("a map of words");
    let mut wrong = String::new();
    let mut count = 0;
    for edit in table::edits() {
        let own = edit.entry["rust"].as_str();
        let known = own.or_else(|| bumps.get(&edit.kind).map(String::as_str));
        let Some(expected) = known else { continue };
        count += 1;
        let changes = rust::compare(&edit.old_side(), &edit.new_side()).unwrap();
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
