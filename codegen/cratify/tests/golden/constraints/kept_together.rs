// src/sent.rs
use serde::{Deserialize, Serialize};
use crate::Parcel;

/// [`Parcel`].
///
/// Constraints: `if: {"minProperties":2}`, `then: {"required":["size"]}`, `allOf: [{"if":{"maxProperties":1},"then":{"not":{"const":{"$ref":"#/$defs/Parcel"}}}}]`.
///
/// Schema: `kept_together.yaml#/$defs/Sent`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(
    feature = "schemars",
    derive(schemars::JsonSchema),
    schemars(
        description = "",
        extend("if" = {"minProperties":2}),
        extend("then" = {"required":["size"]}),
        extend(
            "allOf" = [{"if":{"maxProperties":1},
            "then":{"not":{"const":{"$ref":"#/$defs/Parcel"}}}}]
        )
    )
)]
pub struct Sent(pub Parcel);

impl From<Parcel> for Sent {
    fn from(value: Parcel) -> Self {
        Self(value)
    }
}

impl Sent {
    /// The JSON Schema of this type, in draft 2020-12.
    #[must_use]
    pub const fn schema() -> &'static str {
        include_str!("../schema/sent.schema.json")
    }
}

#[cfg(feature = "validate")]
crate::support::strict::strict!(Sent);
