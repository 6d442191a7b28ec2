//! Turns a document's `info` and `x-crate` objects into the data of the generated package.
//!
//! [`read`] collects what is known into a [`PackageInfo`] that always can be
//! written, and reports everything it had to change or leave out.
//! `cratify-rust` writes the manifest and the licence texts from it.

mod dependency;
mod document;
mod license_expression;
mod licenses;
mod listing;
mod name;
mod problem;
mod read;
mod rights;
mod unquoted;
mod version;

#[cfg(test)]
mod tests;

pub use dependency::Dependency;
pub use dependency::{Fault, is_crate_name};
pub use document::Package;
pub use license_expression::LicenseExpression;
pub use problem::{Problem, Severity};
pub use read::{X_CRATE_MEMBERS, read};

/// The `rust-version` of a generated crate whose document gives none.
pub const DEFAULT_RUST_VERSION: &str = "1.85";

/// The data of the package: its manifest and its licence files show them.
///
/// Out of [`read`], every member is valid for Cargo and crates.io as far as
/// that can be told without asking crates.io.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageInfo {
    /// Package name.
    pub name: String,
    /// Semantic version.
    pub version: String,
    /// One line of plain text, at most 300 characters.
    pub description: Option<String>,
    /// SPDX licence expression.
    pub license: Option<LicenseExpression>,
    /// The name of the licence in the document, if that is not an SPDX expression;
    /// the manifest then names the licence file instead.
    pub license_name: Option<String>,
    /// Where the document says that licence can be read.
    pub license_url: Option<String>,
    /// `Name` or `Name <email>`.
    pub authors: Vec<String>,
    /// The holder in the copyright line of licence texts.
    pub copyright_holder: Option<String>,
    /// Source repository, an http(s) URL.
    pub repository: Option<String>,
    /// Home page, an http(s) URL.
    pub homepage: Option<String>,
    /// Documentation elsewhere than docs.rs, an http(s) URL.
    pub documentation: Option<String>,
    /// At most five search words.
    pub keywords: Vec<String>,
    /// At most five crates.io category slugs.
    pub categories: Vec<String>,
    /// Minimum supported Rust version, such as `1.85`.
    pub rust_version: String,
}

impl Default for PackageInfo {
    /// A publishable name and version, and nothing else that is optional.
    fn default() -> Self {
        Self {
            name: name::LAST_RESORT.to_owned(),
            version: version::FALLBACK.to_owned(),
            description: None,
            license: None,
            license_name: None,
            license_url: None,
            authors: Vec::new(),
            copyright_holder: None,
            repository: None,
            homepage: None,
            documentation: None,
            keywords: Vec::new(),
            categories: Vec::new(),
            rust_version: DEFAULT_RUST_VERSION.to_owned(),
        }
    }
}
