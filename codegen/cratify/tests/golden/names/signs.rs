// src/sort.rs
use serde::Serialize;

/// String `votes-+1`, `votes--1`, `created`, `-created` or 4 more values.
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
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
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
    /// A value that this version of the schema does not list.
    #[serde(untagged)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(#[serde(serialize_with = "crate::support::unknown::write")] String),
}

impl Sort {
    /// All listed values, in the order of the schema.
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

    /// The value in JSON.
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

crate::support::open_enum::string!(Sort);

crate::support::published::published!(Sort, include_str!("../schema/sort.schema.json"));
