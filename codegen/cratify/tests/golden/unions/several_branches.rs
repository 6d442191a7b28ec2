// src/contact.rs
use serde::Serialize;

use crate::{Mail, Phone};

/// [`Mail`] or [`Phone`].
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
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub enum Contact {
    /// [`Mail`].
    Mail(Mail),
    /// [`Phone`].
    Phone(Phone),
    /// A value of a branch that this version of the schema does not have, or of several branches at
    /// once with members of each.
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(
        #[serde(serialize_with = "crate::support::unknown::write")]
        serde_json::Value,
    ),
}

crate::support::branches::accessors! {
    impl Contact {
        as_mail = Mail: borrows Mail;
        as_phone = Phone: borrows Phone;
        is_unknown = Unknown: finds bool;
    }
}

crate::support::branches::from! {
    impl Contact {
        Mail = Mail;
        Phone = Phone;
    }
}

impl crate::support::union::Branches for Contact {
    const TAG: Option<&'static str> = None;

    const FACTS: &'static [crate::support::union::Facts] = {
        use crate::support::union;
        &[
            union::Facts {
                types: &[union::Kind::Object],
                required: &["mail"],
                known: &[("mail", &[union::Kind::String])],
                ..union::Facts::NONE
            },
            union::Facts {
                types: &[union::Kind::Object],
                required: &["phone"],
                known: &[("phone", &[union::Kind::String])],
                ..union::Facts::NONE
            },
        ]
    };

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

crate::support::published::published! {
    Contact = include_str!("../schema/contact.schema.json");
}
