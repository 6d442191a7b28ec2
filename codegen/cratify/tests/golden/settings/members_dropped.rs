// src/note.rs
use serde::{Deserialize, Serialize};

/// Object with the member `text`.
///
/// # Example
///
/// ```
/// use dropped::Note;
///
/// let json = r#"{}"#;
/// let value: Note = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `members_dropped.yaml#/components/schemas/Note`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Note {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `text`: string or null.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

crate::support::construct::construct! {
    Note::new() { record: Default::default() }
    with_text(text: impl Into<String>);
}

crate::support::record::nulls! {
    Note.record;
    text = "text": is_null_text, set_null_text;
}

crate::support::published::published! {
    Note = include_str!("../schema/note.schema.json");
}

// src/order.rs
use serde::{Deserialize, Serialize};

/// Object with the member `id`.
///
/// # Example
///
/// ```
/// use dropped::Order;
///
/// let json = r#"{
///   "id": 1
/// }"#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `members_dropped.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Order {
    /// `id`: integer.
    #[serde(deserialize_with = "crate::support::number::read")]
    pub id: i64,
}

crate::support::construct::construct! {
    Order::new(id: i64) { id }
}

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
}
