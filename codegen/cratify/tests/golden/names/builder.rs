// src/purchase.rs
use serde::{Deserialize, Serialize};

/// The object `Purchase`.
///
/// # Example
///
/// ```
/// use builder::Purchase;
///
/// let json = r#"{
///   "status": "in-progress"
/// }"#;
/// let value: Purchase = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `builder.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", rename = "Order", description = "")
)]
#[non_exhaustive]
pub struct Purchase {
    /// The member `id`.
    #[serde(rename = "id", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String", description = ""))]
    pub reference: Option<String>,
    /// The member `status`.
    #[serde(rename = "status", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "OrderState", description = ""))]
    pub state: Option<OrderState>,
}

impl Purchase {
    /// A value without any optional member.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Purchase {
    /// The JSON Schema of [`Purchase`]: draft 2020-12, complete in itself.
    pub const SCHEMA: &'static str = include_str!("../schema/purchase.schema.json");
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Purchase);

/// The values of `OrderState`.
///
/// # Example
///
/// ```
/// use builder::OrderState;
///
/// let json = r#""in-progress""#;
/// let value: OrderState = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `builder.yaml#/components/schemas/Order/properties/status`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(inline, description = "")
)]
#[non_exhaustive]
pub enum OrderState {
    /// `in-progress`
    #[default]
    #[serde(rename = "in-progress")]
    Started,
    /// A value that the schema did not list when this crate was made. It is written back as
    /// it was read.
    #[serde(untagged)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(String),
}

impl OrderState {
    /// The values that the schema lists, in its order.
    pub const ALL: [Self; 1] = [Self::Started];

    /// The value as JSON has it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Started => "in-progress",
            Self::Unknown(text) => text,
        }
    }

    fn known(text: &str) -> Option<Self> {
        Some(
            match text {
                "in-progress" => Self::Started,
                _ => return None,
            },
        )
    }
}

crate::support::text::text!(OrderState);

impl OrderState {
    /// The JSON Schema of [`OrderState`]: draft 2020-12, complete in itself.
    pub const SCHEMA: &'static str = include_str!("../schema/order_state.schema.json");
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(OrderState);
