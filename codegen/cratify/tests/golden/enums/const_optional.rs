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
#[serde(crate = "crate::support::object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Event {
    /// `note`: [`EventNote`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "EventNote"))]
    pub note: Option<EventNote>,
}

impl Event {
    /// Creates a value without optional members.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

crate::support::setters::setters! {
    impl Event {
        with_note(note: impl Into<EventNote>);
    }
}

crate::support::published::published!(
    Event, include_str!("../schema/event.schema.json")
);

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
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(inline, transform = Self::docs))]
#[non_exhaustive]
pub enum EventNote {
    /// `maybe`
    #[default]
    #[serde(rename = "maybe")]
    Maybe,
    /// A value that this version of the schema does not list.
    #[serde(untagged)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(#[serde(serialize_with = "crate::support::unknown::write")] String),
}

impl EventNote {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 1] = [Self::Maybe];

    /// The value in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Maybe => "maybe",
            Self::Unknown(text) => text,
        }
    }

    fn known(text: &str) -> Option<Self> {
        Some(
            match text {
                "maybe" => Self::Maybe,
                _ => return None,
            },
        )
    }
}

crate::support::open_enum::string!(EventNote);

crate::support::published::published!(
    EventNote, include_str!("../schema/event_note.schema.json")
);
