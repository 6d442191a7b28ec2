// src/alarm.rs
/// Integer `20` or `-1`.
///
/// # Example
///
/// ```
/// use words::Alarm;
///
/// let json = r#"20"#;
/// let value: Alarm = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `words_of_narrowed.yaml#/components/schemas/Alarm`
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Alarm {
    /// `20`
    High,
    /// `-1`
    None,
    /// A value that this version of the schema does not list.
    Unknown(i64),
}

crate::support::open_enum::integer! {
    impl Alarm {
        High = 20;
        None = -1;
    }
}

crate::support::published::published! {
    Alarm = include_str!("../schema/alarm.schema.json");
}
