// src/limit.rs
/// Value `"unlimited"`, `0`, `1.5` or `true`.
///
/// # Example
///
/// ```
/// use mixed::Limit;
///
/// let json = r#""unlimited""#;
/// let value: Limit = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `mixed.yaml#/components/schemas/Limit`
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Limit {
    /// `"unlimited"`
    Unlimited,
    /// `0`
    N0,
    /// `1.5`
    N1Point5,
    /// `true`
    True,
    /// A value that this version of the schema does not list.
    Unknown(serde_json::Value),
}

impl Limit {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 4] = [Self::Unlimited, Self::N0, Self::N1Point5, Self::True];

    /// The value in JSON.
    #[must_use]
    pub fn to_value(&self) -> serde_json::Value {
        match self {
            Self::Unlimited => serde_json::json!("unlimited"),
            Self::N0 => serde_json::json!(0),
            Self::N1Point5 => serde_json::json!(1.5),
            Self::True => serde_json::json!(true),
            Self::Unknown(value) => value.clone(),
        }
    }
}

crate::support::open_enum::value!(Limit);

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Limit {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Limit".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = crate::support::schema::schema(
            "{\"enum\":[\"unlimited\",0,1.5,true]}",
        );
        Self::docs(&mut schema);
        schema
    }
}

crate::support::published::published! {
    Limit = include_str!("../schema/limit.schema.json");
}
