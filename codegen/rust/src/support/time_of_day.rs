//! Turns a `Time` into `19:23:00` and back, with a fraction of the second only where there is one. The crate `time` alone
//! requires and writes a fraction.

use std::borrow::Cow;

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::Serializer;
use time::Time;
use time::format_description::well_known::Iso8601;

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Time, D::Error> {
    let text = Cow::<str>::deserialize(deserializer)?;
    // Without its offset it would be another time.
    if text.contains(['Z', 'z', '+', '-']) {
        return Err(D::Error::custom("a time of the day has no offset from UTC"));
    }
    Time::parse(&text, &Iso8601::PARSING).map_err(D::Error::custom)
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
pub(crate) fn serialize<S: Serializer>(time: &Time, serializer: S) -> Result<S::Ok, S::Error> {
    let (hour, minute, second, nanosecond) = time.as_hms_nano();
    let mut text = format!("{hour:02}:{minute:02}:{second:02}");
    if nanosecond > 0 {
        let fraction = format!(".{nanosecond:09}");
        text.push_str(fraction.trim_end_matches('0'));
    }
    serializer.serialize_str(&text)
}
