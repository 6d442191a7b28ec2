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
/// Schema: `inline_shared_owner.yaml#/components/schemas/Query`
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
/// Schema: `inline_shared_owner.yaml#/components/schemas/Query/properties/must`
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
