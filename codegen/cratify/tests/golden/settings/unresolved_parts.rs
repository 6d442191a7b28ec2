// src/again.rs
use serde::{Deserialize, Serialize};

/// Object with the member `a`.
///
/// # Example
///
/// ```
/// use unresolved_parts::Again;
///
/// let json = r#"{}"#;
/// let value: Again = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `unresolved_parts.yaml#/components/schemas/Again`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Again {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `a`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub a: Option<String>,
}

crate::support::construct::construct! {
    Again::new() { record: Default::default() }
    with_a(a: impl Into<String>);
}

crate::support::record::record!(Again.record);

crate::support::published::published! {
    Again = include_str!("../schema/again.schema.json");
}

// src/either.rs
use serde::{Deserialize, Serialize};

/// Any JSON value.
///
/// Constraints:
/// `anyOf: [{},{"type":"object","required":["b"],"properties":{"b":{"type":"string"}}}]`.
///
/// Schema: `unresolved_parts.yaml#/components/schemas/Either`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(
        extend(
            "anyOf" = [{},
            {"type":"object",
            "required":["b"],
            "properties":{"b":{"type":"string"}}}]
        ),
        transform = Self::docs
    )
)]
pub struct Either(pub serde_json::Value);

impl From<serde_json::Value> for Either {
    fn from(value: serde_json::Value) -> Self {
        Self(value)
    }
}

crate::support::published::published! {
    Either = include_str!("../schema/either.schema.json");
}
