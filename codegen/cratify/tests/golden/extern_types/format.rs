// src/host.rs
use serde::{Deserialize, Serialize};

/// Object with the members `address` and `since`.
///
/// Schema: `format.yaml#/components/schemas/Host`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Host {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `address`: string, format `ipv4`.
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "String", extend("format" = "ipv4"))
    )]
    pub address: std::net::Ipv4Addr,
    /// `since`: integer, format `unix-time`.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "crate::support::codec::As::<Option<crate::support::extern_codec::ChronoSerdeTsSeconds>>"
    )]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "i64", extend("format" = "unix-time"))
    )]
    pub since: Option<chrono::DateTime<chrono::Utc>>,
}

crate::support::construct::construct! {
    Host::new(address: std::net::Ipv4Addr) { record: Default::default(), address }
    with_since(since: chrono::DateTime<chrono::Utc>);
}

crate::support::record::record!(Host.record);

crate::support::published::published! {
    Host = include_str!("../schema/host.schema.json");
}
