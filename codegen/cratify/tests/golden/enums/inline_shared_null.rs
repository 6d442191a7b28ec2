// src/filter.rs
use serde::{Deserialize, Serialize};

/// Object with the members `must` and `must_not`.
///
/// # Example
///
/// ```
/// use shared::Filter;
///
/// let json = r#"{
///   "must": "all",
///   "must_not": "all"
/// }"#;
/// let value: Filter = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `inline_shared_null.yaml#/components/schemas/Filter`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Filter {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `must`: [`FilterMust`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "FilterMust"))]
    pub must: Option<FilterMust>,
    /// `must_not`: [`FilterMustNot`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "FilterMustNot"))]
    pub must_not: Option<FilterMustNot>,
}

crate::support::construct::construct! {
    Filter::new() { record: Default::default() }
    with_must(must: impl Into<FilterMust>);
    with_must_not(must_not: impl Into<FilterMustNot>);
}

crate::support::record::record!(Filter.record);

/// String `all` or `any`.
///
/// # Example
///
/// ```
/// use shared::FilterMust;
///
/// let json = r#""all""#;
/// let value: FilterMust = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `inline_shared_null.yaml#/components/schemas/Filter/properties/must`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FilterMust {
    /// `all`
    All,
    /// `any`
    Any,
    /// A value that this version of the schema does not list.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl FilterMust in place {
        All = "all";
        Any = "any";
    }
}

/// String `all` or `any`.
///
/// # Example
///
/// ```
/// use shared::FilterMustNot;
///
/// let json = r#""all""#;
/// let value: FilterMustNot = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `inline_shared_null.yaml#/components/schemas/Filter/properties/must_not`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FilterMustNot {
    /// `all`
    All,
    /// `any`
    Any,
    /// A value that this version of the schema does not list.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl FilterMustNot in place {
        All = "all";
        Any = "any";
    }
}

crate::support::published::published! {
    Filter = include_str!("../schema/filter.schema.json");
    FilterMust = include_str!("../schema/filter_must.schema.json");
    FilterMustNot = include_str!("../schema/filter_must_not.schema.json");
}
