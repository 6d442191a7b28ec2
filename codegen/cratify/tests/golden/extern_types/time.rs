// src/event.rs
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Object with the members `at`, `until`, `all` and `on`.
///
/// # Example
///
/// ```
/// use time::Event;
///
/// let json = r#"{
///   "at": "2013-07-16T19:23:00Z",
///   "until": "2013-07-16T19:23:00Z"
/// }"#;
/// let value: Event = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `time.yaml#/components/schemas/Event`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(crate = "crate::support::recorded_object")]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(transform = Self::docs))]
#[non_exhaustive]
pub struct Event {
    #[serde(skip_deserializing)]
    #[cfg_attr(feature = "schemars", schemars(skip))]
    record: crate::support::record::Record<Self>,
    /// `at`: string, format `date-time`.
    #[serde(with = "time::serde::rfc3339")]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "String", extend("format" = "date-time"))
    )]
    pub at: time::OffsetDateTime,
    /// `until`: string or null, format `date-time`.
    #[serde(
        with = "crate::support::codec::As::<Option<crate::support::extern_codec::TimeSerdeRfc3339>>"
    )]
    #[cfg_attr(
        feature = "schemars",
        schemars(
            with = "crate::support::schema::Nullable<String>",
            extend("format" = "date-time")
        )
    )]
    pub until: Option<time::OffsetDateTime>,
    /// `all`: array of strings.
    ///
    /// Each element: format `date-time`.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "crate::support::codec::As::<Option<Vec<crate::support::extern_codec::TimeSerdeRfc3339>>>"
    )]
    #[cfg_attr(
        feature = "schemars",
        schemars(
            with = "Vec<String>",
            extend("items" = {"type":"string", "format":"date-time"})
        )
    )]
    pub all: Option<Vec<time::OffsetDateTime>>,
    /// `on`: object with values of type string.
    ///
    /// Each value: format `date`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schemars",
        schemars(
            with = "BTreeMap<String, String>",
            extend("additionalProperties" = {"type":"string", "format":"date"})
        )
    )]
    pub on: Option<BTreeMap<String, time::Date>>,
}

crate::support::construct::construct! {
    Event::new(at: time::OffsetDateTime, until: Option<time::OffsetDateTime>) {
        record: Default::default(), at, until,
    }
    with_all(all: Vec<time::OffsetDateTime>);
    with_on(on: BTreeMap<String, time::Date>);
}

crate::support::record::record!(Event.record);

crate::support::published::published! {
    Event = include_str!("../schema/event.schema.json");
}
