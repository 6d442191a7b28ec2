// src/event.rs
use serde::{Deserialize, Serialize};

/// Object with the members `version`, `empty`, `far`, `half` and `live`.
///
/// # Example
///
/// ```
/// use const_types::Event;
///
/// let json = r#"{
///   "version": 2,
///   "empty": null,
///   "far": -9223372036854775808,
///   "half": 0.5,
///   "live": true
/// }"#;
/// let value: Event = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `const_values.yaml#/components/schemas/Event`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Event {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `version`: [`EventVersion`].
    pub version: EventVersion,
    /// `empty`: null.
    pub empty: (),
    /// `far`: [`EventFar`].
    pub far: EventFar,
    /// `half`: [`EventHalf`].
    pub half: EventHalf,
    /// `live`: [`EventLive`].
    pub live: EventLive,
}

crate::support::construct::construct! {
    Event::new(empty: ()) {
        record: Default::default(), version: Default::default(), empty,
        far: Default::default(), half: Default::default(), live: Default::default(),
    }
}

crate::support::record::record!(Event.record);

/// In JSON always `2`; another value that was read is kept.
///
/// Schema: `const_values.yaml#/components/schemas/Event/properties/version`
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct EventVersion(Option<i64>);

crate::support::constant::integer!(EventVersion = 2);

/// In JSON always `-9223372036854775808`; another value that was read is kept.
///
/// Schema: `const_values.yaml#/components/schemas/Event/properties/far`
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct EventFar(Option<i64>);

crate::support::constant::integer!(EventFar = - 9223372036854775808i64);

/// In JSON always `0.5`; another value that was read is kept.
///
/// Schema: `const_values.yaml#/components/schemas/Event/properties/half`
#[derive(Clone, PartialEq, Default)]
pub struct EventHalf(Option<serde_json::Value>);

crate::support::constant::value!(EventHalf = 0.5);

/// In JSON always `true`; another value that was read is kept.
///
/// Schema: `const_values.yaml#/components/schemas/Event/properties/live`
#[derive(Clone, PartialEq, Default)]
pub struct EventLive(Option<serde_json::Value>);

crate::support::constant::value!(EventLive = true);

crate::support::published::published! {
    Event = include_str!("../schema/event.schema.json");
    EventVersion = r#"{"$schema":"https://json-schema.org/draft/2020-12/schema","const":2}"#;
    EventFar = r#"{"$schema":"https://json-schema.org/draft/2020-12/schema","const":-9223372036854775808}"#;
    EventHalf = r#"{"$schema":"https://json-schema.org/draft/2020-12/schema","const":0.5}"#;
    EventLive = r#"{"$schema":"https://json-schema.org/draft/2020-12/schema","const":true}"#;
}
