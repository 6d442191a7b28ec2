//! Proves that two schemas have no value in common.

use serde_json::Value;

use super::Prover;
use crate::data::conjunction::Conjunction;
use crate::data::types::Types;

/// How deep values are compared.
const DEEPEST: u8 = 4;

impl<'d> Prover<'d> {
    /// Whether it is certain that the other schema accepts none of the values.
    pub(super) fn is_disjoint(
        &mut self,
        values: &Conjunction<'d>,
        other: &'d Value,
        depth: u8,
    ) -> bool {
        let other = Conjunction::new(self.others, [other]);
        self.are_disjoint(values, &other, depth)
    }

    fn are_disjoint(&mut self, one: &Conjunction<'d>, other: &Conjunction<'d>, depth: u8) -> bool {
        let types = one.types.and(other.types);
        if types.is_none() {
            return true;
        }
        if depth > DEEPEST || self.fuel == 0 {
            return false;
        }
        self.fuel -= 1;
        if let (Some(ones), Some(others)) = (&one.values, &other.values) {
            return !ones.iter().any(|value| others.contains(value));
        }
        if let Some((rest, branches)) = one.next_union() {
            return branches
                .iter()
                .all(|branch| self.are_disjoint(&rest.with(branch), other, depth + 1));
        }
        if let Some((rest, branches)) = other.next_union() {
            return branches
                .iter()
                .all(|branch| self.are_disjoint(one, &rest.with(branch), depth + 1));
        }
        if types != Types::OBJECT {
            return false;
        }
        // A member that is there in both has no value that fits both.
        let mut names: Vec<&str> = one.required().into_iter().chain(other.required()).collect();
        names.sort_unstable();
        names.dedup();
        names.into_iter().any(|name| {
            let (own, others) = (one.member(Some(name)), other.member(Some(name)));
            self.are_disjoint(&own, &others, depth + 1)
        })
    }
}
