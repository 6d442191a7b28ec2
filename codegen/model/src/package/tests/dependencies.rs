//! Tests of what is wrong with dependencies.

use super::super::Dependency;

#[test]
fn requirements_are_those_of_cargo() {
    for right in [
        "*",
        "1",
        "^1.2",
        "=1.2.3",
        ">=1.2, <2",
        "1.x",
        "0.1.0-alpha.1",
    ] {
        let fault = Dependency::new("money", right).fault();
        assert!(fault.is_none(), "{right}: {fault:?}");
    }
    for wrong in ["", "latest", "1.2.3.4", "01", "1,,2", "1.2-alpha", "v1"] {
        let fault = Dependency::new("money", wrong).fault().expect(wrong);
        assert_eq!(fault.member, "version");
        let start = format!("`{wrong}` is not a requirement for the version of `money`: ");
        assert!(fault.what.starts_with(&start), "{fault:?}");
    }
}

#[test]
fn names_are_those_of_a_registry() {
    assert!(Dependency::new("a-b_c9", "1").fault().is_none());
    for wrong in ["", "my crate", "9a", "a\" = 1\n"] {
        let fault = Dependency::new(wrong, "1").fault().expect(wrong);
        assert_eq!(fault.member, "crate");
    }
}

#[test]
fn one_requirement_may_be_written_in_two_ways() {
    let contradicts = |one: &str, another: &str| {
        Dependency::new("money", one).contradicts(&Dependency::new("money", another))
    };
    assert!(!contradicts("1.2", "^1.2"));
    assert!(!contradicts(">=1,<3", ">=1, <3"));
    assert!(contradicts("1.2", "1.3"));
    assert!(contradicts("1.2", "=1.2"));
    assert!(!Dependency::new("money", "1").contradicts(&Dependency::new("other", "2")));
}
