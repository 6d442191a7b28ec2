// src/ticket.rs
use serde::{Deserialize, Serialize};

/// Object with the members `id`, `mail` and `phone`.
///
/// Constraints: `oneOf: [{"required":["id","mail"]},{"required":["id","phone"]}]`.
///
/// Schema: `requirements.yaml#/components/schemas/Ticket`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(
        extend("oneOf" = [{"required":["id", "mail"]}, {"required":["id", "phone"]}]),
        transform = Self::docs
    )
)]
#[non_exhaustive]
pub struct Ticket {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `id`: string.
    pub id: String,
    /// `mail`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub mail: Option<String>,
    /// `phone`: string.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub phone: Option<String>,
}

crate::support::construct::construct! {
    Ticket::new(id: impl Into<String>) { record: Default::default(), id: id.into() }
    with_mail(mail: impl Into<String>);
    with_phone(phone: impl Into<String>);
}

crate::support::record::record!(Ticket.record);

crate::support::published::published! {
    Ticket = include_str!("../schema/ticket.schema.json");
}
