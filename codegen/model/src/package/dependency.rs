//! Turns requests for dependencies of the generated crate into the data of lines in its manifest, one for each crate.

use std::panic::Location;
use std::path::{Path, PathBuf};

use semver::VersionReq;

use crate::ident::crate_ident;
use cratify_schema::diagnostic::SourceLocation;

/// A dependency of the generated crate, for the types of another crate that it uses.
///
/// ```
/// use cratify::Dependency;
///
/// // money = { version = "1.2", default-features = false, features = ["serde"] }
/// Dependency::new("money", "1.2").without_default_features().feature("serde")
/// # ;
/// ```
#[derive(Debug, Clone)]
#[must_use = "a dependency has an effect where it is handed over"]
pub struct Dependency {
    name: String,
    requirement: String,
    path: Option<PathBuf>,
    default_features: bool,
    features: Vec<String>,
    optional: bool,
    /// Whether the generator itself requests it: then a request of its user decides on the version.
    weak: bool,
    /// The location of the request.
    location: SourceLocation,
}

/// Why Cargo does not take a dependency.
#[derive(Debug)]
pub struct Fault {
    /// The member at fault: `crate` or `version`.
    pub member: &'static str,
    /// The fault.
    pub what: String,
    /// How to mend it.
    pub mend: &'static str,
}

/// Whether a crate can have this name on its registry.
pub fn is_crate_name(name: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.bytes().all(is_allowed)
}

impl Dependency {
    /// A dependency on a crate, by its name on the registry, in a version that the requirement allows:
    /// `"1.2"`, `">=1, <3"`, as Cargo has it.
    #[track_caller]
    pub fn new(name: impl Into<String>, requirement: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            requirement: requirement.into(),
            path: None,
            default_features: true,
            features: Vec::new(),
            optional: false,
            weak: false,
            location: Location::caller().into(),
        }
    }

    /// Where the crate is, as long as it is not published: relative to the generated crate, or
    /// absolute.
    pub fn path(mut self, path: impl AsRef<Path>) -> Self {
        self.path = Some(path.as_ref().to_owned());
        self
    }

    /// Turns a feature on.
    pub fn feature(mut self, name: impl Into<String>) -> Self {
        self.features.push(name.into());
        self
    }

    /// Leaves out the features that are on by default.
    pub fn without_default_features(mut self) -> Self {
        self.default_features = false;
        self
    }

    /// A dependency that only a feature of the generated crate needs.
    #[doc(hidden)]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// A request of the generator itself: another one for the same crate decides on the version.
    #[doc(hidden)]
    pub fn weak(mut self) -> Self {
        self.weak = true;
        self
    }

    /// The name on the registry.
    #[doc(hidden)]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name in paths of Rust.
    #[doc(hidden)]
    pub fn ident(&self) -> String {
        crate_ident(&self.name)
    }

    /// The location of the request: a line of the build script, if nothing else was stated.
    #[doc(hidden)]
    pub fn location(&self) -> &SourceLocation {
        &self.location
    }

    /// States the location of the request.
    #[doc(hidden)]
    pub fn requested_at(mut self, location: SourceLocation) -> Self {
        self.location = location;
        self
    }

    /// The version and the folder, for messages.
    #[doc(hidden)]
    pub fn summary(&self) -> String {
        match &self.path {
            Some(path) => format!("`{}` in `{}`", self.requirement, path.display()),
            None => format!("`{}`", self.requirement),
        }
    }

    /// Why Cargo does not take it.
    #[doc(hidden)]
    pub fn fault(&self) -> Option<Fault> {
        if !is_crate_name(&self.name) {
            return Some(Fault {
                member: "crate",
                what: format!("`{}` is not the name of a crate", self.name),
                mend: "give the name that the crate has on its registry",
            });
        }
        let error = VersionReq::parse(&self.requirement).err()?;
        Some(Fault {
            member: "version",
            what: format!(
                "`{}` is not a requirement for the version of `{}`: {error}",
                self.requirement, self.name
            ),
            mend: "write it as Cargo has it: `1`, `0.4.2`, `>=1.2, <2`",
        })
    }

    /// Whether two requests for one crate are for different versions or folders.
    #[doc(hidden)]
    pub fn contradicts(&self, other: &Self) -> bool {
        let binding = !self.weak && !other.weak;
        let elsewhere = self.path.is_some() && other.path.is_some() && self.path != other.path;
        // `^1.2` and `1.2` are one requirement.
        let [one, another] =
            [self, other].map(|request| VersionReq::parse(&request.requirement).ok());
        self.name == other.name && binding && (one != another || elsewhere)
    }

    /// Adds a request for the same crate that does not [contradict](Self::contradicts) this one.
    fn join(&mut self, other: &Self) {
        if self.weak && !other.weak {
            self.requirement.clone_from(&other.requirement);
            self.weak = false;
        }
        if self.path.is_none() {
            self.path.clone_from(&other.path);
        }
        self.default_features |= other.default_features;
        for feature in &other.features {
            if !self.features.contains(feature) {
                self.features.push(feature.clone());
            }
        }
    }

    /// The version requirement, as Cargo has it.
    #[doc(hidden)]
    pub fn requirement(&self) -> &str {
        &self.requirement
    }

    /// The folder of the crate, relative to the generated crate or absolute.
    #[doc(hidden)]
    pub fn folder(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The features that are turned on.
    #[doc(hidden)]
    pub fn features(&self) -> &[String] {
        &self.features
    }

    /// Whether the features that are on by default stay on.
    #[doc(hidden)]
    pub fn has_default_features(&self) -> bool {
        self.default_features
    }

    /// Whether only a feature of the generated crate needs it.
    #[doc(hidden)]
    pub fn is_optional(&self) -> bool {
        self.optional
    }

    /// One dependency for each crate, in the order of their names. No two requests for one crate may
    /// [contradict](Self::contradicts) each other.
    #[doc(hidden)]
    pub fn joined(requests: impl IntoIterator<Item = Self>) -> Vec<Self> {
        let mut joined: Vec<Self> = Vec::new();
        for request in requests {
            match joined.iter_mut().find(|known| known.name == request.name) {
                Some(known) => known.join(&request),
                None => joined.push(request),
            }
        }
        joined.sort_by(|one, other| one.name.cmp(&other.name));
        joined
    }
}
