//! Proves `anyOf` and `oneOf`.

use serde_json::Value;

use super::{Prover, every};
use crate::data::conjunction::Conjunction;
use crate::data::references::only_referred;
use crate::data::types::Types;

impl<'d> Prover<'d> {
    /// Whether all values are of a union.
    pub(super) fn is_within_union(
        &mut self,
        values: &Conjunction<'d>,
        other: &'d Value,
        keyword: &'d str,
        union: &'d Value,
    ) -> bool {
        let branches = union.as_array().map(Vec::as_slice).unwrap_or_default();
        let gaps = self.gaps.len();
        let is_exclusive = keyword == "oneOf";
        if is_exclusive && self.is_same_union(values, branches) {
            self.gaps.truncate(gaps);
            return true;
        }
        for branch in branches {
            let fits = self.is_within(values, branch);
            if fits && (!is_exclusive || self.excludes_others(values, branches, branch)) {
                self.gaps.truncate(gaps);
                return true;
            }
        }
        // No branch holds for all values: each kind of them may have another one.
        if let Some((rest, own)) = values.next_union() {
            self.gaps.truncate(gaps);
            return every(own, |branch| {
                let branch = rest.with(branch);
                branch.is_empty() || self.is_within_one(&branch, other, keyword, union)
            });
        }
        let kinds: Vec<Types> = values.types.each().collect();
        if kinds.len() > 1 {
            self.gaps.truncate(gaps);
            return every(&kinds, |kind| {
                let kind = values.of_types(*kind);
                self.is_within_one(&kind, other, keyword, union)
            });
        }
        if self.gaps.len() == gaps {
            // The failures of the branches are known already.
            return self.gap(values, other);
        }
        false
    }

    fn is_within_one(
        &mut self,
        values: &Conjunction<'d>,
        other: &'d Value,
        keyword: &'d str,
        union: &'d Value,
    ) -> bool {
        match &values.values {
            Some(listed) => {
                let listed = listed.clone();
                let branches = union.as_array().map(Vec::as_slice).unwrap_or_default();
                let mut fits = listed.iter().map(|value| {
                    let accepting = branches.iter().map(|branch| self.accepts(branch, value, 0));
                    let accepting: Option<Vec<bool>> = accepting.collect();
                    let count = accepting?.into_iter().filter(|accepts| *accepts).count();
                    Some(count == 1 || count > 1 && keyword == "anyOf")
                });
                fits.all(|fits| fits == Some(true)) || self.gap(values, other)
            }
            None => self.is_within_union(values, other, keyword, union),
        }
    }

    /// Whether none of the values is of another branch.
    fn excludes_others(
        &mut self,
        values: &Conjunction<'d>,
        branches: &'d [Value],
        own: &'d Value,
    ) -> bool {
        let mut others = branches.iter().filter(|branch| !std::ptr::eq(*branch, own));
        others.all(|branch| self.is_disjoint(values, branch, 0))
    }

    /// Whether a `oneOf` of the values has the same branches, so that a value which is of one of them is of one here.
    fn is_same_union(&mut self, values: &Conjunction<'d>, branches: &'d [Value]) -> bool {
        let unions = values
            .parts
            .iter()
            .filter_map(|part| part.get("oneOf")?.as_array());
        let unions: Vec<&'d Vec<Value>> = unions.collect();
        unions.into_iter().any(|own| {
            own.iter().enumerate().all(|(index, one)| {
                let part = values.with(one);
                part.is_empty()
                    || branches.iter().any(|fitting| {
                        let mut rest = branches.iter();
                        self.is_within(&part, fitting)
                            && rest.all(|other| {
                                std::ptr::eq(other, fitting)
                                    || self.is_another_of(own, index, other)
                                    || self.is_disjoint(&part, other, 0)
                                    || self.is_of_another(&part, own, index, other)
                            })
                    })
            })
        })
    }

    /// Whether a value of one branch that a new branch accepts would be of another old branch as well, as all values without
    /// their tag may be. The old `oneOf` refuses it then.
    fn is_of_another(
        &mut self,
        part: &Conjunction<'d>,
        own: &'d [Value],
        index: usize,
        new: &'d Value,
    ) -> bool {
        let others = self.others;
        let resolved = |branch: &'d Value| match only_referred(branch) {
            Some(name) => others.get(name),
            None => Some(branch),
        };
        let Some(new) = resolved(new).filter(|new| !super::refers(new)) else {
            return false;
        };
        let both = part.with(new);
        own.iter().enumerate().any(|(other, branch)| {
            let is_same = match only_referred(branch) {
                Some(name) => self.known.unchanged.contains(name),
                None => !super::refers(branch),
            };
            let branch = resolved(branch).filter(|_| is_same && other != index);
            branch.is_some_and(|branch| self.is_within(&both, branch))
        })
    }

    /// Whether a branch is the same as another one of these.
    fn is_another_of(&self, own: &[Value], index: usize, branch: &Value) -> bool {
        let mut others = own.iter().enumerate().filter(|(other, _)| *other != index);
        others.any(|(_, other)| match only_referred(other) {
            Some(name) => {
                only_referred(branch) == Some(name) && self.known.unchanged.contains(name)
            }
            None => other == branch && !super::refers(branch),
        })
    }
}
