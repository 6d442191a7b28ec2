use super::{Fault, examine};

#[test]
fn what_documents_have_is_fine() {
    for pattern in [
        "",
        "|",
        "()",
        "a|",
        r"^[a-zA-Z0-9_.-]+$",
        r"^\d{4}-\d{2}-\d{2}$",
        "^(?!a)b",
        r"\p{L}",
        r"(?<=a+)b",
        r"\cA",
        r"[\-]",
        r"[a-]",
        r"[^-]",
        r"(a)\1",
        "(?<n>a)",
        r"\u{1F600}",
        r"\u00e9",
        r"\x41",
        "]",
        "}",
        "[[a]",
        "(?i:a)",
        "a+?",
        "a{2}?",
        "a{2,}",
        r"\/\@\-",
        "[😀-😎]",
        "[a&&b]",
        "[---]",
        "[--0]",
        r"^\S+$",
    ] {
        assert_eq!(examine(pattern), None, "{pattern}");
    }
}

#[test]
fn positions_count_characters() {
    for (pattern, fault, position) in [
        ("^é(a|b$", Fault::Broken, 3),
        ("é)", Fault::Broken, 2),
        ("ab[c", Fault::Broken, 3),
        ("[ab-a]", Fault::Broken, 3),
        ("*.txt", Fault::Broken, 1),
        ("a**", Fault::Broken, 3),
        (r"a{4,2}", Fault::Broken, 2),
        (r"a\", Fault::Broken, 2),
        (r"(a)\2", Fault::Broken, 4),
        ("(?<1>a)", Fault::Broken, 1),
        ("(?i)a", Fault::Foreign, 1),
        (r"(?i)[]", Fault::Unsupported, 5),
        (r"[\w-.]", Fault::Unsupported, 2),
        (r"(?i)[](", Fault::Broken, 7),
        (r"a\p{XDigit}{8}", Fault::Unsupported, 2),
        (r"[\P{Script=Klingon}]", Fault::Unsupported, 2),
        (r"\p{Lu=Greek}", Fault::Unsupported, 1),
    ] {
        let problem = examine(pattern).map(|problem| (problem.fault, problem.position));
        assert_eq!(problem, Some((fault, position)), "{pattern}");
    }
}

/// Each pattern that the engine of strict reading refuses has a problem, and it refuses each pattern that is said
/// to be unusable, except for patterns that it reads otherwise.
#[test]
#[expect(
    clippy::too_many_lines,
    reason = "most of them list pieces of patterns"
)]
fn the_engine_agrees() {
    const PIECES: [&str; 81] = [
        "a",
        "b",
        "-",
        "é",
        "😀",
        "0",
        "1",
        "9",
        ",",
        ".",
        "^",
        "$",
        "|",
        "(",
        ")",
        "(?:",
        "(?=",
        "(?!",
        "(?<=",
        "(?<!",
        "(?<n>",
        "(?<m>",
        "(?P<n>",
        "(?i)",
        "(?i:",
        "(?-i:",
        "(?>",
        "(?#",
        "[",
        "]",
        "[^",
        "[]",
        "[[:alpha:]",
        "{",
        "}",
        "{2}",
        "{2,}",
        "{2,4}",
        "{4,2}",
        "{,2}",
        "*",
        "+",
        "?",
        r"\d",
        r"\W",
        r"\s",
        r"\b",
        r"\B",
        r"\A",
        r"\z",
        r"\Z",
        r"\h",
        r"\e",
        r"\_",
        r"\/",
        r"\-",
        r"\]",
        r"\\",
        r"\",
        r"\0",
        r"\1",
        r"\2",
        r"\k<n>",
        r"\cA",
        r"\c",
        r"\x41",
        r"\x4",
        r"\u0041",
        r"\u{41}",
        r"\ud83d",
        r"\p{L}",
        r"\p{XDigit}",
        r"\p{Script=Greek}",
        r"\p{Greek}",
        r"\p{Block=Greek}",
        r"\p{Hex_Digit}",
        r"\pL",
        r"\n",
        "&&",
        "a-z",
        "z-a",
    ];
    let mut seed: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut next = |limit: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % limit as u64).unwrap_or(0)
    };
    let mut wrong = Vec::new();
    for _ in 0..10_000 {
        let pattern: String = (0..=next(6)).map(|_| PIECES[next(PIECES.len())]).collect();
        let taken = jsonschema::validator_for(&serde_json::json!({ "pattern": pattern })).is_ok();
        match examine(&pattern) {
            None if !taken => wrong.push(format!("{pattern}   refused, and said to be fine")),
            Some(finding) if finding.fault == Fault::Foreign && !taken => {
                wrong.push(format!(
                    "{pattern}   refused, and said to be foreign: {}",
                    finding.what
                ));
            }
            Some(finding) if finding.fault == Fault::Unsupported && taken && !misread(&pattern) => {
                wrong.push(format!(
                    "{pattern}   taken, and said to be unsupported: {}",
                    finding.what
                ));
            }
            _ => {}
        }
    }
    wrong.sort_by_key(String::len);
    assert!(
        wrong.is_empty(),
        "{} differ:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(40)].join("\n")
    );
}

/// Whether the engine has another meaning for it: `[]a]` is a class to it, and beside look-around
/// it knows more escapes.
fn misread(pattern: &str) -> bool {
    pattern.contains("[]")
        || pattern.contains("[^]")
        || ["(?=", "(?!", "(?<", r"\1"]
            .iter()
            .any(|look| pattern.contains(look))
}

/// The engine has each of the names, and no others.
#[test]
fn properties_agree_with_the_engine() {
    use super::property::{BINARY, CATEGORIES, POSIX, SCRIPTS, is_known};

    let lone = [CATEGORIES, SCRIPTS, BINARY, POSIX];
    let lone = lone.iter().flat_map(|names| names.split(' '));
    let categories = CATEGORIES.split(' ').map(|name| format!("gc={name}"));
    let scripts = SCRIPTS.split(' ').map(|name| format!("scx={name}"));
    let others = [
        "XDigit", "Alnum", "IsLatin", "InGreek", "sc=Lu", "gc=Latn", "Age=", "x=L",
    ];
    let names = lone.map(str::to_owned).chain(categories).chain(scripts);
    let names = names.chain(others.map(str::to_owned));
    let differ: Vec<String> = names
        .filter(|name| {
            let schema = serde_json::json!({ "pattern": format!("\\p{{{name}}}") });
            is_known(name) != jsonschema::validator_for(&schema).is_ok()
        })
        .collect();
    assert_eq!(differ, [""; 0]);
}

fn is_taken(pattern: &str) -> bool {
    jsonschema::validator_for(&serde_json::json!({ "pattern": pattern })).is_ok()
}

#[test]
fn what_is_too_large_for_the_engine_is_said() {
    for pattern in [
        "a{1000000}",
        "((((a{100}){100}){100}){100})",
        "(?=a{1000000})a",
        "b{3000000}",
        "^x{0,1000000}$",
        r"^\p{L}{1,100}(-\p{L}{1,300}){9}$",
        "a{1000000}(?=b)",
        "(?!a{1000000})b",
    ] {
        let found = examine(pattern).map(|found| found.fault);
        assert_eq!(found, Some(Fault::Unsupported), "{pattern}");
        assert!(!is_taken(pattern), "{pattern}");
    }
    for pattern in [
        "^.{0,262144}$",
        "^(.{1,2097152})$",
        "^(?:.{1,262144}$)",
        "^[a-z]{1,4000000000}$",
        "a{1,4000000}",
        "a{0,4000000}b",
        "(a{1,4000000}|b{2,1000000})",
        "^(?=.{1,262144}$)[a-z]",
        r"^(?=.*[A-Z])(?=.*\d)[\s\S]{8,204800}$",
        "(?=x)a{0,1000000}(?=y)",
        r"^[\p{L}\p{N}]{1,200}x$",
    ] {
        assert_eq!(examine(pattern), None, "{pattern}");
        assert!(is_taken(pattern), "{pattern}");
    }
}

/// The engine takes what has a fifth less than the largest count without a problem, and refuses what has a fifth more.
#[test]
fn the_largest_count_is_about_that_of_the_engine() {
    let mut wrong = Vec::new();
    for form in [
        "xa{#}y",
        "x[a-z]{#}y",
        "x(ab){#}y",
        "x(?:ab|cde){#}y",
        "x(?:a|b){#}y",
        r"x\d{#}y",
        r"x\w{#}y",
        r"x\W{#}y",
        r"x\s{#}y",
        r"x\S{#}y",
        "x.{#}y",
        "xé{#}y",
        "x[^a]{#}y",
        "x[à-ÿ]{#}y",
        "x[一-龥]{#}y",
        r"x\p{L}{#}y",
        r"x\P{Lu}{#}y",
        r"x[\p{L}\p{N}]{#}y",
        r"x\p{Alphabetic}{#}y",
        "x(a{1,9}){#}y",
        "x(?:ab*c+d?){#}y",
        "x(?:a{3,}b){#}y",
        "^a{0,#}$",
        "^a{#,}$",
        "x[a-c0-9_.-]{1,#}y",
        r"(?=x)\w{#}",
        r"\w{#}(?=x)",
        "(?=[ab]{#})c",
        r"x(?:\.[a-z]+){0,#}y",
        r"(?!a)(?:\d{#}|b)",
        r"^(?=\w{#}y)x",
        r"x(?:[\s\S]a){#}y",
    ] {
        let with = |count: u64| form.replace('#', &count.to_string());
        let (mut fine, mut large) = (1, 2_000_000);
        while fine + 1 < large {
            let middle = u64::midpoint(fine, large);
            if examine(&with(middle)).is_none() {
                fine = middle;
            } else {
                large = middle;
            }
        }
        if !is_taken(&with(fine * 4 / 5)) {
            wrong.push(format!("{form}   refused with four fifths of {fine}"));
        }
        if is_taken(&with(fine * 6 / 5)) {
            wrong.push(format!("{form}   taken with six fifths of {fine}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nesting_that_is_too_deep_for_the_engine_is_said() {
    for (depth, open) in [(60, "(?:"), (63, "("), (64, "("), (70, "(?="), (300, "(?:")] {
        let pattern = format!("{}a{}", open.repeat(depth), ")".repeat(depth));
        assert_eq!(
            examine(&pattern).is_none(),
            is_taken(&pattern),
            "{depth} {open}"
        );
    }
}
