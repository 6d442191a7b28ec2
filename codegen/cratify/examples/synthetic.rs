//! Prints a document of any size: `cargo run -p cratify --example synthetic -- 10000 > large.json`.

#[path = "../benches/synthetic/mod.rs"]
mod synthetic;

fn main() {
    let schemas = std::env::args()
        .nth(1)
        .and_then(|text| text.parse().ok())
        .unwrap_or(1_000);
    println!("{}", synthetic::document(schemas));
}
