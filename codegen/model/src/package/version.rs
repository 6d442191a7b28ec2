//! Turns the version of a document, in any spelling, into a semantic version.

use semver::{BuildMetadata, Prerelease, Version};

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
pub(super) fn normalise(text: &str) -> Option<(Version, Made)> {
    let text = text.trim();
    let text = match text.split_at_checked(7) {
        Some((word, rest)) if word.eq_ignore_ascii_case("version") => rest.trim_start(),
        _ => text,
    };
    let text = text
        .strip_prefix(['v', 'V'])
        .unwrap_or(text)
        .trim_start_matches('.');

    if let Ok(version) = Version::parse(text) {
        return Some((version, Made::Plainly));
    }
    if let Some((date, rest)) = date(text) {
        return Some((version(&date, rest)?, Made::FromDate));
    }
    let (numbers, rest) = numbers(text);
    let padded = numbers.iter().any(|n| n.len() > 1 && n.starts_with('0'));
    match numbers.as_slice() {
        [] => None,
        [_] | [_, _] | [_, _, _] => {
            let made = if padded { Made::Reduced } else { Made::Plainly };
            Some((version(&numbers, rest)?, made))
        }
        // Cargo allows a build part, but ignores it when comparing.
        [three @ .., fourth] if three.len() == 3 => {
            let mut version = version(three, rest)?;
            if !version.build.is_empty() {
                return None;
            }
            version.build = BuildMetadata::new(fourth).ok()?;
            Some((version, Made::Reduced))
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

/// The version of at most three numbers and what follows them. `1.0beta` and
/// `1.0.beta` are taken for `1.0-beta`, and padding is dropped.
fn version(numbers: &[&str], rest: &str) -> Option<Version> {
    let number = |index: usize| numbers.get(index).map_or(Ok(0), |text| text.parse());
    let (pre, build) = match rest.split_once('+') {
        Some((_, "")) => return None,
        Some((pre, build)) => (pre, build),
        None => (rest, ""),
    };
    let pre = match pre.strip_prefix(['-', '.', '_']) {
        Some("") => return None,
        Some(pre) => pre,
        None if pre.starts_with(|c: char| !c.is_ascii_alphabetic()) => return None,
        None => pre,
    };
    Some(Version {
        major: number(0).ok()?,
        minor: number(1).ok()?,
        patch: number(2).ok()?,
        pre: Prerelease::new(pre).ok()?,
        build: BuildMetadata::new(build).ok()?,
    })
}

/// `2024-05-01`, `2024.05.01`, `2024/5/1`, `20240501` and `2024-05`, with
/// what follows.
fn date(text: &str) -> Option<([&str; 3], &str)> {
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
    (year_fits && within(month, 12) && within(day, 31)).then_some(([year, month, day], rest))
}
