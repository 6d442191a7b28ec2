// src/block.rs
use serde::Serialize;

use crate::{Alert, Text};

/// [`Text`] or [`Alert`].
///
/// # Example
///
/// ```
/// use integers::Block;
///
/// let json = r#"{
///   "type": 1
/// }"#;
/// let value: Block = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `integers_as_tags.yaml#/components/schemas/Block`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(transform = crate::support::schema::one_of, transform = Self::docs)
)]
#[non_exhaustive]
pub enum Block {
    /// [`Text`].
    Text(Text),
    /// [`Alert`].
    Alert(Alert),
    /// A value of a branch that this version of the schema does not have.
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(
        #[serde(serialize_with = "crate::support::unknown::write")]
        serde_json::Value,
    ),
}

crate::support::branches::accessors! {
    impl Block {
        as_text = Text: borrows Text;
        as_alert = Alert: borrows Alert;
        is_unknown = Unknown: finds bool;
    }
}

crate::support::branches::from! {
    impl Block {
        Text = Text;
        Alert = Alert;
    }
}

impl crate::support::union::Branches for Block {
    const TAG: Option<&'static str> = None;

    const FACTS: &'static [crate::support::union::Facts] = {
        use crate::support::union;
        &[
            union::Facts {
                types: &[union::Kind::Object],
                required: &["type"],
                known: &[("type", &[union::Kind::Integer])],
                fixed: &[("type", &[union::Scalar::Whole(1)])],
                ..union::Facts::NONE
            },
            union::Facts {
                types: &[union::Kind::Object],
                required: &["type"],
                known: &[("type", &[union::Kind::Integer])],
                fixed: &[("type", &[union::Scalar::Whole(2)])],
                ..union::Facts::NONE
            },
        ]
    };

    fn read<'de, D: serde::Deserializer<'de>>(
        branch: usize,
        deserializer: D,
    ) -> Result<Self, D::Error> {
        match branch {
            0 => serde::Deserialize::deserialize(deserializer).map(Self::Text),
            _ => serde::Deserialize::deserialize(deserializer).map(Self::Alert),
        }
    }

    fn unknown(value: serde_json::Value) -> Option<Self> {
        Some(Self::Unknown(value))
    }
}

crate::support::union::union!(Block);

crate::support::published::published! {
    Block = include_str!("../schema/block.schema.json");
}
