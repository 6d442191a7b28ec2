//! Decides the words for the branches of a union: the name of a variant, and the end of the name of the type that is
//! made for it.
//!
//! [`candidates`] lists what a branch may be called, by its own content alone. A branch is called by the first candidate
//! that no other branch has. Branches without one compete with candidates that are less near to them, tier by tier, and
//! the others no longer take part. So the order of the branches is of no importance, and a new branch with a name of its
//! own renames no other.

mod candidates;
mod constants;
mod distant;

use std::collections::{HashMap, HashSet};

use super::branches::Branch;
use crate::ident::without_owner;
use crate::lower::Lowerer;
use crate::model::{Facts, TypeId};
use candidates::{Candidate, Tier};
use cratify_schema::graph::Conjunction;
use cratify_schema::keyword::{Effect, effect_of};
use cratify_schema::parse::SchemaId;
use cratify_schema::source::Value;
use cratify_schema::text::fingerprint;

/// The most branches with which a branch is compared if a reference leads to it: each of them may have a reference.
const MOST_COMPARED: usize = 64;

impl Lowerer<'_, '_> {
    /// The words for each branch of a union, given the facts of each and the name of the union.
    pub(super) fn branch_words(
        &mut self,
        branches: &[Branch],
        facts: &[Facts],
        owner: &str,
        own: Option<TypeId>,
    ) -> Vec<Candidate> {
        let mut candidates: Vec<Vec<Candidate>> = Vec::with_capacity(branches.len());
        for (branch, facts) in branches.iter().zip(facts) {
            let found = match self.existing_type(&branch.conjunction, own) {
                Some((id, _)) => self.type_candidates(branch, facts, id),
                None => self.branch_candidates(branch, facts),
            };
            candidates.push(without_owner_in(owner, found));
        }
        let mut chosen = vec![None; branches.len()];
        for tier in [Tier::Own, Tier::Nested, Tier::Optional] {
            settle(&mut chosen, &candidates, tier);
        }
        for (index, branch) in branches.iter().enumerate() {
            let is_settled = chosen[index].is_some();
            if !is_settled && self.existing_type(&branch.conjunction, own).is_none() {
                let more = self.distant_candidates(&branch.conjunction, &facts[index]);
                candidates[index].extend(without_owner_in(owner, more));
            }
        }
        settle(&mut chosen, &candidates, Tier::Distant);
        let rest = chosen.into_iter().zip(&candidates).zip(branches);
        let chosen = rest.map(|((settled, candidates), branch)| {
            settled.unwrap_or_else(|| self.with_fingerprint(&candidates[0], branch))
        });
        chosen.collect()
    }

    /// The words for a branch that a reference leads to: its words beside the branches of its union.
    pub(in crate::lower) fn words_of_target(
        &mut self,
        branches: &[SchemaId],
        target: SchemaId,
    ) -> Option<String> {
        let mut branches = branches;
        if branches.len() > MOST_COMPARED {
            branches = std::slice::from_ref(&target);
        }
        let index = branches.iter().position(|branch| *branch == target)?;
        let branches = branches.iter().map(|branch| Branch {
            conjunction: Conjunction::whole(*branch),
            written: *branch,
            name: self.branch_name(*branch),
            tags: Vec::new(),
            is_default: false,
        });
        let branches: Vec<Branch> = branches.collect();
        let facts = branches
            .iter()
            .map(|branch| self.facts(&branch.conjunction));
        let facts: Vec<Facts> = facts.collect();
        let mut words = self.branch_words(&branches, &facts, "", None);
        Some(words.swap_remove(index).words)
    }

    /// A candidate with the fingerprint of its branch: only constraints or remote parts tell it from another one. The
    /// name of a type is its own.
    fn with_fingerprint(&self, candidate: &Candidate, branch: &Branch) -> Candidate {
        if candidate.is_of_type {
            return candidate.clone();
        }
        let parts = branch.conjunction.parts.iter();
        let parts = parts.map(|part| sorted(self.graph.written(part.id())).to_string());
        let number = fingerprint(&parts.collect::<String>()) >> 48;
        Candidate::new(candidate.tier, format!("{} {number:04x}", candidate.words))
    }
}

/// The value without annotations, with the members of all objects and the elements of all lists in one order.
fn sorted(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let members = members
                .iter()
                .filter(|(name, _)| effect_of(name) != Some(Effect::Documents));
            let mut members: Vec<(String, Value)> = members
                .map(|(name, value)| (name.clone(), sorted(value)))
                .collect();
            members.sort_by(|(one, _), (other, _)| one.cmp(other));
            Value::Object(members.into_iter().collect())
        }
        Value::Array(items) => {
            let mut items: Vec<Value> = items.iter().map(sorted).collect();
            items.sort_by_cached_key(Value::to_string);
            Value::Array(items)
        }
        other => other.clone(),
    }
}

fn without_owner_in(owner: &str, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    for candidate in &mut candidates {
        candidate.words = without_owner(owner, &candidate.words);
    }
    candidates
}

/// Settles the branches that have a candidate of their own, up to a tier: the first one that neither another open
/// branch has nor a settled one is called.
fn settle(chosen: &mut [Option<Candidate>], branches: &[Vec<Candidate>], tier: Tier) {
    let mut bearers: HashMap<String, usize> = HashMap::new();
    for settled in chosen.iter().flatten() {
        bearers.insert(settled.ident(), 1);
    }
    let open: Vec<usize> = (0..chosen.len())
        .filter(|index| chosen[*index].is_none())
        .collect();
    for index in &open {
        let near = branches[*index].iter().filter(|one| one.tier <= tier);
        let idents: HashSet<String> = near.map(Candidate::ident).collect();
        for ident in idents {
            *bearers.entry(ident).or_default() += 1;
        }
    }
    for index in open {
        let mut near = branches[index].iter().filter(|one| one.tier <= tier);
        chosen[index] = near.find(|one| bearers[&one.ident()] == 1).cloned();
    }
}

#[cfg(test)]
mod tests {
    use super::candidates::{Candidate, Tier};
    use super::settle;

    fn chosen(branches: &[&[(Tier, &str)]]) -> Vec<String> {
        let branches = branches.iter().map(|candidates| {
            let candidates = candidates.iter();
            let candidates =
                candidates.map(|(tier, words)| Candidate::new(*tier, (*words).to_owned()));
            candidates.collect()
        });
        let branches: Vec<Vec<Candidate>> = branches.collect();
        let mut chosen = vec![None; branches.len()];
        for tier in [Tier::Own, Tier::Optional, Tier::Distant] {
            settle(&mut chosen, &branches, tier);
        }
        let words = chosen.into_iter().map(|one| one.map(|one| one.words));
        words.map(Option::unwrap_or_default).collect()
    }

    #[test]
    fn the_first_candidate_of_its_own_is_chosen() {
        let amount = [(Tier::Own, "id"), (Tier::Own, "amount")];
        let percent = [(Tier::Own, "id"), (Tier::Own, "percent")];
        let other = [(Tier::Own, "string")];
        assert_eq!(chosen(&[&amount, &other]), ["id", "string"]);
        assert_eq!(chosen(&[&amount, &percent]), ["amount", "percent"]);
        assert_eq!(chosen(&[&percent, &amount]), ["percent", "amount"]);
        let id = [(Tier::Own, "id")];
        assert_eq!(chosen(&[&id, &amount]), ["id", "amount"]);
        // A further name that a settled branch might have renames no other branch.
        let late = [(Tier::Own, "object"), (Tier::Optional, "note")];
        let object = [(Tier::Own, "object")];
        assert_eq!(chosen(&[&late, &object]), ["note", "object"]);
        let new = [(Tier::Own, "new"), (Tier::Optional, "note")];
        assert_eq!(chosen(&[&new, &late, &object]), ["new", "note", "object"]);
        assert_eq!(chosen(&[&object, &object]), ["", ""]);
    }
}
