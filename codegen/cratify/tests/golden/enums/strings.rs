// src/status.rs
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
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Status {
    /// `open`
    Open,
    /// `in-progress`
    InProgress,
    /// `closed`
    Closed,
    /// A value that this version of the schema does not list.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl Status {
        Open = "open";
        InProgress = "in-progress";
        Closed = "closed";
    }
}

crate::support::published::published! {
    Status = include_str!("../schema/status.schema.json");
}
