//! Reports branches of `oneOf` of which every value satisfies another branch as well, so that no value satisfies them alone.

use super::branches::Branch;
use crate::lower::Lowerer;
use crate::lower::view::View;
use cratify_schema::diagnostic::{Code, Diagnostic, list};
use cratify_schema::keyword::{JsonType, TypeSet};

impl<'g> Lowerer<'g, '_> {
    /// The diagnostic for a `oneOf` with branches that other branches cover.
    pub(super) fn covered(&mut self, view: &View<'g>, branches: &[Branch]) -> Option<Diagnostic> {
        let [union] = view.unions[..] else {
            return None;
        };
        if !union.exclusive || branches.len() < 2 {
            return None;
        }
        let views: Vec<View<'g>> = branches
            .iter()
            .map(|branch| self.view(&branch.conjunction))
            .collect();
        // A branch that accepts every value of some types covers all branches of these types.
        let all: Vec<Option<TypeSet>> = views.iter().map(View::accepts_all_of).collect();
        let written = |index: usize| self.graph.written(branches[index].written);
        let cover = |index: usize| {
            let types = views[index].types;
            let others = all.iter().enumerate().filter(|(other, _)| *other != index);
            let mut covering = others.filter(|(other, all)| {
                written(*other) == written(index)
                    || all.is_some_and(|all| all.intersect(types) == types)
            });
            covering.next().map(|(other, _)| other)
        };
        let covered: Vec<(usize, usize)> = (0..branches.len())
            .filter_map(|index| Some((index, cover(index)?)))
            .collect();
        let &(index, by) = covered.first()?;
        let at = |index: usize| &self.graph.schemas[branches[index].written].at;
        let names: Vec<&str> = views[index].types.iter().map(JsonType::as_str).collect();
        let types = list(&names);
        Some(if covered.len() == branches.len() {
            let owner = &self.graph.schemas[union.owner].at;
            Diagnostic::warning(
                Code::Contradiction,
                owner.join("oneOf").key(),
                "no value satisfies just one branch of this `oneOf`",
            )
            .label("`oneOf` asks for one branch and no more")
            .also(at(index).value(), format!("this describes {types}"))
            .also(at(by).value(), "this accepts all of these values as well")
            .help("write `anyOf`, which asks for one branch or more, or tell the branches apart")
        } else {
            Diagnostic::warning(
                Code::Contradiction,
                at(index).value(),
                "no value satisfies this branch of `oneOf` alone",
            )
            .label(format!("this describes {types}"))
            .also(at(by).value(), "this accepts all of these values as well")
            .help("write `anyOf` in place of `oneOf`, or remove the branch")
        })
    }
}

impl View<'_> {
    /// The JSON types of which every value is accepted; `None` if there are other conditions.
    fn accepts_all_of(&self) -> Option<TypeSet> {
        let has_conditions = self.values.is_some()
            || self.has_unions()
            || !self.constraints().is_empty()
            || self
                .schemas()
                .any(|schema| schema.has_object_keywords() || schema.has_array_keywords());
        (!has_conditions).then_some(self.types)
    }
}
