// src/order.rs
/// String `up` or `down`.
///
/// Default: `"down"`
///
/// # Example
///
/// ```
/// use default::Order;
///
/// let json = r#""up""#;
/// let value: Order = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `default.yaml#/components/schemas/Order`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum Order {
    /// `up`
    Up,
    /// `down`
    #[default]
    Down,
    /// A value that this version of the schema does not list.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl Order {
        Up = "up";
        Down = "down";
    }
}

crate::support::published::published! {
    Order = include_str!("../schema/order.schema.json");
}
