//! Compares the package of a build script with the needs of the generated crate.
//!
//! Where the library of the package is the generated source, its manifest has to have the features and dependencies of
//! the generated one. Without them rustc reports each type of each file; this reports the lines that are missing.

use std::path::{Path, PathBuf};
use std::process::Command;

use semver::{Comparator, Op, Version, VersionReq};
use serde_json::Value;

use cratify_model::package::Dependency;
use cratify_rust::package::FEATURES;
use cratify_schema::diagnostic::{Code, Diagnostic, Diagnostics, SourceLocation};

/// The package of a build script and its workspace, as `cargo metadata` describes them.
pub(crate) struct Surroundings {
    manifest: PathBuf,
    metadata: Value,
}

impl Surroundings {
    /// Asks Cargo about the package whose build script runs. `None` outside of a build script, and where Cargo does not
    /// answer: then there is nothing to say about the manifest.
    pub(crate) fn of_build_script() -> Option<Self> {
        let folder = std::env::var_os("CARGO_MANIFEST_DIR")?;
        let manifest = Path::new(&folder).join("Cargo.toml");
        let output = Command::new(std::env::var_os("CARGO")?)
            .args([
                "metadata",
                "--no-deps",
                "--offline",
                "--format-version",
                "1",
                "--manifest-path",
            ])
            .arg(&manifest)
            .output()
            .ok()?;
        let metadata = serde_json::from_slice(&output.stdout).ok()?;
        Some(Self { manifest, metadata })
    }

    /// The manifests of the workspace and of its packages.
    pub(crate) fn manifests(&self) -> Vec<PathBuf> {
        let packages = self.metadata["packages"].as_array();
        let packages = packages.into_iter().flatten();
        let root = Path::new(text(&self.metadata, "workspace_root")).join("Cargo.toml");
        let members = packages.map(|package| text(package, "manifest_path").into());
        std::iter::once(root).chain(members).collect()
    }

    /// Reports what the manifest lacks, and members of the workspace that may compile old types. Without a generated
    /// library, the package takes the types in as a module.
    pub(crate) fn check(
        &self,
        ident: &str,
        needs: &[Dependency],
        features: &[(String, Vec<String>)],
        library: Option<&Path>,
        diagnostics: &mut Diagnostics,
    ) {
        let packages = self.metadata["packages"]
            .as_array()
            .map_or(&[][..], Vec::as_slice);
        let is_own = |package: &&Value| same(text(package, "manifest_path"), &self.manifest);
        let Some(own) = packages.iter().find(is_own) else {
            return;
        };
        let mut missing = Vec::new();
        if let Some(library) = library {
            match name_of_library(own, library) {
                None => return,
                Some(name) if name == ident => {}
                Some(_) => missing.push(format!("set in `[lib]`: name = \"{ident}\"")),
            }
        }
        // A module has the features of its package.
        let is_wanted = |need: &&Dependency| match library {
            Some(_) => !does_without(own, need.name()),
            None => !need.is_optional(),
        };
        for need in needs.iter().filter(is_wanted) {
            missing.extend(missing_dependency(need, own));
        }
        for feature in FEATURES.iter().filter(|_| library.is_some()) {
            let is_needed = |name: &str| needs.iter().any(|need| need.name() == name);
            if feature.dependencies().any(is_needed) && own["features"].get(feature.name).is_none()
            {
                let line = feature.line();
                missing.push(format!("add to `[features]`: {}", line.trim_end()));
            }
        }
        if library.is_some() {
            missing.extend(
                features
                    .iter()
                    .filter_map(|(name, parts)| missing_feature(name, parts, own)),
            );
        }
        if !missing.is_empty() {
            let location = SourceLocation::File(self.manifest.clone());
            let message = "the manifest lacks what the generated types need";
            let mut diagnostic = Diagnostic::error(Code::ManifestLacks, location, message);
            diagnostic.notes = missing;
            diagnostics.push(match library {
                Some(_) => diagnostic.help("`cargo cratify sync` writes these lines"),
                None => diagnostic.help("write these lines"),
            });
        }
        let Some(output) = library.and_then(|library| library.ancestors().nth(2)) else {
            return;
        };
        let stale = packages
            .iter()
            .filter(|package| !is_own(package) && depends_on(package, output));
        diagnostics.extend(stale.map(|package| stale_member(package, text(own, "name"))));
    }
}

/// The line that the manifest lacks for a feature: each part of it is needed.
fn missing_feature(name: &str, parts: &[String], package: &Value) -> Option<String> {
    let own = package["features"].get(name).and_then(Value::as_array);
    let has = |part: &String| {
        let mut own = own.into_iter().flatten();
        own.any(|own| own.as_str() == Some(part))
    };
    // Nobody asks for an empty `default`.
    let is_there = parts.iter().all(has) && (own.is_some() || name == "default");
    (!is_there).then(|| format!("add to `[features]`: {name} = {parts:?}"))
}

/// Whether the package has the feature of a dependency, without the dependency: the feature is never on there.
fn does_without(package: &Value, dependency: &str) -> bool {
    let mut features = FEATURES.iter();
    let found = features.find(|feature| feature.dependencies().any(|name| name == dependency));
    let parts = found.and_then(|feature| package["features"].get(feature.name)?.as_array());
    parts.is_some_and(|parts| {
        let turns_on = |part: &Value| {
            let part = part.as_str().unwrap_or_default();
            part.strip_prefix("dep:").unwrap_or(part) == dependency
        };
        !parts.iter().any(turns_on)
    })
}

/// A member that depends on the folder of the generated crate.
fn stale_member(package: &Value, own: &str) -> Diagnostic {
    let location = SourceLocation::File(text(package, "manifest_path").into());
    let name = text(package, "name");
    let message = format!("`{name}` may compile the generated crate before it is written");
    Diagnostic::warning(Code::StaleMember, location, message).help(format!(
        "depend on `{own}` instead: its library is the same source, compiled after the build script"
    ))
}

fn depends_on(package: &Value, folder: &Path) -> bool {
    let dependencies = package["dependencies"].as_array().into_iter().flatten();
    let mut paths = dependencies.filter_map(|dependency| dependency["path"].as_str());
    paths.any(|path| same(path, folder))
}

/// The name of the target with this source in Rust.
fn name_of_library(package: &Value, source: &Path) -> Option<String> {
    let mut targets = package["targets"].as_array()?.iter();
    let library = targets.find(|target| same(text(target, "src_path"), source))?;
    Some(text(library, "name").replace('-', "_"))
}

/// The lines that the manifest lacks for a dependency.
fn missing_dependency(need: &Dependency, package: &Value) -> Vec<String> {
    let line = cratify_rust::package::dependency_line(need);
    let dependencies = package["dependencies"].as_array().into_iter().flatten();
    let mut own = dependencies.filter(|own| {
        let usual = own["kind"].is_null() && own["target"].is_null();
        usual && text(own, "name") == need.name()
    });
    let Some(own) = own.next() else {
        return vec![format!("add to `[dependencies]`: {}", line.trim_end())];
    };
    let mut missing = Vec::new();
    let requirement = text(own, "req");
    if need.folder().is_none() && !requirements_agree(requirement, need.requirement()) {
        missing.push(format!(
            "`{}` has the version `{requirement}`; the generated crate needs `{}`",
            need.name(),
            need.requirement()
        ));
    }
    let features = own["features"].as_array().map_or(&[][..], Vec::as_slice);
    for feature in need
        .features()
        .iter()
        .filter(|feature| !features.contains(&Value::from(feature.as_str())))
    {
        missing.push(format!("`{}` lacks the feature `{feature}`", need.name()));
    }
    if need.has_default_features() && own["uses_default_features"] == false {
        missing.push(format!("`{}` lacks its default features", need.name()));
    }
    missing
}

/// Whether some version satisfies both requirements, as far as their lowest versions tell. A text that is not a
/// requirement agrees with everything: Cargo reports it.
#[must_use]
pub fn requirements_agree(one: &str, other: &str) -> bool {
    let (Ok(one), Ok(other)) = (VersionReq::parse(one), VersionReq::parse(other)) else {
        return true;
    };
    let lowest = |requirement: &VersionReq| requirement.comparators.iter().map(lowest).max();
    let within = |version: Option<Version>, requirement: &VersionReq| {
        version.is_none_or(|version| requirement.matches(&version))
    };
    within(lowest(&one), &other) || within(lowest(&other), &one)
}

/// The lowest version that a comparator allows, or nearly so.
fn lowest(comparator: &Comparator) -> Version {
    match comparator.op {
        Op::Less | Op::LessEq => Version::new(0, 0, 0),
        _ => Version {
            pre: comparator.pre.clone(),
            ..Version::new(
                comparator.major,
                comparator.minor.unwrap_or(0),
                comparator.patch.unwrap_or(0),
            )
        },
    }
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

fn same(path: &str, other: &Path) -> bool {
    match (Path::new(path).canonicalize(), other.canonicalize()) {
        (Ok(path), Ok(other)) => path == other,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::requirements_agree;

    #[test]
    fn requirements_agree_where_a_version_satisfies_both() {
        for (one, other) in [
            ("1", "1.0.200"),
            ("^1.2", "1"),
            (">=1, <3", "2.4"),
            ("*", "0.61"),
            ("=1.4.2", "1.4"),
            ("wrong", "1"),
        ] {
            assert!(
                requirements_agree(one, other) && requirements_agree(other, one),
                "{one} {other}"
            );
        }
        for (one, other) in [
            ("0.60", "0.61"),
            ("1", "2"),
            ("=1.4.2", "1.5"),
            ("<1", "1.2"),
        ] {
            assert!(
                !requirements_agree(one, other) && !requirements_agree(other, one),
                "{one} {other}"
            );
        }
    }
}
