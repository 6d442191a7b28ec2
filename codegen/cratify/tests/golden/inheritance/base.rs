// src/animal.rs
use serde::{Deserialize, Serialize};

use crate::Bird;

/// [`AnimalBase`] or [`Bird`].
///
/// # Example
///
/// ```
/// use base::Animal;
///
/// let json = r#"{
///   "kind": "Animal"
/// }"#;
/// let value: Animal = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `base.yaml#/components/schemas/Animal`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Animal {
    /// [`AnimalBase`].
    ///
    /// Tag: `Animal`
    Animal(AnimalBase),
    /// [`Bird`].
    ///
    /// Tag: `bird`
    Bird(Bird),
    /// A value with a tag that this version of the schema does not have, or that does not agree
    /// with its tag.
    Unknown(
        #[serde(serialize_with = "crate::support::unknown::write")]
        serde_json::Value,
    ),
}

crate::support::branches::accessors! {
    impl Animal {
        as_animal = Animal: borrows AnimalBase;
        as_bird = Bird: borrows Bird;
        is_unknown = Unknown: finds bool;
    }
}

crate::support::branches::from! {
    impl Animal {
        Animal = AnimalBase;
        Bird = Bird;
    }
}

impl crate::support::union::Branches for Animal {
    const TAG: Option<&'static str> = Some("kind");

    const FACTS: &'static [crate::support::union::Facts] = {
        use crate::support::union;
        &[
            union::Facts {
                tags: &["Animal"],
                ..union::Facts::NONE
            },
            union::Facts {
                tags: &["bird"],
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
            0 => serde::Deserialize::deserialize(deserializer).map(Self::Animal),
            _ => serde::Deserialize::deserialize(deserializer).map(Self::Bird),
        }
    }

    fn unknown(value: serde_json::Value) -> Option<Self> {
        Some(Self::Unknown(value))
    }
}

crate::support::union::union!(Animal);

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Animal {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Animal".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = <AnimalBase as schemars::JsonSchema>::json_schema(generator);
        Self::docs(&mut schema);
        schema
    }
}

/// Object with the member `kind`.
///
/// # Example
///
/// ```
/// use base::AnimalBase;
///
/// let json = r#"{
///   "kind": "string"
/// }"#;
/// let value: AnimalBase = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `base.yaml#/components/schemas/Animal`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct AnimalBase {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `kind`: string.
    pub kind: String,
}

crate::support::construct::construct! {
    AnimalBase::new(kind: impl Into<String>) {
        record: Default::default(), kind: kind.into(),
    }
}

crate::support::record::record!(AnimalBase.record);

crate::support::published::published! {
    Animal = include_str!("../schema/animal.schema.json");
    AnimalBase = include_str!("../schema/animal_base.schema.json");
}
