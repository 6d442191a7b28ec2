// src/json.rs
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// [`JsonValue`] or null.
///
/// # Example
///
/// ```
/// use union::Json;
///
/// let json = r#""string""#;
/// let value: Json = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `union.yaml#/components/schemas/Json`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
pub struct Json(pub Option<JsonValue>);

impl From<Option<JsonValue>> for Json {
    fn from(value: Option<JsonValue>) -> Self {
        Self(value)
    }
}

/// String, array of [`Json`] or object with values of type [`Json`].
///
/// # Example
///
/// ```
/// use union::JsonValue;
///
/// let json = r#""string""#;
/// let value: JsonValue = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `union.yaml#/components/schemas/Json`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(inline, transform = Self::docs))]
#[non_exhaustive]
pub enum JsonValue {
    /// String.
    String(String),
    /// Array of [`Json`].
    JsonList(Vec<Json>),
    /// Object with values of type [`Json`].
    JsonMap(BTreeMap<String, Json>),
    /// A value of a branch that this version of the schema does not have.
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(
        #[serde(serialize_with = "crate::support::unknown::write")]
        serde_json::Value,
    ),
}

crate::support::branches::accessors! {
    impl JsonValue {
        as_string = String: borrows str;
        as_json_list = JsonList: borrows [Json];
        as_json_map = JsonMap: borrows BTreeMap<String, Json>;
        is_unknown = Unknown: finds bool;
    }
}

crate::support::branches::from! {
    impl JsonValue {
        String = String;
        String = &str => String::from;
        JsonList = Vec<Json>;
        JsonMap = BTreeMap<String, Json>;
    }
}

impl crate::support::union::Branches for JsonValue {
    const TAG: Option<&'static str> = None;

    const FACTS: &'static [crate::support::union::Facts] = {
        use crate::support::union;
        &[
            union::Facts {
                types: &[union::Kind::String],
                ..union::Facts::NONE
            },
            union::Facts {
                types: &[union::Kind::Array],
                elements: &[
                    union::Kind::Null,
                    union::Kind::String,
                    union::Kind::Array,
                    union::Kind::Object,
                ],
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
            0 => serde::Deserialize::deserialize(deserializer).map(Self::String),
            1 => serde::Deserialize::deserialize(deserializer).map(Self::JsonList),
            _ => serde::Deserialize::deserialize(deserializer).map(Self::JsonMap),
        }
    }

    fn unknown(value: serde_json::Value) -> Option<Self> {
        Some(Self::Unknown(value))
    }
}

crate::support::union::union!(JsonValue);

crate::support::published::published! {
    Json = include_str!("../schema/json.schema.json");
    JsonValue = include_str!("../schema/json_value.schema.json");
}
