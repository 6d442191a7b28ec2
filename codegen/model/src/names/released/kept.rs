//! Keeps the representations and constructors of a release as a plain value: the analysis decides only what no release
//! has decided.

use std::collections::HashMap;

use crate::model::{Constructor, TypeId};

/// The released representations and constructors, by the types of a model. Without a release, it is empty.
#[derive(Debug, Default)]
pub struct Kept {
    /// For each released member (by its index among fields or variants), whether it is behind a `Box`.
    pub boxed: HashMap<(TypeId, usize), bool>,
    /// The constructor of each struct that has the required members of the release.
    pub constructors: HashMap<TypeId, Constructor>,
}
