// src/payment.rs
use serde::Serialize;

use crate::Card;

/// [`Card`] or string.
///
/// # Example
///
/// ```
/// use large::Payment;
///
/// let json = r#"{
///   "number": "string",
///   "month": 1,
///   "year": 1
/// }"#;
/// let value: Payment = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `large.yaml#/components/schemas/Payment`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(transform = crate::support::schema::one_of, transform = Self::docs)
)]
#[non_exhaustive]
pub enum Payment {
    /// [`Card`].
    Card(Card),
    /// String.
    String(String),
    /// A value of a branch that this version of the schema does not have.
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(
        #[serde(serialize_with = "crate::support::unknown::write")]
        serde_json::Value,
    ),
}

crate::support::branches::accessors! {
    impl Payment {
        as_card = Card: borrows Card;
        as_string = String: borrows str;
        is_unknown = Unknown: finds bool;
    }
}

crate::support::branches::from! {
    impl Payment {
        Card = Card;
        String = String;
        String = &str => String::from;
    }
}

impl crate::support::union::Branches for Payment {
    const TAG: Option<&'static str> = None;

    const FACTS: &'static [crate::support::union::Facts] = {
        use crate::support::union;
        &[
            union::Facts {
                types: &[union::Kind::Object],
                required: &["number"],
                known: &[
                    ("number", &[union::Kind::String]),
                    ("holder", &[union::Kind::String]),
                    ("month", &[union::Kind::Integer]),
                    ("year", &[union::Kind::Integer]),
                    ("street", &[union::Kind::String]),
                    ("city", &[union::Kind::String]),
                    ("code", &[union::Kind::String]),
                ],
                ..union::Facts::NONE
            },
            union::Facts {
                types: &[union::Kind::String],
                ..union::Facts::NONE
            },
        ]
    };

    fn read<'de, D: serde::Deserializer<'de>>(
        branch: usize,
        deserializer: D,
    ) -> Result<Self, D::Error> {
        match branch {
            0 => serde::Deserialize::deserialize(deserializer).map(Self::Card),
            _ => serde::Deserialize::deserialize(deserializer).map(Self::String),
        }
    }

    fn unknown(value: serde_json::Value) -> Option<Self> {
        Some(Self::Unknown(value))
    }
}

crate::support::union::union!(Payment);

crate::support::published::published! {
    Payment = include_str!("../schema/payment.schema.json");
}
