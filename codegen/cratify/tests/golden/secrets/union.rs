// src/method.rs
use serde::Serialize;

/// String or integer.
///
/// # Example
///
/// ```
/// use union::Method;
///
/// let json = r#""string""#;
/// let value: Method = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `union.yaml#/components/schemas/Method`
#[derive(Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(transform = crate::support::schema::one_of, transform = Self::docs)
)]
#[non_exhaustive]
pub enum Method {
    /// String.
    ///
    /// Sensitive: neither `Debug` nor an error shows the value.
    ///
    /// Constraints: format `password`.
    #[cfg_attr(feature = "schemars", schemars(extend("format" = "password")))]
    Key(String),
    /// Integer.
    Count(i64),
    /// A value of a branch that this version of the schema does not have.
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(
        #[serde(serialize_with = "crate::support::unknown::write")]
        serde_json::Value,
    ),
}

crate::support::branches::accessors! {
    impl Method {
        as_key = Key: borrows str;
        as_count = Count: copies i64;
        is_unknown = Unknown: finds bool;
    }
}

crate::support::branches::from! {
    impl Method {
        Key = String;
        Key = &str => String::from;
        Count = i64;
    }
}

impl crate::support::union::Branches for Method {
    const TAG: Option<&'static str> = None;

    const FACTS: &'static [crate::support::union::Facts] = {
        use crate::support::union;
        &[
            union::Facts {
                types: &[union::Kind::String],
                ..union::Facts::NONE
            },
            union::Facts {
                types: &[union::Kind::Integer],
                ..union::Facts::NONE
            },
        ]
    };

    fn read<'de, D: serde::Deserializer<'de>>(
        branch: usize,
        deserializer: D,
    ) -> Result<Self, D::Error> {
        match branch {
            0 => {
                serde::Deserialize::deserialize(deserializer)
                    .map_err(crate::support::secret::hide)
                    .map(Self::Key)
            }
            _ => crate::support::number::read(deserializer).map(Self::Count),
        }
    }

    fn unknown(value: serde_json::Value) -> Option<Self> {
        Some(Self::Unknown(value))
    }
}

crate::support::union::union!(Method);

impl std::fmt::Debug for Method {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Key(_) => {
                f.debug_tuple("Key").field(&crate::support::secret::Redacted).finish()
            }
            Self::Count(value) => f.debug_tuple("Count").field(value).finish(),
            Self::Unknown(_) => {
                f.debug_tuple("Unknown")
                    .field(&crate::support::secret::Redacted)
                    .finish()
            }
        }
    }
}

crate::support::published::published! {
    Method = include_str!("../schema/method.schema.json"), masked;
}
