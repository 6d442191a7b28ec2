//! URI references resolved against a base (RFC 3986, section 5), as text.
//!
//! Documents in the field write what no URI may hold, such as spaces and letters beyond ASCII; it is
//! read as if it were escaped. All results are spelled one way, so that equal ones are equal as text.

/// The components of a URI reference without its fragment (RFC 3986, section 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Parts<'u> {
    scheme: Option<&'u str>,
    authority: Option<&'u str>,
    path: &'u str,
    query: Option<&'u str>,
}

/// A reference and its fragment, without the `#` between them.
pub(crate) fn split_fragment(text: &str) -> (&str, Option<&str>) {
    match text.split_once('#') {
        Some((uri, fragment)) => (uri, Some(fragment)),
        None => (text, None),
    }
}

/// Whether a reference starts with a scheme, and so needs no base.
pub(crate) fn is_absolute(text: &str) -> bool {
    split(text).scheme.is_some()
}

/// The reference, which has no fragment, as seen from the base (RFC 3986, section 5.2.2).
pub(crate) fn resolve(base: &str, reference: &str) -> String {
    let reference = spelled(reference);
    let given = split(&reference);
    let base = split(base);
    let path;
    let parts = if given.scheme.is_some() || given.authority.is_some() {
        path = without_dots(
            given.path,
            given.scheme.is_some() && given.authority.is_none(),
        );
        Parts {
            scheme: given.scheme.or(base.scheme),
            path: &path,
            ..given
        }
    } else if given.path.is_empty() {
        Parts {
            query: given.query.or(base.query),
            ..base
        }
    } else {
        path = if given.path.starts_with('/') {
            without_dots(given.path, false)
        } else {
            without_dots(&merged(base, given.path), false)
        };
        Parts {
            path: &path,
            query: given.query,
            ..base
        }
    };
    joined(parts)
}

/// Splits at the delimiters (RFC 3986, appendix B).
fn split(text: &str) -> Parts<'_> {
    let (scheme, rest) = match text.split_once(':') {
        Some((scheme, rest)) if is_scheme(scheme) => (Some(scheme), rest),
        _ => (None, text),
    };
    let (rest, query) = match rest.split_once('?') {
        Some((rest, query)) => (rest, Some(query)),
        None => (rest, None),
    };
    let (authority, path) = match rest.strip_prefix("//") {
        Some(rest) => {
            let end = rest.find('/').unwrap_or(rest.len());
            (Some(&rest[..end]), &rest[end..])
        }
        None => (None, rest),
    };
    Parts {
        scheme,
        authority,
        path,
        query,
    }
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

fn joined(parts: Parts<'_>) -> String {
    let mut text = String::new();
    if let Some(scheme) = parts.scheme {
        text.push_str(&scheme.to_ascii_lowercase());
        text.push(':');
    }
    if let Some(authority) = parts.authority {
        text.push_str("//");
        text.push_str(&authority.to_ascii_lowercase());
    }
    text.push_str(parts.path);
    if let Some(query) = parts.query {
        text.push('?');
        text.push_str(query);
    }
    text
}

/// A relative path beside that of the base (RFC 3986, section 5.2.3).
fn merged(base: Parts<'_>, path: &str) -> String {
    if base.authority.is_some() && base.path.is_empty() {
        return format!("/{path}");
    }
    let folder = base.path.rfind('/').map_or("", |end| &base.path[..=end]);
    format!("{folder}{path}")
}

/// The path with its `.` and `..` carried out (RFC 3986, section 5.2.4). A path that is not a
/// hierarchy, as in `urn:a:b`, stays.
fn without_dots(path: &str, may_be_opaque: bool) -> String {
    if may_be_opaque && !path.starts_with('/') {
        return path.to_owned();
    }
    let is_rooted = path.starts_with('/');
    let mut kept: Vec<&str> = Vec::new();
    let segments: Vec<&str> = path.split('/').collect();
    let segments = if is_rooted { &segments[1..] } else { &segments };
    for (index, segment) in segments.iter().enumerate() {
        let is_last = index + 1 == segments.len();
        match *segment {
            "." | ".." => {
                if *segment == ".." {
                    kept.pop();
                }
                if is_last {
                    kept.push("");
                }
            }
            other => kept.push(other),
        }
    }
    let text = kept.join("/");
    if is_rooted { format!("/{text}") } else { text }
}

/// One spelling: what may stand as it is is not escaped, and what may not is (RFC 3986, section 6.2.2).
fn spelled(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut written = String::with_capacity(text.len());
    let mut index = 0;
    while let Some(&byte) = bytes.get(index) {
        let escaped = (byte == b'%')
            .then(|| hex(bytes.get(index + 1..index + 3)?))
            .flatten();
        if let Some(byte) = escaped {
            push_byte(&mut written, byte, false);
            index += 3;
        } else {
            push_byte(&mut written, byte, true);
            index += 1;
        }
    }
    written
}

fn push_byte(text: &mut String, byte: u8, is_literal: bool) {
    let is_unreserved = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    // A delimiter and its escape are two things; the `%` of a broken escape is no delimiter.
    let is_delimiter = b":/?#[]@!$&'()*+,;=".contains(&byte);
    if is_unreserved || (is_literal && is_delimiter) {
        text.push(char::from(byte));
    } else {
        text.push_str(&format!("%{byte:02X}"));
    }
}

fn hex(digits: &[u8]) -> Option<u8> {
    let digits = std::str::from_utf8(digits).ok()?;
    let is_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    is_hex.then(|| u8::from_str_radix(digits, 16).ok())?
}

/// Undoes percent-encoding (RFC 3986, section 2.1); `None` where it is broken.
pub(crate) fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        if byte == b'%' {
            bytes.push(hex(tail.get(..2)?)?);
            rest = &tail[2..];
        } else {
            bytes.push(byte);
            rest = tail;
        }
    }
    String::from_utf8(bytes).ok()
}

/// Escapes what may not stand in a fragment (RFC 3986, section 3.5). Beyond ASCII it is more legible
/// as it is, and read all the same.
pub(crate) fn percent_encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_ascii_alphanumeric()
            || "-._~!$&'()*+,;=:@/?".contains(character)
            || !character.is_ascii()
        {
            encoded.push(character);
        } else {
            encoded.push_str(&format!("%{:02X}", u32::from(character)));
        }
    }
    encoded
}

/// The name of a file or folder as a segment of a path.
pub(crate) fn segment(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    for byte in name.bytes() {
        push_byte(&mut text, byte, b"!$&'()*+,;=:@".contains(&byte));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of RFC 3986, section 5.4, but for those with a fragment, which is split off before.
    #[test]
    fn the_examples_of_the_standard() {
        let base = "http://a/b/c/d;p?q";
        for (reference, expected) in [
            ("g:h", "g:h"),
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            (";x", "http://a/b/c/;x"),
            ("g;x", "http://a/b/c/g;x"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("./", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../..", "http://a/"),
            ("../../g", "http://a/g"),
            ("../../../g", "http://a/g"),
            ("../../../../g", "http://a/g"),
            ("/./g", "http://a/g"),
            ("/../g", "http://a/g"),
            ("g.", "http://a/b/c/g."),
            ("..g", "http://a/b/c/..g"),
            ("./../g", "http://a/b/g"),
            ("./g/.", "http://a/b/c/g/"),
            ("g/./h", "http://a/b/c/g/h"),
            ("g/../h", "http://a/b/c/h"),
            ("g;x=1/../y", "http://a/b/c/y"),
            ("g?y/../x", "http://a/b/c/g?y/../x"),
            ("http:g", "http:g"),
        ] {
            assert_eq!(resolve(base, reference), expected, "{reference}");
        }
    }

    #[test]
    fn one_spelling() {
        for (base, reference, expected) in [
            ("urn:a:b", "urn:c:d/../e", "urn:c:d/../e"),
            ("urn:a:b", "", "urn:a:b"),
            ("http://a", "b", "http://a/b"),
            ("file:///a/b", "c d/é.yaml", "file:///a/c%20d/%C3%A9.yaml"),
            ("file:///a/b", "%63%20d", "file:///a/c%20d"),
            ("file:///a/b/c", "%2e%2E/x", "file:///a/x"),
            ("file:///a/b/c", "x%2fy", "file:///a/b/x%2Fy"),
            (
                "file:///a/b",
                "HTTP://Example.COM/A",
                "http://example.com/A",
            ),
            ("file:///a/b", "a%", "file:///a/a%25"),
            ("file:///a/b", "a\\b", "file:///a/a%5Cb"),
        ] {
            assert_eq!(resolve(base, reference), expected, "{reference}");
        }
        assert!(is_absolute("urn:x") && is_absolute("C:/x"));
        assert!(!is_absolute("x/y:z") && !is_absolute("1:a") && !is_absolute("a"));
    }

    #[test]
    fn fragments() {
        assert_eq!(split_fragment("a#b"), ("a", Some("b")));
        assert_eq!(split_fragment("a"), ("a", None));
        assert_eq!(percent_decode("a%20b%C3%A9"), Some("a bé".to_owned()));
        for broken in ["%", "%2", "%+1", "%zz", "%ff"] {
            assert_eq!(percent_decode(broken), None, "{broken}");
        }
        assert_eq!(percent_encode("a b/é~%"), "a%20b/é~%25");
    }
}
