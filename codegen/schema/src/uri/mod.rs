//! Turns URI references and a base into URIs (RFC 3986, section 5).
//!
//! Many documents write characters that a URI may not have, such as spaces and letters beyond ASCII. They are
//! read as if they were escaped. All results are in one normal form, so that equal URIs are equal as text.

use crate::text::{percent_encoded, percent_encoded_byte};

/// The components of a URI reference without its fragment (RFC 3986, section 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Parts<'u> {
    scheme: Option<&'u str>,
    authority: Option<&'u str>,
    path: &'u str,
    query: Option<&'u str>,
}

/// A reference and its fragment, without the `#`.
pub(crate) fn split_fragment(text: &str) -> (&str, Option<&str>) {
    match text.split_once('#') {
        Some((uri, fragment)) => (uri, Some(fragment)),
        None => (text, None),
    }
}

/// Whether a reference starts with a scheme, so that it needs no base.
pub(crate) fn is_absolute(text: &str) -> bool {
    split(text).scheme.is_some()
}

/// The URI of a reference without a fragment (RFC 3986, section 5.2.2).
pub(crate) fn resolve(base: &str, reference: &str) -> String {
    let reference = normal(reference);
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

/// A relative path in the folder of the base (RFC 3986, section 5.2.3).
fn merged(base: Parts<'_>, path: &str) -> String {
    if base.authority.is_some() && base.path.is_empty() {
        return format!("/{path}");
    }
    let folder = base.path.rfind('/').map_or("", |end| &base.path[..=end]);
    format!("{folder}{path}")
}

/// The path without `.` and `..` (RFC 3986, section 5.2.4). A path that is not a hierarchy stays, as in
/// `urn:a:b`.
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

/// The normal form: only characters that need an escape have one (RFC 3986, section 6.2.2).
fn normal(text: &str) -> String {
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
    // A delimiter and its escape differ. The `%` of a broken escape is not a delimiter.
    let is_delimiter = b":/?#[]@!$&'()*+,;=".contains(&byte);
    if is_unreserved || (is_literal && is_delimiter) {
        text.push(char::from(byte));
    } else {
        text.push_str(&percent_encoded_byte(byte));
    }
}

fn hex(digits: &[u8]) -> Option<u8> {
    let digits = std::str::from_utf8(digits).ok()?;
    let is_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    is_hex.then(|| u8::from_str_radix(digits, 16).ok())?
}

/// The text without percent-encoding (RFC 3986, section 2.1); `None` if an escape is broken.
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

/// Escapes the characters that a fragment may not have (RFC 3986, section 3.5). Letters beyond ASCII stay,
/// since people read them.
pub(crate) fn percent_encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_ascii_alphanumeric()
            || "-._~!$&'()*+,;=:@/?".contains(character)
            || !character.is_ascii()
        {
            encoded.push(character);
        } else {
            encoded.push_str(&percent_encoded(character.encode_utf8(&mut [0; 4]), b""));
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
mod tests;
