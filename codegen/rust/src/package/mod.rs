//! Turns the data of the package into its manifest and its licence texts.

mod dependency;
mod license_files;
mod manifest;
mod toml_text;

#[cfg(test)]
mod tests;

pub use dependency::line as dependency_line;
pub use license_files::license_files;
pub use manifest::{FEATURES, Feature, Features, dependencies, manifest, type_features};
