// src/event.rs
use serde::{Deserialize, Serialize};

/// Object with the member `kind`.
///
/// # Example
///
/// ```
/// use const_types::Event;
///
/// let json = r#"{
///   "kind": "created"
/// }"#;
/// let value: Event = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `const.yaml#/components/schemas/Event`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Event {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `kind`: [`EventKind`].
    pub kind: EventKind,
}

crate::support::construct::construct! {
    Event::new() { record: Default::default(), kind: Default::default() }
}

crate::support::record::record!(Event.record);

/// In JSON always `created`; another value that was read is kept.
///
/// Schema: `const.yaml#/components/schemas/Event/properties/kind`
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct EventKind(Option<String>);

crate::support::constant::text!(EventKind = "created");

crate::support::published::published! {
    Event = include_str!("../schema/event.schema.json");
    EventKind = r#"{"$schema":"https://json-schema.org/draft/2020-12/schema","const":"created"}"#;
}
