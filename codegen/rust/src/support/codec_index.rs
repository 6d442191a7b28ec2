//! Turns maps of `indexmap` into JSON and back, by the codecs of their values.

use indexmap::IndexMap;

super::codec::map!(IndexMap<Eq, std::hash::Hash>);
