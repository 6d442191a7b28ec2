//! What a place of a document is: where a schema stands, data, or neither.

use std::collections::HashSet;

use crate::dialect::{Frame, Shape, Step, holds_data, step};
use crate::parse::SchemaLocation;
use crate::source::Pointer;

/// What is at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// A keyword, or the description of an API, says that a schema stands here.
    Schema,
    /// An example, a default, a listed value, or a part of one.
    Data,
    /// Nothing says what it is.
    Unknown,
}

/// What the steps to a place have led to.
enum Reached {
    Thing(Shape),
    List(Shape),
    OneOrList(Shape),
    Map(Shape),
    Data,
    Unknown,
}

/// What stands at a place. `odd` are the schemas that only references have made known.
pub(super) fn standing(
    at: &SchemaLocation,
    frame: Frame,
    odd: &HashSet<SchemaLocation>,
) -> Standing {
    let mut reached = Reached::Thing(frame.shape);
    let mut place = SchemaLocation {
        file: at.file,
        pointer: Pointer::root(),
    };
    for token in at.pointer.tokens() {
        if !odd.is_empty() && odd.contains(&place) {
            reached = Reached::Thing(Shape::Schema);
        }
        place = place.join(&token);
        reached = match reached {
            Reached::Thing(shape) | Reached::OneOrList(shape)
                if !matches!(reached, Reached::OneOrList(_)) || !is_index(&token) =>
            {
                match step(shape, &token) {
                    _ if shape == Shape::Schema && holds_data(&token) => Reached::Data,
                    Some(Step::One(shape)) => Reached::Thing(shape),
                    Some(Step::List(shape)) => Reached::List(shape),
                    Some(Step::OneOrList(shape)) => Reached::OneOrList(shape),
                    Some(Step::Map(shape)) => Reached::Map(shape),
                    None => Reached::Unknown,
                }
            }
            Reached::List(shape) | Reached::OneOrList(shape) | Reached::Map(shape) => {
                Reached::Thing(shape)
            }
            Reached::Data => Reached::Data,
            Reached::Thing(_) | Reached::Unknown => Reached::Unknown,
        };
    }
    if odd.contains(at) {
        return Standing::Schema;
    }
    match reached {
        Reached::Thing(Shape::Schema) | Reached::OneOrList(Shape::Schema) => Standing::Schema,
        Reached::Data => Standing::Data,
        _ => Standing::Unknown,
    }
}

fn is_index(token: &str) -> bool {
    token.bytes().all(|byte| byte.is_ascii_digit())
}
