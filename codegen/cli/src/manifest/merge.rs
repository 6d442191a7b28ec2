//! Merges the features and dependencies of a generated crate into the manifest of a package that compiles the same source.

use toml_edit::{Array, InlineTable, Item, TableLike, Value};

use super::{Manifest, push, strings};
use crate::workspace::Needs;

/// Adds missing entries, and raises versions that are too low. The other entries of the package stay.
pub(crate) fn merge(manifest: &mut Manifest, needs: &Needs) -> Result<(), String> {
    let mut changes = Vec::new();
    let dependencies = manifest.table("dependencies")?;
    for (name, needed) in &needs.dependencies {
        if let Some(own) = dependencies.get_mut(name) {
            extend(name, own, needed, &mut changes)?;
        } else {
            dependencies.insert(name, needed.clone());
            changes.push(format!("added the dependency `{name} ={needed}`"));
        }
    }
    let optional = |name: &str| {
        let dependency = dependencies.get(name).and_then(Item::as_table_like);
        let optional = dependency.and_then(|table| table.get("optional")?.as_bool());
        optional == Some(true)
    };
    // A feature cannot turn on a dependency that is always on.
    let of_feature = |needed: &Item| {
        let parts = strings(Some(needed)).into_iter();
        parts
            .filter(|part| part.strip_prefix("dep:").is_none_or(optional))
            .collect::<Vec<_>>()
    };
    let needed = needs
        .features
        .iter()
        .map(|(name, needed)| (name, of_feature(needed)));
    let needed: Vec<(&str, Vec<String>)> = needed.collect();
    let features = manifest.table("features")?;
    for (name, parts) in needed {
        let own = features.entry(name).or_insert_with(|| {
            changes.push(format!("added the feature `{name}`"));
            toml_edit::value(Array::new())
        });
        let Some(array) = own.as_array_mut() else {
            return Err(format!(
                "the manifest cannot be edited: the feature `{name}` is not a list"
            ));
        };
        let missing = add_missing(array, &parts);
        changes.extend(
            missing
                .iter()
                .map(|part| format!("added `{part}` to the feature `{name}`")),
        );
    }
    manifest.changes.extend(changes);
    Ok(())
}

/// Adds to a dependency what the generated crate needs of it.
fn extend(
    name: &str,
    own: &mut Item,
    needed: &Item,
    changes: &mut Vec<String>,
) -> Result<(), String> {
    let needed = Needed::of(needed);
    if let Some(version) = own.as_str().map(str::to_owned) {
        let mut table = InlineTable::new();
        table.insert("version", version.as_str().into());
        if !needed.features.is_empty() {
            *own = toml_edit::value(table);
        } else if !cratify::requirements_agree(&version, &needed.version) {
            *own = toml_edit::value(needed.version.clone());
            changes.push(format!(
                "changed the version of `{name}` from `{version}` to `{}`",
                needed.version
            ));
            return Ok(());
        }
    }
    if own.is_str() {
        return Ok(());
    }
    let Some(table) = own.as_table_like_mut() else {
        return Err(format!(
            "the manifest cannot be edited: the dependency `{name}` is not a table"
        ));
    };
    let version = table
        .get("version")
        .and_then(Item::as_str)
        .map(str::to_owned);
    if let Some(version) = version
        && !cratify::requirements_agree(&version, &needed.version)
    {
        table.insert("version", toml_edit::value(needed.version.clone()));
        changes.push(format!(
            "changed the version of `{name}` from `{version}` to `{}`",
            needed.version
        ));
    }
    if needed.default_features
        && table.get("default-features").and_then(Item::as_bool) == Some(false)
    {
        table.remove("default-features");
        changes.push(format!("turned the default features of `{name}` on"));
    }
    add_features(name, table, &needed.features, changes)
}

fn add_features(
    name: &str,
    table: &mut dyn TableLike,
    needed: &[String],
    changes: &mut Vec<String>,
) -> Result<(), String> {
    if needed.is_empty() {
        return Ok(());
    }
    let features = table
        .entry("features")
        .or_insert(toml_edit::value(Array::new()));
    let Some(array) = features.as_array_mut() else {
        return Err(format!(
            "the manifest cannot be edited: the features of `{name}` are not a list"
        ));
    };
    let missing = add_missing(array, needed);
    changes.extend(
        missing
            .iter()
            .map(|feature| format!("added the feature `{feature}` to `{name}`")),
    );
    Ok(())
}

/// Adds texts that a list does not have. The result is these.
fn add_missing(array: &mut Array, needed: &[String]) -> Vec<String> {
    let present: Vec<String> = array
        .iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect();
    let missing = needed
        .iter()
        .filter(|text| !present.contains(text))
        .cloned();
    let missing: Vec<String> = missing.collect();
    for text in &missing {
        push(array, text);
    }
    missing
}

/// The needs of a generated crate: the version and the features of a dependency.
struct Needed {
    version: String,
    features: Vec<String>,
    default_features: bool,
}

impl Needed {
    fn of(item: &Item) -> Self {
        let table = item.as_table_like();
        let version = item.as_str().or_else(|| table?.get("version")?.as_str());
        let default_features = table.and_then(|table| table.get("default-features")?.as_bool());
        Self {
            version: version.unwrap_or("*").to_owned(),
            features: strings(table.and_then(|table| table.get("features"))),
            default_features: default_features != Some(false),
        }
    }
}
