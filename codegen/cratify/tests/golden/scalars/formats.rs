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
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", description = "")
)]
#[non_exhaustive]
pub struct Contact {
    /// `mail`: string, format `email`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "String", description = "", extend("format" = "email"))
    )]
    pub mail: Option<String>,
    /// `page`: string, format `uri`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "String", description = "", extend("format" = "uri"))
    )]
    pub page: Option<String>,
    /// `odd`: string, format `odd`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "String", description = "", extend("format" = "odd"))
    )]
    pub odd: Option<String>,
}

impl Contact {
    /// Creates a value without optional members.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

crate::support::setters::setters! {
    impl Contact {
        with_mail(mail: impl Into<String>);
        with_page(page: impl Into<String>);
        with_odd(odd: impl Into<String>);
    }
}

impl Contact {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/contact.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Contact);
