//! A scope in which every name is given once.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

use crate::ident::{Candidates, normalized};
use crate::model::Requested;

/// The rank of a released name: only requested ones come before it.
pub(super) const RELEASED: u8 = 1;

/// A thing that needs a name.
#[derive(Debug, Clone)]
pub(super) struct Claim<'a> {
    /// The name in the document: it decides the order of the claims.
    pub wire_name: &'a str,
    /// The identifier that is wanted.
    pub wanted: String,
    /// The identifier to take where the wanted one is taken.
    pub alternative: Option<String>,
    /// The wanted identifier with all signs of the spelling read aloud: what is taken after the
    /// alternative. A claim that loses no sign comes before one that does.
    pub spoken: Option<String>,
    /// The wanted identifier in the case of the spelling. A claim that keeps its case comes before one that does not.
    pub cased: Option<String>,
    /// The wanted identifier with the signs between words read aloud as well.
    pub separated: Option<String>,
    /// The order of the claims; lower is earlier.
    pub rank: u8,
}

impl<'a> Claim<'a> {
    /// A claim for a name that no setting requests.
    pub(super) fn new(wire_name: &'a str, rank: u8, candidates: Candidates) -> Self {
        Self {
            wire_name,
            wanted: candidates.plain,
            alternative: None,
            spoken: Some(candidates.spoken),
            cased: Some(candidates.cased),
            separated: Some(candidates.separated),
            rank,
        }
    }

    /// A claim of the first rank for just this name.
    pub(super) fn exactly(wire_name: &'a str, wanted: String) -> Self {
        Self {
            wire_name,
            wanted,
            alternative: None,
            spoken: None,
            cased: None,
            separated: None,
            rank: 0,
        }
    }

    /// A claim for a released name.
    pub(super) fn released(wire_name: &'a str, name: &str, usual: Candidates) -> Self {
        Self {
            alternative: Some(usual.plain),
            rank: RELEASED,
            ..Self::exactly(wire_name, name.to_owned())
        }
    }

    /// A claim of the first rank for a requested name.
    pub(super) fn requested(wire_name: &'a str, name: &Requested) -> Self {
        Self::exactly(wire_name, normalized(&name.text).into_owned())
    }

    /// Whether the wanted identifier leaves a sign out.
    fn loses_sign(&self) -> bool {
        self.spoken
            .as_ref()
            .is_some_and(|spoken| *spoken != self.wanted)
    }

    /// Whether the wanted identifier is in another case than the spelling.
    fn loses_case(&self) -> bool {
        self.cased
            .as_ref()
            .is_some_and(|cased| *cased != self.wanted)
    }

    /// Whether the claim was given another name that says all that the document does.
    pub(super) fn took_other(&self, name: &str) -> bool {
        let mut others = [&self.alternative, &self.spoken].into_iter().flatten();
        self.wanted != name && others.any(|other| other == name)
    }

    /// The identifiers that the claim takes where the wanted one is taken, in this order.
    fn others(&self) -> impl Iterator<Item = &String> {
        let Self {
            alternative,
            spoken,
            cased,
            separated,
            ..
        } = self;
        [alternative, spoken, cased, separated]
            .into_iter()
            .flatten()
    }
}

/// Gives each claim a name of its own in its space; `scope` begins one.
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
    /// The end that a reserved name gets.
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
            let changed = |claim: &Claim<'_>| claim.wire_name != claim.wanted;
            let key = |claim| (changed(claim), claim.loses_sign(), claim.loses_case());
            (a.rank, key(a), a.wire_name).cmp(&(b.rank, key(b), b.wire_name))
        });
        let mut rivals: HashMap<&str, u32> = HashMap::new();
        for claim in claims {
            *rivals.entry(&claim.wanted).or_default() += 1;
        }
        let mut names = vec![String::new(); claims.len()];
        let mut later = Vec::new();
        for index in order {
            let claim = &claims[index];
            let mut wanted = claim.wanted.clone();
            if self.reserved.contains(&wanted.as_str()) {
                wanted.push_str(self.suffix);
            }
            // Of `A+` and `A-`, neither is `A`.
            let is_contested = claim.loses_sign() && rivals[&*claim.wanted] > 1;
            let spoken = claim.spoken.iter().filter(|_| is_contested);
            let mut options = spoken.chain([&wanted]).chain(claim.others());
            match options.find(|name| self.taken.insert((*name).clone())) {
                Some(name) => names[index].clone_from(name),
                None => later.push((index, wanted.clone())),
            }
        }
        let mut numbers: HashMap<String, u32> = HashMap::new();
        for (index, wanted) in later {
            let separator = if wanted.ends_with(|last: char| last.is_ascii_digit()) {
                "_"
            } else {
                ""
            };
            // All numbers below are taken: no name is given back.
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

#[cfg(test)]
mod tests {
    use super::{Claim, Scope};
    use crate::ident::{LONGEST, upper_camel_candidates};

    fn assign(values: &[&str]) -> Vec<String> {
        let claims = values.iter().map(|value| {
            let candidates = upper_camel_candidates(value, LONGEST);
            Claim::new(value, 1, candidates)
        });
        let claims: Vec<Claim<'_>> = claims.collect();
        Scope::reserving(&["Unknown"], "Value").assign(&claims)
    }

    #[test]
    fn signs_tell_names_apart() {
        for (values, names) in [
            (&["+1", "-1", "1"][..], &["Plus1", "Minus1", "N1"][..]),
            (&["A", "A+", "A-"], &["A", "APlus", "AMinus"]),
            (&["A-", "A+"], &["AMinus", "APlus"]),
            (&["created", "-created"], &["Created", "MinusCreated"]),
            (
                &["GMT0", "GMT+0", "GMT-0"],
                &["Gmt0", "GmtPlus0", "GmtMinus0"],
            ),
            (&["<5", ">5"], &["Less5", "Greater5"]),
            // A sign that nothing else needs is left out.
            (&["A+", "C#"], &["A", "C"]),
            (&["UTF-8", "v-1"], &["Utf8", "V1"]),
            // Signs between words are read aloud as a last resort.
            (&["a-b", "a_b", "a b"], &["AMinusB", "AUnderscoreB", "AB"]),
            (&["2013-07", "2013_07"], &["N201307", "N2013Underscore07"]),
            (&["NO", "no"], &["NO", "No"]),
            (&["unknown", "unknown!"], &["UnknownValue", "UnknownBang"]),
        ] {
            assert_eq!(assign(values), names, "{values:?}");
        }
    }

    #[test]
    fn identifiers_differ_after_normalization() {
        let names = assign(&[
            "\u{2126}", "\u{3a9}", "\u{f900}", "\u{8c48}", "\u{212a}", "K", "k",
        ]);
        let normal = [
            "\u{3a9}2",
            "\u{3a9}",
            "\u{8c48}2",
            "\u{8c48}",
            "K3",
            "K",
            "K2",
        ];
        assert_eq!(names, normal);
    }
}
