//! Turns the fields or variants of an item of both surfaces into their differences.

use super::super::surface::{Item, Kind, Member};
use super::{Found, shown};
use crate::Bump;

/// Compares members by their names.
pub(super) fn compare(old: &Item, new: &Item, found: &mut Found<'_>) {
    let (one, id) = match old.kind {
        Kind::Enum => ("variant", &VARIANT),
        _ => ("field", &FIELD),
    };
    for member in &old.members {
        let named = match old.kind {
            Kind::Tuple => format!("the value in `{}`", old.path),
            _ => format!("{one} `{}` of `{}`", member.name, old.path),
        };
        let Some(other) = new.member(&member.name) else {
            if let Some(name) = new_name(old, member, new) {
                let text = format!(
                    "{named} is `{name}` now: its old name is a deprecated constant, which a `match` of a reference does not take"
                );
                let witness = found.witness.pattern(old, member);
                let at = (old, &*member.name);
                found.add_in("variant-renamed", Bump::Major, at, text, witness);
                continue;
            }
            let witness = found.witness.member(old, member);
            let text = format!("{named} is gone");
            found.add_in(id.removed, Bump::Major, (old, &member.name), text, witness);
            continue;
        };
        if member.types != other.types {
            let text = match (&member.types[..], &other.types[..]) {
                ([was], [is]) => format!("{named} was `{}`, and is `{}`", shown(was), shown(is)),
                (was, is) => format!("{named} held {}, and holds {}", list(was), list(is)),
            };
            let witness = found.witness.member(old, member);
            found.add_in(id.changed, Bump::Major, (old, &member.name), text, witness);
        }
        if let Some((was, is)) = swapped(old, member, new, other) {
            let text = format!(
                "{named} was `{was}` in JSON, and is `{is}`, which another name of the type stands for in one of the versions"
            );
            found.add_in(id.swapped, Bump::Major, (old, &member.name), text, None);
        }
        attributes(&named, (old, member), other, found);
    }
    for member in &new.members {
        let is_renamed = |one: &Member| new_name(old, one, new) == Some(&member.name);
        if old.member(&member.name).is_some() || old.members.iter().any(is_renamed) {
            continue;
        }
        let text = format!("{one} `{}` of `{}` is new", member.name, old.path);
        if old.open {
            found.add_in(id.added, Bump::Minor, (old, &member.name), text, None);
        } else {
            let witness = found.witness.exhaustive(old);
            let text = match old.kind {
                Kind::Enum => format!("{text}: a `match` of all variants lacks it"),
                _ => format!("{text}: code that builds a value lacks it"),
            };
            let at = (old, &*member.name);
            found.add_in(id.added_closed, Bump::Major, at, text, witness);
        }
    }
}

/// The old and the new name of a member in JSON, where it has taken the place of another one, or another one has its place:
/// code compiles, and means something else. If the old name in JSON is gone and the new one is new, the data says what breaks.
fn swapped<'m>(
    old: &Item,
    member: &'m Member,
    new: &Item,
    other: &'m Member,
) -> Option<(&'m str, &'m str)> {
    let (was, is) = (member.json.as_deref()?, other.json.as_deref()?);
    let has = |item: &Item, json: &str| {
        let mut members = item.members.iter();
        members.any(|member| member.json.as_deref() == Some(json))
    };
    (was != is && (has(old, is) || has(new, was))).then_some((was, is))
}

/// The new name of a variant without a value, where a deprecated constant has its name. The constant stands for the variant in
/// values and in patterns, but not in a pattern for a reference, and no `use` imports it.
pub(super) fn new_name<'n>(old: &Item, member: &Member, new: &'n Item) -> Option<&'n str> {
    if old.kind != Kind::Enum || !member.types.is_empty() || new.member(&member.name).is_some() {
        return None;
    }
    let constant = new.function(&member.name)?;
    let is_alias =
        constant.arguments.is_none() && constant.deprecated && constant.feature.is_none();
    let variant = new.member(constant.variant.as_deref().filter(|_| is_alias)?)?;
    let is_new = variant.types.is_empty() && old.member(&variant.name).is_none();
    is_new.then_some(&variant.name)
}

/// The kinds of changes of members.
struct Kinds {
    removed: &'static str,
    changed: &'static str,
    swapped: &'static str,
    added: &'static str,
    added_closed: &'static str,
}

const FIELD: Kinds = Kinds {
    removed: "field-removed",
    changed: "field-type-changed",
    swapped: "field-json-name-changed",
    added: "field-added",
    added_closed: "field-added-closed",
};

const VARIANT: Kinds = Kinds {
    removed: "variant-removed",
    changed: "variant-type-changed",
    swapped: "variant-json-value-changed",
    added: "variant-added",
    added_closed: "variant-added-closed",
};

fn list(types: &[String]) -> String {
    match types {
        [] => "nothing".to_owned(),
        types => {
            let types = types.iter().map(|ty| format!("`{}`", shown(ty)));
            types.collect::<Vec<_>>().join(", ")
        }
    }
}

fn attributes(named: &str, (item, old): (&Item, &Member), new: &Member, found: &mut Found<'_>) {
    let at = (item, &*old.name);
    if !old.deprecated && new.deprecated {
        let text = format!("{named} is deprecated");
        found.add_in("deprecated-added", Bump::Minor, at, text, None);
    }
    if old.attributes != new.attributes {
        let text = format!("the attributes of {named} differ");
        found.add_in("attribute-added", Bump::Minor, at, text, None);
    }
}
