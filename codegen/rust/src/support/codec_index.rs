//! The codec of maps of `indexmap`.

use indexmap::IndexMap;

super::codec::map!(IndexMap<Eq, std::hash::Hash>);
