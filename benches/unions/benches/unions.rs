//! Decodes unions: the generated ones beside hand-written ones with serde's `tag` and `untagged`.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The enum as a person writes it by hand.
#[expect(dead_code, reason = "decoding is all that is timed")]
mod by_hand {
    use super::Deserialize;

    #[derive(Deserialize)]
    #[serde(tag = "method", rename_all = "lowercase")]
    pub(super) enum Tagged {
        Card(Card),
        Transfer(Transfer),
        Voucher(Voucher),
    }

    #[derive(Deserialize)]
    #[serde(untagged)]
    pub(super) enum Untagged {
        Card(Card),
        Transfer(Transfer),
        Voucher(Voucher),
    }

    #[derive(Deserialize)]
    pub(super) struct Card {
        number: String,
        holder: String,
        expiry: Expiry,
    }

    #[derive(Deserialize)]
    pub(super) struct Expiry {
        month: i64,
        year: i64,
    }

    #[derive(Deserialize)]
    pub(super) struct Transfer {
        iban: String,
        references: Vec<String>,
    }

    #[derive(Deserialize)]
    pub(super) struct Voucher {
        code: String,
        value: f64,
    }
}

const CARD: &str =
    r#""number":"4111111111111111","holder":"A. Customer","expiry":{"month":12,"year":2030}"#;
const VOUCHER: &str = r#""code":"SPRING-2030-A","value":12.5"#;

fn decode<T: DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(black_box(text)).expect("the text is one of the union")
}

/// Decodes a text as one type, and drops what came of it.
type Run = fn(&str);

/// One text in all types that read it.
fn compare(criterion: &mut Criterion, name: &str, text: &str, types: &[(&str, Run)]) {
    let mut group = criterion.benchmark_group(name);
    for (ty, decode) in types {
        group.bench_with_input(BenchmarkId::from_parameter(ty), text, |bencher, text| {
            bencher.iter(|| decode(text));
        });
    }
    group.finish();
}

fn run<T: DeserializeOwned>(text: &str) {
    black_box(decode::<T>(text));
}

fn unions(criterion: &mut Criterion) {
    let tagged: [(&str, Run); 3] = [
        ("generated", run::<unions::Tagged>),
        ("serde tag", run::<by_hand::Tagged>),
        ("serde untagged", run::<by_hand::Untagged>),
    ];
    let first = format!(r#"{{"method":"card",{CARD}}}"#);
    let last = format!(r#"{{{CARD},"method":"card"}}"#);
    compare(criterion, "tag first", &first, &tagged);
    compare(criterion, "tag last", &last, &tagged);
    let untagged: [(&str, Run); 2] = [
        ("generated", run::<unions::Untagged>),
        ("serde untagged", run::<by_hand::Untagged>),
    ];
    compare(
        criterion,
        "no tag, first branch",
        &format!("{{{CARD}}}"),
        &untagged,
    );
    compare(
        criterion,
        "no tag, last branch",
        &format!("{{{VOUCHER}}}"),
        &untagged,
    );
}

criterion_group!(benches, unions);
criterion_main!(benches);
