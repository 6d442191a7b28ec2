// src/sort.rs
use serde::Serialize;

/// The values of `Sort`.
///
/// # Example
///
/// ```
/// use signs::Sort;
///
/// let json = r#""votes-+1""#;
/// let value: Sort = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `signs.yaml#/components/schemas/Sort`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(description = "")
)]
#[non_exhaustive]
pub enum Sort {
    /// `votes-+1`
    #[serde(rename = "votes-+1")]
    VotesPlus1,
    /// `votes--1`
    #[serde(rename = "votes--1")]
    VotesMinus1,
    /// `created`
    #[serde(rename = "created")]
    Created,
    /// `-created`
    #[serde(rename = "-created")]
    MinusCreated,
    /// `A`
    A,
    /// `A+`
    #[serde(rename = "A+")]
    APlus,
    /// `A-`
    #[serde(rename = "A-")]
    AMinus,
    /// `B+`
    #[serde(rename = "B+")]
    B,
    /// A value that the schema did not list when this crate was made. It is written back as
    /// it was read.
    #[serde(untagged)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(String),
}

impl Sort {
    /// The values that the schema lists, in its order.
    pub const ALL: [Self; 8] = [
        Self::VotesPlus1,
        Self::VotesMinus1,
        Self::Created,
        Self::MinusCreated,
        Self::A,
        Self::APlus,
        Self::AMinus,
        Self::B,
    ];

    /// The value as JSON has it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::VotesPlus1 => "votes-+1",
            Self::VotesMinus1 => "votes--1",
            Self::Created => "created",
            Self::MinusCreated => "-created",
            Self::A => "A",
            Self::APlus => "A+",
            Self::AMinus => "A-",
            Self::B => "B+",
            Self::Unknown(text) => text,
        }
    }

    fn known(text: &str) -> Option<Self> {
        Some(
            match text {
                "votes-+1" => Self::VotesPlus1,
                "votes--1" => Self::VotesMinus1,
                "created" => Self::Created,
                "-created" => Self::MinusCreated,
                "A" => Self::A,
                "A+" => Self::APlus,
                "A-" => Self::AMinus,
                "B+" => Self::B,
                _ => return None,
            },
        )
    }
}

crate::support::text::text!(Sort);

impl Sort {
    /// The JSON Schema of [`Sort`]: draft 2020-12, complete in itself.
    pub const SCHEMA: &'static str = include_str!("../schema/sort.schema.json");
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Sort);
