//! Finds the variant that a value is read as. serde does not tell, so its `Debug` text does.

use serde_json::{Map, Value, json};

use crate::Case;
use crate::UnknownMembers;
use crate::behaviour::subject::Subject;
use crate::instances;
use crate::json;
use crate::parallel::guarded;
use crate::schemas::branches::{Branch, branches};
use crate::schemas::growth;
use crate::schemas::whole::{self, WholeSchema};

/// Values that an enum lists in other words, and to which the schema adds all others.
const EXTENSIBLE: &str = "x-extensible-enum";

/// The tag of a schema, where it is not the name.
const VALUE: &str = "x-ms-discriminator-value";

/// Where published schemas have definitions.
const DEFS: &str = "#/$defs/";

/// How many instances of a branch are tried with its tag.
const ENOUGH: usize = 20;

/// Whether a value that the schema lists, or that is of a branch, is kept as one that is not known.
pub(crate) fn is_taken_for_unknown(case: &Case, doc: &WholeSchema<'_>, instance: &Value) -> bool {
    is_unknown(case, instance) && is_known(doc, instance)
}

/// Whether `Debug` says that the value is not known.
fn is_unknown(case: &Case, instance: &Value) -> bool {
    // Where branches refuse members, a value with such a member is of none of them. And a branch may
    // be called so too.
    let refuses = matches!(
        case.promises.unknown_members,
        None | Some(UnknownMembers::Refuse)
    );
    !refuses
        && !case.schema.contains("\"Unknown\"")
        && !case.schema.contains("/Unknown\"")
        && debug(case, instance).is_some_and(|text| text.starts_with("Unknown("))
}

/// Whether a valid value is one that the type has to know: a tag may be any string, unless the schema fixes it,
/// and a value of several branches may have members that no single one describes.
fn is_known(doc: &WholeSchema<'_>, instance: &Value) -> bool {
    let branches = branches(doc, &[doc.root]);
    if instance.is_object() {
        let mut unions = branches.iter().flatten();
        let disagrees = unions.any(|union| disagrees_with_tag(doc.root, union, instance));
        if disagrees || is_of_several(doc.root, instance) {
            return false;
        }
        let mut schemas = branches.iter().flatten();
        let tag = schemas.find_map(|schema| schema.get("discriminator")?.get("propertyName"));
        return tag.is_none_or(|tag| is_fixed(doc.root, tag, instance));
    }
    let mut lists = lists(&branches).peekable();
    lists.peek().is_none() || lists.any(|listed| has(listed, instance))
}

/// Whether several branches of `anyOf` accept a value.
fn is_of_several(root: &Value, instance: &Value) -> bool {
    let branches = root.get("anyOf").and_then(Value::as_array);
    let accepts = |branch: &&Value| {
        let validator = whole::validator(&whole::alone(root, branch));
        validator.is_ok_and(|validator| validator.is_valid(instance))
    };
    let branches = branches.into_iter().flatten();
    branches.filter(accepts).nth(1).is_some()
}

/// Whether the branches that accept a value accept it with this tag and with no other.
fn is_fixed(root: &Value, tag: &Value, instance: &Value) -> bool {
    let mut unions = ["oneOf", "anyOf"].iter();
    let branches = unions.find_map(|key| root.get(*key)?.as_array());
    let other = tag.as_str().and_then(|tag| {
        let mut other = instance.clone();
        *other.get_mut(tag)? = Value::from("a tag that no schema lists");
        Some(other)
    });
    let (Some(branches), Some(other)) = (branches, other) else {
        return false;
    };
    let accepts = |branch: &Value| {
        let validator = whole::validator(&whole::alone(root, branch)).ok()?;
        Some((validator.is_valid(instance), validator.is_valid(&other)))
    };
    let accepting = branches.iter().filter_map(accepts);
    let mut accepting = accepting.filter(|(with_tag, _)| *with_tag).peekable();
    accepting.peek().is_some() && accepting.all(|(_, with_other)| !with_other)
}

/// The values that each part of a schema lists, where one does.
fn lists<'a>(branches: &[Branch<'a>]) -> impl Iterator<Item = &'a [Value]> {
    branches.iter().flatten().filter_map(|schema| {
        let mut lists = [EXTENSIBLE, "enum"].iter();
        let listed = lists.find_map(|key| schema.get(*key)?.as_array());
        let only = schema.get("const").map(std::slice::from_ref);
        listed.map(Vec::as_slice).or(only)
    })
}

fn has(listed: &[Value], value: &Value) -> bool {
    listed.iter().any(|known| json::same(known, value))
}

/// Whether the tag of a value names a branch of a union that does not accept the value.
pub(crate) fn disagrees_with_tag(
    root: &Value,
    union: &Map<String, Value>,
    instance: &Value,
) -> bool {
    let Some((name, tags)) = tags(root, union) else {
        return false;
    };
    let Some(tag) = instance.get(name).and_then(Value::as_str) else {
        return false;
    };
    let mut named = tags.iter().filter(|(known, _)| *known == tag);
    let rejects = |target: &str| {
        let validator = whole::validator(&whole::alone(root, &json!({ "$ref": target })));
        validator.is_ok_and(|validator| !validator.is_valid(instance))
    };
    named.any(|(_, target)| rejects(target))
}

/// The name of the tag of a union, and the tags with the schemas that they name. Without a mapping they are the names of the
/// schemas. `None` if it is not a union with a discriminator.
fn tags<'v>(
    root: &Value,
    union: &'v Map<String, Value>,
) -> Option<(&'v str, Vec<(&'v str, &'v str)>)> {
    let discriminator = union.get("discriminator")?;
    let name = discriminator.get("propertyName")?.as_str()?;
    let mut unions = ["oneOf", "anyOf"].iter();
    // The schema of a base says nothing of what extends it, and so accepts what nothing can be.
    let branches = unions.find_map(|key| union.get(*key)?.as_array())?;
    let mapping = discriminator.get("mapping");
    let mapped = mapping.and_then(Value::as_object).into_iter().flatten();
    let mapped = mapped.filter_map(|(tag, target)| Some((tag.as_str(), target.as_str()?)));
    let named = branches.iter().filter_map(|branch| {
        let target = branch.get("$ref")?.as_str()?;
        let name = target.strip_prefix(DEFS)?;
        let has_value = root["$defs"][name].get(VALUE).is_some();
        (mapping.is_none() && !has_value).then_some((name, target))
    });
    Some((name, mapped.chain(named).collect()))
}

/// The tags of a union with a discriminator that are not known wherever they are: on whatever the schema
/// accepts of the branch that has them.
pub(crate) fn lost_tags(subject: &Subject<'_>) -> Vec<String> {
    let root = subject.doc.root;
    let Some((name, tags)) = root.as_object().and_then(|union| tags(root, union)) else {
        return Vec::new();
    };
    let lost = tags.into_iter().filter(|(tag, target)| {
        let branch = json!({ "$ref": target, "$defs": root.get("$defs") });
        let Ok(validator) = whole::validator(&branch) else {
            return false;
        };
        let with_tag = instances::make(&branch)
            .into_iter()
            .filter_map(|mut instance| {
                *instance.get_mut(name)? = Value::from(*tag);
                let is_valid =
                    validator.is_valid(&instance) && subject.validator.is_valid(&instance);
                is_valid.then_some(instance)
            });
        let mut with_tag = with_tag.take(ENOUGH).peekable();
        with_tag.peek().is_some() && with_tag.all(|instance| is_unknown(subject.case, &instance))
    });
    lost.map(|(tag, _)| tag.to_owned()).collect()
}

/// The listed value that an error does not name although it names values.
pub(crate) fn unnamed_listed_value<'a>(doc: &WholeSchema<'a>, error: &str) -> Option<&'a Value> {
    let listed = growth::listed(doc.root)
        .filter(|_| error.contains("expected one of `") || error.contains("expected `"))?;
    listed.iter().find(|value| match value {
        Value::String(text) => !error.contains(&format!("`{text}`")),
        Value::Number(number) => !error.contains(&format!("`{number}`")),
        _ => false,
    })
}

/// The `Display` text of a listed value, where it is not the value itself.
pub(crate) fn wrongly_displayed(
    case: &Case,
    doc: &WholeSchema<'_>,
    instance: &Value,
) -> Option<String> {
    let branches = branches(doc, &[doc.root]);
    lists(&branches).find(|listed| has(listed, instance))?;
    let text = match instance {
        Value::String(text) => text.clone(),
        Value::Number(number) if number.is_i64() => number.to_string(),
        _ => return None,
    };
    let shown = guarded(|| (case.display)(&instance.to_string())).ok()?;
    shown.filter(|shown| *shown != text)
}

/// Whether the values of two texts are one, as far as `Debug` shows: `5.0` may be kept as it is where
/// a type is wider than the schema.
pub(crate) fn read_alike(case: &Case, one: &Value, other: &Value) -> bool {
    let shown = |value: &Value| debug(case, value).map(|text| without_fractions(&text));
    shown(one) == shown(other)
}

/// The `Debug` text; `None` after a panic, which another aspect reports.
fn debug(case: &Case, value: &Value) -> Option<String> {
    guarded(|| (case.debug)(&value.to_string())).ok()
}

/// The text without each `.0` that follows a digit.
fn without_fractions(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(".0") {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let is_fraction = before.ends_with(|last: char| last.is_ascii_digit())
            && !after[2..].starts_with(|next: char| next.is_ascii_digit());
        if !is_fraction {
            out.push_str(".0");
        }
        rest = &after[2..];
    }
    out.push_str(rest);
    out
}
