// src/task.rs
use serde::{Deserialize, Serialize};

/// [`TaskCopy`] or string.
///
/// # Example
///
/// ```
/// use beside::Task;
///
/// let json = r#"{
///   "id": "string",
///   "from": "string"
/// }"#;
/// let value: Task = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `members_beside.yaml#/components/schemas/Task`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(transform = crate::support::schema::one_of, transform = Self::docs)
)]
#[non_exhaustive]
pub enum Task {
    /// [`TaskCopy`].
    Copy(TaskCopy),
    /// String.
    Link(String),
    /// A value of a branch that this version of the schema does not have.
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(
        #[serde(serialize_with = "crate::support::unknown::write")]
        serde_json::Value,
    ),
}

crate::support::branches::accessors! {
    impl Task {
        as_copy = Copy: borrows TaskCopy;
        as_link = Link: borrows str;
        is_unknown = Unknown: finds bool;
    }
}

crate::support::branches::from! {
    impl Task {
        Copy = TaskCopy;
        Link = String;
        Link = &str => String::from;
    }
}

impl crate::support::union::Branches for Task {
    const TAG: Option<&'static str> = None;

    const FACTS: &'static [crate::support::union::Facts] = {
        use crate::support::union;
        &[
            union::Facts {
                types: &[union::Kind::Object],
                required: &["id", "from"],
                known: &[
                    ("id", &[union::Kind::String]),
                    ("from", &[union::Kind::String]),
                ],
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
            0 => serde::Deserialize::deserialize(deserializer).map(Self::Copy),
            _ => serde::Deserialize::deserialize(deserializer).map(Self::Link),
        }
    }

    fn unknown(value: serde_json::Value) -> Option<Self> {
        Some(Self::Unknown(value))
    }
}

crate::support::union::union!(Task);

/// Object with the members `id` and `from`.
///
/// # Example
///
/// ```
/// use beside::TaskCopy;
///
/// let json = r#"{
///   "id": "string",
///   "from": "string"
/// }"#;
/// let value: TaskCopy = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `members_beside.yaml#/components/schemas/Task/oneOf/0`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(inline, transform = Self::docs))]
#[non_exhaustive]
pub struct TaskCopy {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `id`: string.
    pub id: String,
    /// `from`: string.
    pub from: String,
}

crate::support::construct::by_name! {
    TaskCopy::new(required: crate::required::TaskCopy) {
        record: Default::default(), id, from,
    }
}

crate::support::record::record!(TaskCopy.record);

crate::support::published::published! {
    Task = include_str!("../schema/task.schema.json");
    TaskCopy = include_str!("../schema/task_copy.schema.json");
}
