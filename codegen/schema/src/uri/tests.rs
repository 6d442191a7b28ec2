use super::{is_absolute, percent_decode, percent_encode, resolve, split_fragment};

/// The examples of RFC 3986, section 5.4, but for those with a fragment, which is split off before.
#[test]
fn the_examples_of_the_standard() {
    let base = "http://a/b/c/d;p?q";
    for (reference, expected) in [
        ("g:h", "g:h"),
        ("g", "http://a/b/c/g"),
        ("./g", "http://a/b/c/g"),
        ("g/", "http://a/b/c/g/"),
        ("/g", "http://a/g"),
        ("//g", "http://g"),
        ("?y", "http://a/b/c/d;p?y"),
        ("g?y", "http://a/b/c/g?y"),
        (";x", "http://a/b/c/;x"),
        ("g;x", "http://a/b/c/g;x"),
        ("", "http://a/b/c/d;p?q"),
        (".", "http://a/b/c/"),
        ("./", "http://a/b/c/"),
        ("..", "http://a/b/"),
        ("../", "http://a/b/"),
        ("../g", "http://a/b/g"),
        ("../..", "http://a/"),
        ("../../g", "http://a/g"),
        ("../../../g", "http://a/g"),
        ("../../../../g", "http://a/g"),
        ("/./g", "http://a/g"),
        ("/../g", "http://a/g"),
        ("g.", "http://a/b/c/g."),
        ("..g", "http://a/b/c/..g"),
        ("./../g", "http://a/b/g"),
        ("./g/.", "http://a/b/c/g/"),
        ("g/./h", "http://a/b/c/g/h"),
        ("g/../h", "http://a/b/c/h"),
        ("g;x=1/../y", "http://a/b/c/y"),
        ("g?y/../x", "http://a/b/c/g?y/../x"),
        ("http:g", "http:g"),
    ] {
        assert_eq!(resolve(base, reference), expected, "{reference}");
    }
}

#[test]
fn one_spelling() {
    for (base, reference, expected) in [
        ("urn:a:b", "urn:c:d/../e", "urn:c:d/../e"),
        ("urn:a:b", "", "urn:a:b"),
        ("http://a", "b", "http://a/b"),
        ("file:///a/b", "c d/é.yaml", "file:///a/c%20d/%C3%A9.yaml"),
        ("file:///a/b", "%63%20d", "file:///a/c%20d"),
        ("file:///a/b/c", "%2e%2E/x", "file:///a/x"),
        ("file:///a/b/c", "x%2fy", "file:///a/b/x%2Fy"),
        (
            "file:///a/b",
            "HTTP://Example.COM/A",
            "http://example.com/A",
        ),
        ("file:///a/b", "a%", "file:///a/a%25"),
        ("file:///a/b", "a\\b", "file:///a/a%5Cb"),
    ] {
        assert_eq!(resolve(base, reference), expected, "{reference}");
    }
    assert!(is_absolute("urn:x") && is_absolute("C:/x"));
    assert!(!is_absolute("x/y:z") && !is_absolute("1:a") && !is_absolute("a"));
}

#[test]
fn fragments() {
    assert_eq!(split_fragment("a#b"), ("a", Some("b")));
    assert_eq!(split_fragment("a"), ("a", None));
    assert_eq!(percent_decode("a%20b%C3%A9"), Some("a bé".to_owned()));
    for broken in ["%", "%2", "%+1", "%zz", "%ff"] {
        assert_eq!(percent_decode(broken), None, "{broken}");
    }
    assert_eq!(percent_encode("a b/é~%"), "a%20b/é~%25");
}
