//! Strict reading where the validator does not know what a schema says: an answer, never a panic.

#![allow(
    unreachable_pub,
    reason = "the macro writes functions of types that are public in a generated crate"
)]

use serde_json::json;

use crate::support::strict::{self, strict};

/// Types as the generator writes them, as far as it matters here.
mod types {
    use crate::support::strict::strict;

    macro_rules! text {
        ($($name:ident = $pattern:literal;)+) => {
            $(
                #[derive(serde::Serialize)]
                pub(crate) struct $name(pub(crate) &'static str);

                impl $name {
                    pub(crate) const fn schema() -> &'static str {
                        concat!(r#"{"type": "string", "pattern": ""#, $pattern, r#""}"#)
                    }
                }

                strict!($name, shown, strict);
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
fn all_violations_are_reported_with_their_places() {
    let validator = strict::validator(
        r#"{"properties": {"a": {"minimum": 3}, "b": {"type": "string"}}, "required": ["c"]}"#,
    );
    let value = json!({ "a": 98765, "b": 98765 });
    assert_eq!(
        strict::check(&validator, &json!({ "c": 1 }), strict::shown),
        Ok(())
    );
    let violations = strict::check(&validator, &value, strict::shown).expect_err("`b` is a number");
    let mut paths: Vec<_> = violations
        .0
        .iter()
        .map(|one| (&*one.instance_path, &*one.schema_path))
        .collect();
    paths.sort_unstable();
    assert_eq!(paths, [("", "/required"), ("/b", "/properties/b/type")]);
    assert!(violations.to_string().contains("98765"), "{violations}");
    assert!(
        violations.to_string().contains("the value: "),
        "{violations}"
    );
    let violations =
        strict::check(&validator, &value, strict::masked).expect_err("`b` is a number");
    assert_eq!(violations.0.len(), 2);
    assert!(
        !format!("{violations} {violations:?}").contains("98765"),
        "{violations}"
    );
}

#[test]
fn a_value_that_cannot_be_written_is_a_violation() {
    struct Broken;

    impl serde::Serialize for Broken {
        fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(serde::ser::Error::custom("it is broken"))
        }
    }

    impl Broken {
        const fn schema() -> &'static str {
            "true"
        }
    }

    strict!(Broken, masked, strict);
    let violations = Broken.validate().expect_err("it cannot be written");
    assert_eq!(violations.to_string(), "the value: it is broken");
    assert_eq!(Broken::validate_json(&json!(1)), Ok(()));
}

#[test]
fn an_invalid_pattern_is_a_violation() {
    assert_eq!(types::Fine("b").validate(), Ok(()));
    assert!(types::Fine("ab").validate().is_err());
    for answer in [
        types::Broken("a").validate(),
        types::Named("aa").validate(),
        types::Large("a").validate(),
    ] {
        let violations = answer.expect_err("an unusable schema is a violation");
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
