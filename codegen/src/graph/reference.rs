//! The text of a `$ref` to the place it names (RFC 6901 in a URI fragment, RFC 3986).

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::schema::{At, Reader, SchemaId, closest};
use crate::source::{Pointer, Sources, Value};

/// Resolves the references of all schemas, reading the schemas they lead to, until none is left.
pub fn resolve_all<'a>(reader: &mut Reader<'a>, sources: &'a Sources, diagnostics: &mut Diagnostics) {
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
        let target = match find(&reference.text, &at, sources) {
            Ok((at, value)) => Some(reader.schema(at, value)),
            Err(problem) => {
                diagnostics.push(problem.at(&at.join("$ref"), &reference.text));
                None
            }
        };
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
        let found = find(&reference.text, &at, sources).or_else(|problem| {
            find(&named, &at, sources).map_err(|_| problem)
        });
        match found {
            Ok((at, value)) => {
                let target = reader.schema(at, value);
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

/// Why a reference names nothing.
enum Problem {
    /// It leads out of the document.
    External,
    /// The fragment is neither a pointer nor an anchor of the document.
    Fragment,
    /// The pointer leads to a member that does not exist: the last place that does, and the
    /// spelling that was probably meant.
    Missing { reached: Pointer, suggestion: Option<Pointer> },
}

impl Problem {
    fn at(self, at: &At, text: &str) -> Diagnostic {
        match self {
            Self::External => Diagnostic::error(
                Code::ExternalReference,
                at.value(),
                format!("`{text}` is outside of this document"),
            )
            .label("this reference leads out of the document")
            .help("copy the schema into this document and refer to it as `#/components/schemas/…`"),
            Self::Fragment => Diagnostic::error(
                Code::UnresolvedReference,
                at.value(),
                format!("`{text}` is no JSON Pointer and no anchor of the document"),
            )
            .label("names nothing")
            .help("a pointer starts with `#/`, as in `#/components/schemas/Name`"),
            Self::Missing { reached, suggestion } => {
                let diagnostic = Diagnostic::error(
                    Code::UnresolvedReference,
                    at.value(),
                    format!("`{text}` refers to nothing"),
                );
                let diagnostic = if reached.to_string().is_empty() {
                    diagnostic.label("no such member in the document")
                } else {
                    diagnostic.label(format!("no such member in `#{reached}`"))
                };
                match suggestion {
                    Some(pointer) => diagnostic.help(format!("did you mean `#{pointer}`?")),
                    None => diagnostic.help("add the schema, or correct the reference"),
                }
            }
        }
    }
}

/// The place that a reference names, seen from the schema that holds it.
fn find<'a>(text: &str, from: &At, sources: &'a Sources) -> Result<(At, &'a Value), Problem> {
    let root = &sources.get(from.file).root;
    let fragment = match text.split_once('#') {
        Some(("", fragment)) => fragment,
        Some((uri, fragment)) if is_own_id(uri, root) => fragment,
        None if is_own_id(text, root) => "",
        _ => return Err(Problem::External),
    };
    let fragment = percent_decode(fragment).ok_or(Problem::Fragment)?;
    let Some(pointer) = Pointer::parse(&fragment) else {
        let pointer = find_anchor(root, &fragment).ok_or(Problem::Fragment)?;
        let value = pointer.resolve(root).ok_or(Problem::Fragment)?;
        return Ok((At { file: from.file, pointer }, value));
    };
    match pointer.resolve(root) {
        Some(value) => Ok((At { file: from.file, pointer }, value)),
        None => Err(missing(&pointer, root)),
    }
}

fn is_own_id(uri: &str, root: &Value) -> bool {
    let id = root.get("$id").or_else(|| root.get("id")).and_then(Value::as_str);
    id.is_some_and(|id| id.trim_end_matches('#') == uri)
}

/// Looks for `$anchor` through the whole document, without recursion.
fn find_anchor(root: &Value, name: &str) -> Option<Pointer> {
    let mut open = vec![(Pointer::root(), root)];
    while let Some((pointer, value)) = open.pop() {
        match value {
            Value::Object(members) => {
                let anchor = |key: &str| members.get(key).and_then(Value::as_str) == Some(name);
                if anchor("$anchor") || anchor("$dynamicAnchor") {
                    return Some(pointer);
                }
                open.extend(members.iter().rev().map(|(key, value)| (pointer.join(key), value)));
            }
            Value::Array(values) => open.extend(
                values.iter().enumerate().rev().map(|(index, value)| (pointer.index(index), value)),
            ),
            _ => {}
        }
    }
    None
}

fn missing(pointer: &Pointer, root: &Value) -> Problem {
    let mut reached = Pointer::root();
    let mut value = root;
    for token in pointer.tokens() {
        let next = reached.join(&token);
        let Some(inner) = next.resolve(root) else {
            let suggestion = value.as_object().and_then(|members| {
                let names: Vec<&str> = members.keys().map(String::as_str).collect();
                closest(&token, &names).map(|name| reached.join(name))
            });
            return Problem::Missing { reached, suggestion };
        };
        value = inner;
        reached = next;
    }
    Problem::Missing { reached, suggestion: None }
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
