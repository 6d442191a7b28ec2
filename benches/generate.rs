//! How long the generator takes, as a whole and stage by stage; nothing is written to disk.
//!
//! `CRATIFY_CORPUS` names a folder whose folder `openapi` has large documents of the real world;
//! without it, those are left out. See `benches/README.md`.

use std::path::{Path, PathBuf};
use std::time::Duration;

use cratify::{Generated, Stage};
use cratify_benches::document;
use criterion::{
    BenchmarkId, Criterion, SamplingMode, Throughput, criterion_group, criterion_main,
};

const STAGES: [Stage; 7] = [
    Stage::Read,
    Stage::Graph,
    Stage::Lower,
    Stage::Analyze,
    Stage::Publish,
    Stage::Emit,
    Stage::Pages,
];

fn generate(document: &Path) -> Generated {
    let result = cratify::configure()
        .schema(document)
        .output("never-written")
        .generate();
    result.unwrap_or_else(|error| panic!("{error}"))
}

/// The document of this repository.
fn own() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/create_session.yaml")
}

/// Documents of the real world, if there are any.
fn corpus() -> Vec<PathBuf> {
    let Some(folder) = std::env::var_os("CRATIFY_CORPUS") else {
        return Vec::new();
    };
    let entries = std::fs::read_dir(Path::new(&folder).join("openapi"))
        .expect("CRATIFY_CORPUS has a folder openapi");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("the folder can be listed").path())
        .collect();
    paths.sort();
    paths
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn documents(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("document");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    for path in std::iter::once(own()).chain(corpus()) {
        let size = std::fs::metadata(&path)
            .expect("the document can be read")
            .len();
        group.throughput(Throughput::Bytes(size));
        group.bench_function(stem(&path), |bencher| bencher.iter(|| generate(&path)));
    }
}

/// Time against size: the time per schema stays what it is where the work is linear.
fn synthetic(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("there is room for a document");
    let mut group = criterion.benchmark_group("synthetic");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    for schemas in [100, 1_000, 10_000] {
        let path = folder.path().join(format!("{schemas}.json"));
        std::fs::write(&path, document(schemas).to_string()).expect("there is room for a document");
        group.throughput(Throughput::Elements(schemas as u64));
        group.bench_function(BenchmarkId::from_parameter(schemas), |bencher| {
            bencher.iter(|| generate(&path));
        });
    }
}

/// Each stage by itself, on the largest documents there are.
fn stages(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("there is room for a document");
    let synthetic = folder.path().join("synthetic.json");
    std::fs::write(&synthetic, document(1_000).to_string()).expect("there is room for a document");
    let largest = corpus()
        .into_iter()
        .max_by_key(|path| std::fs::metadata(path).map_or(0, |data| data.len()));
    for path in std::iter::once(synthetic).chain(largest) {
        let mut group = criterion.benchmark_group(format!("stages/{}", stem(&path)));
        group.sample_size(10).sampling_mode(SamplingMode::Flat);
        for stage in STAGES {
            group.bench_function(format!("{stage:?}"), |bencher| {
                bencher.iter_custom(|times| (0..times).map(|_| time_of(stage, &path)).sum());
            });
        }
    }
}

fn time_of(stage: Stage, document: &Path) -> Duration {
    let generated = generate(document);
    generated
        .timings()
        .iter()
        .filter(|(which, _)| *which == stage)
        .map(|(_, time)| *time)
        .sum()
}

criterion_group!(benches, documents, synthetic, stages);
criterion_main!(benches);
