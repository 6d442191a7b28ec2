// src/sort.rs
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
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Sort {
    /// `votes-+1`
    VotesPlus1,
    /// `votes--1`
    VotesMinus1,
    /// `created`
    Created,
    /// `-created`
    MinusCreated,
    /// `A`
    A,
    /// `A+`
    APlus,
    /// `A-`
    AMinus,
    /// `B+`
    B,
    /// A value that this version of the schema does not list.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl Sort {
        VotesPlus1 = "votes-+1";
        VotesMinus1 = "votes--1";
        Created = "created";
        MinusCreated = "-created";
        A = "A";
        APlus = "A+";
        AMinus = "A-";
        B = "B+";
    }
}

crate::support::published::published! {
    Sort = include_str!("../schema/sort.schema.json");
}
