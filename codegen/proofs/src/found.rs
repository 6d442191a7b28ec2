//! Makes values of types, and holds them against their schemas.
//!
//! `cratify-proofs` copies this file into a program.

use std::collections::BTreeSet;

use arbitrary::{Arbitrary, Unstructured};
use serde::de::DeserializeOwned;
use serde::Serialize;
use serde_json::Value;

/// How many values are made of a type.
const SEEDS: u64 = 100;

/// The types whose schemas no value satisfies, by document.
const WITHOUT_VALUES: [(&str, &[&str]); 3] = [
    ("all_of", &["Impossible", "False", "ContradictingNever", "ImpossibleNever"]),
    ("arrays", &["EmptyItem"]),
    ("facts", &["Loop"]),
];

/// The types with decimals that are read from floats and rounded, by document.
const ROUNDED: [(&str, &[&str]); 1] = [("formats", &["Amounts"])];

/// The findings for the types of a document.
pub struct Found {
    document: &'static str,
    types: usize,
    values: usize,
    different: usize,
    failures: Vec<String>,
}

impl Found {
    pub fn of(document: &'static str) -> Self {
        Self { document, types: 0, values: 0, different: 0, failures: Vec::new() }
    }

    /// Makes values of a type.
    pub fn check<T, V>(&mut self, name: &str, schema: &str, validate: fn(&Value) -> Result<(), V>)
    where
        T: for<'a> Arbitrary<'a> + PartialEq + Serialize + DeserializeOwned,
        V: std::fmt::Display,
    {
        self.types += 1;
        let schema: Value = serde_json::from_str(schema).expect("a schema is JSON");
        // Definitions that schemas share are in another document.
        let validator = jsonschema::validator_for(&schema).ok();
        let is_rounded = self.is_in(&ROUNDED, name);
        let mut different = BTreeSet::new();
        let mut made = 0;
        for seed in 0..SEEDS {
            let bytes = bytes(seed);
            let mut unstructured = Unstructured::new(&bytes);
            let Ok(value) = T::arbitrary(&mut unstructured) else {
                continue;
            };
            made += 1;
            let json = serde_json::to_value(&value).expect("a value can be written");
            let mut fail = |what: &str| self.failures.push(format!("{name}: {what}: {json}"));
            if let Err(violations) = validate(&json) {
                fail(&format!("is not valid ({violations})"));
            }
            if validator.as_ref().is_some_and(|validator| !validator.is_valid(&json)) {
                fail("is not valid");
            }
            let comes_back = serde_json::from_value::<T>(json.clone()).ok().as_ref() == Some(&value);
            if !comes_back && !is_rounded {
                fail("does not come back");
            }
            different.insert(json.to_string());
        }
        self.values += made;
        self.different += different.len();
        let expected = if self.is_in(&WITHOUT_VALUES, name) { 0 } else { SEEDS as usize };
        if made != expected {
            self.failures.push(format!("{name}: there are {made} values, not {expected}: {schema}"));
        }
    }

    fn is_in(&self, list: &[(&str, &[&str])], name: &str) -> bool {
        list.iter().any(|(document, names)| *document == self.document && names.contains(&name))
    }

    /// Prints what was found. Whether anything fails.
    pub fn show(&self) -> bool {
        let Self { document, types, values, different, failures } = self;
        for failure in failures.iter().take(5) {
            println!("{document}: {}", failure.chars().take(600).collect::<String>());
        }
        println!("{document}: {types} types; {values} values, {different} different; {} failures", failures.len());
        // Values that are all the same test nothing.
        !failures.is_empty() || different < types
    }
}

/// Bytes that look random: few for some seeds, and the same in each run.
fn bytes(seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let length = [0, 20, 200, 4000][seed as usize % 4];
    let next = |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_be_bytes()[0]
    };
    (0..length).map(next).collect()
}
