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

impl Priority {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 2] = [Self::N1, Self::N2];

    const LISTED: &'static [&'static str] = &["1", "2"];

    /// The value in JSON.
    #[must_use]
    pub const fn as_i64(self) -> i64 {
        match self {
            Self::N1 => 1,
            Self::N2 => 2,
        }
    }

    const fn known(number: i64) -> Option<Self> {
        Some(
            match number {
                1 => Self::N1,
                2 => Self::N2,
                _ => return None,
            },
        )
    }
}

crate::support::closed_enum::integer!(Priority);

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Priority {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Priority".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = crate::support::schema::schema("{\"enum\":[1,2]}");
        Self::docs(&mut schema);
        schema
    }
}

crate::support::published::published!(
    Priority, include_str!("../schema/priority.schema.json")
);
