//! Turns an item of both surfaces into their differences.

use super::super::surface::{Item, Kind, Surface};
use super::{Found, functions, members, shown};
use crate::Bump;

/// The item in words: `type Order`.
pub(super) fn named(item: &Item) -> String {
    let kind = match item.kind {
        Kind::Struct | Kind::Tuple | Kind::Enum | Kind::Alias => "type",
        Kind::Constant => "constant",
        Kind::Function => "function",
        Kind::Module => "module",
    };
    format!("{kind} `{}`", item.path)
}

/// Reports an item that is gone, with the new name of a type that looks the same.
pub(super) fn removed(item: &Item, new: &Surface, found: &mut Found<'_>) {
    let mut text = format!("{} is gone", named(item));
    let is_type =
        matches!(item.kind, Kind::Struct | Kind::Tuple | Kind::Enum) && !item.members.is_empty();
    let same = |other: &&Item| other.kind == item.kind && other.members == item.members;
    if is_type && let Some(other) = new.items.iter().find(same) {
        text.push_str(&format!("; `{}` has the same members", other.path));
    }
    let witness = found.witness.item(item);
    found.add("item-removed", Bump::Major, item, text, Some(witness));
}

/// Compares an item with the item of the same path.
pub(super) fn compare(old: &Item, new: &Item, found: &mut Found<'_>) {
    features(old, new, found);
    if old.kind != new.kind {
        let text = format!(
            "{} was {}, and is {}",
            named(old),
            word(old.kind),
            word(new.kind)
        );
        let witness = found.witness.whole(old);
        found.add("item-kind-changed", Bump::Major, old, text, witness);
        return;
    }
    if old.ty != new.ty {
        let type_of = |item: &Item| shown(item.ty.as_deref().unwrap_or_default());
        let text = format!(
            "{} was `{}`, and is `{}`",
            named(old),
            type_of(old),
            type_of(new)
        );
        let witness = found.witness.same_type(old);
        found.add("item-type-changed", Bump::Major, old, text, witness);
    }
    openness(old, new, found);
    members::compare(old, new, found);
    functions::compare(old, new, found);
    traits(old, new, found);
    match (old.unstable, new.unstable) {
        (false, true) => {
            let text = format!("{} is unstable: any release may change it", named(old));
            found.add("unstable-added", Bump::Major, old, text, None);
        }
        (true, false) => {
            let text = format!("{} is no longer unstable", named(old));
            found.add("unstable-removed", Bump::Minor, old, text, None);
        }
        _ => {}
    }
    if !old.deprecated && new.deprecated {
        let text = format!("{} is deprecated", named(old));
        found.add("deprecated-added", Bump::Minor, old, text, None);
    }
    for attribute in &new.attributes {
        if !old.attributes.contains(attribute) {
            let text = format!("{} has the attribute `{attribute}`", named(old));
            found.add("attribute-added", Bump::Minor, old, text, None);
        }
    }
    for attribute in &old.attributes {
        if !new.attributes.contains(attribute) {
            // Only the compiler's advice is gone with `must_use`; nothing is known of the others.
            let bump = if attribute.starts_with("must_use") {
                Bump::Patch
            } else {
                Bump::Major
            };
            let text = format!("{} no longer has the attribute `{attribute}`", named(old));
            found.add("attribute-removed", bump, old, text, None);
        }
    }
}

fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Struct => "a struct",
        Kind::Tuple => "a newtype",
        Kind::Enum => "an enum",
        Kind::Alias => "another name of a type",
        Kind::Constant => "a constant",
        Kind::Function => "a function",
        Kind::Module => "a module",
    }
}

/// Compares the features of which one is enough: whoever has switched on one of the old ones still has the item.
fn features(old: &Item, new: &Item, found: &mut Found<'_>) {
    let is_lost = match (old.features.is_empty(), new.features.is_empty()) {
        (_, true) => false,
        (true, false) => true,
        (false, false) => !old.features.is_subset(&new.features),
    };
    let wanted: Vec<String> = new
        .features
        .iter()
        .map(|name| format!("`{name}`"))
        .collect();
    let (bump, text) = match wanted.join(" or ") {
        wanted if is_lost => (
            Bump::Major,
            format!("{} needs the feature {wanted}", named(old)),
        ),
        _ if old.features == new.features => return,
        wanted if wanted.is_empty() => (
            Bump::Minor,
            format!("{} no longer needs a feature", named(old)),
        ),
        wanted => (
            Bump::Minor,
            format!("{} has the features {wanted}", named(old)),
        ),
    };
    found.add("item-feature-changed", bump, old, text, None);
}

fn openness(old: &Item, new: &Item, found: &mut Found<'_>) {
    if old.open == new.open {
        return;
    }
    if new.open {
        let text = match old.kind {
            Kind::Enum => format!(
                "{} may get more variants: a `match` needs an arm for them",
                named(old)
            ),
            _ => format!(
                "{} may get more fields: code outside cannot build it by its fields",
                named(old)
            ),
        };
        let witness = found.witness.exhaustive(old);
        found.add("non-exhaustive-added", Bump::Major, old, text, witness);
    } else {
        let text = format!(
            "{} gets no more members without a new major version",
            named(old)
        );
        found.add("non-exhaustive-removed", Bump::Minor, old, text, None);
    }
}

fn traits(old: &Item, new: &Item, found: &mut Found<'_>) {
    for (name, feature) in &old.traits {
        let kept = new.traits.get(name);
        if kept.is_none_or(|other| other.is_some() && other != feature) {
            let text = format!("{} no longer implements `{}`", named(old), shown(name));
            let witness = found.witness.implements(old, name);
            found.add("trait-lost", Bump::Major, old, text, witness);
        }
    }
    for name in new.traits.keys() {
        if !old.traits.contains_key(name) {
            let text = format!("{} implements `{}`", named(old), shown(name));
            found.add("trait-gained", Bump::Minor, old, text, None);
        }
    }
}
