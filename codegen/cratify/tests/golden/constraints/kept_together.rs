// src/sent.rs
use serde::{Deserialize, Serialize};

use crate::Parcel;

/// [`Parcel`].
///
/// Constraints: `if: {"minProperties":2}`, `then: {"required":["size"]}`,
/// `allOf: [{"if":{"maxProperties":1},"then":{"not":{"const":{"$ref":"#/$defs/Parcel"}}}}]`.
///
/// Schema: `kept_together.yaml#/$defs/Sent`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(
        extend("if" = {"minProperties":2}),
        extend("then" = {"required":["size"]}),
        extend(
            "allOf" = [{"if":{"maxProperties":1},
            "then":{"not":{"const":{"$ref":"#/$defs/Parcel"}}}}]
        ),
        transform = Self::docs
    )
)]
pub struct Sent(pub Parcel);

impl From<Parcel> for Sent {
    fn from(value: Parcel) -> Self {
        Self(value)
    }
}

crate::support::published::published! {
    Sent = include_str!("../schema/sent.schema.json");
}
