// src/put_file_level_param.rs
use serde::{Deserialize, Serialize};

/// The parameter `level` of `PUT /files/{name}` (query).
///
/// Constraints: more than 0.
///
/// # Example
///
/// ```
/// use swagger::PutFileLevelParam;
///
/// let json = r#"1"#;
/// let value: PutFileLevelParam = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `swagger.yaml#/paths/~1files~1{name}/put/parameters/1`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(extend("exclusiveMinimum" = 0), transform = Self::docs)
)]
pub struct PutFileLevelParam(
    #[serde(deserialize_with = "crate::support::number::read")]
    #[cfg_attr(feature = "schemars", schemars(with = "i64"))]
    pub u64,
);

impl From<u64> for PutFileLevelParam {
    fn from(value: u64) -> Self {
        Self(value)
    }
}

crate::support::newtype::display!(PutFileLevelParam);

crate::support::newtype::parse!(PutFileLevelParam, u64);

crate::support::published::published! {
    PutFileLevelParam = include_str!("../schema/put_file_level_param.schema.json");
}

// src/put_file_name_param.rs
use serde::{Deserialize, Serialize};

/// The parameter `name` of `PUT /files/{name}` (path).
///
/// Constraints: matches `^[a-z]+$`.
///
/// # Example
///
/// ```
/// use swagger::PutFileNameParam;
///
/// let json = r#""a""#;
/// let value: PutFileNameParam = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `swagger.yaml#/paths/~1files~1{name}/put/parameters/0`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(extend("pattern" = "^[a-z]+$"), transform = Self::docs)
)]
pub struct PutFileNameParam(pub String);

impl From<String> for PutFileNameParam {
    fn from(value: String) -> Self {
        Self(value)
    }
}

crate::support::newtype::text!(PutFileNameParam);

crate::support::newtype::display!(PutFileNameParam);

crate::support::published::published! {
    PutFileNameParam = include_str!("../schema/put_file_name_param.schema.json");
}
