// src/priority.rs
/// Integer `1`, `2` or `-3`.
///
/// # Example
///
/// ```
/// use integers::Priority;
///
/// let json = r#"1"#;
/// let value: Priority = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `integers.yaml#/components/schemas/Priority`
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Priority {
    /// `1`
    N1,
    /// `2`
    N2,
    /// `-3`
    Minus3,
    /// A value that this version of the schema does not list.
    Unknown(i64),
}

crate::support::open_enum::integer! {
    impl Priority {
        N1 = 1;
        N2 = 2;
        Minus3 = -3;
    }
}

crate::support::published::published! {
    Priority = include_str!("../schema/priority.schema.json");
}
