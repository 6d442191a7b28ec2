//! Turns JSON numbers in maps of `indexmap` into Rust's and back.

use indexmap::IndexMap;

super::number::map!(IndexMap<Eq, std::hash::Hash>);
