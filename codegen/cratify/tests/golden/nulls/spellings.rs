// src/holder.rs
use serde::{Deserialize, Serialize};

/// Object with the members `text` and `one`.
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
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Holder {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `text`: string or null.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// `one`: [`HolderOne`] or null.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub one: Option<HolderOne>,
}

crate::support::construct::construct! {
    Holder::new() { record: Default::default() }
    with_text(text: impl Into<String>);
    with_one(one: impl Into<HolderOne>);
}

crate::support::record::record! {
    Holder.record;
    text = "text": is_null_text, set_null_text;
    one = "one": is_null_one, set_null_one;
}

/// Object with the member `a`.
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
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(inline, transform = Self::docs))]
#[non_exhaustive]
pub struct HolderOne {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `a`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub a: Option<String>,
}

crate::support::construct::construct! {
    HolderOne::new() { record: Default::default() }
    with_a(a: impl Into<String>);
}

crate::support::record::record!(HolderOne.record);

crate::support::published::published! {
    Holder = include_str!("../schema/holder.schema.json");
    HolderOne = include_str!("../schema/holder_one.schema.json");
}
