// src/file.rs
use serde::{Deserialize, Serialize};

/// Object with the members `content`, `thumbnail`, `parts` and `note`.
///
/// # Example
///
/// ```
/// use files::File;
///
/// let json = r#"{
///   "content": "aGVsbG8="
/// }"#;
/// let value: File = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `base64.yaml#/components/schemas/File`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct File {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// The bytes.
    #[serde(with = "crate::support::base64")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub content: Vec<u8>,
    /// A small picture.
    ///
    /// Constraints: format `byte`.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "crate::support::codec::As::<Option<crate::support::extern_codec::Base64>>"
    )]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<String>", extend("format" = "byte"))
    )]
    pub thumbnail: Option<Vec<u8>>,
    /// The bytes of each part.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "crate::support::codec::As::<Option<Vec<crate::support::extern_codec::Base64>>>"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "Vec<String>"))]
    pub parts: Option<Vec<Vec<u8>>>,
    /// A text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub note: Option<String>,
}

crate::support::construct::construct! {
    File::new(content: Vec<u8>) { record: Default::default(), content }
    with_thumbnail(thumbnail: Vec<u8>);
    with_parts(parts: Vec<Vec<u8>>);
    with_note(note: impl Into<String>);
}

crate::support::record::record! {
    File.record;
    thumbnail = "thumbnail": is_null_thumbnail, set_null_thumbnail;
}

crate::support::published::published! {
    File = include_str!("../schema/file.schema.json");
}
