//! Lists the possible names of a branch, the best first. Only the content of the branch counts.
//!
//! 1. its title, if it has no type with a name,
//! 2. its tag, and the constants of its members,
//! 3. the name of its type, if the document names that,
//! 4. its required members: objects and arrays first, each group in the order of the alphabet,
//! 5. without any of these, the JSON type; for an array or a map, with what its elements are called,
//! 6. constants of members of its required members,
//! 7. its optional members,
//! 8. `format`, what its members are called, bounds.
//!
//! The order of members and of listed values does not count, and an optional member that is added counts only where
//! nothing else tells branches apart.

use super::constants::{Members, is_word};
use crate::ident::{snake_case, upper_camel_case};
use crate::lower::Lowerer;
use crate::lower::union::branches::Branch;
use crate::lower::view::View;
use crate::model::{Facts, Origin, TypeDef, TypeId};
use cratify_schema::document::is_name;
use cratify_schema::graph::{Conjunction, Part};
use cratify_schema::keyword::{JsonType, TypeSet};
use cratify_schema::parse::SchemaId;
use cratify_schema::source::Value;

/// How deep elements of elements are examined.
const DEEPEST: usize = 3;

/// How near to the branch a candidate is: a candidate competes with the candidates of its tier and of the tiers before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::lower::union) enum Tier {
    /// The branch states it, and an additive edit of the branch leaves it as it is.
    Own,
    /// A required member of the branch states it.
    Nested,
    /// An optional member: others may be added.
    Optional,
    /// The words that tell branches apart which are alike in all of that.
    Distant,
}

/// The names that a branch may have.
#[derive(Debug, Clone)]
pub(in crate::lower::union) struct Candidate {
    pub words: String,
    pub tier: Tier,
    /// Whether it is the name of the branch's type, which is decided elsewhere.
    pub is_of_type: bool,
}

impl Candidate {
    pub(super) fn new(tier: Tier, words: String) -> Self {
        // Among the words of a longer name, signs alone would be lost.
        let words = if words.chars().any(char::is_alphanumeric) {
            words
        } else {
            snake_case(&words)
        };
        Self {
            words,
            tier,
            is_of_type: false,
        }
    }

    /// Its identifier in Rust: candidates with the same identifier are the same.
    pub(super) fn ident(&self) -> String {
        upper_camel_case(&self.words)
    }

    /// The name of a type.
    pub(super) fn of_type(def: &TypeDef) -> Self {
        Self {
            is_of_type: true,
            ..Self::new(Tier::Own, def.name_of_branch().to_owned())
        }
    }
}

impl<'g> Lowerer<'g, '_> {
    /// The candidates for a branch that is not a named type.
    pub(super) fn branch_candidates(&mut self, branch: &Branch, facts: &Facts) -> Vec<Candidate> {
        let mut words: Vec<String> = Vec::new();
        words.extend(branch.name.clone().filter(|name| is_name(name)));
        words.extend(tag(branch));
        let own = words
            .into_iter()
            .map(|words| Candidate::new(Tier::Own, words));
        let mut candidates: Vec<Candidate> = own.collect();
        let kind = if candidates.is_empty() {
            Tier::Own
        } else {
            Tier::Distant
        };
        let content = self.content(&branch.conjunction, facts, kind, DEEPEST);
        candidates.extend(content);
        candidates
    }

    /// The candidates for a branch that is a type with a name: its tag, the constants of its required members, its name.
    pub(super) fn type_candidates(
        &mut self,
        branch: &Branch,
        facts: &Facts,
        id: TypeId,
    ) -> Vec<Candidate> {
        let view = self.view(&branch.conjunction);
        let mut words: Vec<String> = tag(branch).into_iter().collect();
        let constants = self.constant_words(&view, facts, Members::Required);
        let constants = constants.into_iter().filter(|constant| constant.is_word);
        words.extend(constants.map(|constant| constant.words));
        let words = words.into_iter();
        let mut candidates: Vec<Candidate> = words
            .map(|words| Candidate::new(Tier::Own, words))
            .collect();
        candidates.push(Candidate::of_type(&self.model[id]));
        candidates
    }

    /// The candidates by what the schemas say, never empty. `kind` is the tier of a word for a kind of type: many
    /// branches are of one kind.
    fn content(
        &mut self,
        conjunction: &Conjunction,
        facts: &Facts,
        kind: Tier,
        depth: usize,
    ) -> Vec<Candidate> {
        let view = self.view(conjunction);
        if view.values.is_some() {
            return self.of_values(&view, kind);
        }
        if view.has_unions() && !self.is_object_with_requirements(&view) {
            // The types and the names of its branches change with another branch.
            return vec![Candidate::new(kind, "union".to_owned())];
        }
        match view.types.single() {
            Some(JsonType::Object) if view.has_members() => {
                self.of_members(conjunction, &view, facts, kind)
            }
            Some(JsonType::Object) => {
                let value = view.schemas().find_map(|schema| schema.object.additional);
                let value = value.filter(|id| self.graph.schemas[*id].boolean.is_none());
                match value {
                    Some(value) => self.of_elements(&Conjunction::whole(value), "map", kind, depth),
                    None => vec![Candidate::new(kind, "object".to_owned())],
                }
            }
            Some(JsonType::Array) if view.schemas().any(|one| !one.array.prefix.is_empty()) => {
                vec![Candidate::new(kind, "tuple".to_owned())]
            }
            Some(JsonType::Array) => match view.schemas().find_map(|schema| schema.array.items) {
                Some(items) => self.of_elements(&Conjunction::whole(items), "list", kind, depth),
                None => vec![Candidate::new(kind, "value list".to_owned())],
            },
            _ => vec![Candidate::new(kind, types_words(view.types))],
        }
    }

    /// The candidates for listed values: the only one, or that they are listed.
    fn of_values(&mut self, view: &View<'g>, kind: Tier) -> Vec<Candidate> {
        let types = types_words(view.types);
        let mut values = view
            .values
            .iter()
            .flatten()
            .filter(|value| !value.is_null());
        let first = match (values.next(), values.next()) {
            (Some(value), None) => {
                let words = self.words_of_value(view, value);
                let words = words.unwrap_or_else(|| match value {
                    Value::Bool(value) => value.to_string(),
                    other => format!("{types} {other}"),
                });
                Candidate::new(Tier::Own, words)
            }
            _ => Candidate::new(kind, "enum".to_owned()),
        };
        let by_types = format!("{types} enum");
        vec![first, Candidate::new(Tier::Distant, by_types)]
    }

    /// The candidates for elements of a list or a map, each with the word for that.
    fn of_elements(
        &mut self,
        elements: &Conjunction,
        of: &str,
        kind: Tier,
        depth: usize,
    ) -> Vec<Candidate> {
        let mut candidates = match depth.checked_sub(1) {
            Some(depth) => self.part_candidates(elements, kind, depth),
            None => vec![Candidate::new(kind, "value".to_owned())],
        };
        for candidate in &mut candidates {
            candidate.words = format!("{} {of}", candidate.words);
        }
        candidates
    }

    /// The candidates for a part of a branch, never empty.
    pub(super) fn part_candidates(
        &mut self,
        part: &Conjunction,
        kind: Tier,
        depth: usize,
    ) -> Vec<Candidate> {
        if let Some((id, _)) = self.existing_type(part, None) {
            return vec![Candidate::of_type(&self.model[id])];
        }
        let facts = self.facts(part);
        self.content(part, &facts, kind, depth)
    }

    /// The candidates for an object, by its members.
    fn of_members(
        &mut self,
        conjunction: &Conjunction,
        view: &View<'g>,
        facts: &Facts,
        kind: Tier,
    ) -> Vec<Candidate> {
        let mut constants = self.constant_words(view, facts, Members::Required);
        constants.extend(self.constant_words(view, facts, Members::Optional));
        let constants = constants.into_iter().map(|constant| constant.words);
        let mut own: Vec<String> = constants.collect();
        own.extend(self.names_of_parts(conjunction, view));
        let required: Vec<&str> = facts.required.iter().map(String::as_str).collect();
        own.extend(sorted(&required, facts).map(str::to_owned));
        let own = own
            .into_iter()
            .map(|words| Candidate::new(Tier::Own, words));
        let mut candidates: Vec<Candidate> = own.collect();
        if candidates.is_empty() {
            candidates.push(Candidate::new(kind, "object".to_owned()));
        }
        for (path, values) in self.nested_constants(conjunction) {
            if let ([.., member], [value]) = (&path[..], &values[..]) {
                let words = match value {
                    Value::String(text) => text.clone(),
                    other => format!("{member} {other}"),
                };
                candidates.push(Candidate::new(Tier::Nested, words));
            }
        }
        let known = facts.known.iter().map(|(name, _)| name.as_str());
        let optional: Vec<&str> = known.filter(|name| !required.contains(name)).collect();
        let optional = sorted(&optional, facts).map(str::to_owned);
        candidates.extend(optional.map(|words| Candidate::new(Tier::Optional, words)));
        candidates
    }

    /// The names of the types that the schemas of an object extend.
    fn names_of_parts(&self, conjunction: &Conjunction, view: &View<'g>) -> Vec<String> {
        // The schema around the union is not part of a branch by its name.
        let is_part = |id: &&SchemaId| !conjunction.parts.contains(&Part::Own(**id));
        let leaves = view.leaves.iter().filter(is_part);
        let types = leaves.filter_map(|id| self.named.get(&Conjunction::whole(*id)));
        let types = types.map(|id| &self.model[*id]);
        let named = types.filter(|def| def.origin == Origin::Named);
        named.map(|def| def.name_of_branch().to_owned()).collect()
    }
}

/// The tag that a discriminator gives a branch, if it is the only one and a word.
fn tag(branch: &Branch) -> Option<String> {
    match &branch.tags[..] {
        [tag] if is_word(tag) => Some(tag.clone()),
        _ => None,
    }
}

/// The members of an object: members with parts of their own first, each group in the order of the alphabet.
pub(super) fn sorted<'n>(
    names: &[&'n str],
    facts: &Facts,
) -> impl Iterator<Item = &'n str> + use<'n> {
    let rank = |name: &str| {
        let known = facts.known.iter().find(|(known, _)| known == name);
        match known.and_then(|(_, types)| types.without(JsonType::Null).single()) {
            Some(JsonType::Object) => 0,
            Some(JsonType::Array) => 1,
            _ => 2,
        }
    };
    let mut names = names.to_vec();
    names.sort_by_key(|name| (rank(name), *name));
    names.into_iter()
}

/// The words for JSON types.
pub(super) fn types_words(types: TypeSet) -> String {
    let types = types.without(JsonType::Null);
    if types == TypeSet::NOT_NULL {
        return "value".to_owned();
    }
    let words = types.iter().map(|ty| match ty {
        JsonType::Boolean => "bool",
        JsonType::Array => "list",
        other => other.as_str(),
    });
    words.collect::<Vec<_>>().join(" or ")
}
