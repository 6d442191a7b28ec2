// src/pet.rs
use serde::Serialize;

use crate::{Cat, Dog};

/// [`Cat`] or [`Dog`].
///
/// # Example
///
/// ```
/// use tag_against_facts::Pet;
///
/// let json = r#"{
///   "kind": "Cat",
///   "size": "small"
/// }"#;
/// let value: Pet = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `tag_against_facts.yaml#/components/schemas/Pet`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub enum Pet {
    /// [`Cat`].
    ///
    /// Tag: `Cat`
    Cat(Cat),
    /// [`Dog`].
    ///
    /// Tag: `Dog`
    Dog(Dog),
    /// A value with a tag that this version of the schema does not have, or that does not agree
    /// with its tag.
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(
        #[serde(serialize_with = "crate::support::unknown::write")]
        serde_json::Value,
    ),
}

crate::support::branches::accessors! {
    impl Pet {
        as_cat = Cat: borrows Cat;
        as_dog = Dog: borrows Dog;
        is_unknown = Unknown: finds bool;
    }
}

crate::support::branches::from! {
    impl Pet {
        Cat = Cat;
        Dog = Dog;
    }
}

impl crate::support::union::Branches for Pet {
    const TAG: Option<&'static str> = Some("kind");

    const FACTS: &'static [crate::support::union::Facts] = {
        use crate::support::union;
        &[
            union::Facts {
                tags: &["Cat"],
                types: &[union::Kind::Object],
                required: &["kind", "size"],
                known: &[
                    ("kind", &[union::Kind::String]),
                    ("size", &[union::Kind::String]),
                ],
                fixed: &[("size", &[union::Scalar::Text("small")])],
                ..union::Facts::NONE
            },
            union::Facts {
                tags: &["Dog"],
                types: &[union::Kind::Object],
                required: &["kind", "size"],
                known: &[
                    ("kind", &[union::Kind::String]),
                    ("size", &[union::Kind::String]),
                    ("breed", &[union::Kind::String]),
                ],
                fixed: &[("size", &[union::Scalar::Text("large")])],
                ..union::Facts::NONE
            },
        ]
    };

    const CERTAIN: bool = false;

    fn read<'de, D: serde::Deserializer<'de>>(
        branch: usize,
        deserializer: D,
    ) -> Result<Self, D::Error> {
        match branch {
            0 => serde::Deserialize::deserialize(deserializer).map(Self::Cat),
            _ => serde::Deserialize::deserialize(deserializer).map(Self::Dog),
        }
    }

    fn unknown(value: serde_json::Value) -> Option<Self> {
        Some(Self::Unknown(value))
    }
}

crate::support::union::union!(Pet);

crate::support::published::published! {
    Pet = include_str!("../schema/pet.schema.json");
}
