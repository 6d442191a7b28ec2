// src/event.rs
use serde::{Deserialize, Serialize};

/// Object with the member `note`.
///
/// # Example
///
/// ```
/// use optional::Event;
///
/// let json = r#"{
///   "note": "maybe"
/// }"#;
/// let value: Event = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `const_optional.yaml#/components/schemas/Event`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Event {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `note`: [`EventNote`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "EventNote"))]
    pub note: Option<EventNote>,
}

crate::support::construct::construct! {
    Event::new() { record: Default::default() }
    with_note(note: impl Into<EventNote>);
}

crate::support::record::record!(Event.record);

/// String `maybe`.
///
/// # Example
///
/// ```
/// use optional::EventNote;
///
/// let json = r#""maybe""#;
/// let value: EventNote = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `const_optional.yaml#/components/schemas/Event/properties/note`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum EventNote {
    /// `maybe`
    #[default]
    Maybe,
    /// A value that this version of the schema does not list.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl EventNote in place {
        Maybe = "maybe";
    }
}

crate::support::published::published! {
    Event = include_str!("../schema/event.schema.json");
    EventNote = include_str!("../schema/event_note.schema.json");
}
