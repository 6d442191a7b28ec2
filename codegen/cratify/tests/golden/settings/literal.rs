// src/object.rs
use serde::{Deserialize, Serialize};

/// [`ObjectObject`].
///
/// # Example
///
/// ```
/// use literal::Object;
///
/// let json = r#"{}"#;
/// let value: Object = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `literal.yaml#/components/schemas/Object`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub enum Object {
    /// [`ObjectObject`].
    Object(ObjectObject),
    /// Any other value that the schema accepts.
    #[cfg_attr(
        feature = "schemars",
        schemars(
            extend("minLength" = 2),
            extend("type" = ["null", "boolean", "number", "string", "array"])
        )
    )]
    Other(serde_json::Value),
}

crate::support::branches::accessors! {
    impl Object {
        as_object = Object: borrows ObjectObject;
    }
}

crate::support::branches::from! {
    impl Object {
        Object = ObjectObject;
    }
}

impl crate::support::union::Branches for Object {
    const TAG: Option<&'static str> = None;

    const FACTS: &'static [crate::support::union::Facts] = {
        use crate::support::union;
        &[
            union::Facts {
                types: &[union::Kind::Object],
                known: &[("a", &[union::Kind::String])],
                ..union::Facts::NONE
            },
        ]
    };

    fn read<'de, D: serde::Deserializer<'de>>(
        _branch: usize,
        deserializer: D,
    ) -> Result<Self, D::Error> {
        serde::Deserialize::deserialize(deserializer).map(Self::Object)
    }

    fn unknown(value: serde_json::Value) -> Option<Self> {
        Some(Self::Other(value))
    }
}

crate::support::union::union!(Object);

/// Object with the member `a`.
///
/// Constraints: at least 2 characters.
///
/// # Example
///
/// ```
/// use literal::ObjectObject;
///
/// let json = r#"{}"#;
/// let value: ObjectObject = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `literal.yaml#/components/schemas/Object`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(inline, extend("minLength" = 2), transform = Self::docs)
)]
#[non_exhaustive]
pub struct ObjectObject {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `a`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub a: Option<String>,
}

crate::support::construct::construct! {
    ObjectObject::new() { record: Default::default() }
    with_a(a: impl Into<String>);
}

crate::support::record::record!(ObjectObject.record);

crate::support::published::published! {
    Object = include_str!("../schema/object.schema.json");
    ObjectObject = include_str!("../schema/object_object.schema.json");
}
