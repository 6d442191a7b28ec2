// src/contact.rs
use serde::{Deserialize, Serialize};

/// Object with the members `mail`, `page` and `odd`.
///
/// # Example
///
/// ```
/// use formats::Contact;
///
/// let json = r#"{}"#;
/// let value: Contact = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `formats.yaml#/components/schemas/Contact`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Contact {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `mail`: string, format `email`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "String", extend("format" = "email"))
    )]
    pub mail: Option<String>,
    /// `page`: string, format `uri`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "String", extend("format" = "uri"))
    )]
    pub page: Option<String>,
    /// `odd`: string, format `odd`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "String", extend("format" = "odd"))
    )]
    pub odd: Option<String>,
}

crate::support::construct::construct! {
    Contact::new() { record: Default::default() }
    with_mail(mail: impl Into<String>);
    with_page(page: impl Into<String>);
    with_odd(odd: impl Into<String>);
}

crate::support::record::record!(Contact.record);

crate::support::published::published! {
    Contact = include_str!("../schema/contact.schema.json");
}
