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
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Tree {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `next`: [`Tree`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Box<Tree>"))]
    pub next: Option<Box<Tree>>,
    /// `children`: array of [`Tree`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Vec<Tree>"))]
    pub children: Option<Vec<Tree>>,
}

crate::support::construct::construct! {
    Tree::new() { record: Default::default() }
    with_next(next: impl Into<Tree>) => Box::new;
    with_children(children: Vec<Tree>);
}

crate::support::record::record!(Tree.record);

crate::support::published::published! {
    Tree = include_str!("../schema/tree.schema.json");
}
