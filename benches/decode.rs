//! Reading and writing a `CreateSession`: the generated type against what a person would write.
//!
//! All of them run on the same text in the same run, since only their ratios mean anything. See
//! `benches/README.md`.

use std::hint::black_box;

use create_session::CreateSession;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// All members, with values that are known.
const KNOWN: &str = r#"{
  "type": "payment-service-session",
  "status": "succeeded",
  "code": "UNKNOWN_ERROR",
  "status_code": 201,
  "response_body": { "sessionId": "12345", "expires": 1735689600, "live": true }
}"#;

/// Listed values, and values that a newer server may send.
const NEWER: &str = r#"{
  "type": "payment-service-session",
  "status": "pending",
  "code": null,
  "status_code": 202,
  "retry_after": 30
}"#;

/// The required members.
const SHORT: &str = r#"{"status":"failed"}"#;

/// Written by hand, but for the types of its constant and its enum.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct ByHand<Type: Default, Status> {
    #[serde(default)]
    r#type: Type,
    status: Status,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    status_code: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    response_body: Option<Map<String, Value>>,
}

/// For the values that are known today.
mod closed {
    use super::{ByHand, Deserialize, Serialize};

    pub(super) type CreateSession = ByHand<Type, Status>;

    #[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
    pub(super) enum Type {
        #[default]
        #[serde(rename = "payment-service-session")]
        PaymentServiceSession,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub(super) enum Status {
        Succeeded,
        Failed,
    }
}

/// As tolerant as the generated type.
mod tolerant {
    use super::{ByHand, Deserialize, Serialize};

    pub(super) type CreateSession = ByHand<Type, Status>;

    #[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
    pub(super) enum Type {
        #[default]
        #[serde(rename = "payment-service-session")]
        PaymentServiceSession,
        #[serde(untagged)]
        Unknown(String),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub(super) enum Status {
        Succeeded,
        Failed,
        #[serde(untagged)]
        Unknown(String),
    }
}

/// Without enums.
mod strings {
    use super::{ByHand, Deserialize, Serialize};

    pub(super) type CreateSession = ByHand<Type, String>;

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    #[serde(transparent)]
    pub(super) struct Type(String);

    impl Default for Type {
        fn default() -> Self {
            Self("payment-service-session".to_owned())
        }
    }
}

fn read<T: DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(text).expect("the text is one of the type")
}

fn decode(criterion: &mut Criterion) {
    for (name, text) in [("known", KNOWN), ("newer", NEWER), ("short", SHORT)] {
        let mut group = criterion.benchmark_group(format!("decode/{name}"));
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function("generated", |bencher| {
            bencher.iter(|| read::<CreateSession>(black_box(text)));
        });
        if name != "newer" {
            group.bench_function("closed", |bencher| {
                bencher.iter(|| read::<closed::CreateSession>(black_box(text)));
            });
        }
        group.bench_function("tolerant", |bencher| {
            bencher.iter(|| read::<tolerant::CreateSession>(black_box(text)));
        });
        group.bench_function("strings", |bencher| {
            bencher.iter(|| read::<strings::CreateSession>(black_box(text)));
        });
        group.bench_function("value", |bencher| {
            bencher.iter(|| read::<Value>(black_box(text)));
        });
    }
}

fn decode_slice(criterion: &mut Criterion) {
    fn read<T: DeserializeOwned>(bytes: &[u8]) -> T {
        serde_json::from_slice(bytes).expect("the text is one of the type")
    }
    let bytes = KNOWN.as_bytes();
    let mut group = criterion.benchmark_group("decode/known, bytes");
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    group.bench_function("generated", |bencher| {
        bencher.iter(|| read::<CreateSession>(black_box(bytes)));
    });
    group.bench_function("closed", |bencher| {
        bencher.iter(|| read::<closed::CreateSession>(black_box(bytes)));
    });
    group.bench_function("tolerant", |bencher| {
        bencher.iter(|| read::<tolerant::CreateSession>(black_box(bytes)));
    });
    group.bench_function("strings", |bencher| {
        bencher.iter(|| read::<strings::CreateSession>(black_box(bytes)));
    });
    group.bench_function("value", |bencher| {
        bencher.iter(|| read::<Value>(black_box(bytes)));
    });
}

fn encode(criterion: &mut Criterion) {
    fn write(value: &impl Serialize) -> String {
        serde_json::to_string(value).expect("the value can be written")
    }
    let generated: CreateSession = read(KNOWN);
    let closed: closed::CreateSession = read(KNOWN);
    let tolerant: tolerant::CreateSession = read(KNOWN);
    let strings: strings::CreateSession = read(KNOWN);
    let value: Value = read(KNOWN);
    assert_eq!(
        write(&generated),
        write(&closed),
        "only equal work can be compared"
    );
    let mut group = criterion.benchmark_group("encode/known");
    group.throughput(Throughput::Bytes(write(&generated).len() as u64));
    group.bench_function("generated", |bencher| {
        bencher.iter(|| write(black_box(&generated)));
    });
    group.bench_function("closed", |bencher| {
        bencher.iter(|| write(black_box(&closed)));
    });
    group.bench_function("tolerant", |bencher| {
        bencher.iter(|| write(black_box(&tolerant)));
    });
    group.bench_function("strings", |bencher| {
        bencher.iter(|| write(black_box(&strings)));
    });
    group.bench_function("value", |bencher| bencher.iter(|| write(black_box(&value))));
}

criterion_group!(benches, decode, decode_slice, encode);
criterion_main!(benches);
