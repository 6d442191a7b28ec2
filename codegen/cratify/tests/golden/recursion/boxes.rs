// src/tree.rs
use serde::{Deserialize, Serialize};

/// Object with the members `next` and `children`.
///
/// # Example
///
/// ```
/// use boxes::Tree;
///
/// let json = r#"{
///   "next": {
///     "next": {}
///   }
/// }"#;
/// let value: Tree = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `boxes.yaml#/components/schemas/Tree`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", description = "")
)]
#[non_exhaustive]
pub struct Tree {
    /// `next`: [`Tree`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Box<Tree>", description = ""))]
    pub next: Option<Box<Tree>>,
    /// `children`: array of [`Tree`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Vec<Tree>", description = ""))]
    pub children: Option<Vec<Tree>>,
}

impl Tree {
    /// Creates a value without optional members.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

crate::support::setters::setters! {
    impl Tree {
        with_next(next: impl Into<Tree>) => Box::new;
        with_children(children: Vec<Tree>);
    }
}

impl Tree {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/tree.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Tree);
