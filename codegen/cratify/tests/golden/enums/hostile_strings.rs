// src/values.rs
use serde::Serialize;

/// String `""`, `a`, `A`, `1` or 7 more values.
///
/// # Example
///
/// ```
/// use hostile::Values;
///
/// let json = r#""""#;
/// let value: Values = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `hostile_strings.yaml#/components/schemas/Values`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub enum Values {
    /// `""`
    #[serde(rename = "")]
    Empty,
    /// `a`
    #[serde(rename = "a")]
    A2,
    /// `A`
    A,
    /// `1`
    #[serde(rename = "1")]
    N1,
    /// `+1`
    #[serde(rename = "+1")]
    Plus1,
    /// `a-b`
    #[serde(rename = "a-b")]
    AB,
    /// `a_b`
    #[serde(rename = "a_b")]
    AUnderscoreB,
    /// `Self`
    #[serde(rename = "Self")]
    SelfValue,
    /// `unknown`
    #[serde(rename = "unknown")]
    UnknownValue,
    /// `"\ `
    #[serde(rename = "\"\\\n")]
    DoubleQuoteBackslashUa,
    /// `😀`
    #[serde(rename = "😀")]
    U1f600,
    /// A value that this version of the schema does not list.
    #[serde(untagged)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(#[serde(serialize_with = "crate::support::unknown::write")] String),
}

impl Values {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 11] = [
        Self::Empty,
        Self::A2,
        Self::A,
        Self::N1,
        Self::Plus1,
        Self::AB,
        Self::AUnderscoreB,
        Self::SelfValue,
        Self::UnknownValue,
        Self::DoubleQuoteBackslashUa,
        Self::U1f600,
    ];

    /// The value in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Empty => "",
            Self::A2 => "a",
            Self::A => "A",
            Self::N1 => "1",
            Self::Plus1 => "+1",
            Self::AB => "a-b",
            Self::AUnderscoreB => "a_b",
            Self::SelfValue => "Self",
            Self::UnknownValue => "unknown",
            Self::DoubleQuoteBackslashUa => "\"\\\n",
            Self::U1f600 => "😀",
            Self::Unknown(text) => text,
        }
    }

    fn known(text: &str) -> Option<Self> {
        Some(
            match text {
                "" => Self::Empty,
                "a" => Self::A2,
                "A" => Self::A,
                "1" => Self::N1,
                "+1" => Self::Plus1,
                "a-b" => Self::AB,
                "a_b" => Self::AUnderscoreB,
                "Self" => Self::SelfValue,
                "unknown" => Self::UnknownValue,
                "\"\\\n" => Self::DoubleQuoteBackslashUa,
                "😀" => Self::U1f600,
                _ => return None,
            },
        )
    }
}

crate::support::open_enum::string!(Values);

crate::support::published::published!(
    Values, include_str!("../schema/values.schema.json")
);
