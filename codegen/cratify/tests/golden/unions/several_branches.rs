// src/contact.rs
use serde::{Deserialize, Serialize};

/// [`ContactMail`] or [`ContactPhone`].
///
/// # Example
///
/// ```
/// use several_branches::Contact;
///
/// let json = r#"{
///   "mail": "string"
/// }"#;
/// let value: Contact = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `several_branches.yaml#/components/schemas/Contact`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(description = "")
)]
#[non_exhaustive]
pub enum Contact {
    /// [`ContactMail`].
    #[cfg_attr(feature = "schemars", schemars(title = "Mail", description = ""))]
    Mail(ContactMail),
    /// [`ContactPhone`].
    #[cfg_attr(feature = "schemars", schemars(title = "Phone", description = ""))]
    Phone(ContactPhone),
    /// A value of a branch that this version of the schema does not have, or of several branches at once with members of each.
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(serde_json::Value),
}

impl crate::support::union::Branches for Contact {
    const TAG: Option<&'static str> = None;

    const FACTS: &'static [crate::support::union::Facts] = &[
        crate::support::union::Facts {
            types: &[crate::support::union::Kind::Object],
            required: &["mail"],
            known: &[("mail", &[crate::support::union::Kind::String])],
            ..crate::support::union::Facts::NONE
        },
        crate::support::union::Facts {
            types: &[crate::support::union::Kind::Object],
            required: &["phone"],
            known: &[("phone", &[crate::support::union::Kind::String])],
            ..crate::support::union::Facts::NONE
        },
    ];

    fn read<'de, D: serde::Deserializer<'de>>(
        branch: usize,
        deserializer: D,
    ) -> Result<Self, D::Error> {
        match branch {
            0 => serde::Deserialize::deserialize(deserializer).map(Self::Mail),
            _ => serde::Deserialize::deserialize(deserializer).map(Self::Phone),
        }
    }

    fn unknown(value: serde_json::Value) -> Option<Self> {
        Some(Self::Unknown(value))
    }
}

crate::support::union::union!(Contact);

impl Contact {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/contact.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Contact);

/// Object with the member `mail`.
///
/// # Example
///
/// ```
/// use several_branches::ContactMail;
///
/// let json = r#"{
///   "mail": "string"
/// }"#;
/// let value: ContactMail = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `several_branches.yaml#/components/schemas/Contact/anyOf/0`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", inline, title = "Mail", description = "")
)]
#[non_exhaustive]
pub struct ContactMail {
    /// `mail`: string.
    #[cfg_attr(feature = "schemars", schemars(description = ""))]
    pub mail: String,
}

impl ContactMail {
    /// Creates a value with its required members, and without optional ones.
    #[must_use]
    pub fn new(mail: impl Into<String>) -> Self {
        Self { mail: mail.into() }
    }
}

impl ContactMail {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/contact_mail.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(ContactMail);

/// Object with the member `phone`.
///
/// # Example
///
/// ```
/// use several_branches::ContactPhone;
///
/// let json = r#"{
///   "phone": "string"
/// }"#;
/// let value: ContactPhone = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `several_branches.yaml#/components/schemas/Contact/anyOf/1`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(crate = "schemars", inline, title = "Phone", description = "")
)]
#[non_exhaustive]
pub struct ContactPhone {
    /// `phone`: string.
    #[cfg_attr(feature = "schemars", schemars(description = ""))]
    pub phone: String,
}

impl ContactPhone {
    /// Creates a value with its required members, and without optional ones.
    #[must_use]
    pub fn new(phone: impl Into<String>) -> Self {
        Self { phone: phone.into() }
    }
}

impl ContactPhone {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/contact_phone.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(ContactPhone);
