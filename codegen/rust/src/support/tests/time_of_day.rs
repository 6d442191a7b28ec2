//! Times of the day of the crate `time`.

use serde::{Deserialize, Serialize};
use time::Time;

use crate::support::time_of_day;

#[derive(Debug, Serialize, Deserialize)]
#[serde(transparent)]
struct Alarm(#[serde(with = "time_of_day")] Time);

#[test]
fn a_time_is_read_and_written_without_needless_digits() {
    for (text, written) in [
        ("19:23", "19:23:00"),
        ("19:23:00", "19:23:00"),
        ("19:23:00.500", "19:23:00.5"),
        ("00:00:00.000000001", "00:00:00.000000001"),
    ] {
        let json = format!("{text:?}");
        let alarm: Alarm =
            serde_json::from_str(&json).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(
            serde_json::to_string(&alarm).ok(),
            Some(format!("{written:?}"))
        );
    }
}

#[test]
fn an_offset_is_not_dropped() {
    for text in [
        "19:23:00Z",
        "19:23:00z",
        "19:23:00+02:00",
        "19:23:00-02:00",
        "25:00:00",
        "",
    ] {
        assert!(
            serde_json::from_str::<Alarm>(&format!("{text:?}")).is_err(),
            "{text}"
        );
    }
}
