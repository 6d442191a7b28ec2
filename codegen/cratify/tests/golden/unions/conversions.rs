// src/value.rs
use serde::Serialize;

use crate::{Name, Parent, SameName};

/// String, integer, array of [`Name`], [`Name`] or 2 more branches.
///
/// # Example
///
/// ```
/// use conversions::Value;
///
/// let json = r#""string""#;
/// let value: Value = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `conversions.yaml#/components/schemas/Value`
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
    /// Array of [`Name`].
    NameList(Vec<Name>),
    /// [`Name`].
    Name(Name),
    /// [`SameName`].
    SameName(SameName),
    /// [`Parent`].
    Parent(Parent),
    /// A value of a branch that this version of the schema does not have, or of several branches at
    /// once with members of each.
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
        as_name_list = NameList: borrows [Name];
        as_name = Name: borrows Name;
        as_same_name = SameName: borrows SameName;
        as_parent = Parent: borrows Parent;
        is_unknown = Unknown: finds bool;
    }
}

crate::support::branches::from! {
    impl Value {
        String = String;
        String = &str => String::from;
        Integer = i64;
        NameList = Vec<Name>;
        Parent = Parent;
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
                elements: &[union::Kind::Object],
                ..union::Facts::NONE
            },
            union::Facts {
                types: &[union::Kind::Object],
                required: &["name"],
                known: &[("name", &[union::Kind::String])],
                ..union::Facts::NONE
            },
            union::Facts {
                types: &[union::Kind::Object],
                required: &["name"],
                known: &[("name", &[union::Kind::String])],
                ..union::Facts::NONE
            },
            union::Facts {
                types: &[union::Kind::Object],
                required: &["child"],
                known: &[
                    (
                        "child",
                        &[
                            union::Kind::Integer,
                            union::Kind::String,
                            union::Kind::Array,
                            union::Kind::Object,
                        ],
                    ),
                ],
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
            2 => serde::Deserialize::deserialize(deserializer).map(Self::NameList),
            3 => serde::Deserialize::deserialize(deserializer).map(Self::Name),
            4 => serde::Deserialize::deserialize(deserializer).map(Self::SameName),
            _ => serde::Deserialize::deserialize(deserializer).map(Self::Parent),
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
