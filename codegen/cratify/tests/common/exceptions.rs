//! What is known to differ in single documents, and why.

/// What is known to differ: type, check, reason.
pub(crate) type Exceptions = &'static [(&'static str, &'static str, &'static str)];

/// What is known to differ in the fixtures: fixture, type, check, reason.
const EXCEPTIONS: &[(&str, Exceptions)] = &[
    (
        "assertions",
        &[("Endless", "equality/unknown", RULE_RECURSES)],
    ),
    (
        "draft_2020_12",
        &[
            ("Draft202012", "published/unknown", DYNAMIC),
            ("List", "published/schema", DYNAMIC),
        ],
    ),
    ("inheritance", &[("Leaf", "equality/unknown", RECURSIVE)]),
    (
        "meta_schemas",
        &[(
            "Tool",
            "published/unknown",
            "the algebra does not leave the dialect of a document",
        )],
    ),
    (
        "numbers",
        &[
            ("Large", "equality/unknown", LARGE),
            ("Large", "published/unknown", LARGE),
        ],
    ),
];

const DYNAMIC: &str = "the algebra does not follow `$dynamicRef`";
pub(crate) const RULE_RECURSES: &str = "the algebra leaves a rule that refers to itself open";
const RECURSIVE: &str = "the algebra does not follow an `allOf` that leads back to itself";
const LARGE: &str = "the algebra does not model a bound beyond i64";

/// What is known to differ in the fixture of this name.
pub(crate) fn of(fixture: &str) -> Exceptions {
    let known = EXCEPTIONS.iter().find(|(name, _)| *name == fixture);
    known.map_or(&[], |(_, exceptions)| exceptions)
}
