// src/purchase.rs
use serde::{Deserialize, Serialize};

/// Object with the members `id` and `home`.
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
    /// `id`: string.
    #[serde(rename = "id", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String", description = ""))]
    pub reference: Option<String>,
    /// `home`: [`Residence`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Residence", description = ""))]
    pub home: Option<Residence>,
}

impl Purchase {
    /// Creates a value without optional members.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

crate::support::setters::setters! {
    impl Purchase {
        with_reference(reference: impl Into<String>);
        with_home(home: impl Into<Residence>);
    }
}

impl Purchase {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/purchase.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Purchase);

/// Object with the member `street`.
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
    /// `street`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String", description = ""))]
    pub street: Option<String>,
}

impl Residence {
    /// Creates a value without optional members.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

crate::support::setters::setters! {
    impl Residence {
        with_street(street: impl Into<String>);
    }
}

impl Residence {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/residence.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Residence);
