// src/status.rs
use serde::Serialize;

/// String `open`, `in-progress` or `closed`.
///
/// # Example
///
/// ```
/// use strings::Status;
///
/// let json = r#""open""#;
/// let value: Status = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `strings.yaml#/components/schemas/Status`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub enum Status {
    /// `open`
    #[serde(rename = "open")]
    Open,
    /// `in-progress`
    #[serde(rename = "in-progress")]
    InProgress,
    /// `closed`
    #[serde(rename = "closed")]
    Closed,
    /// A value that this version of the schema does not list.
    #[serde(untagged)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(#[serde(serialize_with = "crate::support::unknown::write")] String),
}

impl Status {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 3] = [Self::Open, Self::InProgress, Self::Closed];

    /// The value in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Open => "open",
            Self::InProgress => "in-progress",
            Self::Closed => "closed",
            Self::Unknown(text) => text,
        }
    }

    fn known(text: &str) -> Option<Self> {
        Some(
            match text {
                "open" => Self::Open,
                "in-progress" => Self::InProgress,
                "closed" => Self::Closed,
                _ => return None,
            },
        )
    }
}

crate::support::open_enum::string!(Status);

crate::support::published::published!(
    Status, include_str!("../schema/status.schema.json")
);
