//! Turns two manifests into their differences: names, features, dependencies, the oldest Rust.

use semver::{Op, VersionReq};

use super::super::surface::{Item, MANIFEST, Surface};
use super::Found;
use crate::Bump;

/// Compares what manifests promise.
pub(super) fn compare(old: &Surface, new: &Surface, found: &mut Found<'_>) {
    let (was, is) = (&old.package, &new.package);
    if was.name != is.name {
        let text = format!("the package was `{}`, and is `{}`", was.name, is.name);
        add(found, "crate-renamed", Bump::Major, text);
    }
    for (name, parts) in &was.features {
        match is.features.get(name) {
            None => add(
                found,
                "feature-removed",
                Bump::Major,
                format!("the feature `{name}` is gone"),
            ),
            Some(now) if name == "default" => {
                for part in parts.iter().filter(|part| !now.contains(part)) {
                    let text = format!("the feature `{part}` is no longer on by default");
                    add(found, "default-feature-removed", Bump::Major, text);
                }
                for part in now.iter().filter(|part| !parts.contains(part)) {
                    let text = format!("the feature `{part}` is on by default");
                    add(found, "default-feature-added", Bump::Minor, text);
                }
            }
            Some(_) => {}
        }
    }
    for name in is
        .features
        .keys()
        .filter(|name| !was.features.contains_key(*name))
    {
        add(
            found,
            "feature-added",
            Bump::Minor,
            format!("the feature `{name}` is new"),
        );
    }
    dependencies(old, new, found);
    if let (Some(before), Some(now)) = (rust(&was.rust_version), rust(&is.rust_version))
        && now > before
    {
        let text = format!(
            "the crate needs Rust {}, and needed {}",
            is.rust_version, was.rust_version
        );
        add(found, "msrv-raised", Bump::Minor, text);
    }
}

fn add(found: &mut Found<'_>, id: &'static str, bump: Bump, text: String) {
    found.add_at(id, bump, MANIFEST.to_owned(), text, None);
}

fn dependencies(old: &Surface, new: &Surface, found: &mut Found<'_>) {
    let (was, is) = (&old.package.dependencies, &new.package.dependencies);
    for (name, before) in was {
        let Some(now) = is.get(name) else {
            add(
                found,
                "dependency-removed",
                Bump::Patch,
                format!("the dependency `{name}` is gone"),
            );
            continue;
        };
        if before.version == now.version {
            continue;
        }
        let text = format!(
            "the dependency `{name}` was `{}`, and is `{}`",
            before.version, now.version
        );
        let same = series(&before.version).is_some_and(|one| series(&now.version) == Some(one));
        if !same && is_public(old, name) {
            let text = format!("{text}: its types are part of this crate's");
            add(found, "public-dependency-changed", Bump::Major, text);
        } else {
            add(found, "dependency-changed", Bump::Patch, text);
        }
    }
    for name in is.keys().filter(|name| !was.contains_key(*name)) {
        add(
            found,
            "dependency-added",
            Bump::Patch,
            format!("the dependency `{name}` is new"),
        );
    }
}

/// The versions that fit each other: `1` for `1.2`, `0.4` for `0.4.1`. `None` for what is not one such series.
fn series(requirement: &str) -> Option<(u64, u64, u64)> {
    let requirement = VersionReq::parse(requirement).ok()?;
    let [only] = &requirement.comparators[..] else {
        return None;
    };
    let is_caret = matches!(only.op, Op::Caret | Op::Tilde | Op::Exact | Op::Wildcard);
    is_caret.then(|| match (only.major, only.minor) {
        (0, Some(0)) => (0, 0, only.patch.unwrap_or_default()),
        (0, minor) => (0, minor.unwrap_or_default(), 0),
        (major, _) => (major, 0, 0),
    })
}

/// Whether types or traits of a dependency are in the signatures of a crate.
fn is_public(surface: &Surface, dependency: &str) -> bool {
    let ident = dependency.replace('-', "_");
    // Their traits are known without a path.
    if ["serde", "schemars"].contains(&&*ident) {
        return true;
    }
    let path = format!("{ident}::");
    let names = |text: &str| {
        let mut found = text.match_indices(&*path);
        found.any(|(at, _)| {
            !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
        })
    };
    let uses = |item: &Item| {
        item.ty.iter().any(|ty| names(ty))
            || item
                .members
                .iter()
                .flat_map(|member| &member.types)
                .any(|ty| names(ty))
            || item.functions.iter().any(|function| names(&function.ty))
            || item.traits.keys().any(|name| names(name))
    };
    surface.items.iter().any(uses)
}

/// A version of Rust: `1.85`, `1.85.1`.
fn rust(text: &str) -> Option<Vec<u64>> {
    let mut numbers: Vec<u64> = text
        .split('.')
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    numbers.resize(3, 0);
    Some(numbers)
}
