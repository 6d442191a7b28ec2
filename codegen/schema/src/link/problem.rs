//! Turns the reason why a reference has no target into a diagnostic with the mend.

use std::path::PathBuf;

use crate::diagnostic::{Code, Diagnostic, closest};
use crate::document::{Explanation, Refusal};
use crate::location::SchemaLocation;
use crate::source::{Pointer, Value};
use crate::uri::{percent_decode, percent_encode};

/// Why a reference has no target.
#[derive(Debug)]
pub(super) enum Problem {
    /// Its URI names no file that may be read. Perhaps a location of the document was meant.
    Refused {
        uri: String,
        refusal: Refusal,
        meant: Option<Pointer>,
    },
    /// The file that it names is unreadable, which was reported for the file.
    Unreadable { path: PathBuf },
    /// The fragment is broken.
    Fragment {
        why: &'static str,
        help: &'static str,
    },
    /// The resource has no such anchor, but perhaps a similar one.
    Anchor { suggestion: Option<String> },
    /// The pointer leads to a member that does not exist: the last location that exists, and the
    /// pointer that was probably meant.
    Missing {
        reached: Pointer,
        suggestion: Option<Pointer>,
    },
    /// The value there is no schema.
    NotASchema { at: SchemaLocation, found: String },
}

impl Problem {
    /// The diagnostic at the reference.
    pub(super) fn at(self, at: &SchemaLocation, text: &str) -> Diagnostic {
        let error = |code, message: String| Diagnostic::error(code, at.value(), message);
        let unresolved = |message| error(Code::UnresolvedReference, message);
        match self {
            Self::Refused {
                uri,
                refusal,
                meant,
            } => {
                let diagnostic = refused(at, text, &uri, &refusal);
                match meant {
                    Some(pointer) => diagnostic.help(did_you_mean(&pointer)),
                    None => diagnostic,
                }
            }
            Self::Unreadable { path } => error(
                Code::UnresolvedReference,
                format!("`{text}` refers to an unreadable file"),
            )
            .label(format!(
                "another diagnostic describes the mistake in `{}`",
                path.display()
            ))
            .help("mend that file, or correct the reference"),
            Self::Fragment { why, help } => {
                unresolved(format!("`{text}` is not a valid reference"))
                    .label(why)
                    .help(help)
            }
            Self::Anchor { suggestion } => unresolved(format!("`{text}` refers to nothing"))
                .label("no schema has this `$anchor`")
                .help(suggestion.map_or_else(
                    || {
                        "start a reference to a location with `#/`: `#/components/schemas/Name`"
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
                    |pointer| did_you_mean(&pointer),
                )),
            Self::NotASchema { at, found } => {
                unresolved(format!("`{text}` does not refer to a schema"))
                    .label("a schema is an object or a boolean")
                    .also(at.value(), format!("found {found}"))
                    .help("correct the reference")
            }
        }
    }
}

fn refused(at: &SchemaLocation, text: &str, uri: &str, refusal: &Refusal) -> Diagnostic {
    let code = match refusal {
        Refusal::Missing(_) => Code::UnresolvedReference,
        _ => Code::ExternalReference,
    };
    let Explanation {
        message,
        label,
        help,
    } = refusal.explain(text, uri);
    Diagnostic::error(code, at.value(), message)
        .label(label)
        .help(help)
}

fn did_you_mean(pointer: &Pointer) -> String {
    format!("did you mean `#{}`?", percent_encode(pointer.as_str()))
}

/// The pointer that was probably meant by a reference without `#`: a pointer, or the name of a schema.
pub(super) fn meant_without_hash(text: &str, root: &Value) -> Option<Pointer> {
    let path = percent_decode(text)?;
    let pointer = Pointer::parse(&format!("/{}", path.trim_start_matches('/')));
    let pointer = pointer.filter(|pointer| pointer.resolve(root).is_some());
    pointer.or_else(|| {
        all_containers(root).into_iter().find_map(|container| {
            let named = container.resolve(root)?.as_object()?;
            let names: Vec<&str> = named.keys().map(String::as_str).collect();
            closest(&path, &names).map(|name| container.join(name))
        })
    })
}

/// The containers of named schemas that a document has, of any dialect.
fn all_containers(root: &Value) -> Vec<Pointer> {
    let containers = [
        ["components", "schemas"].as_slice(),
        &["$defs"],
        &["definitions"],
    ];
    let containers = containers
        .into_iter()
        .map(|tokens| Pointer::from_tokens(tokens.iter()));
    containers
        .filter(|container| container.resolve(root).is_some_and(Value::is_object))
        .collect()
}

/// The last location on the way of a pointer that exists, and the pointer that was probably meant.
pub(super) fn missing(pointer: &Pointer, root: &Value) -> (Pointer, Option<Pointer>) {
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
                let mut pointers = all_containers(root).into_iter().map(|at| at.join(name));
                pointers.find(|pointer| pointer.resolve(root).is_some())
            };
            return (reached, similar.or_else(elsewhere));
        };
        value = inner;
        reached = next;
    }
    (reached, None)
}
