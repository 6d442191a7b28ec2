// src/bird.rs
use serde::{Deserialize, Serialize};

/// Object with the members `kind` and `wings`.
///
/// # Example
///
/// ```
/// use child::Bird;
///
/// let json = r#"{
///   "kind": "string",
///   "wings": 1
/// }"#;
/// let value: Bird = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `child.yaml#/components/schemas/Bird`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Bird {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `kind`: string.
    pub kind: String,
    /// `wings`: integer.
    #[serde(deserialize_with = "crate::support::number::read")]
    pub wings: i64,
}

crate::support::construct::construct! {
    Bird::new(kind: impl Into<String>, wings: i64) {
        record: Default::default(), kind: kind.into(), wings,
    }
}

crate::support::record::record!(Bird.record);

crate::support::published::published! {
    Bird = include_str!("../schema/bird.schema.json");
}

// src/zoo.rs
use serde::{Deserialize, Serialize};

use crate::{Animal, Bird};

/// Object with the members `first` and `bird`.
///
/// # Example
///
/// ```
/// use child::Zoo;
///
/// let json = r#"{
///   "first": {
///     "kind": "Animal"
///   },
///   "bird": {
///     "kind": "string",
///     "wings": 1
///   }
/// }"#;
/// let value: Zoo = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `child.yaml#/components/schemas/Zoo`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Zoo {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `first`: [`Animal`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Animal"))]
    pub first: Option<Animal>,
    /// `bird`: [`Bird`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Bird"))]
    pub bird: Option<Bird>,
}

crate::support::construct::construct! {
    Zoo::new() { record: Default::default() }
    with_first(first: impl Into<Animal>);
    with_bird(bird: impl Into<Bird>);
}

crate::support::record::record!(Zoo.record);

crate::support::published::published! {
    Zoo = include_str!("../schema/zoo.schema.json");
}
