//! Turns the functions and constants of an item of both surfaces into their differences.

use super::super::surface::{Argument, Function, Item};
use super::{Found, members, shown};
use crate::Bump;

/// Compares functions by their names.
pub(super) fn compare(old: &Item, new: &Item, found: &mut Found<'_>) {
    let repeats = |function: &Function| sets_changed_field(function, old, new);
    for function in old.functions.iter().filter(|function| !repeats(function)) {
        let at = (old, &*function.name);
        let named = named(old, function);
        let witness = found.witness.function(old, function);
        match new.function(&function.name) {
            None => {
                let text = format!("{named} is gone");
                found.add_in("function-removed", Bump::Major, at, text, witness);
            }
            Some(other) if !accepts(function, other) => {
                let (was, is) = (function.to_string(), other.to_string());
                let text = format!("{named} was `{}`, and is `{}`", shown(&was), shown(&is));
                found.add_in("function-changed", Bump::Major, at, text, witness);
            }
            Some(other) if reordered(function, other) => {
                let text = format!(
                    "{named} took ({}), and takes ({}): code compiles, and means something else",
                    names(function).join(", "),
                    names(other).join(", ")
                );
                found.add_in("arguments-reordered", Bump::Major, at, text, None);
            }
            Some(other) => weakened(&named, (old, function), (new, other), found),
        }
    }
    // That a constant has the name of a variant is said of the variant.
    let stands_for_variant = |function: &Function| {
        let variant = old.member(&function.name);
        variant.is_some_and(|variant| members::new_name(old, variant, new).is_some())
    };
    let added = new.functions.iter();
    for function in added.filter(|function| !repeats(function) && !stands_for_variant(function)) {
        if old.function(&function.name).is_none() {
            let text = format!("{} is new", self::named(new, function));
            found.add_in(
                "function-added",
                Bump::Minor,
                (new, &function.name),
                text,
                None,
            );
        }
    }
}

/// Whether a function sets a field that differs: then that is said of the field.
fn sets_changed_field(function: &Function, old: &Item, new: &Item) -> bool {
    match &names(function)[..] {
        ["self", field] => {
            let types = |item: &Item| item.member(field).map(|member| member.types.clone());
            types(old) != types(new)
        }
        _ => false,
    }
}

fn named(item: &Item, function: &Function) -> String {
    let kind = if function.arguments.is_some() {
        "function"
    } else {
        "constant"
    };
    format!("{kind} `{}::{}`", item.path, function.name)
}

/// Whether a function takes what another one took, and returns the same.
fn accepts(old: &Function, new: &Function) -> bool {
    let takes = |was: &Argument, is: &Argument| {
        is.ty == was.ty || is.ty == format!("impl Into<{}>", was.ty)
    };
    let same_arguments = match (&old.arguments, &new.arguments) {
        (Some(old), Some(new)) => {
            old.len() == new.len() && old.iter().zip(new).all(|(was, is)| takes(was, is))
        }
        (None, None) => true,
        _ => false,
    };
    same_arguments && old.ty == new.ty && old.generic == new.generic
}

/// Whether arguments have changed their places.
fn reordered(old: &Function, new: &Function) -> bool {
    let (old, new) = (names(old), names(new));
    let sorted = |names: &[&str]| {
        let mut sorted: Vec<String> = names.iter().map(ToString::to_string).collect();
        sorted.sort();
        sorted
    };
    old != new && sorted(&old) == sorted(&new)
}

fn names(function: &Function) -> Vec<&str> {
    let arguments = function.arguments.iter().flatten();
    arguments.map(|argument| &*argument.name).collect()
}

/// Compares the properties of a function that its type does not state: `const`, and its features.
fn weakened(
    named: &str,
    (item, old): (&Item, &Function),
    (other, new): (&Item, &Function),
    found: &mut Found<'_>,
) {
    let at = (item, &*old.name);
    if old.is_const && !new.is_const {
        let text = format!("{named} cannot be called where a constant is needed");
        let witness = found.witness.constant(item, old);
        found.add_in("const-removed", Bump::Major, at, text, witness);
    } else if !old.is_const && new.is_const {
        let text = format!("{named} can be called where a constant is needed");
        found.add_in("const-added", Bump::Minor, at, text, None);
    }
    // That a setter is deprecated is said of its field.
    let is_of_field = match &names(new)[..] {
        ["self", field] => other.member(field).is_some_and(|field| field.deprecated),
        _ => false,
    };
    if !old.deprecated && new.deprecated && !is_of_field {
        let text = format!("{named} is deprecated");
        found.add_in("deprecated-added", Bump::Minor, at, text, None);
    }
    if new.feature.is_some() && old.feature != new.feature {
        let feature = new.feature.as_deref().unwrap_or_default();
        let text = format!("{named} needs the feature `{feature}`");
        found.add_in("function-feature-changed", Bump::Major, at, text, None);
    }
}
