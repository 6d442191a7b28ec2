// src/bounds.rs
use serde::{Deserialize, Serialize};

/// Integer.
///
/// Constraints: at least 5, at most 3.
///
/// Schema: `contradictions.yaml#/components/schemas/Bounds`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(description = "", extend("minimum" = 5), extend("maximum" = 3))
)]
pub struct Bounds(#[serde(deserialize_with = "crate::support::number::read")] pub i64);

impl From<i64> for Bounds {
    fn from(value: i64) -> Self {
        Self(value)
    }
}

impl Bounds {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/bounds.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Bounds);

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
        crate::support::schema::schema("{\"not\":{}}")
    }
}

impl Mismatch {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/mismatch.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Mismatch);

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
        crate::support::schema::schema("{\"not\":{}}")
    }
}

impl Nothing {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/nothing.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Nothing);
