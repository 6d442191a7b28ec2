//! Turns whatever a document calls its version into a semantic version.

/// The version of a document that has none, or none that can be used.
pub(super) const FALLBACK: &str = "0.1.0";

/// How a version was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Made {
    /// As written, or with the missing `.0` added, or without a leading `v`.
    Plainly,
    /// From a date, which orders like a version but promises no compatibility.
    FromDate,
    /// By leaving out or moving something, such as a fourth number.
    Reduced,
}

/// A semantic version made from `text`, if it has a recognisable shape.
pub(super) fn normalise(text: &str) -> Option<(String, Made)> {
    let text = text.trim();
    let text = match text.split_at_checked(7) {
        Some((word, rest)) if word.eq_ignore_ascii_case("version") => rest.trim_start(),
        _ => text,
    };
    let text = text
        .strip_prefix(['v', 'V'])
        .unwrap_or(text)
        .trim_start_matches('.');

    let (numbers, rest) = numbers(text);
    let after = rest_of(rest, !numbers.is_empty());
    let exact = numbers.len() == 3 && (rest.is_empty() || rest.starts_with(['-', '+']));
    if exact
        && numbers.iter().all(|number| !padded(number))
        && let Some((pre, build)) = &after
    {
        return Some((join(&numbers, pre, build)?, Made::Plainly));
    }
    if let Some((year, month, day, rest)) = date(text) {
        let (pre, build) = rest_of(rest, true)?;
        return Some((join(&[year, month, day], &pre, &build)?, Made::FromDate));
    }
    let (pre, build) = after?;
    match numbers.as_slice() {
        [_] | [_, _] | [_, _, _] => {
            let mut three = numbers.clone();
            three.resize(3, "0");
            let made = if numbers.iter().any(|n| padded(n)) {
                Made::Reduced
            } else {
                Made::Plainly
            };
            Some((join(&three, &pre, &build)?, made))
        }
        // Cargo allows a build part, but ignores it when comparing.
        [three @ .., fourth] if three.len() == 3 && build.is_empty() => {
            Some((join(three, &pre, fourth)?, Made::Reduced))
        }
        _ => None,
    }
}

/// Splits leading numbers, separated by dots, from what follows.
fn numbers(text: &str) -> (Vec<&str>, &str) {
    let (mut numbers, mut rest) = (Vec::new(), text);
    loop {
        let end = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        if end == 0 {
            return (numbers, rest);
        }
        numbers.push(&rest[..end]);
        rest = &rest[end..];
        match rest.strip_prefix('.') {
            Some(after) if after.starts_with(|c: char| c.is_ascii_digit()) => rest = after,
            _ => return (numbers, rest),
        }
    }
}

/// The pre-release and build parts in what follows the numbers. `1.0beta` and
/// `1.0.beta` are taken for `1.0-beta`.
fn rest_of(rest: &str, after_numbers: bool) -> Option<(String, String)> {
    let rest = rest.trim_end();
    let (pre, build) = rest
        .split_once('+')
        .map_or((rest, None), |(pre, build)| (pre, Some(build)));
    let pre = match pre.strip_prefix(['-', '.', '_']) {
        Some("") => return None,
        Some(pre) => pre,
        None if pre.starts_with(|c: char| c.is_ascii_alphabetic()) && after_numbers => pre,
        None if pre.is_empty() => "",
        None => return None,
    };
    let build = match build {
        Some(build) if !identifiers(build) => return None,
        build => build.unwrap_or_default(),
    };
    let padded = |part: &str| part.bytes().all(|b| b.is_ascii_digit()) && padded(part);
    if !pre.is_empty() && (!identifiers(pre) || pre.split('.').any(padded)) {
        return None;
    }
    Some((pre.to_owned(), build.to_owned()))
}

fn identifiers(text: &str) -> bool {
    text.split('.').all(|part| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    })
}

fn padded(number: &str) -> bool {
    number.len() > 1 && number.starts_with('0')
}

/// `2024-05-01`, `2024.05.01`, `2024/5/1`, `20240501` and `2024-05`, with
/// what follows.
fn date(text: &str) -> Option<(&str, &str, &str, &str)> {
    let digits = |text: &str| {
        text.find(|c: char| !c.is_ascii_digit())
            .unwrap_or(text.len())
    };
    let first = digits(text);
    let (year, month, day, rest) = if first == 8 {
        (&text[..4], &text[4..6], &text[6..8], &text[8..])
    } else if first == 4 {
        let separator = text[4..]
            .chars()
            .next()
            .filter(|c| matches!(c, '-' | '.' | '/'))?;
        let after = &text[5..];
        let (month, after) = after.split_at(digits(after));
        match after.strip_prefix(separator) {
            Some(after) if digits(after) > 0 => {
                let (day, rest) = after.split_at(digits(after));
                (&text[..4], month, day, rest)
            }
            // Without a day, `2024.05` is as likely a version of two numbers.
            _ if separator != '.' && month.len() == 2 => (&text[..4], month, "0", after),
            _ => return None,
        }
    } else {
        return None;
    };
    let within = |text: &str, most: u32| text.parse::<u32>().is_ok_and(|n| n <= most);
    let year_fits = year.starts_with("19") || year.starts_with("20");
    (year_fits && within(month, 12) && within(day, 31)).then_some((year, month, day, rest))
}

fn join(numbers: &[&str], pre: &str, build: &str) -> Option<String> {
    // Cargo reads each number as a u64; this also drops padding.
    let numbers: Result<Vec<u64>, _> = numbers.iter().map(|number| number.parse()).collect();
    let numbers: Vec<String> = numbers.ok()?.iter().map(u64::to_string).collect();
    let pre = if pre.is_empty() {
        String::new()
    } else {
        format!("-{pre}")
    };
    let build = if build.is_empty() {
        String::new()
    } else {
        format!("+{build}")
    };
    Some(format!("{}{pre}{build}", numbers.join(".")))
}
