// src/holder.rs
use serde::{Deserialize, Serialize};

/// The object `Holder`.
///
/// # Example
///
/// ```
/// use null_spellings::Holder;
///
/// let json = r#"{}"#;
/// let value: Holder = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `spellings.yaml#/components/schemas/Holder`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", description = "")
)]
#[non_exhaustive]
pub struct Holder {
    /// The member `text`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(description = ""))]
    pub text: Option<String>,
    /// The member `one`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(description = ""))]
    pub one: Option<HolderOne>,
    /// The member `level`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(description = ""))]
    pub level: Option<HolderLevel>,
}

impl Holder {
    /// A value without any optional member.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Holder {
    /// The JSON Schema of [`Holder`]: draft 2020-12, complete in itself.
    pub const SCHEMA: &'static str = include_str!("../schema/holder.schema.json");
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Holder);

/// The object `HolderOne`.
///
/// # Example
///
/// ```
/// use null_spellings::HolderOne;
///
/// let json = r#"{}"#;
/// let value: HolderOne = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `spellings.yaml#/components/schemas/Holder/properties/one/oneOf/0`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", inline, description = "")
)]
#[non_exhaustive]
pub struct HolderOne {
    /// The member `a`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String", description = ""))]
    pub a: Option<String>,
}

impl HolderOne {
    /// A value without any optional member.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl HolderOne {
    /// The JSON Schema of [`HolderOne`]: draft 2020-12, complete in itself.
    pub const SCHEMA: &'static str = include_str!("../schema/holder_one.schema.json");
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(HolderOne);

/// The values of `HolderLevel`.
///
/// # Example
///
/// ```
/// use null_spellings::HolderLevel;
///
/// let json = r#""low""#;
/// let value: HolderLevel = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `spellings.yaml#/components/schemas/Holder/properties/level`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(inline, description = "")
)]
#[non_exhaustive]
pub enum HolderLevel {
    /// `low`
    #[serde(rename = "low")]
    Low,
    /// `high`
    #[serde(rename = "high")]
    High,
    /// A value that the schema did not list when this crate was made. It is written back as
    /// it was read.
    #[serde(untagged)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(String),
}

impl HolderLevel {
    /// The values that the schema lists, in its order.
    pub const ALL: [Self; 2] = [Self::Low, Self::High];

    /// The value as JSON has it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Low => "low",
            Self::High => "high",
            Self::Unknown(text) => text,
        }
    }

    fn known(text: &str) -> Option<Self> {
        Some(
            match text {
                "low" => Self::Low,
                "high" => Self::High,
                _ => return None,
            },
        )
    }
}

crate::support::text::text!(HolderLevel);

impl HolderLevel {
    /// The JSON Schema of [`HolderLevel`]: draft 2020-12, complete in itself.
    pub const SCHEMA: &'static str = include_str!("../schema/holder_level.schema.json");
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(HolderLevel);
