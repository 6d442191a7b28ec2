// src/direction.rs
use std::collections::BTreeMap;

use serde::Serialize;

/// Array of integers or object with values of type string.
///
/// # Example
///
/// ```
/// use inline::Direction;
///
/// let json = r#"[
///   1
/// ]"#;
/// let value: Direction = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `inline_branches.yaml#/components/schemas/Direction`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(transform = crate::support::schema::one_of, transform = Self::docs)
)]
#[non_exhaustive]
pub enum Direction {
    /// Array of integers.
    Up(Vec<i64>),
    /// Object with values of type string.
    StringMap(BTreeMap<String, String>),
    /// A value of a branch that this version of the schema does not have.
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(
        #[serde(serialize_with = "crate::support::unknown::write")]
        serde_json::Value,
    ),
}

crate::support::branches::accessors! {
    impl Direction {
        as_up = Up: borrows [i64];
        as_string_map = StringMap: borrows BTreeMap<String, String>;
        is_unknown = Unknown: finds bool;
    }
}

crate::support::branches::from! {
    impl Direction {
        Up = Vec<i64>;
        StringMap = BTreeMap<String, String>;
    }
}

impl crate::support::union::Branches for Direction {
    const TAG: Option<&'static str> = None;

    const FACTS: &'static [crate::support::union::Facts] = {
        use crate::support::union;
        &[
            union::Facts {
                types: &[union::Kind::Array],
                elements: &[union::Kind::Integer],
                ..union::Facts::NONE
            },
            union::Facts {
                types: &[union::Kind::Object],
                ..union::Facts::NONE
            },
        ]
    };

    fn read<'de, D: serde::Deserializer<'de>>(
        branch: usize,
        deserializer: D,
    ) -> Result<Self, D::Error> {
        match branch {
            0 => crate::support::number::read(deserializer).map(Self::Up),
            _ => serde::Deserialize::deserialize(deserializer).map(Self::StringMap),
        }
    }

    fn unknown(value: serde_json::Value) -> Option<Self> {
        Some(Self::Unknown(value))
    }
}

crate::support::union::union!(Direction);

crate::support::published::published! {
    Direction = include_str!("../schema/direction.schema.json");
}
