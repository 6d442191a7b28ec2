//! Lists the possible branches of the unions of a view, with their tags. Several unions are combined: a
//! branch for each choice of one branch of each.

use crate::lower::Lowerer;
use crate::lower::tags::{Candidates, tags_of_branches};
use crate::lower::view::{Branches, View};
use crate::model::Null;
use cratify_schema::graph::{Conjunction, Part};
use cratify_schema::keyword::TypeSet;
use cratify_schema::parse::SchemaId;

/// How many combinations of branches there may be; with more, the value is kept as JSON.
const MOST_COMBINATIONS: usize = 24;

/// A branch, before it becomes a variant.
pub(in crate::lower) struct Branch {
    pub conjunction: Conjunction,
    /// The subschema of `anyOf` or `oneOf`.
    pub written: SchemaId,
    pub name: Option<String>,
    pub tags: Vec<String>,
    /// Whether `defaultMapping` names it.
    pub is_default: bool,
}

impl<'g> Lowerer<'g, '_> {
    /// The sibling keywords of the unions that shape the value as well.
    pub(in crate::lower) fn base(&self, view: &View<'g>) -> Vec<Part> {
        let shapes = |id: &&SchemaId| {
            let schema = &self.graph.schemas[**id];
            schema.has_object_keywords() || schema.has_array_keywords()
        };
        view.leaves
            .iter()
            .filter(shapes)
            .map(|id| Part::Own(*id))
            .collect()
    }

    /// The branches that are possible; `None` if there are too many.
    pub(in crate::lower) fn branches(
        &mut self,
        view: &View<'g>,
        base: &[Part],
    ) -> Option<Vec<Branch>> {
        let mut combinations: Vec<Vec<(SchemaId, Branches<'g>)>> = vec![Vec::new()];
        for union in &view.unions {
            for branch in union.branches {
                if self.possible_types.null(*branch) == Null::Only {
                    // Null makes an `Option` of the other branches.
                    self.usage_log
                        .shape_all(&[*branch], &["type", "enum", "const"]);
                }
            }
            let possible: Vec<SchemaId> = union
                .branches
                .iter()
                .copied()
                .filter(|branch| {
                    !self
                        .possible_types
                        .of(*branch)
                        .intersect(view.types)
                        .is_empty()
                })
                .collect();
            if combinations.len() > 1 && combinations.len() * possible.len() > MOST_COMBINATIONS {
                return None;
            }
            combinations = combinations
                .iter()
                .flat_map(|chosen| {
                    possible.iter().map(|branch| {
                        let mut chosen = chosen.clone();
                        chosen.push((*branch, *union));
                        chosen
                    })
                })
                .collect();
        }
        let mut branches = Vec::with_capacity(combinations.len());
        for chosen in combinations {
            let Some((last, rest)) = chosen.split_last() else {
                continue;
            };
            let mut conjunction = branch_of(base, last.0, view.types);
            let others = rest.iter().map(|(branch, _)| Part::Whole(*branch));
            conjunction.parts.extend(others);
            let conjunction = self.normalize(&conjunction);
            let possible = conjunction.parts.iter().fold(view.types, |types, part| {
                types.intersect(self.possible_types.of(part.id()))
            });
            if possible.is_empty() {
                continue;
            }
            branches.push(Branch {
                conjunction,
                written: last.0,
                name: self.branch_name(last.0),
                tags: Vec::new(),
                is_default: self.is_default(last.1.owner, last.0),
            });
        }
        self.add_tags(view, &mut branches);
        Some(branches)
    }

    /// Gives the branches the tags by which a discriminator selects them.
    fn add_tags(&mut self, view: &View<'g>, branches: &mut [Branch]) {
        let Some(owner) = view.unions.last().map(|union| union.owner) else {
            return;
        };
        let Some(discriminator) = &self.graph.schemas[owner].discriminator else {
            return;
        };
        let candidates = branches.iter().map(|branch| {
            self.candidates_of_branch(discriminator, branch.written, &branch.conjunction)
        });
        let candidates: Vec<Vec<Candidates>> = candidates.collect();
        for (branch, tags) in branches.iter_mut().zip(tags_of_branches(&candidates)) {
            branch.tags = tags;
        }
    }

    /// The document's name for a branch: the `title` of an inline schema.
    pub(super) fn branch_name(&self, branch: SchemaId) -> Option<String> {
        let schema = &self.graph.schemas[branch];
        let title = schema.annotations.title.clone();
        title.filter(|_| schema.references.is_empty())
    }

    /// Whether `defaultMapping` names a branch.
    fn is_default(&self, owner: SchemaId, branch: SchemaId) -> bool {
        let discriminator = self.graph.schemas[owner].discriminator.as_ref();
        let default = discriminator.and_then(|one| Some(one.default.as_ref()?.target));
        default.is_some() && self.graph.schemas[branch].targets().next() == default
    }
}

/// The conjunction of a branch and the sibling keywords of its union.
fn branch_of(base: &[Part], branch: SchemaId, mask: TypeSet) -> Conjunction {
    let mut parts = base.to_vec();
    parts.push(Part::Whole(branch));
    Conjunction { parts, mask }
}
