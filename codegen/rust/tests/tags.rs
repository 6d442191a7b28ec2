//! Tags that schemas do not vouch for: what a union makes of values with them and without.

#![allow(
    unreachable_pub,
    reason = "the files are those of a generated crate, where they are public"
)]

#[path = "../src/emit/support"]
mod support {
    #[allow(dead_code, reason = "the tests need some of it")]
    pub(crate) mod content;
    #[allow(
        dead_code,
        clippy::cast_precision_loss,
        reason = "the tests need some of it, and numbers are rounded on purpose"
    )]
    pub(crate) mod union;
}

use std::fmt::Debug;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use support::union::{Branches, Facts, union};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct AnimalBase {
    kind: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Bird {
    kind: String,
    wings: u8,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Poodle {
    kind: String,
    curls: u8,
}

/// A union as the generator writes it.
macro_rules! tagged {
    ($name:ident by $default:expr => { $($variant:ident($ty:ty) = $tags:expr,)+ }) => {
        #[derive(Debug, Clone, PartialEq, Serialize)]
        #[serde(untagged)]
        enum $name {
            $($variant($ty),)+
            Unknown(serde_json::Value),
        }

        impl Branches for $name {
            const TAG: Option<&'static str> = Some("kind");
            const FACTS: &'static [Facts] = &[$(Facts { tags: $tags, ..Facts::NONE }),+];
            const CERTAIN: bool = false;
            const DEFAULT: Option<usize> = $default;

            fn read<'de, D: serde::Deserializer<'de>>(branch: usize, deserializer: D) -> Result<Self, D::Error> {
                let mut index = 0;
                $(
                    if branch == index {
                        return Deserialize::deserialize(deserializer).map(Self::$variant);
                    }
                    index += 1;
                )+
                panic!("there are {index} branches")
            }

            fn unknown(value: serde_json::Value) -> Option<Self> {
                Some(Self::Unknown(value))
            }
        }

        union!($name);
    };
}

tagged!(Dog by None => { Base(AnimalBase) = &["Dog"], Poodle(Poodle) = &["Poodle"], });
tagged!(Animal by None => {
    Base(AnimalBase) = &["Animal"],
    Bird(Bird) = &["bird", "budgie"],
    Dog(Dog) = &["Dog", "Poodle"],
});
tagged!(Flock by Some(1) => { Poodle(Poodle) = &["Poodle"], Bird(Bird) = &["bird"], });

/// Reads a value, which comes back as it was.
fn read<T: Clone + Debug + PartialEq + Serialize + DeserializeOwned>(text: &str) -> T {
    let read: T = serde_json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    let written = serde_json::to_value(&read).expect("it can be written");
    let value: serde_json::Value = serde_json::from_str(text).expect("it is JSON");
    assert_eq!(written, value);
    assert_eq!(serde_json::from_value::<T>(value).ok(), Some(read.clone()));
    read
}

#[test]
fn a_tag_says_what_extends_the_base() {
    let bird = Bird {
        kind: "budgie".to_owned(),
        wings: 2,
    };
    assert_eq!(
        read::<Animal>(r#"{"kind":"budgie","wings":2}"#),
        Animal::Bird(bird.clone())
    );
    assert_eq!(
        read::<Animal>(r#"{"wings":2,"kind":"budgie"}"#),
        Animal::Bird(bird)
    );
    let animal = AnimalBase {
        kind: "Animal".to_owned(),
    };
    assert_eq!(read::<Animal>(r#"{"kind":"Animal"}"#), Animal::Base(animal));
}

#[test]
fn what_extends_it_has_a_family_of_its_own() {
    let poodle = Poodle {
        kind: "Poodle".to_owned(),
        curls: 9,
    };
    assert_eq!(
        read::<Animal>(r#"{"curls":9,"kind":"Poodle"}"#),
        Animal::Dog(Dog::Poodle(poodle))
    );
    let value = serde_json::json!({ "kind": "Poodle", "curls": "many" });
    assert_eq!(
        read::<Animal>(&value.to_string()),
        Animal::Dog(Dog::Unknown(value))
    );
}

#[test]
fn what_the_base_accepts_is_kept() {
    for text in [
        r#"{"kind":"bird"}"#,
        r#"{"kind":"bird","wings":"two"}"#,
        r#"{"kind":"fish","fins":[2,{"a":null}]}"#,
        r#"{"fins":2}"#,
        r#"{"kind":null}"#,
        "{}",
    ] {
        let value = serde_json::from_str(text).expect("it is JSON");
        assert_eq!(read::<Animal>(text), Animal::Unknown(value));
    }
}

#[test]
fn the_default_is_read_without_a_tag_that_is_known() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct Any {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kind: Option<String>,
        wings: u8,
    }
    tagged!(Kept by Some(0) => { Any(Any) = &["any"], Poodle(Poodle) = &["Poodle"], });
    for text in [r#"{"wings":2}"#, r#"{"kind":"gull","wings":2}"#] {
        assert!(matches!(read(text), Kept::Any(_)), "{text}");
    }
    for text in [r#"{"kind":"gull"}"#, r#"{"kind":5,"wings":2}"#, "[2]"] {
        assert!(matches!(read(text), Kept::Unknown(_)), "{text}");
    }
    let gull = Bird {
        kind: "gull".to_owned(),
        wings: 2,
    };
    assert_eq!(
        read::<Flock>(r#"{"wings":2,"kind":"gull"}"#),
        Flock::Bird(gull)
    );
}
