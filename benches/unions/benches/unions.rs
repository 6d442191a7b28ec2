//! Reading unions: generated enums against those of serde. See `benches/README.md`.

use std::hint::black_box;

use bench_unions as generated;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use serde::de::DeserializeOwned;

const TAG_FIRST: &str =
    r#"{"kind":"removed","id":"fe26475d-ec3e-4884","reason":"nobody has asked for it","by":"somebody"}"#;
const TAG_LAST: &str =
    r#"{"id":"fe26475d-ec3e-4884","reason":"nobody has asked for it","by":"somebody","kind":"removed"}"#;
const FIRST_BRANCH: &str = r#"{"id":"fe26475d-ec3e-4884","radius":12}"#;
const LAST_BRANCH: &str = r#"{"id":"fe26475d-ec3e-4884","name":"a shape","note":"nobody has asked for it"}"#;

/// The same by hand, as serde has it.
mod serde_enums {
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(tag = "kind", rename_all = "snake_case")]
    #[expect(dead_code, reason = "the members are there to be read from text")]
    pub(super) enum Tagged {
        Created { id: String, name: String, size: i64 },
        Moved { id: String, from: String, to: String },
        Removed { id: String, reason: String, by: String },
    }

    #[derive(Debug, Deserialize)]
    #[serde(untagged)]
    #[expect(dead_code, reason = "the members are there to be read from text")]
    pub(super) enum Untagged {
        Circle { id: String, radius: i64 },
        Square { id: String, side: i64 },
        Named { id: String, name: String, note: Option<String> },
    }

    /// What the tag says, tried branch by branch.
    #[derive(Debug, Deserialize)]
    #[serde(untagged)]
    #[expect(dead_code, reason = "the members are there to be read from text")]
    pub(super) enum TaggedUntagged {
        Created { kind: Created, id: String, name: String, size: i64 },
        Moved { kind: Moved, id: String, from: String, to: String },
        Removed { kind: Removed, id: String, reason: String, by: String },
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub(super) enum Created {
        Created,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub(super) enum Moved {
        Moved,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub(super) enum Removed {
        Removed,
    }
}

fn read<T: DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(text).expect("the text is one of the type")
}

fn tagged(criterion: &mut Criterion) {
    for (name, text) in [("tag first", TAG_FIRST), ("tag last", TAG_LAST)] {
        assert!(
            matches!(read(text), generated::Tagged::Removed(_)),
            "only equal work can be compared"
        );
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function("generated", |bencher| bencher.iter(|| read::<generated::Tagged>(black_box(text))));
        group.bench_function("branch alone", |bencher| bencher.iter(|| read::<generated::Removed>(black_box(text))));
        group.bench_function("serde, tag", |bencher| bencher.iter(|| read::<serde_enums::Tagged>(black_box(text))));
        group.bench_function("serde, untagged", |bencher| {
            bencher.iter(|| read::<serde_enums::TaggedUntagged>(black_box(text)));
        });
    }
}

fn untagged(criterion: &mut Criterion) {
    for (name, text) in [("no tag, first branch", FIRST_BRANCH), ("no tag, last branch", LAST_BRANCH)] {
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function("generated", |bencher| bencher.iter(|| read::<generated::Untagged>(black_box(text))));
        group.bench_function("serde, untagged", |bencher| bencher.iter(|| read::<serde_enums::Untagged>(black_box(text))));
    }
}

criterion_group!(benches, tagged, untagged);
criterion_main!(benches);
