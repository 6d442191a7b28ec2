// src/serde_impls/code.rs
use crate::Code;

impl<'de> serde::Deserialize<'de> for Code {
    fn deserialize<D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Self, D::Error> {
        serde::Deserialize::deserialize(deserializer).map(Self)
    }
}

impl serde::Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serde::Serialize::serialize(&self.0, serializer)
    }
}

// src/serde_impls/never.rs
use crate::Never;

crate::support::never::never!(Never);

// src/serde_impls/payment.rs
use crate::{Payment, PaymentCard};

impl serde::Serialize for Payment {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Card(value) => serde::Serialize::serialize(value, serializer),
            Self::NumberList(value) => crate::support::number::write(value, serializer),
            Self::String(value) => serde::Serialize::serialize(value, serializer),
            Self::Unknown(value) => crate::support::unknown::write(value, serializer),
        }
    }
}

impl crate::support::members::Object for PaymentCard {
    const NAME: &'static str = "PaymentCard";
    const MEMBERS: &'static [&'static str] = &["card"];

    fn read<'de, A: serde::de::MapAccess<'de>>(
        reader: &mut crate::support::members::Reader<'de, A>,
    ) -> Option<Self> {
        let mut card = None;
        while reader.next_index() == 0 {
            reader.value(&mut card);
        }
        let Some(card) = card else {
            return reader.missing(&[0]);
        };
        Some(Self {
            card,
            record: reader.record(),
        })
    }

    fn write<W: crate::support::members::Writer>(&self, writer: &mut W) {
        writer.record(&self.record);
        writer.value(&self.card);
    }
}

crate::support::members::recorded_object!(PaymentCard);

// src/serde_impls/sums.rs
use crate::Sums;

impl<'de> serde::Deserialize<'de> for Sums {
    fn deserialize<D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Self, D::Error> {
        crate::support::number::read(deserializer).map(Self)
    }
}

impl serde::Serialize for Sums {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        crate::support::number::write(&self.0, serializer)
    }
}

// src/status.rs
/// String `open` or `paid in full`.
///
/// # Example
///
/// ```
/// use other_types::Status;
///
/// let json = r#""open""#;
/// let value: Status = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `other_types.yaml#/components/schemas/Status`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Status {
    /// `open`
    Open,
    /// `paid in full`
    PaidInFull,
    /// A value that this version of the schema does not list.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl Status {
        Open = "open";
        PaidInFull = "paid in full";
    }
}

crate::support::published::published! {
    Status = include_str!("../schema/status.schema.json");
}
