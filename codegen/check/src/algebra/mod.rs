//! Compares two schemas as sets of values, with jsonschema's canonical forms.

pub(crate) mod definitions;
pub(crate) mod emptiness;
pub(crate) mod large_numbers;
pub(crate) mod property_names;
pub(crate) mod recursive_root;
pub(crate) mod self_reference;
pub(crate) mod shared_definitions;
pub(crate) mod witness;

use std::sync::LazyLock;

use jsonschema::{
    Draft, Registry,
    canonical::{self, CanonicalSchema, CanonicalView, CanonicalizationError, Containment},
};
use serde_json::Value;

use cratify_schema::document::META_SCHEMAS;

use crate::algebra::definitions::inline_definitions;
use crate::algebra::large_numbers::made_small;
use crate::algebra::property_names::spelled_out;
use crate::algebra::recursive_root::with_named_root;
use crate::json;

/// One of two schemas to compare.
pub(crate) struct Side<'s> {
    /// How messages call it: `the published schema`.
    pub(crate) name: &'static str,
    /// The schema as JSON, self-contained; what a witness is tried on.
    pub(crate) schema: &'s Value,
    pub(crate) canonical: CanonicalSchema,
}

impl<'s> Side<'s> {
    /// # Errors
    ///
    /// Says which schema could not be canonicalized, and why.
    pub(crate) fn new(name: &'static str, schema: &'s Value) -> Result<Self, String> {
        let canonical = canonical(schema).map_err(|error| format!("{name}: {error}"))?;
        Ok(Self {
            name,
            schema,
            canonical,
        })
    }
}

/// The result of a comparison of two schemas.
pub(crate) enum Equivalence {
    /// Each accepts every value that the other accepts.
    Equal,
    /// Some value tells them apart; the message says on which side and shows it.
    Differs(String),
    /// Neither was established; the message says why.
    Unknown(String),
}

/// The canonical form under 2020-12, formats as annotations.
///
/// # Errors
///
/// When the schema is not valid or a reference leads nowhere.
pub(crate) fn canonical(schema: &Value) -> Result<CanonicalSchema, String> {
    options()
        .canonicalize(&spelled_out(&with_named_root(schema)))
        .map_err(|error| error.to_string())
}

/// The options under which all operands are read; operands that differ in them do not compare.
pub(crate) fn options() -> canonical::CanonicalizeOptions<'static> {
    canonical::options()
        .with_draft(Draft::Draft202012)
        .should_validate_formats(false)
        .with_registry(&REGISTRY)
        .offline()
}

/// The meta-schemas that a document may refer to without having them.
static REGISTRY: LazyLock<Registry<'static>> = LazyLock::new(|| {
    let texts = META_SCHEMAS.iter().map(|(uri, text)| {
        let value: Value = serde_json::from_str(text).expect("a meta-schema is JSON");
        (*uri, value)
    });
    let registry = Registry::new().extend(texts);
    let prepared = registry.and_then(jsonschema::RegistryBuilder::prepare);
    prepared.expect("meta-schemas refer to each other alone")
});

/// Whether the algebra of schemas proves or refutes that one schema accepts every value of another; formats are
/// annotations.
///
/// # Errors
///
/// Why neither is proven.
pub fn covers(outer: &Value, inner: &Value) -> Result<bool, String> {
    let outer = Side::new("the outer schema", outer)?;
    let inner = Side::new("the inner schema", inner)?;
    if let Some(reason) = opaque(&outer).or_else(|| opaque(&inner)) {
        return Err(reason);
    }
    match outer.canonical.covers(&inner.canonical) {
        Ok(Containment::Yes) => Ok(true),
        Ok(Containment::No) => Ok(false),
        Ok(Containment::Unknown) => Err("the algebra of schemas leaves it open".to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

/// Whether both sides accept the same values. Instances may refute what the algebra leaves undecided.
pub(crate) fn compare(left: &Side<'_>, right: &Side<'_>) -> Equivalence {
    let opaque: Vec<_> = [left, right].into_iter().filter_map(opaque).collect();
    if !opaque.is_empty() {
        return match compare_made_small(left, right) {
            Some(true) => Equivalence::Equal,
            _ => refute(left, right, &opaque),
        };
    }
    let (mut proven, mut open) = (Vec::new(), Vec::new());
    for (one, other) in [(left, right), (right, left)] {
        match other.canonical.covers(&one.canonical) {
            Ok(Containment::Yes) => {}
            Ok(Containment::No) => proven.push(only_in(one, other)),
            Ok(Containment::Unknown) => open.push(format!(
                "undecided: does {} accept everything that {} accepts?",
                other.name, one.name
            )),
            Err(error) => open.push(format!("not comparable: {error}")),
        }
    }
    match (proven.is_empty(), open.is_empty()) {
        (true, true) => Equivalence::Equal,
        (true, false) if are_equal_alike(left, right) => Equivalence::Equal,
        (true, false) => refute(left, right, &open),
        (false, _) => Equivalence::Differs([proven, open].concat().join("\n")),
    }
}

/// Whether the algebra finds two schemas equal that were given smaller numbers. `None` if it does not model them even
/// then.
fn compare_made_small(left: &Side<'_>, right: &Side<'_>) -> Option<bool> {
    let [one, other] = made_small([left.schema, right.schema])?;
    let one = Side::new(left.name, &one).ok()?;
    let other = Side::new(right.name, &other).ok()?;
    if opaque(&one).or_else(|| opaque(&other)).is_some() {
        return None;
    }
    Some(is_within(&one.canonical, &other.canonical) && is_within(&other.canonical, &one.canonical))
}

/// Whether the algebra finds two schemas equal that were given the same definitions.
fn are_equal_alike(left: &Side<'_>, right: &Side<'_>) -> bool {
    let [left, right] = [left, right].map(|side| with_named_root(side.schema));
    let inlined = [
        inline_definitions(&left, &right),
        inline_definitions(&right, &left),
    ];
    if inlined.iter().all(Option::is_none) {
        return false;
    }
    let [one, other] = inlined;
    let [one, other] = [
        one.as_ref().unwrap_or(&left),
        other.as_ref().unwrap_or(&right),
    ];
    let (Ok(one), Ok(other)) = (canonical(one), canonical(other)) else {
        return false;
    };
    is_within(&one, &other) && is_within(&other, &one)
}

/// Whether the algebra proves that one schema accepts nothing but what the other accepts.
fn is_within(one: &CanonicalSchema, other: &CanonicalSchema) -> bool {
    matches!(other.covers(one), Ok(Containment::Yes))
}

/// Undecided by the algebra: a concrete value that tells the schemas apart decides it all the same.
fn refute(left: &Side<'_>, right: &Side<'_>, open: &[String]) -> Equivalence {
    match witness::apart([left.schema, right.schema]) {
        Some(witness) => {
            let (accepts, rejects) = if witness.in_first {
                (left.name, right.name)
            } else {
                (right.name, left.name)
            };
            let value = json::brief(&witness.value);
            Equivalence::Differs(format!(
                "{accepts} accepts what {rejects} rejects, such as {value}"
            ))
        }
        None => Equivalence::Unknown(open.join("\n")),
    }
}

/// Describes what `one` accepts and `other` rejects: as a schema, and by an example where one is
/// found.
fn only_in(one: &Side<'_>, other: &Side<'_>) -> String {
    let (accepts, rejects) = (one.name, other.name);
    let mut lines = vec![format!("{accepts} accepts values that {rejects} rejects")];
    let difference: Result<Value, CanonicalizationError> = one
        .canonical
        .subtract(&other.canonical)
        .map(|rest| rest.to_json_schema());
    let found = witness::only_in_first([one.schema, other.schema], difference.as_ref().ok());
    if let Some(found) = found {
        lines.push(format!("for example {}", json::brief(&found)));
    }
    if let Ok(mut difference) = difference {
        if let Some(map) = difference.as_object_mut() {
            map.shift_remove("$schema");
        }
        let difference = json::trim(difference.to_string(), 600);
        lines.push(format!("namely the values of {difference}"));
    }
    lines.join("\n")
}

/// Why a side is not modeled by the algebra, if it is not.
fn opaque(side: &Side<'_>) -> Option<String> {
    match side.canonical.view() {
        CanonicalView::Raw(raw) => {
            let place = raw
                .pointer
                .map(|pointer| format!(" at {pointer:?}"))
                .unwrap_or_default();
            Some(format!(
                "{} is not modeled ({}){place}",
                side.name,
                raw.reason.as_str()
            ))
        }
        _ => None,
    }
}
