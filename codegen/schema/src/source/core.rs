//! Turns the text of a scalar into its value, by the core schema of YAML 1.2 (section 10.3).

use std::borrow::Cow;

use serde_json::Number;

use super::problem::Kind;
use super::tree::Content;

/// The value of a scalar without quotes and without a tag.
pub(super) fn plain(text: Cow<'_, str>) -> Result<Content<'_>, Kind> {
    if is_null(&text) {
        Ok(Content::Null)
    } else if let Some(value) = boolean(&text) {
        Ok(Content::Bool(value))
    } else if let Some(number) = integer(&text).or_else(|| float(&text)) {
        number
    } else {
        Ok(Content::Text(text))
    }
}

/// The value of a scalar in quotes, or of block text.
#[allow(clippy::unnecessary_wraps)]
pub(super) fn text(text: Cow<'_, str>) -> Result<Content<'_>, Kind> {
    Ok(Content::Text(text))
}

/// The value of a scalar with a tag of the core schema; the tag is given without its prefix.
pub(super) fn tagged<'t>(tag: &str, text: Cow<'t, str>) -> Result<Content<'t>, Kind> {
    let found = match tag {
        "str" => return self::text(text),
        "null" => is_null(&text).then_some(Ok(Content::Null)),
        "bool" => boolean(&text).map(|value| Ok(Content::Bool(value))),
        "int" => integer(&text),
        "float" => float(&text),
        _ => None,
    };
    found.unwrap_or(Err(Kind::WrongTag))
}

fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

fn boolean(text: &str) -> Option<bool> {
    match text {
        "true" | "True" | "TRUE" => Some(true),
        "false" | "False" | "FALSE" => Some(false),
        _ => None,
    }
}

/// The integer that the text is; where 64 bits do not suffice a float, as in JSON.
fn integer<'t>(text: &str) -> Option<Result<Content<'t>, Kind>> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (radix, digits) = match digits.split_at_checked(2) {
        Some(("0x", digits)) => (16, digits),
        Some(("0o", digits)) => (8, digits),
        // Not in YAML 1.2; the readers of Rust have it.
        Some(("0b", digits)) => (2, digits),
        // `0123` is text, such as a postal code.
        _ if digits.len() > 1 && digits.starts_with('0') => return None,
        _ => (10, digits),
    };
    if !digits.starts_with(|first: char| first.is_digit(radix)) {
        return None;
    }
    let magnitude = u128::from_str_radix(digits, radix).ok()?;
    let small = u64::try_from(magnitude).ok();
    #[allow(clippy::cast_precision_loss)]
    let large = magnitude as f64;
    Some(if text.starts_with('-') {
        let small = small.and_then(|small| 0_i64.checked_sub_unsigned(small));
        small.map_or_else(|| finite(-large), |small| Ok(Content::Number(small.into())))
    } else {
        small.map_or_else(|| finite(large), |small| Ok(Content::Number(small.into())))
    })
}

/// The number with a fraction or an exponent that the text is, or with more digits than an integer has.
fn float<'t>(text: &str) -> Option<Result<Content<'t>, Kind>> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    match unsigned {
        ".inf" | ".Inf" | ".INF" => return Some(Err(Kind::NotFinite)),
        ".nan" | ".NaN" | ".NAN" if unsigned == text => return Some(Err(Kind::NotFinite)),
        _ => {}
    }
    let is_number = unsigned.starts_with(|first: char| first == '.' || first.is_ascii_digit());
    let leading_zero = unsigned.starts_with('0') && unsigned.len() > 1;
    if !is_number || leading_zero && unsigned.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok().map(finite)
}

fn finite<'t>(value: f64) -> Result<Content<'t>, Kind> {
    let number = Number::from_f64(value).ok_or(Kind::NumberTooLarge)?;
    Ok(Content::Number(number))
}

#[cfg(test)]
#[allow(clippy::unnecessary_wraps)]
mod tests {
    use super::*;

    fn text_of(text: &str) -> Result<Content<'_>, Kind> {
        Ok(Content::Text(text.into()))
    }

    fn number(value: impl Into<Number>) -> Result<Content<'static>, Kind> {
        Ok(Content::Number(value.into()))
    }

    fn float(value: f64) -> Result<Content<'static>, Kind> {
        number(Number::from_f64(value).expect("a finite number"))
    }

    #[test]
    fn plain_scalars_are_what_the_core_schema_says() {
        let cases = [
            ("", Ok(Content::Null)),
            ("~", Ok(Content::Null)),
            ("Null", Ok(Content::Null)),
            ("nULL", text_of("nULL")),
            ("TRUE", Ok(Content::Bool(true))),
            ("yes", text_of("yes")),
            ("0", number(0)),
            ("-0", number(0)),
            ("+12", number(12)),
            ("-12", number(-12)),
            ("0x1F", number(31)),
            ("-0o17", number(-15)),
            ("0b101", number(5)),
            ("0x", text_of("0x")),
            ("0x+1", text_of("0x+1")),
            ("+-1", text_of("+-1")),
            ("1_000", text_of("1_000")),
            ("0123", text_of("0123")),
            ("-007", text_of("-007")),
            ("18446744073709551615", number(u64::MAX)),
            ("18446744073709551616", float(18_446_744_073_709_551_616.0)),
            ("-9223372036854775808", number(i64::MIN)),
            ("1.5", float(1.5)),
            ("01.5", float(1.5)),
            ("-.5e1", float(-5.0)),
            (".", text_of(".")),
            ("1.2.3", text_of("1.2.3")),
            ("2001-01-01", text_of("2001-01-01")),
            ("inf", text_of("inf")),
            ("nan", text_of("nan")),
            ("1e400", Err(Kind::NumberTooLarge)),
            ("-1e400", Err(Kind::NumberTooLarge)),
            ("-.INF", Err(Kind::NotFinite)),
            (".NaN", Err(Kind::NotFinite)),
            ("-.nan", text_of("-.nan")),
        ];
        for (written, expected) in cases {
            assert_eq!(plain(written.into()), expected, "{written}");
        }
        let many = "9".repeat(400);
        assert_eq!(plain(many.into()), Err(Kind::NumberTooLarge));
    }

    #[test]
    fn tags_of_the_core_schema_decide() {
        assert_eq!(tagged("str", "1".into()), text_of("1"));
        assert_eq!(tagged("int", "1".into()), number(1));
        assert_eq!(tagged("float", "1".into()), float(1.0));
        assert_eq!(tagged("bool", "true".into()), Ok(Content::Bool(true)));
        assert_eq!(tagged("null", "".into()), Ok(Content::Null));
        for (tag, written) in [
            ("int", "1.5"),
            ("float", "x"),
            ("bool", "1"),
            ("null", "x"),
            ("map", "x"),
        ] {
            assert_eq!(tagged(tag, written.into()), Err(Kind::WrongTag), "{tag}");
        }
    }
}
