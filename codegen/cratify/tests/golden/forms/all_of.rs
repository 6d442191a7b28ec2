// src/note_request.rs
use serde::{Deserialize, Serialize};

/// Object with the member `text`.
///
/// Sent in requests: without `created`, which is read-only.
///
/// # Example
///
/// ```
/// use shop::NoteRequest;
///
/// let json = r#"{
///   "text": "string"
/// }"#;
/// let value: NoteRequest = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `all_of.yaml#/components/schemas/Note`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct NoteRequest {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `text`: string.
    pub text: String,
}

crate::support::construct::construct! {
    NoteRequest::new(text: impl Into<String>) {
        record: Default::default(), text: text.into(),
    }
}

crate::support::record::record! {
    NoteRequest.record except "created";
}

crate::support::published::published! {
    NoteRequest = include_str!("../schema/note_request.schema.json");
}
