//! Generated Rust is formatted as prettyplease formats it, also where the generator writes text.

use std::fs;

use cratify_testing::Fixture;
use libtest_mimic::{Arguments, Failed, Trial};

fn main() {
    let arguments = Arguments::from_args();
    let fixtures = Fixture::goldens().into_iter().chain(Fixture::proofs());
    let mut trials: Vec<Trial> = fixtures
        .map(|fixture| Trial::test(fixture.name.clone(), move || is_formatted(&fixture)))
        .collect();
    trials.push(Trial::test("names of each length", || {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("lengths.yaml");
        fs::write(&path, lengths())?;
        is_formatted(&Fixture::plain(&path))
    }));
    trials.push(Trial::test(
        "code for serde with names of each length",
        || {
            let folder = tempfile::tempdir()?;
            let path = folder.path().join("lengths.yaml");
            fs::write(&path, format!("#: serde: written\n{}", lengths()))?;
            is_formatted(&Fixture::read(&path))
        },
    ));
    libtest_mimic::run(&arguments, trials).exit();
}

/// Formats every file again, which changes nothing.
fn is_formatted(fixture: &Fixture) -> Result<(), Failed> {
    let generated = fixture.configure().generate()?;
    let types = generated
        .files()
        .filter(|(path, _)| path.starts_with("src/") && !path.starts_with("src/support"));
    for (path, text) in types {
        let mut tree = syn::parse_file(text)?;
        // prettyplease would fill lines with what is written in a line each.
        tree.items.retain(|item| !is_table(item));
        let formatted = squeezed(&prettyplease::unparse(&tree));
        let written = squeezed(&without_tables(text));
        if written == formatted {
            continue;
        }
        let mut lines = written.lines().rev().zip(formatted.lines().rev());
        let different = lines.find(|(written, formatted)| written != formatted);
        let (written, formatted) = different.unwrap_or((&written, &formatted));
        return Err(format!("{path}:\n  {written}\nis formatted\n  {formatted}").into());
    }
    Ok(())
}

/// Whether an item is a table of methods: the call of a macro in braces.
fn is_table(item: &syn::Item) -> bool {
    let syn::Item::Macro(item) = item else {
        return false;
    };
    matches!(item.mac.delimiter, syn::MacroDelimiter::Brace(_))
}

/// The text of a file without tables of methods.
fn without_tables(text: &str) -> String {
    let mut is_inside = false;
    let lines = text.lines().filter(|line| {
        is_inside |= line.starts_with("crate::support::") && line.ends_with("! {");
        let is_outside = !is_inside;
        is_inside &= *line != "}";
        is_outside
    });
    let mut kept: String = lines.collect::<Vec<_>>().join("\n");
    kept.push('\n');
    kept
}

/// The code of a file without the lines that formatting drops or adds: empty ones, and comments.
fn squeezed(text: &str) -> String {
    let is_kept = |line: &&str| !line.is_empty() && !line.starts_with("// ");
    let lines: Vec<&str> = text.lines().filter(is_kept).collect();
    lines.join("\n")
}

/// A document with names of each length, so that each line is once as long as a line may be.
fn lengths() -> String {
    let mut text = String::from("openapi: 3.1.0\ninfo: { title: Lengths, version: 1.0.0 }\n");
    text.push_str("components:\n  schemas:\n");
    for length in 1..100 {
        let name = "n".repeat(length);
        let others: Vec<String> = (0..length / 9).map(|index| format!("v{index}")).collect();
        text.push_str(&format!(
            "    S{name}:
      type: object
      required: [{name}]
      properties:
        {name}: {{ type: [string, 'null'] }}
        a: {{ type: integer, maximum: 3 }}
    F{name}:
      type: object
      required: [a, ref]
      properties:
        a: {{ $ref: '#/components/schemas/S{name}' }}
        ref: {{ type: string }}
    T{name}: {{ type: array, items: {{ $ref: '#/components/schemas/F{name}' }} }}
    E{name}: {{ enum: [{name}, {}] }}
    I{name}: {{ enum: [1, 2, 3] }}
    U{name}:
      oneOf: [{{ $ref: '#/components/schemas/S{name}' }}, {{ $ref: '#/components/schemas/T{name}' }}]
",
            others.join(", ")
        ));
    }
    text
}
