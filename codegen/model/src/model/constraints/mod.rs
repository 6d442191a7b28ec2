//! Constraints: restrictions of a value that no Rust type expresses.
//!
//! Strict reading enforces constraints; the docs and the derived schema show them. They are typed: how they
//! are spelled as keywords is a matter of whoever writes a schema.

mod keywords;
mod range;
#[cfg(test)]
mod tests;

use indexmap::IndexMap;
use serde_json::Number;

pub use keywords::{Applicator, Bound, Count, ListApplicator, MapApplicator};
pub use range::{IntegerRange, whole};

use cratify_schema::keyword::{TypeSet, stand_together};

use cratify_schema::parse::SchemaId;
use cratify_schema::source::Value;

/// Constraints that all hold for one value, at most one for each keyword. Further ones for the same keyword
/// are in [`Constraint::All`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Constraints(Vec<Constraint>);

/// One constraint.
#[derive(Debug, Clone, PartialEq)]
pub enum Constraint {
    /// A bound of a number.
    Bound(Bound, Number),
    /// `multipleOf`.
    MultipleOf(Number),
    /// How many characters, elements or members there are.
    Count(Count, u64),
    /// `pattern`.
    Pattern(String),
    /// `format`: it documents a value and is not enforced (JSON Schema validation, 7.2.1).
    Format(String),
    /// `uniqueItems`.
    UniqueItems,
    /// `required`, for members that no field stands for.
    Required(Vec<String>),
    /// `dependentRequired`.
    DependentRequired(IndexMap<String, Vec<String>>),
    /// `enum`, for values that no variant stands for.
    Values(Vec<Value>),
    /// `type`, for types that no Rust type stands for.
    Types(TypeSet),
    /// A keyword with one subschema.
    Subschema(Applicator, SchemaId),
    /// A keyword with a list of subschemas.
    Subschemas(ListApplicator, Vec<SchemaId>),
    /// A keyword with a subschema for each name.
    NamedSubschemas(MapApplicator, IndexMap<String, SchemaId>),
    /// The member of this name must be absent: its subschema is `false`.
    Absent(String),
    /// The value is not null, though its type allows that.
    NotNull,
    /// `dependencies` of this schema: a keyword of older dialects that validators still enforce.
    Dependencies(SchemaId),
    /// Sets of constraints that cannot stand beside the others: `allOf`.
    All(Vec<Constraints>),
}

impl Constraints {
    /// Whether there are no constraints.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The constraints, in the order in which they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Constraint> {
        self.0.iter()
    }

    /// The constraint for a keyword.
    pub fn of_keyword(&self, keyword: &str) -> Option<&Constraint> {
        self.0.iter().find(|one| one.keyword() == keyword)
    }

    /// The value of a bound.
    pub fn bound(&self, bound: Bound) -> Option<&Number> {
        self.0.iter().find_map(|one| match one {
            Constraint::Bound(known, number) if *known == bound => Some(number),
            _ => None,
        })
    }

    /// The value of a count.
    pub fn count(&self, count: Count) -> Option<u64> {
        self.0.iter().find_map(|one| match one {
            Constraint::Count(known, number) if *known == count => Some(*number),
            _ => None,
        })
    }

    /// The format.
    pub fn format(&self) -> Option<&str> {
        self.0.iter().find_map(|one| match one {
            Constraint::Format(format) => Some(format.as_str()),
            _ => None,
        })
    }

    /// The subschema of a keyword.
    pub fn subschema(&self, applicator: Applicator) -> Option<SchemaId> {
        self.0.iter().find_map(|one| match one {
            Constraint::Subschema(known, id) if *known == applicator => Some(*id),
            _ => None,
        })
    }

    /// Adds a constraint. If its keyword has another one, that one stays, and the new one goes to
    /// [`Constraint::All`].
    pub fn add(&mut self, new: Constraint) {
        let keyword = new.keyword();
        match self.0.iter_mut().find(|one| one.keyword() == keyword) {
            None => self.0.push(new),
            Some(old) if *old == new => {}
            Some(Constraint::All(sets)) => match new {
                Constraint::All(more) => sets.extend(more),
                other => sets.push(Self(vec![other])),
            },
            Some(_) => self.add(Constraint::All(vec![Self(vec![new])])),
        }
    }

    /// Adds keywords that depend on each other: they stay together, in a set of their own if one of them has
    /// another constraint already, or would mean something else beside one.
    pub fn add_together(&mut self, set: Vec<Constraint>) {
        let is_free = |new: &Constraint| {
            self.0.iter().all(|old| {
                let clashes = old.keyword() == new.keyword() && old != new;
                let is_absent = matches!(old, Constraint::Absent(_));
                !clashes && (is_absent || !stand_together(old.keyword(), new.keyword()))
            })
        };
        if set.iter().all(is_free) {
            for one in set {
                self.add(one);
            }
        } else {
            self.add(Constraint::All(vec![Self(set)]));
        }
    }

    /// Removes the constraint for a count.
    pub fn remove_count(&mut self, count: Count) {
        self.0
            .retain(|one| !matches!(one, Constraint::Count(known, _) if *known == count));
    }

    /// Removes all constraints that `keep` does not accept.
    pub fn retain(&mut self, keep: impl FnMut(&Constraint) -> bool) {
        self.0.retain(keep);
    }

    /// Removes branches of `anyOf` and `oneOf`.
    pub fn retain_branches(&mut self, mut keep: impl FnMut(SchemaId) -> bool) {
        for one in &mut self.0 {
            if let Constraint::Subschemas(ListApplicator::AnyOf | ListApplicator::OneOf, branches) =
                one
            {
                branches.retain(|id| keep(*id));
            }
        }
    }
}

impl Extend<Constraint> for Constraints {
    fn extend<I: IntoIterator<Item = Constraint>>(&mut self, constraints: I) {
        for one in constraints {
            self.add(one);
        }
    }
}

impl FromIterator<Constraint> for Constraints {
    fn from_iter<I: IntoIterator<Item = Constraint>>(constraints: I) -> Self {
        let mut all = Self::default();
        all.extend(constraints);
        all
    }
}

impl IntoIterator for Constraints {
    type Item = Constraint;
    type IntoIter = std::vec::IntoIter<Constraint>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl Constraint {
    /// The keyword that says it.
    pub const fn keyword(&self) -> &'static str {
        match self {
            Self::Bound(bound, _) => bound.keyword(),
            Self::MultipleOf(_) => "multipleOf",
            Self::Count(count, _) => count.keyword(),
            Self::Pattern(_) => "pattern",
            Self::Format(_) => "format",
            Self::UniqueItems => "uniqueItems",
            Self::Required(_) => "required",
            Self::DependentRequired(_) => "dependentRequired",
            Self::Values(_) => "enum",
            Self::Types(_) => "type",
            Self::Subschema(applicator, _) => applicator.keyword(),
            Self::Subschemas(applicator, _) => applicator.keyword(),
            Self::NamedSubschemas(applicator, _) => applicator.keyword(),
            Self::Absent(_) => MapApplicator::Properties.keyword(),
            Self::NotNull => Applicator::Not.keyword(),
            Self::Dependencies(_) => "dependencies",
            Self::All(_) => "allOf",
        }
    }
}
