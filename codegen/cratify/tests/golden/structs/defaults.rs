// src/query.rs
use serde::{Deserialize, Serialize};

/// Object with the members `limit`, `least`, `ratio`, `type` and 6 more members.
///
/// # Example
///
/// ```
/// use defaults::Query;
///
/// let json = r#"{
///   "limit": 1,
///   "least": 1,
///   "ratio": 1.5,
///   "order": "up",
///   "level": 1,
///   "wrong": 1,
///   "unlisted": "a"
/// }"#;
/// let value: Query = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `defaults.yaml#/components/schemas/Query`
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Query {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    nulls: crate::support::nulls::Nulls<Self>,
    /// `limit`: integer, format `uint8`.
    ///
    /// Default: `20`
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "i64", extend("format" = "uint8")))]
    pub limit: Option<u8>,
    /// `least`: integer.
    ///
    /// Default: `-9223372036854775808`
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "i64"))]
    pub least: Option<i64>,
    /// `ratio`: number.
    ///
    /// Default: `1`
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read",
        serialize_with = "crate::support::number::write"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "f64"))]
    pub ratio: Option<f64>,
    /// `type`: string.
    ///
    /// Default: `"a \"b\"\n"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub r#type: Option<String>,
    /// `order`: [`QueryOrder`].
    ///
    /// Default: `"down"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "QueryOrder"))]
    pub order: Option<QueryOrder>,
    /// `level`: [`QueryLevel`].
    ///
    /// Default: `2`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "QueryLevel"))]
    pub level: Option<QueryLevel>,
    /// `wrong`: integer.
    ///
    /// Default: `"many"`
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::number::read"
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "i64"))]
    pub wrong: Option<i64>,
    /// `unlisted`: [`QueryUnlisted`].
    ///
    /// Default: `"c"`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "QueryUnlisted"))]
    pub unlisted: Option<QueryUnlisted>,
    /// `none`: boolean or null.
    ///
    /// Default: `true`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub none: Option<bool>,
    /// `pin`: string, format `password`.
    ///
    /// Sensitive: neither `Debug` nor an error shows the value.
    ///
    /// Default: `"0000"`
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "crate::support::secret::read"
    )]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "String", extend("format" = "password"))
    )]
    pub pin: Option<String>,
}

impl Query {
    /// Creates a value without optional members.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

crate::support::setters::setters! {
    impl Query {
        with_limit(limit: u8);
        with_least(least: i64);
        with_ratio(ratio: f64);
        with_type(r#type: impl Into<String>);
        with_order(order: impl Into<QueryOrder>);
        with_level(level: impl Into<QueryLevel>);
        with_wrong(wrong: i64);
        with_unlisted(unlisted: impl Into<QueryUnlisted>);
        with_none(none: bool);
        with_pin(pin: impl Into<String>);
    }
}

crate::support::defaults::defaults! {
    impl Query {
        limit_or_default = limit: copies u8, 20;
        least_or_default = least: copies i64, -9223372036854775808;
        ratio_or_default = ratio: copies f64, 1.0;
        type_or_default = r#type: reads str, "a \"b\"\n";
        order_or_default = order: borrows QueryOrder, &QueryOrder::Down;
        level_or_default = level: copies QueryLevel, QueryLevel::N2;
    }
}

crate::support::nulls::nulls! {
    Query.nulls;
    none = "none": is_null_none, set_null_none;
}

impl std::fmt::Debug for Query {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Query")
            .field("nulls", &self.nulls)
            .field("limit", &self.limit)
            .field("least", &self.least)
            .field("ratio", &self.ratio)
            .field("type", &self.r#type)
            .field("order", &self.order)
            .field("level", &self.level)
            .field("wrong", &self.wrong)
            .field("unlisted", &self.unlisted)
            .field("none", &self.none)
            .field("pin", &self.pin.as_ref().map(|_| crate::support::secret::Redacted))
            .finish()
    }
}

crate::support::published::published!(
    Query, include_str!("../schema/query.schema.json"), masked
);

/// String `up` or `down`.
///
/// Default: `"down"`
///
/// # Example
///
/// ```
/// use defaults::QueryOrder;
///
/// let json = r#""up""#;
/// let value: QueryOrder = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `defaults.yaml#/components/schemas/Query/properties/order`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(inline, transform = Self::docs))]
#[non_exhaustive]
pub enum QueryOrder {
    /// `up`
    #[serde(rename = "up")]
    Up,
    /// `down`
    #[default]
    #[serde(rename = "down")]
    Down,
    /// A value that this version of the schema does not list.
    #[serde(untagged)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(#[serde(serialize_with = "crate::support::unknown::write")] String),
}

impl QueryOrder {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 2] = [Self::Up, Self::Down];

    /// The value in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Unknown(text) => text,
        }
    }

    fn known(text: &str) -> Option<Self> {
        Some(
            match text {
                "up" => Self::Up,
                "down" => Self::Down,
                _ => return None,
            },
        )
    }
}

crate::support::open_enum::string!(QueryOrder);

crate::support::published::published!(
    QueryOrder, include_str!("../schema/query_order.schema.json")
);

/// Integer `1` or `2`.
///
/// Default: `2`
///
/// # Example
///
/// ```
/// use defaults::QueryLevel;
///
/// let json = r#"1"#;
/// let value: QueryLevel = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `defaults.yaml#/components/schemas/Query/properties/level`
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum QueryLevel {
    /// `1`
    N1,
    /// `2`
    #[default]
    N2,
    /// A value that this version of the schema does not list.
    Unknown(i64),
}

impl QueryLevel {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 2] = [Self::N1, Self::N2];

    /// The value in JSON.
    #[must_use]
    pub const fn as_i64(self) -> i64 {
        match self {
            Self::N1 => 1,
            Self::N2 => 2,
            Self::Unknown(number) => number,
        }
    }

    const fn known(number: i64) -> Option<Self> {
        Some(
            match number {
                1 => Self::N1,
                2 => Self::N2,
                _ => return None,
            },
        )
    }
}

crate::support::open_enum::integer!(QueryLevel);

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for QueryLevel {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "QueryLevel".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = crate::support::schema::schema("{\"enum\":[1,2]}");
        Self::docs(&mut schema);
        schema
    }
}

crate::support::published::published!(
    QueryLevel, include_str!("../schema/query_level.schema.json")
);

/// String `a` or `b`.
///
/// Default: `"c"`
///
/// # Example
///
/// ```
/// use defaults::QueryUnlisted;
///
/// let json = r#""a""#;
/// let value: QueryUnlisted = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `defaults.yaml#/components/schemas/Query/properties/unlisted`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(inline, transform = Self::docs))]
#[non_exhaustive]
pub enum QueryUnlisted {
    /// `a`
    #[serde(rename = "a")]
    A,
    /// `b`
    #[serde(rename = "b")]
    B,
    /// A value that this version of the schema does not list.
    #[serde(untagged)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(#[serde(serialize_with = "crate::support::unknown::write")] String),
}

impl QueryUnlisted {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 2] = [Self::A, Self::B];

    /// The value in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::A => "a",
            Self::B => "b",
            Self::Unknown(text) => text,
        }
    }

    fn known(text: &str) -> Option<Self> {
        Some(
            match text {
                "a" => Self::A,
                "b" => Self::B,
                _ => return None,
            },
        )
    }
}

crate::support::open_enum::string!(QueryUnlisted);

crate::support::published::published!(
    QueryUnlisted, include_str!("../schema/query_unlisted.schema.json")
);
