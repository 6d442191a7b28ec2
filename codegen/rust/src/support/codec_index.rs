//! Values that have a codec, in maps that keep their order.

use indexmap::IndexMap;

super::codec::map!(IndexMap);
