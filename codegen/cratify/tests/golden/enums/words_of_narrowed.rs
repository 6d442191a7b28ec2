// src/alarm.rs
/// Integer `20` or `-1`.
///
/// # Example
///
/// ```
/// use words::Alarm;
///
/// let json = r#"20"#;
/// let value: Alarm = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `words_of_narrowed.yaml#/components/schemas/Alarm`
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Alarm {
    /// `20`
    High,
    /// `-1`
    None,
    /// A value that this version of the schema does not list.
    Unknown(i64),
}

impl Alarm {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 2] = [Self::High, Self::None];

    /// The value in JSON.
    #[must_use]
    pub const fn as_i64(self) -> i64 {
        match self {
            Self::High => 20,
            Self::None => -1,
            Self::Unknown(number) => number,
        }
    }

    const fn known(number: i64) -> Option<Self> {
        Some(
            match number {
                20 => Self::High,
                -1 => Self::None,
                _ => return None,
            },
        )
    }
}

crate::support::open_enum::integer!(Alarm);

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Alarm {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Alarm".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = crate::support::schema::schema("{\"enum\":[20,-1]}");
        Self::docs(&mut schema);
        schema
    }
}

crate::support::published::published!(
    Alarm, include_str!("../schema/alarm.schema.json")
);

// src/kind.rs
/// Integer `1` or `3`.
///
/// # Example
///
/// ```
/// use words::Kind;
///
/// let json = r#"1"#;
/// let value: Kind = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `words_of_narrowed.yaml#/components/schemas/Kind`
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// `1`
    SubCommand,
    /// `3`
    String,
    /// A value that this version of the schema does not list.
    Unknown(i64),
}

impl Kind {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 2] = [Self::SubCommand, Self::String];

    /// The value in JSON.
    #[must_use]
    pub const fn as_i64(self) -> i64 {
        match self {
            Self::SubCommand => 1,
            Self::String => 3,
            Self::Unknown(number) => number,
        }
    }

    const fn known(number: i64) -> Option<Self> {
        Some(
            match number {
                1 => Self::SubCommand,
                3 => Self::String,
                _ => return None,
            },
        )
    }
}

crate::support::open_enum::integer!(Kind);

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Kind {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Kind".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = crate::support::schema::schema("{\"enum\":[1,3]}");
        Self::docs(&mut schema);
        schema
    }
}

crate::support::published::published!(Kind, include_str!("../schema/kind.schema.json"));

// src/level.rs
/// Integer `10`, `20` or `-1`.
///
/// # Example
///
/// ```
/// use words::Level;
///
/// let json = r#"10"#;
/// let value: Level = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `words_of_narrowed.yaml#/components/schemas/Level`
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Level {
    /// `10`
    Low,
    /// `20`
    High,
    /// `-1`
    None,
    /// A value that this version of the schema does not list.
    Unknown(i64),
}

impl Level {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 3] = [Self::Low, Self::High, Self::None];

    /// The value in JSON.
    #[must_use]
    pub const fn as_i64(self) -> i64 {
        match self {
            Self::Low => 10,
            Self::High => 20,
            Self::None => -1,
            Self::Unknown(number) => number,
        }
    }

    const fn known(number: i64) -> Option<Self> {
        Some(
            match number {
                10 => Self::Low,
                20 => Self::High,
                -1 => Self::None,
                _ => return None,
            },
        )
    }
}

crate::support::open_enum::integer!(Level);

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Level {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Level".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = crate::support::schema::schema("{\"enum\":[10,20,-1]}");
        Self::docs(&mut schema);
        schema
    }
}

crate::support::published::published!(
    Level, include_str!("../schema/level.schema.json")
);

// src/option_type.rs
use serde::{Deserialize, Serialize};

/// [`OptionSubCommand`] or [`OptionString`].
///
/// # Example
///
/// ```
/// use words::OptionType;
///
/// let json = r#"{
///   "type": 1
/// }"#;
/// let value: OptionType = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `words_of_narrowed.yaml#/components/schemas/Option`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(
        transform = crate::support::schema::one_of,
        rename = "Option",
        transform = Self::docs
    )
)]
#[non_exhaustive]
pub enum OptionType {
    /// [`OptionSubCommand`].
    SubCommand(OptionSubCommand),
    /// [`OptionString`].
    String(OptionString),
    /// A value of a branch that this version of the schema does not have.
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(
        #[serde(serialize_with = "crate::support::unknown::write")]
        serde_json::Value,
    ),
}

crate::support::branches::accessors! {
    impl OptionType {
        as_sub_command = SubCommand: borrows OptionSubCommand;
        as_string = String: borrows OptionString;
        is_unknown = Unknown: finds bool;
    }
}

crate::support::branches::from! {
    impl OptionType {
        SubCommand = OptionSubCommand;
        String = OptionString;
    }
}

impl crate::support::union::Branches for OptionType {
    const TAG: Option<&'static str> = None;

    const FACTS: &'static [crate::support::union::Facts] = &[
        crate::support::union::Facts {
            types: &[crate::support::union::Kind::Object],
            required: &["type"],
            known: &[("type", &[crate::support::union::Kind::Integer])],
            fixed: &[("type", &[crate::support::union::Scalar::Whole(1)])],
            ..crate::support::union::Facts::NONE
        },
        crate::support::union::Facts {
            types: &[crate::support::union::Kind::Object],
            required: &["type"],
            known: &[("type", &[crate::support::union::Kind::Integer])],
            fixed: &[("type", &[crate::support::union::Scalar::Whole(3)])],
            ..crate::support::union::Facts::NONE
        },
    ];

    fn read<'de, D: serde::Deserializer<'de>>(
        branch: usize,
        deserializer: D,
    ) -> Result<Self, D::Error> {
        match branch {
            0 => serde::Deserialize::deserialize(deserializer).map(Self::SubCommand),
            _ => serde::Deserialize::deserialize(deserializer).map(Self::String),
        }
    }

    fn unknown(value: serde_json::Value) -> Option<Self> {
        Some(Self::Unknown(value))
    }
}

crate::support::union::union!(OptionType);

crate::support::published::published!(
    OptionType, include_str!("../schema/option_type.schema.json")
);

/// Object with the member `type`.
///
/// # Example
///
/// ```
/// use words::OptionSubCommand;
///
/// let json = r#"{
///   "type": 1
/// }"#;
/// let value: OptionSubCommand = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `words_of_narrowed.yaml#/components/schemas/Option/oneOf/0`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(inline, transform = Self::docs))]
#[non_exhaustive]
pub struct OptionSubCommand {
    /// `type`: [`OptionSubCommandType`].
    pub r#type: OptionSubCommandType,
}

impl OptionSubCommand {
    /// Creates a value without optional members.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

crate::support::published::published!(
    OptionSubCommand, include_str!("../schema/option_sub_command.schema.json")
);

/// Object with the member `type`.
///
/// # Example
///
/// ```
/// use words::OptionString;
///
/// let json = r#"{
///   "type": 3
/// }"#;
/// let value: OptionString = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `words_of_narrowed.yaml#/components/schemas/Option/oneOf/1`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(inline, transform = Self::docs))]
#[non_exhaustive]
pub struct OptionString {
    /// `type`: [`OptionStringType`].
    pub r#type: OptionStringType,
}

impl OptionString {
    /// Creates a value without optional members.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

crate::support::published::published!(
    OptionString, include_str!("../schema/option_string.schema.json")
);

/// Integer `1`.
///
/// Constraints: `oneOf: [{"title":"SUB_COMMAND","const":1},{"title":"STRING","const":3}]`.
///
/// # Example
///
/// ```
/// use words::OptionSubCommandType;
///
/// let json = r#"1"#;
/// let value: OptionSubCommandType = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `words_of_narrowed.yaml#/components/schemas/Option/oneOf/0/properties/type`
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum OptionSubCommandType {
    /// `1`
    #[default]
    SubCommand,
    /// A value that this version of the schema does not list.
    Unknown(i64),
}

impl OptionSubCommandType {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 1] = [Self::SubCommand];

    /// The value in JSON.
    #[must_use]
    pub const fn as_i64(self) -> i64 {
        match self {
            Self::SubCommand => 1,
            Self::Unknown(number) => number,
        }
    }

    const fn known(number: i64) -> Option<Self> {
        Some(
            match number {
                1 => Self::SubCommand,
                _ => return None,
            },
        )
    }
}

crate::support::open_enum::integer!(OptionSubCommandType);

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for OptionSubCommandType {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "OptionSubCommandType".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = crate::support::schema::schema(
            "{\"enum\":[1],\"oneOf\":[{\"title\":\"SUB_COMMAND\",\"const\":1},{\"title\":\"STRING\",\"const\":3}]}",
        );
        Self::docs(&mut schema);
        schema
    }
}

crate::support::published::published!(
    OptionSubCommandType, include_str!("../schema/option_sub_command_type.schema.json")
);

/// Integer `3`.
///
/// Constraints: `oneOf: [{"title":"SUB_COMMAND","const":1},{"title":"STRING","const":3}]`.
///
/// # Example
///
/// ```
/// use words::OptionStringType;
///
/// let json = r#"3"#;
/// let value: OptionStringType = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `words_of_narrowed.yaml#/components/schemas/Option/oneOf/1/properties/type`
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum OptionStringType {
    /// `3`
    #[default]
    String,
    /// A value that this version of the schema does not list.
    Unknown(i64),
}

impl OptionStringType {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 1] = [Self::String];

    /// The value in JSON.
    #[must_use]
    pub const fn as_i64(self) -> i64 {
        match self {
            Self::String => 3,
            Self::Unknown(number) => number,
        }
    }

    const fn known(number: i64) -> Option<Self> {
        Some(
            match number {
                3 => Self::String,
                _ => return None,
            },
        )
    }
}

crate::support::open_enum::integer!(OptionStringType);

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for OptionStringType {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "OptionStringType".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = crate::support::schema::schema(
            "{\"enum\":[3],\"oneOf\":[{\"title\":\"SUB_COMMAND\",\"const\":1},{\"title\":\"STRING\",\"const\":3}]}",
        );
        Self::docs(&mut schema);
        schema
    }
}

crate::support::published::published!(
    OptionStringType, include_str!("../schema/option_string_type.schema.json")
);

// src/plain.rs
/// Integer `-1`, `0` or `6`.
///
/// # Example
///
/// ```
/// use words::Plain;
///
/// let json = r#"-1"#;
/// let value: Plain = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `words_of_narrowed.yaml#/components/schemas/Plain`
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Plain {
    /// `-1`
    Minus1,
    /// `0`
    N0,
    /// `6`
    N6,
    /// A value that this version of the schema does not list.
    Unknown(i64),
}

impl Plain {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 3] = [Self::Minus1, Self::N0, Self::N6];

    /// The value in JSON.
    #[must_use]
    pub const fn as_i64(self) -> i64 {
        match self {
            Self::Minus1 => -1,
            Self::N0 => 0,
            Self::N6 => 6,
            Self::Unknown(number) => number,
        }
    }

    const fn known(number: i64) -> Option<Self> {
        Some(
            match number {
                -1 => Self::Minus1,
                0 => Self::N0,
                6 => Self::N6,
                _ => return None,
            },
        )
    }
}

crate::support::open_enum::integer!(Plain);

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for Plain {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Plain".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = crate::support::schema::schema("{\"enum\":[-1,0,6]}");
        Self::docs(&mut schema);
        schema
    }
}

crate::support::published::published!(
    Plain, include_str!("../schema/plain.schema.json")
);
