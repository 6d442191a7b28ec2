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
#[serde(crate = "crate::support::object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Event {
    /// `kind`: [`EventKind`].
    pub kind: EventKind,
}

impl Event {
    /// Creates a value without optional members.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

crate::support::published::published!(
    Event, include_str!("../schema/event.schema.json")
);

/// String `created`.
///
/// Schema: `const.yaml#/components/schemas/Event/properties/kind`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(inline, transform = Self::docs))]
#[non_exhaustive]
pub enum EventKind {
    /// `created`
    #[default]
    #[serde(rename = "created")]
    Created,
    /// A value that this version of the schema does not list.
    #[serde(untagged)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(#[serde(serialize_with = "crate::support::unknown::write")] String),
}

impl EventKind {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 1] = [Self::Created];

    /// The value in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Created => "created",
            Self::Unknown(text) => text,
        }
    }

    fn known(text: &str) -> Option<Self> {
        Some(
            match text {
                "created" => Self::Created,
                _ => return None,
            },
        )
    }
}

crate::support::open_enum::string!(EventKind);

crate::support::published::published!(
    EventKind, include_str!("../schema/event_kind.schema.json")
);
