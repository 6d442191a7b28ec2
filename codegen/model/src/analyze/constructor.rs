//! The required members of a struct to the form of its constructor.

use super::same_type::is_same;
use crate::model::{Model, Presence, Struct, Type};

/// The most arguments that are told apart at a glance.
const MOST_ARGUMENTS: usize = 3;

/// The form of the constructor of a struct. Members are given by their index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Constructor {
    /// No member needs a value: the struct has a default.
    Empty,
    /// An argument for each required member, in the order of their names in JSON: the order in the document means
    /// nothing.
    Arguments(Vec<usize>),
    /// One argument: a struct of the required members, in document order.
    ByName(Vec<usize>),
}

impl Constructor {
    /// Decides the form for a struct.
    pub fn of(model: &Model, object: &Struct) -> Self {
        let mut required: Vec<usize> = (0..object.fields.len())
            .filter(|index| object.fields[*index].presence == Presence::Required)
            .collect();
        if required.is_empty() {
            return Self::Empty;
        }
        let ty = |index: &usize| &object.fields[*index].slot.ty;
        let mut pairs = required.iter().enumerate().flat_map(|(index, one)| {
            let others = &required[index + 1..];
            others.iter().map(move |other| (one, other))
        });
        let is_confusing = required.len() > MOST_ARGUMENTS
            || pairs.any(|(one, other)| may_be_confused(model, ty(one), ty(other)));
        if is_confusing {
            return Self::ByName(required);
        }
        required.sort_unstable_by_key(|index| &object.fields[*index].wire_name);
        Self::Arguments(required)
    }
}

/// Whether there is an expression that both an argument of one type and an argument of the other take, and that does not
/// mean the same for both. A literal has any width.
fn may_be_confused(model: &Model, one: &Type, other: &Type) -> bool {
    is_same(model, one, other, |_, _| true)
}
