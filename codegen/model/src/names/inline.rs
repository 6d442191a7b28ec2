//! Names inline schemas, in words: the name of the schema around them and the steps from there.

use std::fmt;

use crate::ident::{shortened_words, snake_case};
use cratify_schema::keyword::JsonType;

/// A step from a schema to one in it.
#[derive(Debug, Clone, Copy)]
pub enum Step<'a> {
    /// To what the document names: a member, a branch with a title or a tag.
    Named(&'a str),
    /// To the values of a map, or to the values that are not null.
    Value,
    /// To the elements of a list.
    Item,
    /// To an element of a tuple, counted from 0.
    ItemAt(usize),
    /// To a part of `allOf`, counted from 0.
    Part(usize),
    /// To an argument of a generic extern type, counted from 0.
    Parameter(usize),
    /// To a base's own members.
    Base,
    /// To the values of one JSON type.
    Type(JsonType),
}

impl<'a> Step<'a> {
    /// The step of a token of a JSON Pointer, behind that of `keyword`.
    pub fn of_token(keyword: &str, token: &'a str) -> Self {
        let index = || token.parse().unwrap_or_default();
        match (keyword, token) {
            ("properties" | "patternProperties" | "$defs" | "definitions", _) => Self::Named(token),
            ("allOf", _) => Self::Part(index()),
            ("prefixItems", _) => Self::ItemAt(index()),
            (_, "items") => Self::Item,
            (_, "additionalProperties") => Self::Value,
            _ => Self::Named(token),
        }
    }
}

impl fmt::Display for Step<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A document may have any number in a pointer.
        let from_one = |index: &usize| index.saturating_add(1);
        match self {
            Self::Named(name) => f.write_str(name),
            Self::Value => f.write_str("value"),
            Self::Item => f.write_str("item"),
            Self::ItemAt(index) => write!(f, "item {}", from_one(index)),
            Self::Part(index) => write!(f, "part {}", from_one(index)),
            Self::Parameter(index) => write!(f, "parameter {}", from_one(index)),
            Self::Base => f.write_str("base"),
            Self::Type(ty) => f.write_str(ty.as_str()),
        }
    }
}

/// The name of an inline schema in `owner`. Names of schemas in schemas add up, so that the words as well
/// have a limit; [`ident`](crate::ident) has that of identifiers.
pub fn join(owner: &str, step: Step<'_>) -> String {
    shortened_words(format!("{owner} {step}"))
}

/// The words without those of the union that they are in, where they begin with these: the name of a variant does not
/// repeat that of its enum.
pub fn without_owner(owner: &str, words: &str) -> String {
    if owner.is_empty() {
        return words.to_owned();
    }
    let (owner, name) = (snake_case(owner), snake_case(words));
    let rest = name
        .strip_prefix(&*owner)
        .and_then(|rest| rest.strip_prefix('_'));
    match rest.filter(|rest| rest.starts_with(char::is_alphabetic)) {
        Some(rest) => rest.to_owned(),
        None => words.to_owned(),
    }
}

/// Whether a token of a pointer is a keyword rather than a name.
pub fn is_structural(token: &str) -> bool {
    matches!(
        token,
        "properties" | "$defs" | "definitions" | "anyOf" | "oneOf" | "allOf"
    ) || token.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::without_owner;

    #[test]
    fn the_name_of_the_union_is_left_out() {
        for (owner, words, rest) in [
            ("Event", "EventCaptured", "captured"),
            ("Event", "event-captured", "captured"),
            ("Event", "Eventual", "Eventual"),
            ("Event", "Event", "Event"),
            ("Event", "Event 2", "Event 2"),
            ("Order line", "OrderLineDiscount", "discount"),
        ] {
            assert_eq!(without_owner(owner, words), rest);
        }
    }
}
