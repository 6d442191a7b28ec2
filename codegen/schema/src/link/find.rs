//! Turns the text of a reference into the location that it names (RFC 3986; RFC 6901, section 6; JSON Schema
//! 2020-12, core, section 8.2).

use super::Linker;
use super::problem::{Problem, meant_without_hash, missing};
use super::references::Target;
use super::registry::{Context, RECURSIVE, ResourceId};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, closest};
use crate::document::{Refusal, Unavailable};
use crate::location::SchemaLocation;
use crate::source::{Pointer, Value};
use crate::uri::{self, percent_decode};

impl Linker<'_> {
    /// The location that the reference at `at` names.
    pub(super) fn find(
        &mut self,
        text: &str,
        at: &SchemaLocation,
        context: Context,
        diagnostics: &mut Diagnostics,
    ) -> Result<Target, Problem> {
        let (uri, fragment) = uri::split_fragment(text);
        let resource = if uri.is_empty() {
            context.resource
        } else {
            self.find_resource(uri, at, context, diagnostics)?
        };
        let Some(fragment) = percent_decode(fragment.unwrap_or_default()) else {
            return Err(Problem::Fragment {
                why: "no two hexadecimal digits follow this `%`",
                help: "escape a character in a reference by `%` and two hexadecimal digits: `%20` is a space, `%25` is `%` itself",
            });
        };
        if fragment.is_empty() {
            self.registry.note_use(resource, None);
            let resource = &self.registry[resource];
            let is_recursive = resource.anchors.contains_key(RECURSIVE);
            return Ok(Target {
                at: resource.at.clone(),
                // Only `$recursiveRef` asks for it.
                dynamic: is_recursive.then(|| RECURSIVE.to_owned()),
            });
        }
        if !fragment.starts_with('/') {
            let anchored = self.find_anchor(resource, &fragment);
            return anchored.or_else(|problem| {
                let named = self.without_slash(resource, &fragment).ok_or(problem)?;
                let message = format!("`{text}` names an anchor that does not exist");
                diagnostics.push(
                    Diagnostic::warning(Code::UnresolvedReference, at.value(), message)
                        .label("read as a JSON Pointer")
                        .help(format!("write it with a slash: `{uri}#/{fragment}`")),
                );
                Ok(named)
            });
        }
        let Some(pointer) = Pointer::parse(&fragment) else {
            return Err(Problem::Fragment {
                why: "neither `0` nor `1` follows this `~`",
                help: "in a JSON Pointer, write `~` as `~0`, and a `/` within a name as `~1`",
            });
        };
        self.registry.note_use(resource, None);
        let root = self.registry[resource].at.clone();
        self.find_pointer(&root, &pointer, uri.is_empty(), at, text, diagnostics)
    }

    /// The resource that a URI reference names.
    fn find_resource(
        &mut self,
        text: &str,
        at: &SchemaLocation,
        context: Context,
        diagnostics: &mut Diagnostics,
    ) -> Result<ResourceId, Problem> {
        let uri = uri::resolve(&self.registry[context.resource].base, text);
        let first = self.resource_of_uri(&uri, context, diagnostics);
        let found = match first {
            Err(Unavailable::Refused(refusal)) if !uri::is_absolute(text) => {
                // A document whose `$id` is on the network still has other files beside it.
                let beside = uri::resolve(&self.documents.get(at.file).uri, text);
                let found = if beside == uri {
                    Err(Unavailable::Refused(Refusal::Outside))
                } else {
                    self.resource_of_uri(&beside, context, diagnostics)
                };
                found.map_err(|other| match other {
                    Unavailable::Refused(_) => Unavailable::Refused(refusal),
                    unreadable @ Unavailable::Unreadable(_) => unreadable,
                })
            }
            found => found,
        };
        found.map_err(|unavailable| match unavailable {
            Unavailable::Unreadable(path) => Problem::Unreadable { path },
            Unavailable::Refused(refusal) => Problem::Refused {
                meant: meant_without_hash(text, &self.sources.get(at.file).root),
                uri,
                refusal,
            },
        })
    }

    /// The resource of a URI, whose document is loaded if need be.
    fn resource_of_uri(
        &mut self,
        uri: &str,
        context: Context,
        diagnostics: &mut Diagnostics,
    ) -> Result<ResourceId, Unavailable> {
        if let Some(id) = self.registry.find(uri) {
            return Ok(id);
        }
        let dialect = context.dialect;
        let mut found = Diagnostics::new();
        let loaded = self.documents.load(uri, dialect, self.sources, &mut found);
        match loaded {
            Err(Unavailable::Unreadable(_)) => self.of_file.extend(found),
            _ => diagnostics.extend(found),
        }
        // Meta-schemas may have been loaded as well.
        self.register_documents();
        let resource = self.registry.resource_of_file(loaded?);
        self.registry.alias(uri.to_owned(), resource);
        Ok(resource)
    }

    /// The schema with an anchor.
    fn find_anchor(&mut self, resource: ResourceId, name: &str) -> Result<Target, Problem> {
        let anchors = &self.registry[resource].anchors;
        let Some(anchor) = anchors.get(name) else {
            let mut known: Vec<&str> = anchors.keys().map(String::as_str).collect();
            known.sort_unstable();
            return Err(Problem::Anchor {
                suggestion: closest(name, &known).map(str::to_owned),
            });
        };
        let target = Target {
            at: anchor.at.clone(),
            dynamic: anchor.is_dynamic.then(|| name.to_owned()),
        };
        self.registry.note_use(resource, Some(name));
        Ok(target)
    }

    /// The target of a pointer that lacks its first slash.
    fn without_slash(&mut self, resource: ResourceId, fragment: &str) -> Option<Target> {
        let root = self.registry[resource].at.clone();
        let pointer = Pointer::parse(&format!("{}/{fragment}", root.pointer))?;
        pointer.resolve(&self.sources.get(root.file).root)?;
        self.registry.note_use(resource, None);
        Some(Target {
            at: SchemaLocation {
                file: root.file,
                pointer,
            },
            dynamic: None,
        })
    }

    /// The target of a pointer into a resource.
    fn find_pointer(
        &mut self,
        root: &SchemaLocation,
        pointer: &Pointer,
        is_own: bool,
        at: &SchemaLocation,
        text: &str,
        diagnostics: &mut Diagnostics,
    ) -> Result<Target, Problem> {
        let document = &self.sources.get(root.file).root;
        let joined = |base: &Pointer| {
            let whole = Pointer::parse(&format!("{base}{pointer}"))?;
            whole.resolve(document)?;
            Some(Target {
                at: SchemaLocation {
                    file: root.file,
                    pointer: whole,
                },
                dynamic: None,
            })
        };
        if let Some(target) = joined(&root.pointer) {
            return Ok(target);
        }
        // An `$id` in a subschema changes the meaning of `#`, and many who write one do not know.
        if let (true, false, Some(target)) =
            (is_own, root.pointer.is_root(), joined(&Pointer::root()))
        {
            let message = format!("`{text}` names nothing in the schema with the `$id` around it");
            diagnostics.push(
                Diagnostic::warning(Code::UnresolvedReference, at.value(), message)
                    .label("read as a location in the whole document")
                    .also(root.key(), "this `$id` changes the meaning of `#`")
                    .help(
                        "remove that `$id`, or begin the reference with the document's own `$id`",
                    ),
            );
            return Ok(target);
        }
        let value = root.pointer.resolve(document).unwrap_or(&Value::Null);
        let (reached, suggestion) = missing(pointer, value);
        Err(Problem::Missing {
            reached: Pointer::parse(&format!("{}{reached}", root.pointer)).unwrap_or(reached),
            suggestion,
        })
    }
}
