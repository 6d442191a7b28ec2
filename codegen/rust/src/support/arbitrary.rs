//! Turns the bytes of a fuzzer into values that are valid for the schema of their type.
//!
//! [`Draw`] makes JSON by the keywords that say how a value looks. Others, such as `not`, only refuse values, so strict
//! reading decides. A value that it refuses is made again of the bytes that are left, then of fixed ones: the result is
//! valid, or it is an error.

use arbitrary::{Error, Result, Unstructured};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::arbitrary_draw::Draw;

/// How often a value is made of the bytes.
const TRIES: usize = 8;

/// How often a value is made of fixed bytes, and how many each time.
const FIXED_TRIES: usize = 64;
const FIXED_BYTES: usize = 512;

/// Makes a valid value. References in the schema lead to the first of the documents that has their target.
pub(crate) fn valid<T: DeserializeOwned>(
    bytes: &mut Unstructured<'_>,
    documents: &[&Value],
    is_valid: fn(&T) -> bool,
) -> Result<T> {
    for _ in 0..TRIES {
        if let Some(value) = once(bytes, documents, is_valid) {
            return Ok(value);
        }
    }
    let mut state = 1;
    for _ in 0..FIXED_TRIES {
        let fixed: Vec<u8> = (0..FIXED_BYTES).map(|_| next(&mut state)).collect();
        if let Some(value) = once(&mut Unstructured::new(&fixed), documents, is_valid) {
            return Ok(value);
        }
    }
    Err(Error::IncorrectFormat)
}

fn once<T: DeserializeOwned>(
    bytes: &mut Unstructured<'_>,
    documents: &[&Value],
    is_valid: fn(&T) -> bool,
) -> Option<T> {
    let json = Draw::new(bytes, documents).root().ok()?;
    serde_json::from_value(json).ok().filter(is_valid)
}

/// The next of a fixed series of bytes (a linear congruential generator).
fn next(state: &mut u64) -> u8 {
    *state = state
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1);
    state.to_be_bytes()[0]
}

/// A document, as JSON.
pub(crate) fn json(document: &str) -> Value {
    serde_json::from_str(document).unwrap_or_default()
}

/// Implements `Arbitrary` for types. `definitions` are the definitions that their schemas share.
macro_rules! arbitrary {
    ($($(#[$attribute:meta])* $name:path,)*) => {
        $(crate::support::arbitrary::arbitrary!(@ [$(#[$attribute])*] $name, []);)*
    };
    (definitions: $definitions:expr; $($(#[$attribute:meta])* $name:path,)*) => {
        #[allow(dead_code, reason = "features may leave out all types")]
        static DEFINITIONS: std::sync::LazyLock<serde_json::Value> =
            std::sync::LazyLock::new(|| crate::support::arbitrary::json($definitions));

        $(crate::support::arbitrary::arbitrary!(@ [$(#[$attribute])*] $name, [&DEFINITIONS]);)*
    };
    (@ [$(#[$attribute:meta])*] $name:path, [$($definitions:expr)?]) => {
        $(#[$attribute])*
        impl<'a> arbitrary::Arbitrary<'a> for $name {
            fn arbitrary(bytes: &mut arbitrary::Unstructured<'a>) -> arbitrary::Result<Self> {
                static SCHEMA: std::sync::LazyLock<serde_json::Value> =
                    std::sync::LazyLock::new(|| crate::support::arbitrary::json(<$name>::schema()));
                let documents: &[&serde_json::Value] = &[&SCHEMA, $($definitions)?];
                crate::support::arbitrary::valid(bytes, documents, |value: &Self| value.validate().is_ok())
            }
        }
    };
}

pub(crate) use arbitrary;
