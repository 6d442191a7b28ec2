// src/strings.rs
use crate::DynamicList;

/// The value `Strings`.
///
/// Schema: `dynamic_references.yaml#/$defs/Strings`
pub type Strings = DynamicList;
