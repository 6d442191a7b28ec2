//! Turns dependencies into lines of the manifest.

use cratify_model::package::Dependency;

use super::toml_text::{array, string};

/// The line of a dependency, with its line break.
#[must_use]
pub fn line(dependency: &Dependency) -> String {
    let name = dependency.name();
    let version = string(dependency.requirement());
    let plain = dependency.folder().is_none()
        && dependency.has_default_features()
        && dependency.features().is_empty()
        && !dependency.is_optional();
    if plain {
        return format!("{name} = {version}\n");
    }
    let mut parts = vec![format!("version = {version}")];
    if let Some(path) = dependency.folder() {
        let path = path.to_string_lossy().replace('\\', "/");
        parts.push(format!("path = {}", string(&path)));
    }
    if !dependency.has_default_features() {
        parts.push("default-features = false".to_owned());
    }
    if !dependency.features().is_empty() {
        parts.push(format!("features = {}", array(dependency.features())));
    }
    if dependency.is_optional() {
        parts.push("optional = true".to_owned());
    }
    format!("{name} = {{ {} }}\n", parts.join(", "))
}
