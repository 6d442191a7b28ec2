// src/status.rs
/// String `open` or `closed`.
///
/// # Example
///
/// ```
/// use closed::Status;
///
/// let json = r#""open""#;
/// let value: Status = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `closed_strings.yaml#/components/schemas/Status`
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// `open`
    Open,
    /// `closed`
    Closed,
}

crate::support::closed_enum::string! {
    impl Status {
        Open = "open";
        Closed = "closed";
    }
}

crate::support::published::published! {
    Status = include_str!("../schema/status.schema.json");
}
