// src/status.rs
use serde::Serialize;

/// String `open` or `closed`.
///
/// # Example
///
/// ```
/// use document::Status;
///
/// let json = r#""open""#;
/// let value: Status = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `closed_by_document.yaml#/components/schemas/Status`
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
pub enum Status {
    /// `open`
    #[serde(rename = "open")]
    Open,
    /// `closed`
    #[serde(rename = "closed")]
    Closed,
}

impl Status {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 2] = [Self::Open, Self::Closed];

    const LISTED: &'static [&'static str] = &["open", "closed"];

    /// The value in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }

    fn known(text: &str) -> Option<Self> {
        Some(
            match text {
                "open" => Self::Open,
                "closed" => Self::Closed,
                _ => return None,
            },
        )
    }
}

crate::support::closed_enum::string!(Status);

crate::support::published::published!(
    Status, include_str!("../schema/status.schema.json")
);
