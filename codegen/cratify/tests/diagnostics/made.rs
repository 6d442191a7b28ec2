//! Documents that no repository should hold: too large, too deep, no text at all.

use std::fmt::Write as _;

/// Documents that no repository should hold, and the reports on them.
pub(crate) fn documents() -> Vec<(&'static str, Vec<u8>)> {
    let mut latin = b"openapi: 3.1.1\ninfo:\n  title: Caf".to_vec();
    latin.extend([0xe9, b'\n']);
    let mut utf16 = vec![0xff, 0xfe];
    utf16.extend("type: string\n".encode_utf16().flat_map(u16::to_le_bytes));
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..30 {
        let before = level - 1;
        let aliases = vec![format!("*a{before}"); 10].join(", ");
        let _ = writeln!(bomb, "a{level}: &a{level} [{aliases}]");
    }
    let mut chain = String::from("$defs:\n");
    for level in 0..20_000 {
        let _ = writeln!(chain, "  A{level}: {{$ref: '#/$defs/A{}'}}", level + 1);
    }
    chain.push_str("  A20000: {type: 5}\n");
    vec![
        ("made_latin_1", latin),
        ("made_utf_16", utf16),
        ("made_nul", b"type: string\ndescription: a\0b\n".to_vec()),
        (
            "made_deep_json",
            [
                b"{\"not\": ".repeat(100_000),
                b"true".to_vec(),
                b"}".repeat(100_000),
            ]
            .concat(),
        ),
        (
            "made_deep_flow",
            [b"[".repeat(100_000), b"]".repeat(100_000)].concat(),
        ),
        ("made_deep_unclosed", b"{\"a\":[".repeat(100_000)),
        ("made_deep_block", deep_block()),
        ("made_alias_bomb", bomb.into_bytes()),
        ("made_alias_of_itself", b"a: &a\n  b: *a\n".to_vec()),
        ("made_long_line", long_line()),
        ("made_many", many()),
        ("made_long_chain", chain.into_bytes()),
        (
            "made_long_combination",
            combinations(1_000, |next| {
                format!("{{anyOf: [{next}, {{type: 'null'}}]}}")
            }),
        ),
        (
            "made_multiplying",
            combinations(25, |next| {
                let branch =
                    |name: &str| format!("{{type: object, required: [{name}], allOf: [{next}]}}");
                format!("{{oneOf: [{}, {}]}}", branch("a"), branch("b"))
            }),
        ),
    ]
}

/// A document on one line, with a mistake at its end.
fn long_line() -> Vec<u8> {
    let mut text = String::from("{\"$defs\":{");
    for number in 0..5_000 {
        let _ = write!(text, "\"S{number}\":{{\"type\":\"string\"}},");
    }
    text.push_str("\"Last\":{\"type\":\"strnig\"}}}");
    text.into_bytes()
}

/// More mistakes than anybody reads.
fn many() -> Vec<u8> {
    let mut text = String::from("$defs:\n");
    for number in 0..500 {
        let _ = writeln!(text, "  S{number}: {{type: strnig}}");
    }
    text.into_bytes()
}

/// Schemas each of which is made of the next one.
fn combinations(count: usize, schema: impl Fn(&str) -> String) -> Vec<u8> {
    let mut text = String::from("$defs:\n");
    for number in 0..count {
        let next = format!("{{$ref: '#/$defs/A{}'}}", number + 1);
        let _ = writeln!(text, "  A{number}: {}", schema(&next));
    }
    let _ = writeln!(
        text,
        "  A{count}: {{type: object, properties: {{x: {{type: string}}}}}}"
    );
    text.into_bytes()
}

fn deep_block() -> Vec<u8> {
    let mut text = String::new();
    for level in 0..1_000 {
        let _ = writeln!(text, "{}a:", " ".repeat(level));
    }
    text.into_bytes()
}
