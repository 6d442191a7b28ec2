// src/level.rs
/// Integer `1` or `2`.
///
/// # Example
///
/// ```
/// use constants::Level;
///
/// let json = r#"1"#;
/// let value: Level = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `one_of_constants.yaml#/components/schemas/Level`
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Level {
    /// Hardly any.
    ///
    /// In JSON: `1`
    Low,
    /// `2`
    #[deprecated]
    High,
    /// A value that this version of the schema does not list.
    Unknown(i64),
}

impl Level {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 2] = [Self::Low, Self::High];

    /// The value in JSON.
    #[must_use]
    pub const fn as_i64(self) -> i64 {
        match self {
            Self::Low => 1,
            Self::High => 2,
            Self::Unknown(number) => number,
        }
    }

    const fn known(number: i64) -> Option<Self> {
        Some(
            match number {
                1 => Self::Low,
                2 => Self::High,
                _ => return None,
            },
        )
    }
}

crate::support::open_enum::integer!(Level);

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Level {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Level".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = crate::support::schema::schema("{\"enum\":[1,2]}");
        Self::docs(&mut schema);
        schema
    }
}

crate::support::published::published!(
    Level, include_str!("../schema/level.schema.json")
);
