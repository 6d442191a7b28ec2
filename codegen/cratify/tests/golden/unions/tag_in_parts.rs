// src/pet.rs
use serde::Serialize;

use crate::{Bird, Cat};

/// [`Cat`] or [`Bird`].
///
/// # Example
///
/// ```
/// use tag_in_parts::Pet;
///
/// let json = r#"{
///   "kind": "cat"
/// }"#;
/// let value: Pet = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `tag_in_parts.yaml#/components/schemas/Pet`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(transform = crate::support::schema::one_of, transform = Self::docs)
)]
#[non_exhaustive]
pub enum Pet {
    /// [`Cat`].
    ///
    /// Tag: `cat`
    Cat(Cat),
    /// [`Bird`].
    ///
    /// Tag: `bird`
    Bird(Bird),
    /// A value of a branch that this version of the schema does not have.
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(
        #[serde(serialize_with = "crate::support::unknown::write")]
        serde_json::Value,
    ),
}

crate::support::branches::accessors! {
    impl Pet {
        as_cat = Cat: borrows Cat;
        as_bird = Bird: borrows Bird;
        is_unknown = Unknown: finds bool;
    }
}

crate::support::branches::from! {
    impl Pet {
        Cat = Cat;
        Bird = Bird;
    }
}

impl crate::support::union::Branches for Pet {
    const TAG: Option<&'static str> = Some("kind");

    const FACTS: &'static [crate::support::union::Facts] = {
        use crate::support::union;
        &[
            union::Facts {
                tags: &["cat"],
                types: &[union::Kind::Object],
                required: &["kind"],
                known: &[
                    ("name", &[union::Kind::String]),
                    ("kind", &[union::Kind::String]),
                ],
                fixed: &[("kind", &[union::Scalar::Text("cat")])],
                ..union::Facts::NONE
            },
            union::Facts {
                tags: &["bird"],
                types: &[union::Kind::Object],
                required: &["kind"],
                known: &[("kind", &[union::Kind::String])],
                fixed: &[("kind", &[union::Scalar::Text("bird")])],
                ..union::Facts::NONE
            },
        ]
    };

    fn read<'de, D: serde::Deserializer<'de>>(
        branch: usize,
        deserializer: D,
    ) -> Result<Self, D::Error> {
        match branch {
            0 => serde::Deserialize::deserialize(deserializer).map(Self::Cat),
            _ => serde::Deserialize::deserialize(deserializer).map(Self::Bird),
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
