//! Turns the members crates.io lists a crate by into valid ones.

use semver::Version;

use super::problem::{Problems, Source};

/// How many keywords, and how many categories, crates.io takes.
const MOST: usize = 5;

/// The longest keyword crates.io takes, in characters.
const LONGEST_KEYWORD: usize = 20;

pub(super) fn keywords(source: Source<'_>, problems: &mut Problems) -> Vec<String> {
    list(source, "keywords", keyword, problems)
}

pub(super) fn categories(source: Source<'_>, problems: &mut Problems) -> Vec<String> {
    list(source, "categories", category, problems)
}

/// Checks one item; the error has the fault and the mend.
type Check = fn(&str) -> Result<(), (&'static str, &'static str)>;

fn list(source: Source<'_>, name: &str, check: Check, problems: &mut Problems) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for (index, text) in source.texts(name, problems) {
        let path = [name, index.as_str()];
        if let Err((message, help)) = check(text) {
            problems.add(source.severity(), source, &path, message, help);
        } else if kept.iter().any(|one| one.eq_ignore_ascii_case(text)) {
            problems.add(
                source.severity(),
                source,
                &path,
                "this is in the list twice",
                "remove one",
            );
        } else {
            kept.push(text.to_owned());
        }
    }
    if kept.len() > MOST {
        let message = format!("crates.io takes at most {MOST} {name}, not {}", kept.len());
        problems.add(
            source.severity(),
            source,
            &[name],
            message,
            format!("keep the best {MOST}"),
        );
        kept.truncate(MOST);
    }
    kept
}

fn keyword(text: &str) -> Result<(), (&'static str, &'static str)> {
    if text.chars().count() > LONGEST_KEYWORD {
        return Err(("a keyword has at most 20 characters", "use a shorter word"));
    }
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '+');
    if !text.starts_with(|c: char| c.is_ascii_alphanumeric()) || !text.chars().all(fits) {
        return Err((
            "a keyword has only ASCII letters, digits, `_`, `-` and `+`, and starts with a letter or digit",
            "write several words as `several-words`",
        ));
    }
    Ok(())
}

fn category(text: &str) -> Result<(), (&'static str, &'static str)> {
    let slug = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    if text.split("::").all(slug) {
        return Ok(());
    }
    Err((
        "a category is a slug of lower-case letters and `-`, such as `api-bindings`",
        "take it from https://crates.io/category_slugs",
    ))
}

/// The http(s) URL at a path.
pub(super) fn url(source: Source<'_>, path: &[&str], problems: &mut Problems) -> Option<String> {
    let text = source.text(path, problems)?;
    if is_url(text) {
        return Some(text.to_owned());
    }
    let help = if text.contains("://") || text.contains(' ') || !text.contains('.') {
        "write a URL such as https://example.org/".to_owned()
    } else {
        format!("write https://{text}")
    };
    let name = path.last().copied().unwrap_or_default();
    let message = format!("`{name}` must be a URL that starts with https:// or http://");
    problems.add(source.severity(), source, path, message, help);
    None
}

fn is_url(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    (scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http"))
        && host.contains(|c: char| c.is_alphanumeric())
        && !text.contains(|c: char| {
            c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\')
        })
}

/// The `rust-version`, or the default.
pub(super) fn rust_version(source: Source<'_>, problems: &mut Problems) -> String {
    const MEMBER: &str = "rust-version";
    let default = super::DEFAULT_RUST_VERSION;
    let Some(text) = source.text(&[MEMBER], problems) else {
        return default.to_owned();
    };
    let message = match (release(text), release(default)) {
        (Some(found), Some(least)) if found >= least => return text.to_owned(),
        (Some(_), _) => format!("generated crates need at least Rust {default}"),
        (None, _) => "`rust-version` must be a Rust release such as 1.85 or 1.85.0".to_owned(),
    };
    let help = format!("write \"{default}\" or leave it out");
    problems.add(source.severity(), source, &[MEMBER], message, help);
    default.to_owned()
}

/// A release of Rust, with or without the last number.
fn release(text: &str) -> Option<Version> {
    let version = Version::parse(text)
        .or_else(|_| Version::parse(&format!("{text}.0")))
        .ok()?;
    let is_release = version.major == 1 && version.pre.is_empty() && version.build.is_empty();
    is_release.then_some(version)
}
