// src/value.rs
use serde::Serialize;

/// String, integer or array of strings.
///
/// # Example
///
/// ```
/// use scalars::Value;
///
/// let json = r#""string""#;
/// let value: Value = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `scalars.yaml#/components/schemas/Value`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub enum Value {
    /// String.
    String(String),
    /// Integer.
    Integer(i64),
    /// Array of strings.
    StringList(Vec<String>),
    /// A value of a branch that this version of the schema does not have.
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(
        #[serde(serialize_with = "crate::support::unknown::write")]
        serde_json::Value,
    ),
}

crate::support::branches::accessors! {
    impl Value {
        as_string = String: borrows str;
        as_integer = Integer: copies i64;
        as_string_list = StringList: borrows [String];
        is_unknown = Unknown: finds bool;
    }
}

crate::support::branches::from! {
    impl Value {
        String = String;
        String = &str => String::from;
        Integer = i64;
        StringList = Vec<String>;
    }
}

impl crate::support::union::Branches for Value {
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
            union::Facts {
                types: &[union::Kind::Array],
                elements: &[union::Kind::String],
                ..union::Facts::NONE
            },
        ]
    };

    fn read<'de, D: serde::Deserializer<'de>>(
        branch: usize,
        deserializer: D,
    ) -> Result<Self, D::Error> {
        match branch {
            0 => serde::Deserialize::deserialize(deserializer).map(Self::String),
            1 => crate::support::number::read(deserializer).map(Self::Integer),
            _ => serde::Deserialize::deserialize(deserializer).map(Self::StringList),
        }
    }

    fn unknown(value: serde_json::Value) -> Option<Self> {
        Some(Self::Unknown(value))
    }
}

crate::support::union::union!(Value);

crate::support::published::published! {
    Value = include_str!("../schema/value.schema.json");
}
