// src/draft.rs
use serde::{Deserialize, Serialize};

use crate::Order;

/// What may come.
///
/// Unstable: any release may change or remove it.
///
/// # Example
///
/// ```
/// use docs::Draft;
///
/// let json = r#"{
///   "status": "new",
///   "order": "string"
/// }"#;
/// let value: Draft = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `unstable.yaml#/components/schemas/Draft`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Draft {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `status`: [`DraftStatus`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "DraftStatus"))]
    pub status: Option<DraftStatus>,
    /// `order`: [`Order`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "Order"))]
    pub order: Option<Order>,
}

crate::support::construct::construct! {
    Draft::new() { record: Default::default() }
    with_status(status: impl Into<DraftStatus>);
    with_order(order: impl Into<Order>);
}

crate::support::record::record!(Draft.record);

/// String `new`.
///
/// Unstable: any release may change or remove it.
///
/// # Example
///
/// ```
/// use docs::DraftStatus;
///
/// let json = r#""new""#;
/// let value: DraftStatus = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `unstable.yaml#/components/schemas/Draft/properties/status`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum DraftStatus {
    /// `new`
    #[default]
    New,
    /// A value that this version of the schema does not list.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl DraftStatus in place {
        New = "new";
    }
}

crate::support::published::published! {
    Draft = include_str!("../schema/draft.schema.json");
    DraftStatus = include_str!("../schema/draft_status.schema.json");
}

// src/order.rs
use serde::{Deserialize, Serialize};

/// String.
///
/// # Example
///
/// ```
/// use docs::Order;
///
/// let json = r#""string""#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `unstable.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
pub struct Order(pub String);

impl From<String> for Order {
    fn from(value: String) -> Self {
        Self(value)
    }
}

crate::support::newtype::text!(Order);

crate::support::newtype::display!(Order);

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
}
