//! Writes Rust that converts values to variants of an enum and back.

use super::{fenced, last};
use crate::emit::Context;
use crate::text::StringLiteral;
use cratify_model::model::{StringEnum, Unlisted, ValueEnum};
use cratify_schema::source::Value;

/// From strings, known and unknown, to an enum and back.
pub(super) fn strings(
    context: &Context<'_>,
    path: &str,
    name: &str,
    enumeration: &StringEnum,
) -> String {
    let ident = last(path);
    let listed = |text: &str| enumeration.values.iter().any(|value| value.value == text);
    let known = enumeration
        .values
        .first()
        .map(|value| StringLiteral::new(&value.value).to_string())
        .unwrap_or_default();
    let mut unknown = "something-new".to_owned();
    while listed(&unknown) {
        unknown.push_str("er");
    }
    let unknown = StringLiteral::new(&unknown);
    if enumeration.unlisted == Unlisted::Refused {
        return fenced(
            "rust",
            &format!(
                "use {}::{path};\n\n\
                 assert_eq!({known}.parse(), Ok({ident}::{name}));\n\
                 assert_eq!({ident}::{name}.as_str(), {known});\n\n\
                 // An unknown value is an error.\n\
                 assert!({unknown}.parse::<{ident}>().is_err());\n",
                context.crate_ident
            ),
        );
    }
    fenced(
        "rust",
        &format!(
            "use {}::{path};\n\n\
             let value = {ident}::from({known});\n\
             assert_eq!(value, {ident}::{name});\n\
             assert_eq!(value.as_str(), {known});\n\n\
             // An unknown value is kept.\n\
             let value = {ident}::from({unknown});\n\
             assert_eq!(value, {ident}::Unknown({unknown}.to_owned()));\n\
             assert_eq!(value.as_str(), {unknown});\n",
            context.crate_ident
        ),
    )
}

/// From integers, known and unknown, to an enum and back.
pub(super) fn integers(
    context: &Context<'_>,
    path: &str,
    name: &str,
    enumeration: &ValueEnum,
) -> String {
    let ident = last(path);
    let numbers: Vec<i64> = enumeration
        .values
        .iter()
        .filter_map(|value| value.value.as_i64())
        .collect();
    let known = enumeration
        .values
        .first()
        .map(|value| &value.value)
        .and_then(Value::as_i64)
        .unwrap_or_default();
    let unknown = (9000..i64::MAX)
        .find(|number| !numbers.contains(number))
        .unwrap_or_default();
    if enumeration.unlisted == Unlisted::Refused {
        return fenced(
            "rust",
            &format!(
                "use {}::{path};\n\n\
                 assert_eq!({ident}::try_from({known}), Ok({ident}::{name}));\n\
                 assert_eq!({ident}::{name}.as_i64(), {known});\n\n\
                 // An unknown value is an error.\n\
                 assert!({ident}::try_from({unknown}).is_err());\n",
                context.crate_ident
            ),
        );
    }
    fenced(
        "rust",
        &format!(
            "use {}::{path};\n\n\
             let value = {ident}::from({known});\n\
             assert_eq!(value, {ident}::{name});\n\
             assert_eq!(value.as_i64(), {known});\n\n\
             // An unknown value is kept.\n\
             let value = {ident}::from({unknown});\n\
             assert_eq!(value, {ident}::Unknown({unknown}));\n\
             assert_eq!(value.as_i64(), {unknown});\n",
            context.crate_ident
        ),
    )
}
