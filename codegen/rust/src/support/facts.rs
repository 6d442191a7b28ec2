//! Turns the facts of a branch and a value into the answer whether the value can be of the branch, before the branch is
//! decoded.

use super::content::{Content, Text};

/// A JSON type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Null,
    Boolean,
    Integer,
    Number,
    String,
    Array,
    Object,
}

impl Kind {
    fn holds(self, value: &Content<'_>) -> bool {
        match (self, value) {
            (Self::Null, Content::Null)
            | (Self::Boolean, Content::Boolean(_))
            | (Self::Number, Content::Number(_))
            | (Self::String, Content::String(_))
            | (Self::Array, Content::Array(_))
            | (Self::Object, Content::Object(_)) => true,
            (Self::Integer, Content::Number(number)) => {
                number.as_f64().is_some_and(|number| number.fract() == 0.0)
            }
            _ => false,
        }
    }
}

/// A constant of a member.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Scalar {
    Text(&'static str),
    Whole(i64),
    Bool(bool),
}

impl Scalar {
    #[allow(
        clippy::cast_possible_truncation,
        reason = "an `f64` beyond 128 bits is no `i64`"
    )]
    fn equals(self, value: &Content<'_>) -> bool {
        match (self, value) {
            (Self::Text(text), Content::String(value)) => value.0 == text,
            (Self::Whole(number), Content::Number(value)) => {
                let is_same =
                    |float: f64| float.fract() == 0.0 && float as i128 == i128::from(number);
                match value.as_i64() {
                    Some(value) => value == number,
                    // Two integers beyond 2^53 can be the same `f64`.
                    None => value.is_f64() && value.as_f64().is_some_and(is_same),
                }
            }
            (Self::Bool(boolean), Content::Boolean(value)) => *value == boolean,
            _ => false,
        }
    }
}

/// How well a value agrees with facts: whether known members have the right types, how many constants
/// agree, how many members are known.
pub(super) type Agreement = (bool, usize, usize);

/// The facts that tell a branch apart without decoding it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Facts {
    /// The tags of the branch.
    pub(crate) tags: &'static [&'static str],
    /// The JSON types of its values.
    pub(crate) types: &'static [Kind],
    /// The required members.
    pub(crate) required: &'static [&'static str],
    /// The members that the branch describes, with the JSON types of their values, if these are limited.
    pub(crate) known: &'static [(&'static str, &'static [Kind])],
    /// The members with constants, and their values.
    pub(crate) fixed: &'static [(&'static str, &'static [Scalar])],
    /// Members of members with constants: the names that lead to each, and its values.
    pub(crate) nested: &'static [(&'static [&'static str], &'static [Scalar])],
    /// The strings that it lists, if it lists any.
    pub(crate) strings: &'static [&'static str],
    /// The JSON types of its elements.
    pub(crate) elements: &'static [Kind],
}

impl Facts {
    /// No facts.
    pub(crate) const NONE: Self = Self {
        tags: &[],
        types: &[],
        required: &[],
        known: &[],
        fixed: &[],
        nested: &[],
        strings: &[],
        elements: &[],
    };

    /// Whether a value can be of the branch.
    pub(super) fn allow(&self, value: &Content<'_>, members: &Members<'_, '_>) -> bool {
        if !self.types.iter().any(|kind| kind.holds(value)) {
            return false;
        }
        match value {
            Content::Object(_) => {
                let has = |name: &&str| members.get(name).is_some();
                self.required.iter().all(has) && self.fixed_agree(members)
            }
            Content::Array(elements) => match elements.first() {
                Some(first) => {
                    self.elements.is_empty() || self.elements.iter().any(|kind| kind.holds(first))
                }
                None => true,
            },
            _ => true,
        }
    }

    /// Whether an object can be of the branch with new values of its enums, which list more than one: those in the members
    /// that `is_own` allows.
    pub(super) fn allow_new(
        &self,
        value: &Content<'_>,
        members: &Members<'_, '_>,
        is_own: impl Fn(&str) -> bool,
    ) -> bool {
        let open = self
            .fixed
            .iter()
            .filter(|(name, values)| values.len() > 1 && is_own(name));
        let open: Vec<&str> = open.map(|(name, _)| *name).collect();
        if open.is_empty() || !matches!(value, Content::Object(_)) {
            return false;
        }
        let fixed = self.fixed.iter();
        let mut fixed = fixed.filter(|(name, _)| !open.contains(name));
        self.types.contains(&Kind::Object)
            && self.required.iter().all(|name| members.get(name).is_some())
            && fixed.all(|(name, values)| agrees(values, members.get(name)))
            && self.nested_agree(members)
            && self.agreement(value, members).0
    }

    /// Whether a member has constants.
    pub(super) fn fixes(&self, name: &str) -> bool {
        let mut fixed = self.fixed.iter();
        let mut nested = self.nested.iter();
        fixed.any(|(known, _)| *known == name)
            || nested.any(|(path, _)| path.first() == Some(&name))
    }

    fn fixed_agree(&self, members: &Members<'_, '_>) -> bool {
        let mut fixed = self.fixed.iter();
        fixed.all(|(name, values)| agrees(values, members.get(name))) && self.nested_agree(members)
    }

    fn nested_agree(&self, members: &Members<'_, '_>) -> bool {
        let mut nested = self.nested.iter();
        nested.all(|(path, values)| agrees(values, members.at(path)))
    }

    /// How well a possible value agrees with the facts; larger is better.
    pub(super) fn agreement(&self, value: &Content<'_>, members: &Members<'_, '_>) -> Agreement {
        match value {
            Content::Object(_) => {
                let fixed = self.fixed.iter().map(|(name, _)| members.get(name));
                let nested = self.nested.iter().map(|(path, _)| members.at(path));
                let fixed = fixed.chain(nested).flatten().count();
                let mut right = true;
                let mut known = 0;
                for (name, kinds) in self.known {
                    if let Some(value) = members.get(name) {
                        known += 1;
                        right &= kinds.is_empty() || kinds.iter().any(|kind| kind.holds(value));
                    }
                }
                (right, fixed, known)
            }
            // A newer server may send a string that is not listed.
            Content::String(text) => (true, usize::from(self.strings.contains(&&*text.0)), 0),
            _ => (true, 0, 0),
        }
    }
}

/// Whether a member is absent or has one of these values.
fn agrees(values: &[Scalar], value: Option<&Content<'_>>) -> bool {
    value.is_none_or(|value| values.iter().any(|scalar| scalar.equals(value)))
}

/// The members of an object.
pub(super) enum Members<'c, 'de> {
    /// Few: a scan is fastest.
    Few(&'c [(Text<'de>, Content<'de>)]),
    /// Many: sorted by name.
    Many(Vec<(&'c str, &'c Content<'de>)>),
}

impl<'c, 'de> Members<'c, 'de> {
    /// The members of a value; none if it is not an object.
    pub(super) fn of(value: &'c Content<'de>) -> Self {
        const FEW: usize = 8;
        match value {
            Content::Object(members) if members.len() <= FEW => Self::Few(members),
            Content::Object(members) => {
                let mut members: Vec<_> = members
                    .iter()
                    .map(|(name, value)| (&*name.0, value))
                    .collect();
                members.sort_by_key(|(name, _)| *name);
                Self::Many(members)
            }
            _ => Self::Few(&[]),
        }
    }

    pub(super) fn get(&self, name: &str) -> Option<&'c Content<'de>> {
        match self {
            Self::Few(members) => members
                .iter()
                .find(|(known, _)| known.0 == name)
                .map(|(_, value)| value),
            Self::Many(members) => {
                let index = members
                    .binary_search_by_key(&name, |(known, _)| known)
                    .ok()?;
                Some(members[index].1)
            }
        }
    }

    /// The member of members that a path of names leads to.
    fn at(&self, path: &[&str]) -> Option<&'c Content<'de>> {
        let (first, rest) = path.split_first()?;
        rest.iter()
            .try_fold(self.get(first)?, |value, name| match value {
                Content::Object(members) => Members::Few(members).get(name),
                _ => None,
            })
    }
}
