//! Prints a document of any size: `cargo run -p cratify-benches --example synthetic -- 10000 > large.json`.

fn main() {
    let schemas = std::env::args()
        .nth(1)
        .and_then(|text| text.parse().ok())
        .unwrap_or(1_000);
    println!("{}", cratify_benches::document(schemas));
}
