//! A scope in which every name is given once.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

/// Somebody who wants a name.
#[derive(Debug, Clone)]
pub(super) struct Claim<'a> {
    /// The spelling of the document: what decides who gives way.
    pub wire_name: &'a str,
    /// The identifier that is wanted.
    pub wanted: String,
    /// The identifier to take where the wanted one is somebody else's.
    pub alternative: Option<String>,
    /// Who comes first; lower is earlier.
    pub rank: u8,
}

impl<'a> Claim<'a> {
    /// Somebody of the first rank who gives way to a number.
    pub(super) fn new(wire_name: &'a str, wanted: String) -> Self {
        Self {
            wire_name,
            wanted,
            alternative: None,
            rank: 0,
        }
    }
}

/// Gives each claim a name of its own among those of its space; `scope` begins one.
pub(super) fn assign_in_spaces<'s>(
    claims: &[Claim<'_>],
    spaces: &[String],
    scope: impl Fn() -> Scope<'s>,
) -> Vec<String> {
    let mut members: IndexMap<&str, Vec<usize>> = IndexMap::new();
    for (index, space) in spaces.iter().enumerate() {
        members.entry(space).or_default().push(index);
    }
    let mut names = vec![String::new(); claims.len()];
    for indices in members.into_values() {
        let here: Vec<Claim<'_>> = indices.iter().map(|index| claims[*index].clone()).collect();
        for (index, name) in indices.into_iter().zip(scope().assign(&here)) {
            names[index] = name;
        }
    }
    names
}

/// The names that are taken.
#[derive(Debug)]
pub(super) struct Scope<'a> {
    reserved: &'a [&'a str],
    /// What is put behind a name that is reserved.
    suffix: &'a str,
    taken: HashSet<String>,
}

impl<'a> Scope<'a> {
    /// A scope in which some names belong to others already.
    pub(super) fn reserving(reserved: &'a [&'a str], suffix: &'a str) -> Self {
        Self {
            reserved,
            suffix,
            taken: reserved.iter().map(|name| (*name).to_owned()).collect(),
        }
    }

    /// Gives each claim a name of its own, in the order of the claims.
    pub(super) fn assign(&mut self, claims: &[Claim<'_>]) -> Vec<String> {
        let mut order: Vec<usize> = (0..claims.len()).collect();
        order.sort_by(|a, b| {
            let (a, b) = (&claims[*a], &claims[*b]);
            let exact = |claim: &Claim<'_>| claim.wire_name != claim.wanted;
            (a.rank, exact(a), a.wire_name).cmp(&(b.rank, exact(b), b.wire_name))
        });
        let mut names = vec![String::new(); claims.len()];
        let mut later = Vec::new();
        for index in order {
            let mut wanted = claims[index].wanted.clone();
            if self.reserved.contains(&wanted.as_str()) {
                wanted.push_str(self.suffix);
            }
            let alternative = claims[index].alternative.as_ref();
            if self.taken.insert(wanted.clone()) {
                names[index] = wanted;
            } else if let Some(other) = alternative.filter(|other| !self.taken.contains(*other)) {
                self.taken.insert(other.clone());
                names[index].clone_from(other);
            } else {
                later.push((index, wanted));
            }
        }
        let mut numbers: HashMap<String, u32> = HashMap::new();
        for (index, wanted) in later {
            let separator = if wanted.ends_with(|last: char| last.is_ascii_digit()) {
                "_"
            } else {
                ""
            };
            // All numbers below are taken: nobody gives a name back.
            let number = numbers.entry(wanted.clone()).or_insert(2);
            names[index] = loop {
                let name = format!("{wanted}{separator}{number}");
                *number += 1;
                if self.taken.insert(name.clone()) {
                    break name;
                }
            };
        }
        names
    }
}
