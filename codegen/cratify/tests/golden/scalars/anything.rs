// src/anything.rs
use serde::{Deserialize, Serialize};

/// Any JSON value.
///
/// # Example
///
/// ```
/// use anything::Anything;
///
/// let json = r#"{
///   "key": "value"
/// }"#;
/// let value: Anything = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `anything.yaml#/components/schemas/Anything`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
pub struct Anything(pub serde_json::Value);

impl From<serde_json::Value> for Anything {
    fn from(value: serde_json::Value) -> Self {
        Self(value)
    }
}

crate::support::published::published! {
    Anything = include_str!("../schema/anything.schema.json");
}

// src/nothing.rs
use serde::{Deserialize, Serialize};

/// No value is valid: the type has no values.
///
/// Schema: `anything.yaml#/components/schemas/Nothing`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Nothing {}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Nothing {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Nothing".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = crate::support::schema::schema("{\"not\":{}}");
        Self::docs(&mut schema);
        schema
    }
}

crate::support::published::published! {
    Nothing = include_str!("../schema/nothing.schema.json");
}

// src/null.rs
use serde::{Deserialize, Serialize};

/// Null.
///
/// # Example
///
/// ```
/// use anything::Null;
///
/// let json = r#"null"#;
/// let value: Null = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `anything.yaml#/components/schemas/Null`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
pub struct Null(pub ());

impl From<()> for Null {
    fn from(value: ()) -> Self {
        Self(value)
    }
}

crate::support::published::published! {
    Null = include_str!("../schema/null.schema.json");
}
