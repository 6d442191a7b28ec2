// src/strings.rs
use crate::DynamicList;

/// Another name of [`DynamicList`].
///
/// Schema: `dynamic_references.yaml#/$defs/Strings`
pub type Strings = DynamicList;
