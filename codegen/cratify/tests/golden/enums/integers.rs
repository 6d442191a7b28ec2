// src/priority.rs
/// The values of `Priority`.
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
    /// A value that the schema did not list when this crate was made. It is written back as
    /// it was read.
    Unknown(i64),
}

impl Priority {
    /// The values that the schema lists, in its order.
    pub const ALL: [Self; 3] = [Self::N1, Self::N2, Self::Minus3];

    /// The value as JSON has it.
    #[must_use]
    pub const fn as_i64(self) -> i64 {
        match self {
            Self::N1 => 1,
            Self::N2 => 2,
            Self::Minus3 => -3,
            Self::Unknown(number) => number,
        }
    }

    const fn known(number: i64) -> Option<Self> {
        Some(
            match number {
                1 => Self::N1,
                2 => Self::N2,
                -3 => Self::Minus3,
                _ => return None,
            },
        )
    }
}

crate::support::value::integer!(Priority);

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Priority {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Priority".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        crate::support::schema::schema("{\"enum\":[1,2,-3]}")
    }
}

impl Priority {
    /// The JSON Schema of [`Priority`]: draft 2020-12, complete in itself.
    pub const SCHEMA: &'static str = include_str!("../schema/priority.schema.json");
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Priority);
