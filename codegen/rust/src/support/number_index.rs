//! Numbers in maps of `indexmap`.

use indexmap::IndexMap;

super::number::map!(IndexMap<Eq, std::hash::Hash>);
