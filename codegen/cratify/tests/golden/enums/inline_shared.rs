// src/filter.rs
use serde::{Deserialize, Serialize};

/// Object with the members `should`, `must` and `sorted`.
///
/// # Example
///
/// ```
/// use shared::Filter;
///
/// let json = r#"{
///   "should": "all",
///   "must": "all",
///   "sorted": "any"
/// }"#;
/// let value: Filter = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `inline_shared.yaml#/components/schemas/Filter`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Filter {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `should`: [`FilterMust`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "FilterMust"))]
    pub should: Option<FilterMust>,
    /// `must`: [`FilterMust`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "FilterMust"))]
    pub must: Option<FilterMust>,
    /// `sorted`: [`FilterSorted`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "FilterSorted"))]
    pub sorted: Option<FilterSorted>,
}

crate::support::construct::construct! {
    Filter::new() { record: Default::default() }
    with_should(should: impl Into<FilterMust>);
    with_must(must: impl Into<FilterMust>);
    with_sorted(sorted: impl Into<FilterSorted>);
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
/// Schema: `inline_shared.yaml#/components/schemas/Filter/properties/must`
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

/// String `any` or `all`.
///
/// # Example
///
/// ```
/// use shared::FilterSorted;
///
/// let json = r#""any""#;
/// let value: FilterSorted = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `inline_shared.yaml#/components/schemas/Filter/properties/sorted`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FilterSorted {
    /// `any`
    Any,
    /// `all`
    All,
    /// A value that this version of the schema does not list.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl FilterSorted in place {
        Any = "any";
        All = "all";
    }
}

crate::support::published::published! {
    Filter = include_str!("../schema/filter.schema.json");
    FilterMust = include_str!("../schema/filter_must.schema.json");
    FilterSorted = include_str!("../schema/filter_sorted.schema.json");
}
