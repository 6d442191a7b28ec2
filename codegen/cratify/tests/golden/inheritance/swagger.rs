// src/pet.rs
use serde::{Deserialize, Serialize};

use crate::Dog;

/// [`PetBase`] or [`Dog`].
///
/// # Example
///
/// ```
/// use swagger::Pet;
///
/// let json = r#"{
///   "petType": "Pet"
/// }"#;
/// let value: Pet = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `swagger.yaml#/definitions/Pet`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Pet {
    /// [`PetBase`].
    ///
    /// Tag: `Pet`
    Pet(PetBase),
    /// [`Dog`].
    ///
    /// Tag: `#Example.Dog`
    ExampleDog(Dog),
    /// A value with a tag that this version of the schema does not have, or that does not agree
    /// with its tag.
    Unknown(
        #[serde(serialize_with = "crate::support::unknown::write")]
        serde_json::Value,
    ),
}

crate::support::branches::accessors! {
    impl Pet {
        as_pet = Pet: borrows PetBase;
        as_example_dog = ExampleDog: borrows Dog;
        is_unknown = Unknown: finds bool;
    }
}

crate::support::branches::from! {
    impl Pet {
        Pet = PetBase;
        ExampleDog = Dog;
    }
}

impl crate::support::union::Branches for Pet {
    const TAG: Option<&'static str> = Some("petType");

    const FACTS: &'static [crate::support::union::Facts] = {
        use crate::support::union;
        &[
            union::Facts {
                tags: &["Pet"],
                ..union::Facts::NONE
            },
            union::Facts {
                tags: &["#Example.Dog"],
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
            0 => serde::Deserialize::deserialize(deserializer).map(Self::Pet),
            _ => serde::Deserialize::deserialize(deserializer).map(Self::ExampleDog),
        }
    }

    fn unknown(value: serde_json::Value) -> Option<Self> {
        Some(Self::Unknown(value))
    }
}

crate::support::union::union!(Pet);

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Pet {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Pet".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = <PetBase as schemars::JsonSchema>::json_schema(generator);
        Self::docs(&mut schema);
        schema
    }
}

/// Object with the member `petType`.
///
/// # Example
///
/// ```
/// use swagger::PetBase;
///
/// let json = r#"{
///   "petType": "string"
/// }"#;
/// let value: PetBase = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `swagger.yaml#/definitions/Pet`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct PetBase {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `petType`: string.
    #[serde(rename = "petType")]
    pub pet_type: String,
}

crate::support::construct::construct! {
    PetBase::new(pet_type: impl Into<String>) {
        record: Default::default(), pet_type: pet_type.into(),
    }
}

crate::support::record::record!(PetBase.record);

crate::support::published::published! {
    Pet = include_str!("../schema/pet.schema.json");
    PetBase = include_str!("../schema/pet_base.schema.json");
}
