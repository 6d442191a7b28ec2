//! Turns formats into the types that well-known crates have for them.
//!
//! A sample of each type is spelled as the type itself spells it.

use serde_json::json;

use super::Formats;
use crate::model::{Codec, Extern, Type};
use crate::package::Dependency;
use cratify_schema::source::Value;

/// The type of a crate for a format, where the crate has one for it. `wire` is the type that the value
/// has otherwise.
pub(super) fn preset(formats: Formats, format: &str, wire: &Type) -> Option<Extern> {
    let text = *wire == Type::String;
    let number = *wire == Type::Float;
    let found = match (formats, format) {
        (Formats::Uuid, "uuid" | "guid") if text => own(
            "uuid::Uuid",
            json!("fe26475d-ec3e-4884-9553-f7356683f7f9"),
            Dependency::new("uuid", "1").feature("serde"),
        ),
        (Formats::Url, "uri" | "url") if text => own(
            "url::Url",
            json!("https://example.com/"),
            Dependency::new("url", "2").feature("serde"),
        ),
        (Formats::Jiff, _) if text => return jiff(format),
        (Formats::Chrono, _) if text => return chrono(format),
        (Formats::Time, _) if text => return time(format),
        (Formats::RustDecimal, "decimal" | "big-decimal" | "bigdecimal") if text => by(
            Codec::Module("rust_decimal::serde::str".to_owned()),
            "rust_decimal::Decimal",
            json!("12.50"),
            rust_decimal("serde-with-str"),
        ),
        (Formats::RustDecimal, "decimal" | "big-decimal" | "bigdecimal") if number => by(
            support(
                "crate::support::decimal",
                Some("rust_decimal::serde::float"),
            ),
            "rust_decimal::Decimal",
            json!(12.5),
            rust_decimal("serde-with-float"),
        ),
        (Formats::Base64, "byte" | "base64") if text => by(
            support("crate::support::base64", None),
            "Vec<u8>",
            json!("aGVsbG8="),
            Dependency::new("base64", "0.22"),
        ),
        _ => return None,
    };
    Some(found)
}

fn jiff(format: &str) -> Option<Extern> {
    let (path, sample) = match format {
        "date-time" => ("jiff::Timestamp", "2013-07-16T19:23:00Z"),
        "date" => ("jiff::civil::Date", "2013-07-16"),
        "time" => ("jiff::civil::Time", "19:23:00"),
        "duration" => ("jiff::SignedDuration", "PT1H30M"),
        _ => return None,
    };
    let crate_ = Dependency::new("jiff", "1").without_default_features();
    let crate_ = crate_.feature("serde").feature("std");
    Some(own(path, json!(sample), crate_))
}

fn chrono(format: &str) -> Option<Extern> {
    let (path, sample) = match format {
        "date-time" => (
            "chrono::DateTime<chrono::FixedOffset>",
            "2013-07-16T19:23:00+02:00",
        ),
        "date" => ("chrono::NaiveDate", "2013-07-16"),
        "time" => ("chrono::NaiveTime", "19:23:00"),
        _ => return None,
    };
    let crate_ = Dependency::new("chrono", "0.4").without_default_features();
    let crate_ = crate_.feature("serde").feature("std");
    Some(own(path, json!(sample), crate_))
}

fn time(format: &str) -> Option<Extern> {
    let (codec, path, sample, features) = match format {
        "date-time" => (
            Codec::Module("time::serde::rfc3339".to_owned()),
            "time::OffsetDateTime",
            "2013-07-16T19:23:00Z",
            "serde-well-known",
        ),
        "date" => (
            Codec::Own,
            "time::Date",
            "2013-07-16",
            "serde-human-readable",
        ),
        "time" => (
            support("crate::support::time_of_day", None),
            "time::Time",
            "19:23:00",
            "serde-human-readable",
        ),
        _ => return None,
    };
    let crate_ = Dependency::new("time", "0.3").without_default_features();
    let crate_ = crate_.feature(features).feature("std");
    Some(by(codec, path, json!(sample), crate_))
}

/// The crate with one of its modules for serde: what a plain `Decimal` reads and writes depends on
/// features that any crate of a build may turn on.
fn rust_decimal(module: &str) -> Dependency {
    let crate_ = Dependency::new("rust_decimal", "1").without_default_features();
    crate_.feature(module).feature("std")
}

fn support(module: &'static str, like: Option<&'static str>) -> Codec {
    Codec::Support { module, like }
}

fn own(path: &str, sample: Value, dependency: Dependency) -> Extern {
    by(Codec::Own, path, sample, dependency)
}

fn by(codec: Codec, path: &str, sample: Value, dependency: Dependency) -> Extern {
    Extern {
        path: path.to_owned(),
        codec,
        dependencies: vec![dependency.weak()],
        sample: Some(sample),
        is_key: true,
    }
}
