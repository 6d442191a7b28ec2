// src/target.rs
use serde::Serialize;

/// String, integer or array of strings.
///
/// # Example
///
/// ```
/// use deprecated_branches::Target;
///
/// let json = r#""string""#;
/// let value: Target = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `deprecated_branches.yaml#/components/schemas/Target`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(transform = crate::support::schema::one_of, transform = Self::docs)
)]
#[non_exhaustive]
pub enum Target {
    /// String.
    Name(String),
    /// Integer.
    #[deprecated]
    Number(i64),
    /// Array of strings.
    #[deprecated]
    Names(Vec<String>),
    /// A value of a branch that this version of the schema does not have.
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(
        #[serde(serialize_with = "crate::support::unknown::write")]
        serde_json::Value,
    ),
}

crate::support::branches::accessors! {
    impl Target {
        as_name = Name: borrows str;
        #[deprecated]
        as_number = Number: copies i64;
        #[deprecated]
        as_names = Names: borrows [String];
        is_unknown = Unknown: finds bool;
    }
}

crate::support::branches::from! {
    impl Target {
        Name = String;
        Name = &str => String::from;
        Number = i64;
        Names = Vec<String>;
    }
}

impl crate::support::union::Branches for Target {
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
            0 => serde::Deserialize::deserialize(deserializer).map(Self::Name),
            1 => crate::support::number::read(deserializer).map(Self::Number),
            _ => serde::Deserialize::deserialize(deserializer).map(Self::Names),
        }
    }

    fn unknown(value: serde_json::Value) -> Option<Self> {
        Some(Self::Unknown(value))
    }
}

crate::support::union::union!(Target);

crate::support::published::published! {
    Target = include_str!("../schema/target.schema.json");
}
