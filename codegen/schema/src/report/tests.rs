//! Diagnostics as text and as data.

use std::path::PathBuf;

use super::render::MAX_SHOWN;
use super::*;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::location::{FileId, Pointer, SourceLocation};
use crate::source::{Source, Sources};

fn add(sources: &mut Sources, path: &str, text: &str) -> FileId {
    let mut diagnostics = Diagnostics::new();
    let source = Source::parse(path.into(), text.to_owned(), &mut diagnostics);
    sources.add(source.expect("a valid document"))
}

fn pointer(text: &str) -> Pointer {
    Pointer::parse(text).expect("a valid pointer")
}

fn plain(diagnostics: Vec<Diagnostic>, sources: &Sources) -> String {
    let mut all = Diagnostics::new();
    all.extend(diagnostics);
    render(&all, &Resolver::new(sources, &all), Style::Plain)
}

#[test]
fn a_diagnostic_over_two_files() {
    let mut sources = Sources::new();
    let a = add(
        &mut sources,
        "a.yaml",
        "x:\n  type: strng\n\n\n\n  other: 1\n",
    );
    let b = add(&mut sources, "b.json", "{\"y\": [1, 2]}");
    let diagnostic = Diagnostic::error(
        Code::WrongKeywordType,
        SourceLocation::value(a, &pointer("/x/type")),
        "`type` is not a type",
    )
    .label("found `strng`")
    .also(SourceLocation::value(a, &pointer("/x/other")), "this\nalso")
    .also(SourceLocation::value(b, &pointer("/y/1")), "and this")
    .note("types are `string`, `number` and so on")
    .help("did you mean `string`?");
    let expected = "\
error[CR0201]: `type` is not a type
 --> a.yaml:2:9
  |
2 |   type: strng
  |         ^^^^^ found `strng`
...
6 |   other: 1
  |          - this\\nalso
  |
 ::: b.json:1:11
  |
1 | {\"y\": [1, 2]}
  |           - and this
  |
  = note: at #/x/type
  = note: types are `string`, `number` and so on
  = help: did you mean `string`?
";
    assert_eq!(plain(vec![diagnostic], &sources), expected);
}

#[test]
fn a_long_line_is_cut_and_its_column_is_true() {
    let mut sources = Sources::new();
    let filler = format!("\"é\": \"{}\",", "é".repeat(200_000));
    let text = format!(
        "{{{filler}\"type\":\"strng\",{}\"z\":0}}",
        filler.replacen('é', "f", 1)
    );
    let file = add(&mut sources, "min.json", &text);
    let diagnostic = Diagnostic::warning(
        Code::IgnoredKeyword,
        SourceLocation::value(file, &pointer("/type")),
        "ignored",
    )
    .label("here")
    .also(SourceLocation::key(file, &pointer("/z")), "last");
    let expected = format!(
        "\
warning[CR0204]: ignored
 --> min.json:1:200017
  |
1 | ...{before}\",\"type\":\"strng\",\"f\": \"{after}...
  |    {indent}^^^^^^^ here
  |
 ::: min.json:1:400033
  |
1 | ...{last}\",\"z\":0}}
  |    {skip}--- last
  |
  = note: at #/type
",
        before = "é".repeat(16),
        after = "é".repeat(33),
        indent = " ".repeat(16 + 9),
        last = "é".repeat(19),
        skip = " ".repeat(19 + 2),
    );
    assert_eq!(plain(vec![diagnostic.clone()], &sources), expected);

    let mut all = Diagnostics::new();
    all.push(diagnostic);
    let located = &locate(&all, &Resolver::new(&sources, &all))[0];
    assert_eq!((located.line, located.column), (1, 200_017));
}

#[test]
fn places_without_text() {
    let diagnostic = Diagnostic::error(
        Code::ForeignFile,
        SourceLocation::File(PathBuf::from("src/lib.rs")),
        "a file is in the way",
    )
    .label("it was not generated");
    let expected = "\
error[CR0701]: a file is in the way
--> src/lib.rs
 = note: it was not generated
";
    assert_eq!(plain(vec![diagnostic.clone()], &Sources::new()), expected);

    // An id of other sources is our mistake; the message must come through all the same.
    let mut sources = Sources::new();
    let file = add(&mut sources, "a.yaml", "a: 1");
    let lost = Diagnostic::error(
        Code::NameClash,
        SourceLocation::key(file, &pointer("/a")),
        "lost",
    );
    assert!(plain(vec![lost], &Sources::new()).contains("error[CR0501]: lost"));
}

#[test]
fn ranges_anywhere_are_shown_somewhere() {
    let mut sources = Sources::new();
    let text = "é: 1\r\nb: 😀\n\n";
    let file = add(&mut sources, "a.yaml", text);
    for start in 0..text.len() + 3 {
        for end in 0..text.len() + 3 {
            let place = SourceLocation::Bytes {
                file,
                range: start..end,
            };
            let one = Diagnostic::warning(Code::AssumedObject, place, "m").label("l");
            let shown = plain(vec![one], &sources);
            assert!(shown.contains(" --> a.yaml:"), "{start}..{end} {shown}");
            assert!(shown.contains("^ l"), "{start}..{end} {shown}");
        }
    }
}

#[test]
fn sorted_by_place_and_limited() {
    let mut sources = Sources::new();
    let lines: Vec<String> = (0..200).map(|n| format!("k{n}: {n}\n")).collect();
    let text = lines.concat();
    let file = add(&mut sources, "a.yaml", &text);
    let mut all = Diagnostics::new();
    for n in (0..60).rev() {
        let place = SourceLocation::value(file, &pointer(&format!("/k{n}")));
        let code = Code::IgnoredKeyword;
        all.push(Diagnostic::warning(code, place, format!("warning {n}")));
    }
    assert!(!all.has_errors());
    let place = SourceLocation::value(file, &pointer("/k150"));
    all.push(Diagnostic::error(Code::Contradiction, place, "the error"));
    assert!(all.has_errors());

    let shown = render(&all, &Resolver::new(&sources, &all), Style::Plain);
    let lines: Vec<&str> = shown
        .lines()
        .filter(|line| line.contains(" --> "))
        .collect();
    assert_eq!(lines.len(), MAX_SHOWN);
    // The last 49 of the warnings were found first; the error is kept though found last.
    assert!(lines[0].contains("a.yaml:12:"), "{}", lines[0]);
    assert!(lines[MAX_SHOWN - 1].contains("a.yaml:151:"));
    assert!(shown.ends_with("\nand 11 more (0 errors)\n"), "{shown}");

    let located = locate(&all, &Resolver::new(&sources, &all));
    assert_eq!(located.len(), 61);
    assert!(located.is_sorted_by_key(|one| one.line));
    assert_eq!(located[60].pointer.as_deref(), Some("/k150"));
    assert_eq!((located[60].line, located[60].column), (151, 7));
}

#[test]
fn colours_are_only_colours() {
    let one = Diagnostic::error(Code::WriteFailed, SourceLocation::File("x".into()), "m").help("h");
    let mut all = Diagnostics::new();
    all.push(one);
    let sources = Sources::new();
    let coloured = render(&all, &Resolver::new(&sources, &all), Style::Coloured);
    let mut stripped = String::new();
    for (index, piece) in coloured.split('\u{1b}').enumerate() {
        let text = piece.split_once('m').filter(|_| index > 0);
        stripped.push_str(text.map_or(piece, |(_, text)| text));
    }
    assert_ne!(coloured, stripped);
    assert_eq!(
        stripped,
        render(&all, &Resolver::new(&sources, &all), Style::Plain)
    );
    assert_eq!(
        render(
            &Diagnostics::new(),
            &Resolver::new(&sources, &Diagnostics::new()),
            Style::Plain
        ),
        ""
    );
}

#[test]
fn unseen_characters_are_shown() {
    let text = "\"a\\Lb\": {c\u{202e}d: 3}\n";
    let mut diagnostics = Diagnostics::new();
    let mut sources = Sources::new();
    let file = add(&mut sources, "a.yaml", text);
    let pointer = pointer("/a\u{2028}b/c\u{202e}d");
    diagnostics.push(
        Diagnostic::error(
            Code::WrongKeywordType,
            SourceLocation::value(file, &pointer),
            "`c\u{202e}d` is wrong",
        )
        .label("the label of c\u{202e}d")
        .note("the note on c\u{202e}d")
        .help("the help for c\u{202e}d"),
    );
    let shown = render(
        &diagnostics,
        &Resolver::new(&sources, &diagnostics),
        Style::Plain,
    );
    assert!(!shown.contains(['\u{2028}', '\u{202e}']), "{shown}");
    assert!(shown.contains("a.yaml:1:15"), "{shown}");
}
