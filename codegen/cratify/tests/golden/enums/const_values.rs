// src/event.rs
use serde::{Deserialize, Serialize};

/// Object with the members `version` and `empty`.
///
/// # Example
///
/// ```
/// use const_types::Event;
///
/// let json = r#"{
///   "version": 2,
///   "empty": null
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
}

crate::support::construct::construct! {
    Event::new(empty: ()) {
        record: Default::default(),
        version: Default::default(),
        empty,
    }
}

crate::support::record::record!(Event.record);

/// Integer `2`.
///
/// Schema: `const_values.yaml#/components/schemas/Event/properties/version`
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum EventVersion {
    /// `2`
    #[default]
    N2,
    /// A value that this version of the schema does not list.
    Unknown(i64),
}

crate::support::open_enum::integer! {
    impl EventVersion in place {
        N2 = 2;
    }
}

crate::support::published::published! {
    Event = include_str!("../schema/event.schema.json");
    EventVersion = include_str!("../schema/event_version.schema.json");
}
