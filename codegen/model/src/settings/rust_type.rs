//! Turns requests of the builder and `x-rust-type` into the extern types that replace schemas.

use std::collections::HashMap;
use std::sync::Arc;

use super::allowed::{AllowedCrates, not_allowed};
use super::dependencies::{DependencyRequests, invalid};
use super::extern_type::{dependencies, no_dependency, not_a_path};
use super::{ExternType, Place, PlaceSettings, selector};
use crate::ident::RustPath;
use crate::model::{Codec, Extern};
use crate::package::{Dependency, is_crate_name};
use cratify_schema::SchemaLocation;
use cratify_schema::diagnostic::{Code, Diagnostic, Diagnostics, SourceLocation, wrong_type};
use cratify_schema::graph::Graph;
use cratify_schema::keyword::RUST_TYPE;
use cratify_schema::parse::SchemaId;
use cratify_schema::source::Value;

/// A setting of the builder: the extern type that replaces a schema.
#[derive(Debug, Clone)]
pub struct ReplacedSchema {
    /// The schema, as the builder names it.
    pub selector: String,
    /// The location of the request.
    pub location: SourceLocation,
    /// The type.
    pub ty: ExternType,
}

impl ReplacedSchema {
    /// The type.
    pub(super) fn ty(&self) -> &ExternType {
        &self.ty
    }
}

/// The extern types that replace schemas.
pub(super) fn find(
    externs: &[ReplacedSchema],
    requests: &mut DependencyRequests,
    allowed: &AllowedCrates,
    graph: &Graph<'_>,
    diagnostics: &mut Diagnostics,
) -> HashMap<SchemaId, Arc<Extern>> {
    let known = requests.known();
    let mut found = HashMap::new();
    let mut asked: HashMap<SchemaLocation, Option<Arc<Extern>>> = HashMap::new();
    for one in externs {
        match place(one, graph) {
            Ok(at) => {
                let extern_type = one.ty.resolve(&known).map(Arc::new);
                let extern_type = extern_type.map_err(|problem| diagnostics.push(*problem));
                asked.insert(at, extern_type.ok());
            }
            Err(problem) => diagnostics.push(*problem),
        }
    }
    let mut read: HashMap<SchemaLocation, Option<Arc<Extern>>> = HashMap::new();
    for id in graph.schemas.ids() {
        let schema = &graph.schemas[id];
        let extern_type = match (asked.get(&schema.at), schema.extensions.get(RUST_TYPE)) {
            (Some(extern_type), _) => extern_type.clone(),
            (None, Some(value)) => {
                // A schema that is read several times reports once.
                let read = read.entry(schema.at.clone()).or_insert_with(|| {
                    let at = schema.at.join(RUST_TYPE);
                    let mut document = FromDocument {
                        known: &known,
                        allowed,
                        requests,
                        diagnostics,
                    };
                    let found = document.read(&at, value);
                    let found = found.map_err(|problem| diagnostics.push(*problem));
                    found.ok().map(Arc::new)
                });
                read.clone()
            }
            (None, None) => None,
        };
        if let Some(extern_type) = extern_type {
            found.insert(id, extern_type);
        }
    }
    found
}

/// The place of a schema that the builder names.
fn place(one: &ReplacedSchema, graph: &Graph<'_>) -> Result<SchemaLocation, Box<Diagnostic>> {
    let place = Place {
        selector: one.selector.clone(),
        location: one.location.clone(),
        settings: PlaceSettings::default(),
    };
    selector::find_schema(&one.selector, graph)
        .map_err(|problem| Box::new(problem.diagnostic(&place)))
}

/// Reads `x-rust-type`.
struct FromDocument<'s> {
    /// The dependencies that the builder names.
    known: &'s [Dependency],
    allowed: &'s AllowedCrates,
    requests: &'s mut DependencyRequests,
    diagnostics: &'s mut Diagnostics,
}

impl FromDocument<'_> {
    /// The type that the document names at `at`: by its path, or by an object as `typify` reads it. `Err` has
    /// the reason if it names no type.
    fn read(&mut self, at: &SchemaLocation, value: &Value) -> Result<Extern, Box<Diagnostic>> {
        let (path, path_at, own) = match value {
            Value::String(path) => (path, at.clone(), None),
            Value::Object(members) => {
                let text = |name: &str| text_of(at, members.get(name), name);
                let name = text("crate")?;
                // Types of the standard library need no crate.
                let is_standard = ["std", "core", "alloc"].contains(&name.as_str());
                if !is_standard && is_crate_name(name) && !self.allowed.has(name) {
                    return Err(ignored(&at.join("crate"), name));
                }
                let own = Dependency::new(name, text("version")?);
                if let Some(fault) = own.fault() {
                    let place = at.join(fault.member).value();
                    return Err(Box::new(invalid(place, fault)));
                }
                let own = (!is_standard).then(|| self.choose(own, &at.join("version")));
                (text("path")?, at.join("path"), own)
            }
            other => {
                let problem = wrong_type(
                    at.value(),
                    &format!("`{RUST_TYPE}`"),
                    "a path or an object",
                    other,
                );
                return Err(Box::new(problem.help(MEND)));
            }
        };
        let read = RustPath::of_type(path).ok_or_else(|| not_a_path(path_at.value(), path))?;
        let mut crates = read.crates().iter();
        if let Some(name) = crates.find(|name| !self.allowed.has(name)) {
            return Err(ignored(&path_at, name));
        }
        let crates: Vec<&String> = read.crates().iter().collect();
        let dependencies = dependencies(own.as_ref(), &crates, self.known)
            .map_err(|name| no_dependency(path_at.value(), path, name))?;
        if let Some(own) = own {
            self.requests.extend([(own, at.join("version").value())]);
        }
        Ok(Extern {
            path: read.as_str().to_owned(),
            codec: Codec::Own,
            dependencies,
            sample: None,
            is_key: false,
        })
    }

    /// The dependency of the document, or the dependency of the builder for the same crate.
    fn choose(&mut self, own: Dependency, at: &SchemaLocation) -> Dependency {
        let Some(known) = self.known.iter().find(|known| known.ident() == own.ident()) else {
            return own;
        };
        if own.requirement() != "*" && own.requirement() != known.requirement() {
            self.diagnostics.push(
                Diagnostic::warning(
                    Code::InvalidDependency,
                    at.value(),
                    format!(
                        "the document asks for version `{}` of the crate `{}`",
                        own.requirement(),
                        own.name()
                    ),
                )
                .label("ignored")
                .also(
                    known.location().clone(),
                    format!("version `{}` is asked for here", known.requirement()),
                )
                .help("see that the type is the same in this version"),
            );
        }
        known.clone()
    }
}

fn ignored(at: &SchemaLocation, name: &str) -> Box<Diagnostic> {
    let mend = ", or name a type with `.extern_type(…)`";
    Box::new(not_allowed(at.value(), name, mend))
}

/// A member of `x-rust-type`, which has to be there.
fn text_of<'v>(
    at: &SchemaLocation,
    value: Option<&'v Value>,
    name: &str,
) -> Result<&'v String, Box<Diagnostic>> {
    let problem = match value {
        Some(Value::String(text)) => return Ok(text),
        Some(other) => wrong_type(
            at.join(name).value(),
            &format!("`{name}` of `{RUST_TYPE}`"),
            "a string",
            other,
        ),
        None => Diagnostic::error(
            Code::WrongKeywordType,
            at.key(),
            format!("`{RUST_TYPE}` has no `{name}`"),
        )
        .label("names no type")
        .help(MEND),
    };
    Err(Box::new(problem))
}

const MEND: &str = "write `x-rust-type: my_crate::Money`, or `{ crate: my-crate, version: \"1.2\", path: \"my_crate::Money\" }`";
