// src/turned.rs
use serde::{Deserialize, Serialize};

/// Rightleft,
/// and a  and a
/// and so on.
///
/// Title: A title
///
/// # Example
///
/// ```
/// use unseen::Turned;
///
/// let json = r#"{
///   "fixed": "\u2067fixed"
/// }"#;
/// let value: Turned = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `unseen.yaml#/components/schemas/Turned`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Turned {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `right\u202eleft`: string.
    ///
    /// Default: `"\u202d"`
    #[serde(
        rename = "right\u{202e}left",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub right_left: Option<String>,
    /// `fixed`: [`TurnedFixed`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "TurnedFixed"))]
    pub fixed: Option<TurnedFixed>,
}

crate::support::construct::construct! {
    Turned::new() { record: Default::default() }
    with_right_left(right_left: impl Into<String>);
    with_fixed(fixed: impl Into<TurnedFixed>);
}

crate::support::defaults::defaults! {
    impl Turned {
        right_left_or_default = right_left: reads str, "\u{202d}";
    }
}

crate::support::record::record!(Turned.record);

/// String `\u2067fixed`.
///
/// # Example
///
/// ```
/// use unseen::TurnedFixed;
///
/// let json = r#""\u2067fixed""#;
/// let value: TurnedFixed = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `unseen.yaml#/components/schemas/Turned/properties/fixed`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum TurnedFixed {
    /// `\u2067fixed`
    #[default]
    Fixed,
    /// A value that this version of the schema does not list.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl TurnedFixed in place {
        Fixed = "\u{2067}fixed";
    }
}

crate::support::published::published! {
    Turned = include_str!("../schema/turned.schema.json");
    TurnedFixed = include_str!("../schema/turned_fixed.schema.json");
}
