//! Generates a crate without a build script, and says how long each stage took:
//! `cargo run -p cratify --example generate -- DOCUMENT OUTPUT`.

use std::io::IsTerminal;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [document, output] = &arguments[..] else {
        eprintln!("usage: generate DOCUMENT OUTPUT");
        return ExitCode::FAILURE;
    };
    let generated = cratify::configure()
        .schema(document)
        .output(output)
        .generate();
    let written = generated.and_then(|generated| {
        eprint!("{}", generated.rendered_warnings());
        for (stage, time) in generated.timings() {
            eprintln!("{stage:?}: {time:.1?}");
        }
        generated.write()
    });
    match written {
        Ok(summary) => {
            let (written, removed) = (summary.written.len(), summary.removed.len());
            eprintln!(
                "{written} files written, {removed} removed, {} unchanged",
                summary.unchanged
            );
            ExitCode::SUCCESS
        }
        Err(error) if std::io::stderr().is_terminal() => {
            eprintln!("{}", error.coloured());
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
