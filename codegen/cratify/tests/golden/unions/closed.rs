// src/value.rs
use serde::Serialize;

use crate::Cat;

/// String or [`Cat`].
///
/// # Example
///
/// ```
/// use closed::Value;
///
/// let json = r#""string""#;
/// let value: Value = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `closed.yaml#/components/schemas/Value`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(transform = crate::support::schema::one_of, transform = Self::docs)
)]
pub enum Value {
    /// String.
    String(String),
    /// [`Cat`].
    Cat(Cat),
}

crate::support::branches::accessors! {
    impl Value {
        as_string = String: borrows str;
        as_cat = Cat: borrows Cat;
    }
}

crate::support::branches::from! {
    impl Value {
        String = String;
        String = &str => String::from;
        Cat = Cat;
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
                types: &[union::Kind::Object],
                required: &["lives"],
                known: &[("lives", &[union::Kind::Integer])],
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
            _ => serde::Deserialize::deserialize(deserializer).map(Self::Cat),
        }
    }

    const NAME: &'static str = "Value";
}

crate::support::union::union!(Value);

crate::support::published::published! {
    Value = include_str!("../schema/value.schema.json");
}
