// src/holder.rs
use serde::{Deserialize, Serialize};

use crate::Named;

/// Object with the members `named` and `trivial`.
///
/// # Example
///
/// ```
/// use one::Holder;
///
/// let json = r#"{
///   "named": {},
///   "trivial": {}
/// }"#;
/// let value: Holder = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `one.yaml#/components/schemas/Holder`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Holder {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// Documented where it is used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Named"))]
    pub named: Option<Named>,
    /// `trivial`: [`HolderTrivial`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "HolderTrivial"))]
    pub trivial: Option<HolderTrivial>,
}

crate::support::construct::construct! {
    Holder::new() { record: Default::default() }
    with_named(named: impl Into<Named>);
    with_trivial(trivial: impl Into<HolderTrivial>);
}

crate::support::record::record!(Holder.record);

/// Object with the member `name`.
///
/// # Example
///
/// ```
/// use one::HolderTrivial;
///
/// let json = r#"{}"#;
/// let value: HolderTrivial = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `one.yaml#/components/schemas/Holder/properties/trivial`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(inline, transform = Self::docs))]
#[non_exhaustive]
pub struct HolderTrivial {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `name`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub name: Option<String>,
}

crate::support::construct::construct! {
    HolderTrivial::new() { record: Default::default() }
    with_name(name: impl Into<String>);
}

crate::support::record::record!(HolderTrivial.record);

crate::support::published::published! {
    Holder = include_str!("../schema/holder.schema.json");
    HolderTrivial = include_str!("../schema/holder_trivial.schema.json");
}

// src/impossible.rs
use serde::{Deserialize, Serialize};

/// No value is valid: the type has no values.
///
/// Schema: `one.yaml#/components/schemas/Impossible`
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Impossible {}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Impossible {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Impossible".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = crate::support::schema::schema("{\"not\":{}}");
        Self::docs(&mut schema);
        schema
    }
}

crate::support::published::published! {
    Impossible = include_str!("../schema/impossible.schema.json");
}
