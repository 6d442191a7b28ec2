//! Numbers in maps that keep their order.

use indexmap::IndexMap;

super::number::map!(IndexMap);
