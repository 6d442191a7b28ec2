// src/order.rs
/// Object with the members `id`, `note`, `kind`, `version` and 5 more members.
///
/// # Example
///
/// ```
/// use structs::Order;
///
/// let json = r#"{
///   "id": "string",
///   "note": "string",
///   "kind": "order",
///   "version": "one",
///   "amount": 1,
///   "part": {
///     "id": "string",
///     "note": null,
///     "kind": "order",
///     "version": "one",
///     "amount": 1,
///     "part": {
///       "id": "string",
///       "note": null,
///       "kind": "order",
///       "version": "one"
///     }
///   }
/// }"#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `structs.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Order {
    #[cfg_attr(feature = "schemars", schemars(skip))]
    pub(crate) nulls: crate::support::nulls::Nulls<Self>,
    /// `id`: string.
    pub id: String,
    /// `note`: string or null.
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "crate::support::schema::Nullable<String>")
    )]
    pub note: Option<String>,
    /// `kind`: [`OrderKind`].
    pub kind: OrderKind,
    /// `version`: [`OrderVersion`].
    ///
    /// Filled in where it is absent, and always written.
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub version: OrderVersion,
    /// `amount`: integer.
    #[cfg_attr(
        feature = "schemars",
        schemars(default, skip_serializing_if = "Option::is_none")
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "i64"))]
    pub amount: Option<i64>,
    /// `total`: number or null.
    #[cfg_attr(
        feature = "schemars",
        schemars(default, skip_serializing_if = "Option::is_none")
    )]
    pub total: Option<f64>,
    /// `type`: string.
    #[cfg_attr(
        feature = "schemars",
        schemars(default, skip_serializing_if = "Option::is_none")
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub r#type: Option<String>,
    /// `part`: [`Order`].
    #[cfg_attr(
        feature = "schemars",
        schemars(default, skip_serializing_if = "Option::is_none")
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "Box<Order>"))]
    pub part: Option<Box<Order>>,
    /// `index`: array of strings.
    #[cfg_attr(
        feature = "schemars",
        schemars(default, skip_serializing_if = "Option::is_none")
    )]
    #[cfg_attr(feature = "schemars", schemars(with = "Vec<String>"))]
    pub index: Option<Vec<String>>,
}

impl Order {
    /// Creates a value with its required members, and without optional ones.
    #[must_use]
    pub fn new(id: impl Into<String>, note: Option<String>) -> Self {
        Self {
            nulls: crate::support::nulls::Nulls::default(),
            id: id.into(),
            note,
            kind: OrderKind::default(),
            version: OrderVersion::default(),
            amount: None,
            total: None,
            r#type: None,
            part: None,
            index: None,
        }
    }
}

crate::support::setters::setters! {
    impl Order {
        with_amount(amount: i64);
        with_total(total: f64);
        with_type(r#type: impl Into<String>);
        with_part(part: impl Into<Order>) => Box::new;
        with_index(index: Vec<String>);
    }
}

crate::support::nulls::nulls! {
    Order.nulls;
    total = "total": is_null_total, set_null_total;
}

crate::support::published::published!(
    Order, include_str!("../schema/order.schema.json")
);

/// String `order`.
///
/// # Example
///
/// ```
/// use structs::OrderKind;
///
/// let json = r#""order""#;
/// let value: OrderKind = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `structs.yaml#/components/schemas/Order/properties/kind`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(inline, transform = Self::docs))]
#[non_exhaustive]
pub enum OrderKind {
    /// `order`
    #[default]
    #[cfg_attr(feature = "schemars", schemars(rename = "order"))]
    Order,
    /// A value that this version of the schema does not list.
    #[cfg_attr(feature = "schemars", schemars(untagged))]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(String),
}

impl OrderKind {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 1] = [Self::Order];

    /// The value in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Order => "order",
            Self::Unknown(text) => text,
        }
    }

    fn known(text: &str) -> Option<Self> {
        Some(
            match text {
                "order" => Self::Order,
                _ => return None,
            },
        )
    }
}

crate::support::open_enum::string!(OrderKind);

crate::support::published::published!(
    OrderKind, include_str!("../schema/order_kind.schema.json")
);

/// String `one`.
///
/// Default: `"one"`
///
/// # Example
///
/// ```
/// use structs::OrderVersion;
///
/// let json = r#""one""#;
/// let value: OrderVersion = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `structs.yaml#/components/schemas/Order/properties/version`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(inline, transform = Self::docs))]
#[non_exhaustive]
pub enum OrderVersion {
    /// `one`
    #[default]
    #[cfg_attr(feature = "schemars", schemars(rename = "one"))]
    One,
    /// A value that this version of the schema does not list.
    #[cfg_attr(feature = "schemars", schemars(untagged))]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(String),
}

impl OrderVersion {
    /// All listed values, in the order of the schema.
    pub const ALL: [Self; 1] = [Self::One];

    /// The value in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::One => "one",
            Self::Unknown(text) => text,
        }
    }

    fn known(text: &str) -> Option<Self> {
        Some(
            match text {
                "one" => Self::One,
                _ => return None,
            },
        )
    }
}

crate::support::open_enum::string!(OrderVersion);

crate::support::published::published!(
    OrderVersion, include_str!("../schema/order_version.schema.json")
);

// src/serde_impls/order.rs
use crate::{Order, OrderKind, OrderVersion};
use crate::support::writer_number::WriteNumber as _;

impl crate::support::members::Object for Order {
    const NAME: &'static str = "Order";
    const MEMBERS: &'static [&'static str] = &[
        "id",
        "note",
        "kind",
        "version",
        "amount",
        "total",
        "type",
        "part",
        "index",
    ];

    fn read<'de, A: serde::de::MapAccess<'de>>(
        mut reader: crate::support::members::Reader<'de, A>,
    ) -> Result<Self, A::Error> {
        let mut id = None;
        let mut note = None;
        let mut kind = None;
        let mut version = None;
        let mut amount = None;
        let mut total = None;
        let mut r#type = None;
        let mut part = None;
        let mut index = None;
        while let Some(index_) = reader.next_field()? {
            match index_ {
                0 => reader.value(&mut id),
                1 => reader.value(&mut note),
                2 => reader.value(&mut kind),
                3 => reader.value(&mut version),
                4 => reader.nullable_number(&mut amount),
                5 => reader.nullable_number(&mut total),
                6 => reader.nullable(&mut r#type),
                7 => reader.nullable(&mut part),
                _ => reader.nullable(&mut index),
            }?;
        }
        let (Some(id), Some(note), Some(kind)) = (id, note, kind) else {
            return reader.missing(&[0, 1, 2]);
        };
        let mut value = Self {
            nulls: crate::support::nulls::Nulls::default(),
            id,
            note,
            kind,
            version: version.unwrap_or_default(),
            amount,
            total,
            r#type,
            part,
            index,
        };
        reader.record(&mut value);
        Ok(value)
    }

    fn write<W: crate::support::members::Writer>(&self, writer: &mut W) {
        writer.nulls(self.nulls.names());
        writer.value(&self.id);
        writer.value(&self.note);
        writer.value(&self.kind);
        writer.value(&self.version);
        writer.optional(&self.amount);
        writer.optional_number(&self.total);
        writer.optional(&self.r#type);
        writer.optional(&self.part);
        writer.optional(&self.index);
    }
}

crate::support::members::recorded_object!(Order);

crate::support::written_string::written_string!(OrderKind, Unknown);

crate::support::written_string::written_string!(OrderVersion, Unknown);
