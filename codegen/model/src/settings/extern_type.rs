//! Types of other crates, as the builder takes them.

use std::panic::Location;

use crate::ident::RustPath;
use crate::model::{Codec, Extern};
use crate::package::Dependency;
use cratify_schema::diagnostic::{Code, Diagnostic, SourceLocation};

/// A type of another crate, for `Config::format` and `Config::extern_type`: it replaces a type of the generated
/// crate.
///
/// It has to be `Debug`, `Clone` and `PartialEq`, and to be read and written by serde: by itself, or by
/// the functions of a module that is named [`with`](Self::with).
///
/// ```
/// use cratify::{Dependency, ExternType};
///
/// ExternType::new("std::net::Ipv4Addr");
/// ExternType::new("money::Money").dependency(Dependency::new("money", "1.2").feature("serde"));
/// ExternType::new("chrono::DateTime<chrono::Utc>")
///     .with("chrono::serde::ts_seconds")
///     .dependency(Dependency::new("chrono", "0.4").feature("serde"));
/// ```
#[derive(Debug, Clone)]
#[must_use = "a type has an effect where it is handed over"]
pub struct ExternType {
    path: String,
    with: Option<String>,
    dependency: Option<Dependency>,
    example: Option<String>,
    /// The location of the request.
    location: SourceLocation,
}

impl ExternType {
    /// The type at a path that begins with the name of its crate, or with `std`.
    #[track_caller]
    pub fn new(path: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            with: None,
            dependency: None,
            example: None,
            location: Location::caller().into(),
        }
    }

    /// Has the type read and written by the functions `deserialize` and `serialize` of a module, as
    /// `#[serde(with = "…")]` does. They are used for the type itself wherever it is: in an `Option`, a
    /// list, a map, a tuple.
    pub fn with(mut self, module: impl Into<String>) -> Self {
        self.with = Some(module.into());
        self
    }

    /// The dependency that the generated crate needs for the type.
    pub fn dependency(mut self, dependency: Dependency) -> Self {
        self.dependency = Some(dependency);
        self
    }

    /// A value as JSON has it, for the examples in the docs; it must come back as it was. Without one,
    /// the docs have no example of a value that needs this type.
    pub fn example(mut self, json: impl Into<String>) -> Self {
        self.example = Some(json.into());
        self
    }

    /// States the location of the request.
    #[doc(hidden)]
    pub fn requested_at(mut self, location: SourceLocation) -> Self {
        self.location = location;
        self
    }

    /// The dependency that this type names.
    pub(super) fn own_dependency(&self) -> Option<&Dependency> {
        self.dependency.as_ref()
    }

    /// The type for the model.
    pub(super) fn resolve(&self, known: &[Dependency]) -> Result<Extern, Box<Diagnostic>> {
        let place = || self.location.clone();
        let path = RustPath::of_type(&self.path).ok_or_else(|| not_a_path(place(), &self.path))?;
        let module = match &self.with {
            Some(with) => Some(RustPath::of_module(with).ok_or_else(|| not_a_path(place(), with))?),
            None => None,
        };
        let sample = match &self.example {
            Some(text) => Some(serde_json::from_str(text).map_err(|_| {
                Diagnostic::error(
                    Code::InvalidRustPath,
                    place(),
                    format!("the example `{text}` of `{}` is not JSON", self.path),
                )
                .help("write it as a document would have it: text in quotes")
            })?),
            None => None,
        };
        let crates = path.crates().iter();
        let crates: Vec<&String> = crates
            .chain(module.iter().flat_map(RustPath::crates))
            .collect();
        Ok(Extern {
            dependencies: dependencies(self.dependency.as_ref(), &crates, known)
                .map_err(|name| no_dependency(place(), &self.path, name))?,
            path: path.as_str().to_owned(),
            codec: module.map_or(Codec::Own, |path| Codec::Module(path.as_str().to_owned())),
            sample,
            is_key: false,
        })
    }
}

/// The dependencies for crates that paths name: the type's own, or one that is known otherwise. `Err`
/// has the crate without a dependency.
pub(super) fn dependencies<'p>(
    own: Option<&Dependency>,
    crates: &[&'p String],
    known: &[Dependency],
) -> Result<Vec<Dependency>, &'p str> {
    let mut found: Vec<Dependency> = own.into_iter().cloned().collect();
    for name in crates {
        // Every generated crate has these.
        let is_there = ["serde", "serde_json"].contains(&name.as_str());
        if is_there || found.iter().any(|one| one.ident() == **name) {
            continue;
        }
        let known = known.iter().find(|known| known.ident() == **name);
        found.push(known.ok_or(name.as_str())?.clone());
    }
    Ok(found)
}

/// A path that Rust cannot read.
pub(super) fn not_a_path(place: SourceLocation, path: &str) -> Diagnostic {
    Diagnostic::error(
        Code::InvalidRustPath,
        place,
        format!(
            "`{}` is not the path of a Rust type",
            cratify_schema::diagnostic::visible(path)
        ),
    )
    .label("not a path")
    .help("name the crate, the modules and the type: `my_crate::Money`")
}

/// A path into a crate that the generated one would not depend on.
pub(super) fn no_dependency(place: SourceLocation, path: &str, name: &str) -> Diagnostic {
    Diagnostic::error(
        Code::InvalidDependency,
        place,
        format!("`{path}` is a type of the crate `{name}`, and nothing says in which version"),
    )
    .label("no dependency for this crate")
    .help(format!(
        "say it with `.dependency(Dependency::new(\"{name}\", \"1.0\"))`, or in the document: \
         `x-rust-type: {{ crate: {name}, version: \"1.0\", path: \"{path}\" }}`"
    ))
}
