// src/filter.rs
use serde::{Deserialize, Serialize};

/// Object with the members `should`, `must`, `must_not` and `sorted`.
///
/// # Example
///
/// ```
/// use shared::Filter;
///
/// let json = r#"{
///   "should": "all",
///   "must": "all",
///   "must_not": "all",
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
    /// `must_not`: [`FilterMustNot`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "FilterMustNot"))]
    pub must_not: Option<FilterMustNot>,
    /// `sorted`: [`FilterSorted`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "FilterSorted"))]
    pub sorted: Option<FilterSorted>,
}

crate::support::construct::construct! {
    Filter::new() { record: Default::default() }
    with_should(should: impl Into<FilterMust>);
    with_must(must: impl Into<FilterMust>);
    with_must_not(must_not: impl Into<FilterMustNot>);
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
/// Schema: `inline_shared.yaml#/components/schemas/Filter/properties/must_not`
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
    FilterMustNot = include_str!("../schema/filter_must_not.schema.json");
    FilterSorted = include_str!("../schema/filter_sorted.schema.json");
}

// src/query.rs
use serde::{Deserialize, Serialize};

/// Object with the member `must`.
///
/// # Example
///
/// ```
/// use shared::Query;
///
/// let json = r#"{
///   "must": "all"
/// }"#;
/// let value: Query = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `inline_shared.yaml#/components/schemas/Query`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Query {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `must`: [`QueryMust`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "QueryMust"))]
    pub must: Option<QueryMust>,
}

crate::support::construct::construct! {
    Query::new() { record: Default::default() }
    with_must(must: impl Into<QueryMust>);
}

crate::support::record::record!(Query.record);

/// String `all` or `any`.
///
/// # Example
///
/// ```
/// use shared::QueryMust;
///
/// let json = r#""all""#;
/// let value: QueryMust = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `inline_shared.yaml#/components/schemas/Query/properties/must`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum QueryMust {
    /// `all`
    All,
    /// `any`
    Any,
    /// A value that this version of the schema does not list.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl QueryMust in place {
        All = "all";
        Any = "any";
    }
}

crate::support::published::published! {
    Query = include_str!("../schema/query.schema.json");
    QueryMust = include_str!("../schema/query_must.schema.json");
}
