// src/bounds.rs
use serde::{Deserialize, Serialize};

/// Integer.
///
/// Constraints: at least 5, at most 3.
///
/// Schema: `contradictions.yaml#/components/schemas/Bounds`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(extend("minimum" = 5), extend("maximum" = 3), transform = Self::docs)
)]
pub struct Bounds(#[serde(deserialize_with = "crate::support::number::read")] pub i64);

impl From<i64> for Bounds {
    fn from(value: i64) -> Self {
        Self(value)
    }
}

crate::support::newtype::display!(Bounds);

crate::support::newtype::parse!(Bounds, i64);

crate::support::published::published! {
    Bounds = include_str!("../schema/bounds.schema.json");
}

// src/mismatch.rs
use serde::{Deserialize, Serialize};

/// No value is valid: the type has no values.
///
/// Schema: `contradictions.yaml#/components/schemas/Mismatch`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mismatch {}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Mismatch {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Mismatch".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = crate::support::schema::schema("{\"not\":{}}");
        Self::docs(&mut schema);
        schema
    }
}

crate::support::published::published! {
    Mismatch = include_str!("../schema/mismatch.schema.json");
}

// src/nothing.rs
use serde::{Deserialize, Serialize};

/// No value is valid: the type has no values.
///
/// Schema: `contradictions.yaml#/components/schemas/Nothing`
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
