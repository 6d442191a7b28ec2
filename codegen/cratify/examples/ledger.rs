//! Prints what became of every keyword of a document, as Markdown or as JSON:
//! `cargo run -p cratify --example ledger -- DOCUMENT [--summary | --json]`.

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (document, form) = match &arguments[..] {
        [document] => (document, ""),
        [document, form] if ["--summary", "--json"].contains(&form.as_str()) => {
            (document, form.as_str())
        }
        _ => {
            eprintln!("usage: ledger DOCUMENT [--summary | --json]");
            return ExitCode::FAILURE;
        }
    };
    let ledger = match cratify::configure().schema(document).ledger() {
        Ok(ledger) => ledger,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    match form {
        "--json" => println!("{}", serde_json::json!(ledger)),
        "--summary" => print!("{}", ledger.summary()),
        _ => print!("{ledger}"),
    }
    ExitCode::SUCCESS
}
