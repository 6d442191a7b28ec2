// src/lists.rs
use serde::Serialize;

/// Array of strings or array of integers.
///
/// # Example
///
/// ```
/// use no_facts::Lists;
///
/// let json = r#"[
///   "string"
/// ]"#;
/// let value: Lists = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `no_facts.yaml#/components/schemas/Lists`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub enum Lists {
    /// Array of strings.
    StringList(Vec<String>),
    /// Array of integers.
    IntegerList(Vec<i64>),
    /// A value of a branch that this version of the schema does not have.
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(
        #[serde(serialize_with = "crate::support::unknown::write")]
        serde_json::Value,
    ),
}

crate::support::branches::accessors! {
    impl Lists {
        as_string_list = StringList: borrows [String];
        as_integer_list = IntegerList: borrows [i64];
        is_unknown = Unknown: finds bool;
    }
}

crate::support::branches::from! {
    impl Lists {
        StringList = Vec<String>;
        IntegerList = Vec<i64>;
    }
}

impl crate::support::union::Branches for Lists {
    const TAG: Option<&'static str> = None;

    const FACTS: &'static [crate::support::union::Facts] = {
        use crate::support::union;
        &[
            union::Facts {
                types: &[union::Kind::Array],
                elements: &[union::Kind::String],
                ..union::Facts::NONE
            },
            union::Facts {
                types: &[union::Kind::Array],
                elements: &[union::Kind::Integer],
                ..union::Facts::NONE
            },
        ]
    };

    fn read<'de, D: serde::Deserializer<'de>>(
        branch: usize,
        deserializer: D,
    ) -> Result<Self, D::Error> {
        match branch {
            0 => serde::Deserialize::deserialize(deserializer).map(Self::StringList),
            _ => crate::support::number::read(deserializer).map(Self::IntegerList),
        }
    }

    fn unknown(value: serde_json::Value) -> Option<Self> {
        Some(Self::Unknown(value))
    }
}

crate::support::union::union!(Lists);

crate::support::published::published! {
    Lists = include_str!("../schema/lists.schema.json");
}
