// src/either.rs
use serde::Serialize;

/// One of two.
///
/// # Example
///
/// ```
/// use docs::Either;
///
/// let json = r#"1"#;
/// let value: Either = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `union.yaml#/components/schemas/Either`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(transform = crate::support::schema::one_of, transform = Self::docs)
)]
#[non_exhaustive]
pub enum Either {
    /// The number of it.
    ///
    /// Title: By number
    ByNumber(i64),
    /// String.
    #[deprecated]
    Name(String),
    /// A value of a branch that this version of the schema does not have.
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(
        #[serde(serialize_with = "crate::support::unknown::write")]
        serde_json::Value,
    ),
}

crate::support::branches::accessors! {
    impl Either {
        as_by_number = ByNumber: copies i64;
        #[deprecated]
        as_name = Name: borrows str;
        is_unknown = Unknown: finds bool;
    }
}

crate::support::branches::from! {
    impl Either {
        ByNumber = i64;
        Name = String;
        Name = &str => String::from;
    }
}

impl crate::support::union::Branches for Either {
    const TAG: Option<&'static str> = None;

    const FACTS: &'static [crate::support::union::Facts] = {
        use crate::support::union;
        &[
            union::Facts {
                types: &[union::Kind::Integer],
                ..union::Facts::NONE
            },
            union::Facts {
                types: &[union::Kind::String],
                ..union::Facts::NONE
            },
        ]
    };

    fn read<'de, D: serde::Deserializer<'de>>(
        branch: usize,
        deserializer: D,
    ) -> Result<Self, D::Error> {
        match branch {
            0 => crate::support::number::read(deserializer).map(Self::ByNumber),
            _ => serde::Deserialize::deserialize(deserializer).map(Self::Name),
        }
    }

    fn unknown(value: serde_json::Value) -> Option<Self> {
        Some(Self::Unknown(value))
    }
}

crate::support::union::union!(Either);

crate::support::published::published! {
    Either = include_str!("../schema/either.schema.json");
}
