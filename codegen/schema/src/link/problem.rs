//! Why a reference names no schema, and how to mend it.

use std::path::PathBuf;

use super::folders::Refusal;
use super::uri::{percent_decode, percent_encode};
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::{SchemaLocation, closest};
use crate::source::{Pointer, Value};

/// Why a reference names no schema.
#[derive(Debug)]
pub(super) enum Problem {
    /// It leads out of what may be read, unless a place of the document was meant.
    Refused {
        uri: String,
        refusal: Refusal,
        meant: Option<Pointer>,
    },
    /// The file that it names could not be read; why was reported for the file itself.
    Unreadable { path: PathBuf },
    /// The fragment is broken.
    Fragment {
        why: &'static str,
        help: &'static str,
    },
    /// The resource has no such anchor, but this one.
    Anchor { suggestion: Option<String> },
    /// The pointer leads to a member that does not exist: the last place that does, and the
    /// spelling that was probably meant.
    Missing {
        reached: Pointer,
        suggestion: Option<Pointer>,
    },
    /// There is something else.
    NotASchema { at: SchemaLocation, found: String },
}

impl Problem {
    /// What is said of it at the reference.
    pub(super) fn at(self, at: &SchemaLocation, text: &str) -> Diagnostic {
        let error = |code, message: String| Diagnostic::error(code, at.value(), message);
        let unresolved = |message| error(Code::UnresolvedReference, message);
        match self {
            Self::Refused {
                uri,
                refusal,
                meant: place,
            } => {
                let diagnostic = refused(at, text, &uri, refusal);
                match place {
                    Some(pointer) => diagnostic.help(meant(&pointer)),
                    None => diagnostic,
                }
            }
            Self::Unreadable { path } => error(
                Code::UnresolvedReference,
                format!("`{text}` refers to a file that cannot be read"),
            )
            .label(format!(
                "what is wrong with `{}` is said there",
                path.display()
            ))
            .help("mend that file, or correct the reference"),
            Self::Fragment { why, help } => unresolved(format!("`{text}` is not a reference"))
                .label(why)
                .help(help),
            Self::Anchor { suggestion } => unresolved(format!("`{text}` refers to nothing"))
                .label("no schema has this `$anchor`")
                .help(suggestion.map_or_else(
                    || {
                        "a reference to a place starts with `#/`, as in `#/components/schemas/Name`"
                            .to_owned()
                    },
                    |anchor| format!("did you mean `#{anchor}`?"),
                )),
            Self::Missing {
                reached,
                suggestion,
            } => unresolved(format!("`{text}` refers to nothing"))
                .label(if reached.is_root() {
                    "no such member in the document".to_owned()
                } else {
                    format!("no such member in `#{reached}`")
                })
                .help(suggestion.map_or_else(
                    || "add the schema, or correct the reference".to_owned(),
                    |pointer| meant(&pointer),
                )),
            Self::NotASchema { at, found } => {
                unresolved(format!("`{text}` refers to something that is not a schema"))
                    .label("a schema is an object or a boolean")
                    .also(at.value(), format!("this is {found}"))
                    .help("correct the reference")
            }
        }
    }
}

fn refused(at: &SchemaLocation, text: &str, uri: &str, refusal: Refusal) -> Diagnostic {
    let error = |message: String| Diagnostic::error(Code::ExternalReference, at.value(), message);
    let is_file = uri.starts_with("file:");
    match refusal {
        Refusal::Missing(path) => Diagnostic::error(
            Code::UnresolvedReference,
            at.value(),
            format!("`{text}` refers to a file that does not exist"),
        )
        .label(format!("there is no file `{}`", path.display()))
        .help("correct the reference: it is relative to the file that it is in"),
        Refusal::LinkedOut(path) => error(format!("`{text}` leads out of the document's folder"))
            .label(format!("`{}` is a link to another folder", path.display()))
            .help("copy the file, or allow the folder that it is in: `.allow_references_to(\"folder\")`"),
        Refusal::NoPath => error(format!("`{text}` is not a path to a file"))
            .label("no file can be called so")
            .help("write the path from this file with `/` between folders, and no `?`"),
        Refusal::Outside if is_file => error(format!("`{text}` leads out of the document's folder"))
            .label("only files in that folder are read")
            .help("copy the file, or allow the folder that it is in: `.allow_references_to(\"folder\")`"),
        Refusal::Outside if uri.starts_with("http:") || uri.starts_with("https:") => {
            let folder = uri.rfind('/').map_or(uri, |end| &uri[..=end]);
            error(format!("`{text}` is on the network, which is never asked"))
                .label(if text.starts_with(uri) {
                    "nothing here has this URI".to_owned()
                } else {
                    format!("nothing here has the URI `{uri}`")
                })
                .help(format!("save the file, and say where it is: `.map_references(\"{folder}\", \"folder\")`"))
        }
        Refusal::Outside => error(format!("`{text}` refers to nothing that is known here"))
            .label(format!("no schema has the `$id` `{uri}`"))
            .help("give a schema this `$id`, or refer to its place with `#/…`"),
    }
}

fn meant(pointer: &Pointer) -> String {
    format!("did you mean `#{}`?", percent_encode(pointer.as_str()))
}

/// What was probably meant by a reference without `#`: a pointer, or the name of a schema.
pub(super) fn bare(text: &str, root: &Value) -> Option<Pointer> {
    let path = percent_decode(text)?;
    let pointer = Pointer::parse(&format!("/{}", path.trim_start_matches('/')));
    pointer
        .filter(|pointer| pointer.resolve(root).is_some())
        .or_else(|| {
            holders(root).into_iter().find_map(|holder| {
                let names: Vec<&str> = holder
                    .resolve(root)?
                    .as_object()?
                    .keys()
                    .map(String::as_str)
                    .collect();
                closest(&path, &names).map(|name| holder.join(name))
            })
        })
}

/// Where documents of any dialect have their named schemas.
fn holders(root: &Value) -> Vec<Pointer> {
    let holders = [
        ["components", "schemas"].as_slice(),
        &["$defs"],
        &["definitions"],
    ];
    let holders = holders
        .into_iter()
        .map(|tokens| Pointer::from_tokens(tokens.iter()));
    holders
        .filter(|holder| holder.resolve(root).is_some_and(Value::is_object))
        .collect()
}

/// The problem of a pointer that leads nowhere.
pub(super) fn missing(pointer: &Pointer, root: &Value) -> Problem {
    let mut reached = Pointer::root();
    let mut value = root;
    let tokens: Vec<_> = pointer.tokens().collect();
    for (index, token) in tokens.iter().enumerate() {
        let next = reached.join(token);
        let Some(inner) = next.resolve(root) else {
            let similar = value.as_object().and_then(|members| {
                let names: Vec<&str> = members.keys().map(String::as_str).collect();
                let name = closest(token, &names)?;
                let rest = tokens[index + 1..].iter();
                let whole = rest.fold(reached.join(name), |pointer, token| pointer.join(token));
                whole.resolve(root).is_some().then_some(whole)
            });
            let elsewhere = || {
                let name = tokens.last()?;
                let mut places = holders(root).into_iter().map(|holder| holder.join(name));
                places.find(|place| place.resolve(root).is_some())
            };
            return Problem::Missing {
                reached,
                suggestion: similar.or_else(elsewhere),
            };
        };
        value = inner;
        reached = next;
    }
    Problem::Missing {
        reached,
        suggestion: None,
    }
}
