// src/priority.rs
/// Integer `1` or `2`.
///
/// # Example
///
/// ```
/// use closed::Priority;
///
/// let json = r#"1"#;
/// let value: Priority = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `closed_integers.yaml#/components/schemas/Priority`
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Priority {
    /// `1`
    N1,
    /// `2`
    N2,
}

crate::support::closed_enum::integer! {
    impl Priority {
        N1 = 1;
        N2 = 2;
    }
}

crate::support::published::published! {
    Priority = include_str!("../schema/priority.schema.json");
}
