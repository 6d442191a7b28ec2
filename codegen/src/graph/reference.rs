//! The text of a `$ref` to the place it names (RFC 6901 in a URI fragment, RFC 3986).

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::schema::{At, Reader, SchemaId, closest, describe};
use crate::source::{Pointer, Sources, Value};

/// Resolves the references of all schemas, reading the schemas they lead to, until none is left.
pub(super) fn resolve_all<'a>(
    reader: &mut Reader<'a>,
    sources: &'a Sources,
    diagnostics: &mut Diagnostics,
) {
    let mut done = 0;
    loop {
        reader.run(diagnostics);
        let ids: Vec<SchemaId> = reader.arena().ids().skip(done).collect();
        if ids.is_empty() {
            return;
        }
        done += ids.len();
        for id in ids {
            resolve(id, reader, sources, diagnostics);
        }
    }
}

fn resolve<'a>(
    id: SchemaId,
    reader: &mut Reader<'a>,
    sources: &'a Sources,
    diagnostics: &mut Diagnostics,
) {
    let schema = &reader.arena()[id];
    let at = schema.at.clone();
    if let Some(reference) = schema.reference.clone() {
        let found = find(&reference.text, &at, sources);
        let target = take(found, reader).map_err(|problem| {
            diagnostics.push(problem.at(&at.join("$ref"), &reference.text));
        });
        let target = target.ok();
        if let Some(reference) = &mut reader.arena()[id].reference {
            reference.target = target;
        }
    }
    let Some(discriminator) = reader.arena()[id].discriminator.clone() else {
        return;
    };
    for (index, (tag, reference)) in discriminator.mapping.iter().enumerate() {
        // A mapping holds a reference, or the bare name of a component (OpenAPI 3.1.1, 4.8.25.2).
        let named = format!("#/components/schemas/{}", reference.text);
        let found = find(&reference.text, &at, sources)
            .or_else(|problem| find(&named, &at, sources).map_err(|_| problem));
        match take(found, reader) {
            Ok(target) => {
                if let Some(discriminator) = &mut reader.arena()[id].discriminator {
                    discriminator.mapping[index].1.target = Some(target);
                }
            }
            Err(problem) => {
                let at = at.join("discriminator").join("mapping").join(tag);
                diagnostics.push(problem.at(&at, &reference.text));
            }
        }
    }
}

/// Reads what a reference leads to, as long as it can be a schema.
fn take<'a>(
    found: Result<(At, &'a Value), Problem>,
    reader: &mut Reader<'a>,
) -> Result<SchemaId, Problem> {
    let (at, value) = found?;
    if at.pointer.is_root() && (value.get("openapi").is_some() || value.get("swagger").is_some()) {
        return Err(Problem::NotASchema {
            at,
            found: "an API description".to_owned(),
        });
    }
    // What stands where schemas stand is reported there.
    if value.is_object() || value.is_boolean() || reader.knows(&at) {
        Ok(reader.schema(at, value))
    } else {
        Err(Problem::NotASchema {
            at,
            found: describe(value),
        })
    }
}

/// Why a reference names no schema.
enum Problem {
    /// It leads out of the document, unless this was meant.
    External { suggestion: Option<Pointer> },
    /// The fragment is broken.
    Fragment {
        why: &'static str,
        help: &'static str,
    },
    /// The document has no such anchor, but this one.
    Anchor { suggestion: Option<String> },
    /// The pointer leads to a member that does not exist: the last place that does, and the
    /// spelling that was probably meant.
    Missing {
        reached: Pointer,
        suggestion: Option<Pointer>,
    },
    /// There is something else.
    NotASchema { at: At, found: String },
}

impl Problem {
    fn at(self, at: &At, text: &str) -> Diagnostic {
        let error = |code, message: String| Diagnostic::error(code, at.value(), message);
        let unresolved = |message| error(Code::UnresolvedReference, message);
        match self {
            Self::External { suggestion } => error(
                Code::ExternalReference,
                format!("`{text}` is outside of this document"),
            )
            .label("this reference leads out of the document")
            .help(suggestion.map_or_else(
                || "copy the schema into this document and refer to it with `#/…`".to_owned(),
                |pointer| meant(&pointer),
            )),
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

fn meant(pointer: &Pointer) -> String {
    format!("did you mean `#{}`?", percent_encode(pointer.as_str()))
}

/// The place that a reference names, seen from the schema that holds it.
fn find<'a>(text: &str, from: &At, sources: &'a Sources) -> Result<(At, &'a Value), Problem> {
    let root = &sources.get(from.file).root;
    let fragment = match text.split_once('#') {
        Some(("", fragment)) => fragment,
        Some((uri, fragment)) if is_own_id(uri, root) => fragment,
        None if text.is_empty() || is_own_id(text, root) => "",
        _ => {
            return Err(Problem::External {
                suggestion: bare(text, root),
            });
        }
    };
    let Some(fragment) = percent_decode(fragment) else {
        return Err(Problem::Fragment {
            why: "`%` starts no escape here",
            help: "in a reference, two hexadecimal digits follow a `%`: `%20` is a space, `%25` is `%` itself",
        });
    };
    let pointer = match Pointer::parse(&fragment) {
        Some(pointer) => pointer,
        None if fragment.starts_with('/') => {
            return Err(Problem::Fragment {
                why: "`~` starts no escape here",
                help: "in a pointer, `~` is written `~0`, and a `/` within a name `~1`",
            });
        }
        None => find_anchor(root, &fragment)?,
    };
    match pointer.resolve(root) {
        Some(value) => Ok((
            At {
                file: from.file,
                pointer,
            },
            value,
        )),
        None => Err(missing(&pointer, root)),
    }
}

/// What was probably meant by a reference without `#`: a pointer, or the name of a schema.
fn bare(text: &str, root: &Value) -> Option<Pointer> {
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

fn is_own_id(uri: &str, root: &Value) -> bool {
    let id = root
        .get("$id")
        .or_else(|| root.get("id"))
        .and_then(Value::as_str);
    id.is_some_and(|id| id.trim_end_matches('#') == uri)
}

/// Looks for `$anchor` through the whole document, without recursion.
fn find_anchor(root: &Value, name: &str) -> Result<Pointer, Problem> {
    let mut known = Vec::new();
    let mut open = vec![(Pointer::root(), root)];
    while let Some((pointer, value)) = open.pop() {
        match value {
            Value::Object(members) => {
                let anchors = ["$anchor", "$dynamicAnchor"];
                let anchors = anchors
                    .iter()
                    .filter_map(|keyword| members.get(*keyword)?.as_str());
                for anchor in anchors {
                    if anchor == name {
                        return Ok(pointer);
                    }
                    known.push(anchor);
                }
                open.extend(
                    members
                        .iter()
                        .rev()
                        .map(|(key, value)| (pointer.join(key), value)),
                );
            }
            Value::Array(values) => open.extend(
                values
                    .iter()
                    .enumerate()
                    .rev()
                    .map(|(index, value)| (pointer.index(index), value)),
            ),
            _ => {}
        }
    }
    Err(Problem::Anchor {
        suggestion: closest(name, &known).map(str::to_owned),
    })
}

fn missing(pointer: &Pointer, root: &Value) -> Problem {
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

/// Percent-encoding for a fragment: what may not stand in one (RFC 3986, section 3.5).
fn percent_encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_ascii_alphanumeric()
            || "-._~!$&'()*+,;=:@/?".contains(character)
            || !character.is_ascii()
        {
            // Beyond ASCII it is more legible as it is, and read all the same.
            encoded.push(character);
        } else {
            encoded.push_str(&format!("%{:02X}", u32::from(character)));
        }
    }
    encoded
}

/// Undoes percent-encoding (RFC 3986, section 2.1); `None` where it is broken.
fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            let digits = std::str::from_utf8(&digits).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}
