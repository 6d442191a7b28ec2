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

impl Alarm {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 2] = [Self::High, Self::None];

    /// The value in JSON.
    #[must_use]
    pub const fn as_i64(self) -> i64 {
        match self {
            Self::High => 20,
            Self::None => -1,
            Self::Unknown(number) => number,
        }
    }

    const fn known(number: i64) -> Option<Self> {
        Some(
            match number {
                20 => Self::High,
                -1 => Self::None,
                _ => return None,
            },
        )
    }
}

crate::support::open_enum::integer!(Alarm);

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Alarm {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Alarm".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = crate::support::schema::schema("{\"enum\":[20,-1]}");
        Self::docs(&mut schema);
        schema
    }
}

crate::support::published::published!(
    Alarm, include_str!("../schema/alarm.schema.json")
);
