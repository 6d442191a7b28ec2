// src/event.rs
use serde::{Deserialize, Serialize};

/// Object with the members `kind`, `version` and `live`.
///
/// # Example
///
/// ```
/// use const_types::Event;
///
/// let json = r#"{
///   "kind": "created",
///   "version": 2,
///   "live": true
/// }"#;
/// let value: Event = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `const_closed.yaml#/components/schemas/Event`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Event {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// What happened.
    pub kind: EventKind,
    /// `version`: [`EventVersion`].
    pub version: EventVersion,
    /// `live`: [`EventLive`].
    pub live: EventLive,
}

crate::support::construct::construct! {
    Event::new() {
        record: Default::default(), kind: Default::default(),
        version: Default::default(), live: Default::default(),
    }
}

crate::support::record::record!(Event.record);

/// What happened.
///
/// In JSON always `created`.
///
/// Schema: `const_closed.yaml#/components/schemas/Event/properties/kind`
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct EventKind(());

crate::support::closed_constant::text!(EventKind = "created");

/// In JSON always `2`.
///
/// Schema: `const_closed.yaml#/components/schemas/Event/properties/version`
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct EventVersion(());

crate::support::closed_constant::integer!(EventVersion = 2, "2");

/// In JSON always `true`.
///
/// Schema: `const_closed.yaml#/components/schemas/Event/properties/live`
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct EventLive(());

crate::support::closed_constant::value!(EventLive = true, "true");

crate::support::published::published! {
    Event = include_str!("../schema/event.schema.json");
    EventKind = r#"{"$schema":"https://json-schema.org/draft/2020-12/schema","const":"created","description":"What happened."}"#;
    EventVersion = r#"{"$schema":"https://json-schema.org/draft/2020-12/schema","const":2}"#;
    EventLive = r#"{"$schema":"https://json-schema.org/draft/2020-12/schema","const":true}"#;
}
