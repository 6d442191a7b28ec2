//! Unions: how the branch of a value is chosen, by a tag and by facts.

use std::collections::BTreeMap;
use std::fmt::Debug;

use crate::support::union::{Branches, Facts, Kind, Scalar, union};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct AnimalBase {
    kind: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Bird {
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
pub(super) fn read<T: Clone + Debug + PartialEq + Serialize + DeserializeOwned>(text: &str) -> T {
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

/// A union with facts, as the generator writes it.
macro_rules! untagged {
    ($name:ident $($rest:tt)*) => {
        untagged!(@ None; $name $($rest)*);
    };
    (@ $tag:expr; $name:ident $(or $unknown:ident)? => { $($variant:ident($ty:ty) = $facts:expr,)+ } $($more:tt)*) => {
        #[derive(Debug, Clone, PartialEq, Serialize)]
        #[serde(untagged)]
        enum $name {
            $($variant($ty),)+
            $($unknown(serde_json::Value),)?
        }

        impl Branches for $name {
            const TAG: Option<&'static str> = $tag;
            const FACTS: &'static [Facts] = &[$($facts),+];
            $($more)*

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

            $(
                fn unknown(value: serde_json::Value) -> Option<Self> {
                    Some(Self::$unknown(value))
                }
            )?
        }

        union!($name);
    };
}

pub(super) use untagged;

#[test]
fn the_json_type_tells_branches_apart() {
    const fn of(types: &'static [Kind]) -> Facts {
        Facts {
            types,
            ..Facts::NONE
        }
    }
    untagged!(Anything or Unknown => {
        Nothing(()) = of(&[Kind::Null]),
        Flag(bool) = of(&[Kind::Boolean]),
        Whole(i64) = of(&[Kind::Integer]),
        Float(f64) = of(&[Kind::Number]),
        Text(String) = of(&[Kind::String]),
        Flags(Vec<bool>) = Facts { elements: &[Kind::Boolean], ..of(&[Kind::Array]) },
        Texts(Vec<String>) = Facts { elements: &[Kind::String], ..of(&[Kind::Array]) },
        Object(BTreeMap<String, bool>) = of(&[Kind::Object]),
    });
    for (text, expected) in [
        ("null", Anything::Nothing(())),
        ("true", Anything::Flag(true)),
        ("-5", Anything::Whole(-5)),
        (
            "18446744073709551615",
            Anything::Float(18_446_744_073_709_551_615.0),
        ),
        ("1.5", Anything::Float(1.5)),
        (r#""a\n""#, Anything::Text("a\n".to_owned())),
        ("[true]", Anything::Flags(vec![true])),
        (r#"["a"]"#, Anything::Texts(vec!["a".to_owned()])),
        ("[]", Anything::Flags(Vec::new())),
        (r#"[["a"]]"#, Anything::Unknown(serde_json::json!([["a"]]))),
        (
            r#"{"a":true}"#,
            Anything::Object(BTreeMap::from([("a".to_owned(), true)])),
        ),
        (
            r#"{"a":[]}"#,
            Anything::Unknown(serde_json::json!({ "a": [] })),
        ),
    ] {
        let read: Anything =
            serde_json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(read, expected, "{text}");
        let value: serde_json::Value = serde_json::from_str(text).expect("it is JSON");
        assert_eq!(
            serde_json::from_value::<Anything>(value).ok(),
            Some(expected),
            "{text}"
        );
    }
}

#[test]
fn members_tell_branches_apart() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct Circle {
        radius: u8,
    }
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct Version {
        version: serde_json::Value,
    }
    const OBJECT: Facts = Facts {
        types: &[Kind::Object],
        ..Facts::NONE
    };
    const VERSIONS: &[Scalar] = &[Scalar::Whole(1), Scalar::Bool(true), Scalar::Text("one")];
    untagged!(Shape or Unknown => {
        Circle(Circle) = Facts { required: &["radius"], known: &[("radius", &[Kind::Integer])], ..OBJECT },
        Version(Version) = Facts { known: &[("version", &[])], fixed: &[("version", VERSIONS)], ..OBJECT },
        Name(String) = Facts { types: &[Kind::String], strings: &["circle"], ..Facts::NONE },
    });
    assert_eq!(
        read::<Shape>(r#"{"radius":1}"#),
        Shape::Circle(Circle { radius: 1 })
    );
    // A newer server may send a value that is not listed.
    for version in ["1", "1.0", "true", "\"one\"", "2", "\"two\""] {
        let text = format!("{{\"version\":{version}}}");
        assert!(matches!(read(&text), Shape::Version(_)), "{text}");
    }
    for text in ["{}", "1"] {
        assert!(matches!(read(text), Shape::Unknown(_)), "{text}");
    }
    assert_eq!(
        read::<Shape>("\"circle\""),
        Shape::Name("circle".to_owned())
    );
    let members: Vec<String> = (0..20)
        .map(|index| format!("\"m{index}\":{index}"))
        .collect();
    let text = format!("{{{},\"radius\":7}}", members.join(","));
    let many: Shape = serde_json::from_str(&text).expect("it is a circle");
    assert_eq!(many, Shape::Circle(Circle { radius: 7 }));
}

#[test]
fn a_new_value_of_an_enum_is_read_by_the_only_branch_that_fits() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct Order {
        state: String,
        id: u8,
    }
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct Invoice {
        state: String,
        due: u8,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kind: Option<String>,
    }
    const TEXT: &[Kind] = &[Kind::String];
    const STATES: &[Scalar] = &[Scalar::Text("new"), Scalar::Text("old")];
    const INVOICE: &[Scalar] = &[Scalar::Text("invoice")];
    const fn of(
        required: &'static [&'static str],
        known: &'static [(&'static str, &'static [Kind])],
        fixed: &'static [(&'static str, &'static [Scalar])],
    ) -> Facts {
        Facts {
            types: &[Kind::Object],
            required,
            known,
            fixed,
            ..Facts::NONE
        }
    }
    untagged!(Paper or Unknown => {
        Order(Order) = of(&["state", "id"], &[("state", TEXT), ("id", &[Kind::Integer])], &[("state", STATES)]),
        Invoice(Invoice) = of(&["due"], &[("due", &[Kind::Integer]), ("kind", TEXT)], &[("kind", INVOICE)]),
    });
    assert!(matches!(
        read(r#"{"state":"sent","id":1}"#),
        Paper::Order(_)
    ));
    for (text, why) in [
        (r#"{"state":"sent"}"#, "a required member is absent"),
        (r#"{"state":1,"id":1}"#, "a member has another type"),
        (
            r#"{"state":"x","due":1,"kind":"y"}"#,
            "a constant is no enum",
        ),
    ] {
        assert!(matches!(read(text), Paper::Unknown(_)), "{text}: {why}");
    }
    untagged!(Twins or Unknown => {
        Order(Order) = of(&["state", "id"], &[("state", TEXT)], &[("state", STATES)]),
        Invoice(Invoice) = of(&["due"], &[("state", TEXT)], &[("state", &[Scalar::Text("due"), Scalar::Text("paid")])]),
    });
    // The states tell these apart.
    assert!(matches!(
        read(r#"{"state":"sent","id":1}"#),
        Twins::Unknown(_)
    ));
    untagged!(Closed => {
        Order(Order) = of(&["state", "id"], &[("state", TEXT)], &[("state", STATES)]),
        Name(String) = Facts { types: TEXT, ..Facts::NONE },
    } const NAME: &'static str = "Closed";);
    assert!(matches!(
        read(r#"{"state":"sent","id":1}"#),
        Closed::Order(_)
    ));
    let refused = serde_json::from_str::<Closed>(r#"{"state":"sent","id":-1}"#);
    let message = refused.expect_err("it is no order").to_string();
    assert!(message.contains("id: invalid"), "{message}");
}

#[test]
fn constants_of_inner_members_tell_branches_apart() {
    type Any = serde_json::Map<String, serde_json::Value>;
    const fn of(values: &'static [(&'static [&'static str], &'static [Scalar])]) -> Facts {
        Facts {
            types: &[Kind::Object],
            nested: values,
            ..Facts::NONE
        }
    }
    untagged!(Event or Unknown => {
        Old(Any) = of(&[(&["head", "about", "version"], &[Scalar::Whole(1)])]),
        New(Any) = of(&[(&["head", "about", "version"], &[Scalar::Whole(2), Scalar::Bool(true)])]),
    });
    let version =
        |version: &str| format!(r#"{{"head":{{"by":1,"about":{{"version":{version}}}}}}}"#);
    assert!(matches!(read(&version("1")), Event::Old(_)));
    assert!(matches!(read(&version("2")), Event::New(_)));
    assert!(matches!(read(&version("true")), Event::New(_)));
    assert!(matches!(read(&version("3")), Event::Unknown(_)));
    // Without the member, no constant contradicts the value.
    for text in [r#"{"head":{"about":[]}}"#, r#"{"head":1}"#, "{}"] {
        assert!(matches!(read(text), Event::Old(_)), "{text}");
    }
}

#[test]
fn the_branch_that_drops_the_least_is_taken() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct Outer<T> {
        inner: T,
    }
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct A {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        a: Option<u8>,
    }
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    struct B {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        b: Option<u8>,
    }
    const OBJECT: Facts = Facts {
        types: &[Kind::Object],
        known: &[("inner", &[Kind::Object])],
        ..Facts::NONE
    };
    untagged!(Either => { A(Outer<A>) = OBJECT, B(Outer<B>) = OBJECT, } const NAME: &'static str = "Either";);
    assert!(matches!(read(r#"{"inner":{"b":1}}"#), Either::B(_)));
    assert!(matches!(read(r#"{"inner":{"a":1}}"#), Either::A(_)));
    assert!(matches!(read(r#"{"inner":{}}"#), Either::A(_)));
}

#[test]
fn a_closed_union_says_why_it_refuses_a_value() {
    const TEXT: Facts = Facts {
        types: &[Kind::String],
        ..Facts::NONE
    };
    untagged!(Letter => { One(char) = TEXT, } const NAME: &'static str = "Letter";);
    untagged!(Hidden => { One(char) = TEXT, } const NAME: &'static str = "Hidden"; const EXPLAINS: bool = false;);
    let error = serde_json::from_str::<Letter>("\"xyz\"").expect_err("it is more than a letter");
    let error = error.to_string();
    assert!(
        error.starts_with("unknown value: it is not a variant of `Letter` ("),
        "{error}"
    );
    assert!(error.contains("xyz"), "{error}");
    let error = serde_json::from_str::<Hidden>("\"xyz\"").expect_err("it is more than a letter");
    assert!(!error.to_string().contains("xyz"), "{error}");
    assert!(serde_json::from_str::<Letter>("1").is_err());
}
