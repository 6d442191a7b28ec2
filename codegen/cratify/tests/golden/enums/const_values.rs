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
#[serde(crate = "crate::support::object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Event {
    /// `version`: [`EventVersion`].
    pub version: EventVersion,
    /// `empty`: null.
    pub empty: (),
}

impl Event {
    /// Creates a value with its required members, and without optional ones.
    #[must_use]
    pub fn new(empty: ()) -> Self {
        Self {
            version: EventVersion::default(),
            empty,
        }
    }
}

crate::support::published::published!(
    Event, include_str!("../schema/event.schema.json")
);

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

impl EventVersion {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 1] = [Self::N2];

    /// The value in JSON.
    #[must_use]
    pub const fn as_i64(self) -> i64 {
        match self {
            Self::N2 => 2,
            Self::Unknown(number) => number,
        }
    }

    const fn known(number: i64) -> Option<Self> {
        Some(
            match number {
                2 => Self::N2,
                _ => return None,
            },
        )
    }
}

crate::support::open_enum::integer!(EventVersion);

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for EventVersion {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "EventVersion".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = crate::support::schema::schema("{\"enum\":[2]}");
        Self::docs(&mut schema);
        schema
    }
}

crate::support::published::published!(
    EventVersion, include_str!("../schema/event_version.schema.json")
);
