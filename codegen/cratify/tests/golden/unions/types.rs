// src/order.rs
use serde::{Deserialize, Serialize};

/// Object with the member `key`.
///
/// # Example
///
/// ```
/// use types::Order;
///
/// let json = r#"{}"#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `types.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Order {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `key`: [`OrderKey`] or null.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<OrderKey>,
}

crate::support::construct::construct! {
    Order::new() { record: Default::default() }
    with_key(key: impl Into<OrderKey>);
}

crate::support::record::record! {
    Order.record;
    key = "key": is_null_key, set_null_key;
}

/// Integer or string.
///
/// # Example
///
/// ```
/// use types::OrderKey;
///
/// let json = r#"3"#;
/// let value: OrderKey = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `types.yaml#/components/schemas/Order/properties/key`
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(inline, transform = Self::docs))]
#[non_exhaustive]
pub enum OrderKey {
    /// Integer.
    ///
    /// Constraints: at least 3.
    #[cfg_attr(feature = "schemars", schemars(extend("minimum" = 3)))]
    Integer(u64),
    /// String.
    ///
    /// Constraints: at most 4 characters.
    #[cfg_attr(feature = "schemars", schemars(extend("maxLength" = 4)))]
    String(String),
    /// A value of a branch that this version of the schema does not have.
    #[cfg_attr(feature = "schemars", schemars(skip))]
    Unknown(
        #[serde(serialize_with = "crate::support::unknown::write")]
        serde_json::Value,
    ),
}

crate::support::branches::accessors! {
    impl OrderKey {
        as_integer = Integer: copies u64;
        as_string = String: borrows str;
        is_unknown = Unknown: finds bool;
    }
}

crate::support::branches::from! {
    impl OrderKey {
        Integer = u64;
        String = String;
        String = &str => String::from;
    }
}

impl crate::support::union::Branches for OrderKey {
    const TAG: Option<&'static str> = None;

    const FACTS: &'static [crate::support::union::Facts] = {
        use crate::support::union;
        &[
            union::Facts {
                types: &[union::Kind::Integer],
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
            0 => crate::support::number::read(deserializer).map(Self::Integer),
            _ => serde::Deserialize::deserialize(deserializer).map(Self::String),
        }
    }

    fn unknown(value: serde_json::Value) -> Option<Self> {
        Some(Self::Unknown(value))
    }
}

crate::support::union::union!(OrderKey);

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
    OrderKey = include_str!("../schema/order_key.schema.json");
}
