// src/shape.rs
use serde::Serialize;

use crate::{Other, Square};

/// [`Square`] or [`Other`].
///
/// # Example
///
/// ```
/// use default::Shape;
///
/// let json = r#"{
///   "kind": "Other"
/// }"#;
/// let value: Shape = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `default_mapping.yaml#/components/schemas/Shape`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(transform = crate::support::schema::one_of, transform = Self::docs)
)]
#[non_exhaustive]
pub enum Shape {
    /// [`Square`].
    ///
    /// Tag: `square`
    Square(Square),
    /// [`Other`].
    ///
    /// Tag: `Other`
    Other(Other),
    /// A value with a tag that this version of the schema does not have, or that does not agree
    /// with its tag.
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(
        #[serde(serialize_with = "crate::support::unknown::write")]
        serde_json::Value,
    ),
}

crate::support::branches::accessors! {
    impl Shape {
        as_square = Square: borrows Square;
        as_other = Other: borrows Other;
        is_unknown = Unknown: finds bool;
    }
}

crate::support::branches::from! {
    impl Shape {
        Square = Square;
        Other = Other;
    }
}

impl crate::support::union::Branches for Shape {
    const TAG: Option<&'static str> = Some("kind");

    const FACTS: &'static [crate::support::union::Facts] = {
        use crate::support::union;
        &[
            union::Facts {
                tags: &["square"],
                types: &[union::Kind::Object],
                required: &["kind"],
                known: &[("kind", &[union::Kind::String])],
                fixed: &[("kind", &[union::Scalar::Text("square")])],
                ..union::Facts::NONE
            },
            union::Facts {
                tags: &["Other"],
                types: &[union::Kind::Object],
                known: &[("kind", &[union::Kind::String])],
                ..union::Facts::NONE
            },
        ]
    };

    const CERTAIN: bool = false;

    const DEFAULT: Option<usize> = Some(1);

    fn read<'de, D: serde::Deserializer<'de>>(
        branch: usize,
        deserializer: D,
    ) -> Result<Self, D::Error> {
        match branch {
            0 => serde::Deserialize::deserialize(deserializer).map(Self::Square),
            _ => serde::Deserialize::deserialize(deserializer).map(Self::Other),
        }
    }

    fn unknown(value: serde_json::Value) -> Option<Self> {
        Some(Self::Unknown(value))
    }
}

crate::support::union::union!(Shape);

crate::support::published::published! {
    Shape = include_str!("../schema/shape.schema.json");
}
