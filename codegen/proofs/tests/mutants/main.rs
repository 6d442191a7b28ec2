//! The checks notice when the generator takes one wrong decision.
//!
//! In the generated crates of `fixtures`, one decision at a time is dropped or made otherwise: what
//! serde and schemars are told, fields and their types, null and presence, values of enums, facts of
//! unions, what hides secrets, the published schemas. A mutant is noticed if it does not compile or a
//! check fails. Survivors are in `reviewed.rs`, each with its reason.
//!
//! `CRATIFY_MUTANTS=all` tries all of them, `CRATIFY_MUTANTS=9` every ninth, and `CRATIFY_MUTANTS=1/9` one of every ninth
//! kind; otherwise one of each kind is tried.

mod attributes;
mod code;
mod crates;
mod edit;
mod packages;
mod reviewed;
mod schemas;
mod slots;
mod tables;
mod tokens;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crates::{COPY, Mutant};

#[test]
fn wrong_decisions_are_noticed() {
    let crates = crates::generate();
    let all: Vec<Mutant> = crates
        .iter()
        .enumerate()
        .flat_map(|(owner, of)| crates::mutants(owner, of))
        .collect();
    let count = all.len();
    let chosen = chosen(all);
    let verdicts = packages::judge(&crates, &chosen);
    let noticed = |word: &str| {
        let noticed = verdicts.iter().flatten();
        noticed.filter(|verdict| verdict.starts_with(word)).count()
    };
    for word in [
        "compiler",
        "equality",
        "annotations",
        "instances",
        "examples",
        "published",
        "the",
    ] {
        println!("noticed by {word:12}{:>6}", noticed(word));
    }
    let tried: Vec<_> = chosen
        .iter()
        .zip(&verdicts)
        .map(|(mutant, verdict)| (mutant, verdict.as_deref()))
        .collect();
    for (mutant, verdict) in &tried {
        let verdict = verdict.unwrap_or("survives").lines().next();
        println!(
            "{} | {} | {}",
            mutant.kind,
            mutant.place,
            verdict.unwrap_or_default()
        );
    }
    let survivors = tried
        .iter()
        .filter(|(_, verdict)| verdict.is_none())
        .count();
    println!(
        "{survivors} of {} survive, of {count} that there are",
        tried.len()
    );
    let open = reviewed::open(&tried, tried.len() == count);
    assert!(open.is_empty(), "{}", open.join("\n"));
}

/// The mutants to try: the mutants that the environment asks for, or one of each kind, at any place.
fn chosen(all: Vec<Mutant>) -> Vec<Mutant> {
    let wish = std::env::var("CRATIFY_MUTANTS").ok();
    let wish = wish.as_deref().unwrap_or("1/1");
    if wish == "all" {
        return all;
    }
    let step = |number: &str| -> usize {
        let number = number.parse().ok();
        number.expect("CRATIFY_MUTANTS is `all`, a number or a share")
    };
    match wish.strip_prefix("1/") {
        Some(share) => one_of_each_kind(all).step_by(step(share)).collect(),
        None => all.into_iter().step_by(step(wish)).collect(),
    }
}

fn one_of_each_kind(all: Vec<Mutant>) -> impl Iterator<Item = Mutant> {
    let mut kinds: BTreeMap<_, Mutant> = BTreeMap::new();
    for mutant in all {
        // Of copies, one of each crate.
        let owner = is_copy(&mutant).then_some(mutant.owner);
        match kinds.entry((mutant.kind.clone(), owner)) {
            Entry::Vacant(entry) => {
                entry.insert(mutant);
            }
            Entry::Occupied(mut entry) if rank(&mutant) < rank(entry.get()) => {
                entry.insert(mutant);
            }
            Entry::Occupied(_) => {}
        }
    }
    kinds.into_values()
}

/// Spreads the choice over places, and so that another fixture seldom changes it: FNV-1a.
fn rank(mutant: &Mutant) -> u64 {
    let bytes = mutant.kind.bytes().chain(mutant.place.bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Whether a mutant has to survive.
fn is_copy(mutant: &Mutant) -> bool {
    mutant.kind == COPY
}
