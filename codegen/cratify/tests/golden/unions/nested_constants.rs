// src/event.rs
use serde::Serialize;

use crate::{Created, Deleted};

/// [`Created`] or [`Deleted`].
///
/// # Example
///
/// ```
/// use nested_constants::Event;
///
/// let json = r#"{
///   "sync": {
///     "of": "sync",
///     "about": {
///       "type": "created"
///     }
///   }
/// }"#;
/// let value: Event = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `nested_constants.yaml#/components/schemas/Event`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub enum Event {
    /// [`Created`].
    Created(Created),
    /// [`Deleted`].
    Deleted(Deleted),
    /// A value of a branch that this version of the schema does not have, or of several branches at
    /// once with members of each.
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(
        #[serde(serialize_with = "crate::support::unknown::write")]
        serde_json::Value,
    ),
}

crate::support::branches::accessors! {
    impl Event {
        as_created = Created: borrows Created;
        as_deleted = Deleted: borrows Deleted;
        is_unknown = Unknown: finds bool;
    }
}

crate::support::branches::from! {
    impl Event {
        Created = Created;
        Deleted = Deleted;
    }
}

impl crate::support::union::Branches for Event {
    const TAG: Option<&'static str> = None;

    const FACTS: &'static [crate::support::union::Facts] = {
        use crate::support::union;
        &[
            union::Facts {
                types: &[union::Kind::Object],
                required: &["sync"],
                known: &[("sync", &[union::Kind::Object])],
                nested: &[
                    (&["sync", "about", "type"], &[union::Scalar::Text("created")]),
                ],
                ..union::Facts::NONE
            },
            union::Facts {
                types: &[union::Kind::Object],
                required: &["sync"],
                known: &[("sync", &[union::Kind::Object])],
                nested: &[
                    (
                        &["sync", "about", "type"],
                        &[union::Scalar::Text("deleted"), union::Scalar::Text("gone")],
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
            0 => serde::Deserialize::deserialize(deserializer).map(Self::Created),
            _ => serde::Deserialize::deserialize(deserializer).map(Self::Deleted),
        }
    }

    fn unknown(value: serde_json::Value) -> Option<Self> {
        Some(Self::Unknown(value))
    }
}

crate::support::union::union!(Event);

crate::support::published::published! {
    Event = include_str!("../schema/event.schema.json");
}
