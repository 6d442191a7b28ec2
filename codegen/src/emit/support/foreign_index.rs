//! Types of other crates in maps that keep their order.

use indexmap::IndexMap;

super::foreign::map!(IndexMap);
