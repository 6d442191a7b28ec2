//! Newtypes have the conversions of the value in them.

use crate::support::newtype::{deref, display, parse, text};

#[derive(Debug, PartialEq)]
struct Name(String);
text!(Name);
display!(Name);

#[derive(Debug, PartialEq)]
struct Count(u8);
display!(Count);
parse!(Count, u8);

struct Names(Vec<Name>);
deref! {
    impl Names: Vec<Name>
}

#[test]
fn text_is_converted_compared_and_shown() {
    let name = Name::from("a");
    assert_eq!(Ok(Name("a".to_owned())), "a".parse());
    assert_eq!(name, "a");
    assert_eq!(name, *"a");
    assert_ne!(name, "b");
    assert_eq!(name.as_ref(), "a");
    assert_eq!(format!("{name:>2}"), " a");
}

#[test]
fn scalars_are_parsed_and_shown() {
    assert_eq!("7".parse(), Ok(Count(7)));
    assert!("300".parse::<Count>().is_err());
    assert_eq!(Count(7).to_string(), "7");
}

#[test]
fn lists_have_the_methods_of_lists() {
    assert_eq!(Names(vec![Name::from("a")]).len(), 1);
}
