//! Text that is nested too deeply, or whose aliases stand for too much.

use super::said;

#[test]
fn hostile_nesting_is_refused_quickly() {
    let deep = 100_000;
    for text in [
        "[".repeat(deep),
        "{\"a\":".repeat(deep),
        format!("a: {}", "[".repeat(deep)),
        "- ".repeat(deep),
    ] {
        let said = said("a.yaml", &text);
        assert!(said.starts_with("error[CR0114]"), "{said}");
    }
    // The scanner itself must not have seen all of them.
    let guarded = said("a.yaml", &format!("a: {}", "[".repeat(deep)));
    assert!(guarded.contains("a.yaml:1:132"), "{guarded}");
    said("a.yaml", &"? ".repeat(deep));
    said("a.yaml", &"a: ".repeat(deep));
    said("a.yaml", &"!a ".repeat(deep));
}

#[test]
fn aliases_add_to_the_nesting() {
    let nested = |inner: &str| format!("{}{inner}{}", "[".repeat(80), "]".repeat(80));
    let text = format!("a: &a {}\nb: {}\n", nested(""), nested("*a"));
    let said = said("a.yaml", &text);
    assert!(said.starts_with("error[CR0114]"), "{said}");
    assert!(said.contains("a.yaml:2:84"), "{said}");
}

#[test]
fn aliases_that_multiply_are_refused() {
    let level = |name: char, of: &str| format!("{name}: &{name} [{}]\n", [of; 10].join(", "));
    let mut text = level('a', "x");
    for name in 'b'..='h' {
        let before = char::from_u32(u32::from(name) - 1).unwrap_or('a');
        text.push_str(&level(name, &format!("*{before}")));
    }
    let said = said("a.yaml", &text);
    assert!(said.starts_with("error[CR0115]"), "{said}");
    assert!(said.contains("a.yaml:6:36"), "{said}");

    // Few aliases, for much text.
    let text = format!(
        "a: &a {}\nb: [{}]\n",
        "x".repeat(100_000),
        ["*a"; 1_000].join(",")
    );
    let said = super::said("a.yaml", &text);
    assert!(said.starts_with("error[CR0115]"), "{said}");
    assert!(said.contains("a.yaml:2:"), "{said}");
}
