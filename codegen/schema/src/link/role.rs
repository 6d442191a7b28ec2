//! Finds out whether a location of a document holds a schema, data, or neither.

use std::collections::HashSet;

use crate::document::{Children, ObjectKind, children_of};
use crate::keyword;
use crate::location::SchemaLocation;
use crate::source::Pointer;

/// The role of a location.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A schema: a keyword, or the description of an API, has one here.
    Schema,
    /// Data: an example, a default, a listed value, or a part of one.
    Data,
    /// Nothing that the specifications describe.
    Unknown,
}

/// The value that the tokens of a pointer have led to.
enum Reached {
    Object(ObjectKind),
    Children(Children),
    Data,
    Unknown,
}

/// The role of a location in a document whose root is of this kind. `unmarked` are the schemas that only
/// references lead to.
pub(super) fn role_of(
    at: &SchemaLocation,
    root: ObjectKind,
    unmarked: &HashSet<SchemaLocation>,
) -> Role {
    let mut reached = Reached::Object(root);
    let mut outer = SchemaLocation {
        file: at.file,
        pointer: Pointer::root(),
    };
    for token in at.pointer.tokens() {
        if !unmarked.is_empty() && unmarked.contains(&outer) {
            reached = Reached::Object(ObjectKind::Schema);
        }
        outer = outer.join(&token);
        reached = reached.step(&token);
    }
    if unmarked.contains(at) {
        return Role::Schema;
    }
    match reached {
        Reached::Object(ObjectKind::Schema)
        | Reached::Children(Children::OneOrList(ObjectKind::Schema)) => Role::Schema,
        Reached::Data => Role::Data,
        _ => Role::Unknown,
    }
}

impl Reached {
    /// The value that one more token leads to.
    fn step(self, token: &str) -> Self {
        let is_index = || token.bytes().all(|byte| byte.is_ascii_digit());
        match self {
            Self::Children(Children::List(kind) | Children::Map(kind)) => Self::Object(kind),
            Self::Children(Children::OneOrList(kind)) if is_index() => Self::Object(kind),
            Self::Object(kind)
            | Self::Children(Children::One(kind) | Children::OneOrList(kind)) => {
                let is_data = || keyword::find(token).is_some_and(keyword::Keyword::holds_data);
                match children_of(kind, token) {
                    _ if kind == ObjectKind::Schema && is_data() => Self::Data,
                    Some(Children::One(kind)) => Self::Object(kind),
                    Some(children) => Self::Children(children),
                    None => Self::Unknown,
                }
            }
            Self::Data => Self::Data,
            Self::Unknown => Self::Unknown,
        }
    }
}
