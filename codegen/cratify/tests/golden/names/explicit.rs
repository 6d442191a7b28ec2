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
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "Order", transform = Self::docs))]
#[non_exhaustive]
pub struct Purchase {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `id`: string.
    #[serde(rename = "id", default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub reference: Option<String>,
    /// `home`: [`Residence`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Residence"))]
    pub home: Option<Residence>,
}

crate::support::construct::construct! {
    Purchase::new() { record: Default::default() }
    with_reference(reference: impl Into<String>);
    with_home(home: impl Into<Residence>);
}

crate::support::record::record!(Purchase.record);

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
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(inline, transform = Self::docs))]
#[non_exhaustive]
pub struct Residence {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `street`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub street: Option<String>,
}

crate::support::construct::construct! {
    Residence::new() { record: Default::default() }
    with_street(street: impl Into<String>);
}

crate::support::record::record!(Residence.record);

crate::support::published::published! {
    Purchase = include_str!("../schema/purchase.schema.json");
    Residence = include_str!("../schema/residence.schema.json");
}
