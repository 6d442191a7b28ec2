// src/create_pet_request.rs
use serde::{Deserialize, Serialize};

/// The pet to create.
///
/// The body of a request to `POST /pets`: Creates a pet.
///
/// # Example
///
/// ```
/// use body::CreatePetRequest;
///
/// let json = r#"{
///   "name": "string"
/// }"#;
/// let value: CreatePetRequest = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `body.yaml#/paths/~1pets/post/requestBody/content/application~1json/schema`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct CreatePetRequest {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `name`: string.
    pub name: String,
}

crate::support::construct::construct! {
    CreatePetRequest::new(name: impl Into<String>) {
        record: Default::default(), name: name.into(),
    }
}

crate::support::record::record!(CreatePetRequest.record);

crate::support::published::published! {
    CreatePetRequest = include_str!("../schema/create_pet_request.schema.json");
}
