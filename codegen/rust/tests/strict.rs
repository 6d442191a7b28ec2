//! Strict reading where the validator does not know what a schema says: an answer, never a panic.

#![allow(
    unreachable_pub,
    reason = "one file is that of a generated crate, where it is public"
)]

#[path = "../src/emit/support"]
mod support {
    pub(crate) mod strict;
}

use serde_json::json;
use support::strict::Violations;

/// Types as the generator writes them, as far as it matters here.
mod types {
    use crate::support::strict::strict;

    macro_rules! text {
        ($($name:ident = $pattern:literal;)+) => {
            $(
                #[derive(serde::Serialize)]
                pub(crate) struct $name(pub(crate) &'static str);

                impl $name {
                    pub(crate) const SCHEMA: &str = concat!(r#"{"type": "string", "pattern": ""#, $pattern, r#""}"#);
                }

                strict!($name);
            )+
        };
    }

    text! {
        Fine = "^(?!a)b";
        Broken = "(";
        Named = "(?<n>a)\\\\k<n>";
        Large = "(a{1000}){1000}";
    }
}

#[test]
fn a_pattern_that_is_no_pattern_is_a_violation() {
    assert_eq!(types::Fine("b").validate(), Ok(()));
    assert!(types::Fine("ab").validate().is_err());
    for answer in [
        types::Broken("a").validate(),
        types::Named("aa").validate(),
        types::Large("a").validate(),
    ] {
        let violations = answer.expect_err("nobody can say that the value matches");
        assert_eq!(violations.0.len(), 1);
        assert_eq!(violations.0[0].schema_path, "/pattern");
        assert!(
            violations
                .to_string()
                .starts_with("the value: the schema cannot be used:"),
            "{violations}"
        );
    }
    assert!(types::Broken::validate_json(&json!("a")).is_err());
}
