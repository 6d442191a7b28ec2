// src/ping.rs
use serde::{Deserialize, Serialize};

use crate::Pong;

/// Object with the member `pong`.
///
/// # Example
///
/// ```
/// use mutual::Ping;
///
/// let json = r#"{
///   "pong": {
///     "ping": {}
///   }
/// }"#;
/// let value: Ping = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `mutual.yaml#/components/schemas/Ping`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Ping {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `pong`: [`Pong`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Box<Pong>"))]
    pub pong: Option<Box<Pong>>,
}

crate::support::construct::construct! {
    Ping::new() { record: Default::default() }
    with_pong(pong: impl Into<Pong>) => Box::new;
}

crate::support::record::record!(Ping.record);

crate::support::published::published! {
    Ping = include_str!("../schema/ping.schema.json");
}

// src/pong.rs
use serde::{Deserialize, Serialize};

use crate::Ping;

/// Object with the member `ping`.
///
/// # Example
///
/// ```
/// use mutual::Pong;
///
/// let json = r#"{
///   "ping": {
///     "pong": {}
///   }
/// }"#;
/// let value: Pong = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `mutual.yaml#/components/schemas/Pong`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Pong {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `ping`: [`Ping`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Box<Ping>"))]
    pub ping: Option<Box<Ping>>,
}

crate::support::construct::construct! {
    Pong::new() { record: Default::default() }
    with_ping(ping: impl Into<Ping>) => Box::new;
}

crate::support::record::record!(Pong.record);

crate::support::published::published! {
    Pong = include_str!("../schema/pong.schema.json");
}
