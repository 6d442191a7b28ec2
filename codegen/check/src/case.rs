//! One generated type, and the macro that lists the types of a crate.

use std::borrow::Cow;

use serde_json::Value;

use crate::promises::Promises;
use cratify_schema::document::Form;

/// One generated type, with everything the checks need to know about it. Made by
/// [`cases!`](crate::cases).
#[derive(Debug, Clone, Copy)]
pub struct Case {
    /// The Rust type's name.
    pub name: &'static str,
    /// JSON Pointer (RFC 6901) of the type's schema in the document; `""` is the document itself.
    pub pointer: &'static str,
    /// Whether the type stands for all values of that schema, or for some of them: the values that are
    /// not null, or of one JSON type.
    pub whole: bool,
    /// The direction in which its values are sent, if requests and responses differ.
    pub form: Option<Form>,
    /// The promises of the settings that it was generated with.
    pub promises: Promises,
    /// The published JSON Schema (2020-12) as text: `T::schema()`.
    pub schema: &'static str,
    /// The definitions that it shares with others, `DEFINITIONS` of the crate; empty where schemas are
    /// complete in themselves.
    pub definitions: &'static str,
    /// The schema that schemars derives from the compiled type.
    pub derived: fn() -> Value,
    /// The name of that schema, which schemars makes the title of one without a title.
    pub derived_name: fn() -> Cow<'static, str>,
    /// Decodes the text as the type and encodes it again; the error is serde's message.
    pub round_trip: fn(&str) -> Result<String, String>,
    /// The `Debug` text of the decoded value, or serde's message.
    pub debug: fn(&str) -> String,
    /// The `Display` text of the decoded value; `None` if the type has no `Display` or decoding fails.
    pub display: fn(&str) -> Option<String>,
    /// Strict reading: `T::validate_json`.
    pub strict: fn(&Value) -> Result<(), String>,
}

/// Makes a `Vec<Case>` from the types of one crate (or module) and their places in the document:
/// `cases!(krate { Type at "/components/schemas/Type", … })`, with `of` in place of `at` where the
/// type stands for only some of the values of that schema, and `in_requests` or `in_responses` where requests and
/// responses have types of their own. The [`Promises`] of settings other than
/// the defaults come second, and the definitions that schemas share, if they do, third:
/// `cases!(krate, promises, krate::DEFINITIONS, { … })`.
///
/// The calling crate must depend on `serde_json` and `schemars`; each type needs `Debug`,
/// `Serialize`, `Deserialize`, `JsonSchema`, `schema() -> &'static str` and
/// `validate_json(&serde_json::Value) -> Result<(), impl Display>`.
#[macro_export]
macro_rules! cases {
    ($krate:ident { $($types:tt)* }) => {
        $crate::cases!($krate, $crate::Promises::DEFAULT, { $($types)* })
    };
    ($krate:ident, $promises:expr, { $($types:tt)* }) => {
        $crate::cases!($krate, $promises, "", { $($types)* })
    };
    ($krate:ident, $promises:expr, $definitions:expr, {
        $($($ty:ident)::+ $relation:ident $pointer:literal),* $(,)?
    }) => {{
        // The time to check one function grows with the square of the closures in it, so each type has a function.
        #[allow(deprecated, reason = "a deprecated type is proven like any other")]
        let cases = ::std::vec![$({
            fn case(promises: $crate::Promises, definitions: &'static str) -> $crate::Case {
                $crate::Case {
                    name: ::core::concat!($("::", ::core::stringify!($ty)),+).trim_start_matches("::"),
                    pointer: $pointer,
                    whole: !matches!(::core::stringify!($relation).as_bytes(), b"of"),
                    form: $crate::form_of(::core::stringify!($relation)),
                    promises,
                    schema: $krate::$($ty)::+::schema(),
                    definitions,
                    derived: || ::schemars::schema_for!($krate::$($ty)::+).to_value(),
                    derived_name: <$krate::$($ty)::+ as ::schemars::JsonSchema>::schema_name,
                    round_trip: |text| {
                        let value: $krate::$($ty)::+ =
                            ::serde_json::from_str(text).map_err(|error| error.to_string())?;
                        ::serde_json::to_string(&value).map_err(|error| error.to_string())
                    },
                    debug: |text| match ::serde_json::from_str::<$krate::$($ty)::+>(text) {
                        Ok(value) => ::std::format!("{value:?}"),
                        Err(error) => error.to_string(),
                    },
                    display: |text| {
                        #[allow(unused_imports, reason = "a type has `Display` or not")]
                        use $crate::{Displayed as _, NotDisplayed as _};
                        let value: $krate::$($ty)::+ = ::serde_json::from_str(text).ok()?;
                        (&&$crate::Shown(value)).shown()
                    },
                    strict: |value| {
                        $krate::$($ty)::+::validate_json(value).map_err(|error| error.to_string())
                    },
                }
            }
            case($promises, $definitions)
        }),*];
        cases
    }};
}

/// The direction that a relation in [`cases!`](crate::cases) names.
#[doc(hidden)]
#[must_use]
pub fn form_of(relation: &str) -> Option<Form> {
    match relation {
        "in_requests" => Some(Form::Request),
        "in_responses" => Some(Form::Response),
        _ => None,
    }
}
