//! Lists the last resorts for the name of a branch, where nothing near to it tells it from another one.

use super::candidates::{Candidate, Tier, sorted, types_words};
use crate::lower::Lowerer;
use crate::lower::facts::properties;
use crate::lower::view::View;
use crate::model::Facts;
use cratify_schema::document::is_name;
use cratify_schema::graph::Conjunction;

/// How many members of a branch are examined for what they are called.
const MOST_MEMBERS: usize = 8;

impl<'g> Lowerer<'g, '_> {
    /// The candidates by `format`, JSON types, what members and branches are called, and bounds.
    pub(super) fn distant_candidates(
        &mut self,
        conjunction: &Conjunction,
        facts: &Facts,
    ) -> Vec<Candidate> {
        let view = self.view(conjunction);
        let mut words = Vec::new();
        words.extend(view.format().map(str::to_owned));
        let members = properties(&view);
        let names: Vec<&str> = members.keys().copied().collect();
        for name in sorted(&names, facts).take(MOST_MEMBERS) {
            let parts = self.part_candidates(&members[name], Tier::Own, 1);
            words.extend(parts.iter().map(|part| format!("{name} {}", part.words)));
        }
        if view.has_unions() {
            words.push(types_words(view.types));
            words.push(self.words_of_unions(&view));
        }
        for (keyword, value) in view.schemas().flat_map(|schema| &schema.rules) {
            if value.is_number() {
                words.push(format!("{keyword} {value}"));
            }
        }
        let words = words.into_iter().filter(|words| is_name(words));
        words
            .map(|words| Candidate::new(Tier::Distant, words))
            .collect()
    }

    /// The words for all branches of unions.
    fn words_of_unions(&mut self, view: &View<'g>) -> String {
        let branches = view.unions.iter().flat_map(|union| union.branches);
        let mut words: Vec<String> = Vec::new();
        for branch in branches {
            let parts = self.part_candidates(&Conjunction::whole(*branch), Tier::Own, 1);
            words.extend(parts.into_iter().next().map(|part| part.words));
        }
        words.sort();
        words.join(" or ")
    }
}
