// src/purchase.rs
use serde::{Deserialize, Serialize};

/// The object `Purchase`.
///
/// # Example
///
/// ```
/// use explicit::Purchase;
///
/// let json = r#"{
///   "home": {}
/// }"#;
/// let value: Purchase = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `explicit.yaml#/components/schemas/Order`
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
    /// The member `home`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Residence", description = ""))]
    pub home: Option<Residence>,
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

/// The object `Residence`.
///
/// # Example
///
/// ```
/// use explicit::Residence;
///
/// let json = r#"{}"#;
/// let value: Residence = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `explicit.yaml#/components/schemas/Order/properties/home`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", inline, description = "")
)]
#[non_exhaustive]
pub struct Residence {
    /// The member `street`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String", description = ""))]
    pub street: Option<String>,
}

impl Residence {
    /// A value without any optional member.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Residence {
    /// The JSON Schema of [`Residence`]: draft 2020-12, complete in itself.
    pub const SCHEMA: &'static str = include_str!("../schema/residence.schema.json");
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Residence);
