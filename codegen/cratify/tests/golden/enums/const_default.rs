// src/event.rs
use serde::{Deserialize, Serialize};

/// Object with the member `version`.
///
/// # Example
///
/// ```
/// use default::Event;
///
/// let json = r#"{
///   "version": "v1"
/// }"#;
/// let value: Event = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `const_default.yaml#/components/schemas/Event`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Event {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `version`: [`EventVersion`].
    ///
    /// Filled in where it is absent. If it was absent, it is not written.
    #[serde(
        default = "EventVersion::absent",
        skip_serializing_if = "EventVersion::is_absent"
    )]
    pub version: EventVersion,
}

crate::support::construct::construct! {
    Event::new() { record: Default::default(), version: Default::default() }
}

crate::support::record::record!(Event.record);

/// In JSON always `v1`; another value that was read is kept.
///
/// Default: `"v1"`
///
/// Schema: `const_default.yaml#/components/schemas/Event/properties/version`
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct EventVersion(Option<String>, crate::support::absence::Absence);

crate::support::constant::text!(EventVersion = "v1", optional);

crate::support::published::published! {
    Event = include_str!("../schema/event.schema.json");
    EventVersion = r#"{"$schema":"https://json-schema.org/draft/2020-12/schema","const":"v1","default":"v1"}"#;
}
