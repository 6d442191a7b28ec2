//! The support code of generated crates, mounted as in a generated crate that has all of it.
//!
//! Beside the module, this file has the items that the `lib.rs` of a generated crate has for it.
//!
//! Only tests use the code, so it is there for tests alone: a part that no test uses is a warning.

#![cfg(test)]

#[path = "../../src/support/mod.rs"]
mod support;

pub use support::closed_enum::UnknownValue;
pub use support::strict::{Violation, Violations};
pub use support::unknown::unknown_places;

/// The definitions that the schemas of a generated crate share.
pub const DEFINITIONS: &str = r#"{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$defs": {
    "Name": { "type": "string", "minLength": 1 },
    "Person": { "properties": { "a": { "title": "A" } } }
  }
}"#;
