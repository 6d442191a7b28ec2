//! Turns `Cargo.toml` into its promises: the name, the features, the dependencies, the oldest Rust.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml_edit::{DocumentMut, Item, Value};

/// The promises of the manifest of a crate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Package {
    /// The name of the package.
    pub name: String,
    /// The name of the crate in Rust.
    pub ident: String,
    /// The version.
    pub version: String,
    /// The oldest Rust that compiles it.
    pub rust_version: String,
    /// The edition.
    pub edition: String,
    /// The features, with what each switches on.
    pub features: BTreeMap<String, Vec<String>>,
    /// The dependencies.
    pub dependencies: BTreeMap<String, Dependency>,
}

/// A dependency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dependency {
    /// The required version.
    pub version: String,
    /// Whether a feature brings it.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub optional: bool,
}

/// Reads a manifest. `ident` is the name of the crate in Rust.
pub(super) fn read(text: &str, ident: &str) -> Result<Package, String> {
    let manifest: DocumentMut = text
        .parse()
        .map_err(|error| format!("`Cargo.toml`: {error}"))?;
    let package = |key: &str| {
        let value = manifest.get("package").and_then(|package| package.get(key));
        value.and_then(Item::as_str).unwrap_or_default().to_owned()
    };
    let table = |name: &str| {
        let table = manifest.get(name).and_then(Item::as_table_like);
        table.into_iter().flat_map(|table| table.iter())
    };
    let features = table("features").map(|(name, parts)| {
        let parts = parts
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str);
        (name.to_owned(), parts.map(str::to_owned).collect())
    });
    let dependencies = table("dependencies").map(|(name, value)| {
        let version = value.as_str().or_else(|| value.get("version")?.as_str());
        let optional = value.get("optional").and_then(Item::as_bool);
        let dependency = Dependency {
            version: version.unwrap_or_default().to_owned(),
            optional: optional.unwrap_or_default(),
        };
        (name.to_owned(), dependency)
    });
    Ok(Package {
        name: package("name"),
        ident: ident.to_owned(),
        version: package("version"),
        rust_version: package("rust-version"),
        edition: package("edition"),
        features: features.collect(),
        dependencies: dependencies.collect(),
    })
}
