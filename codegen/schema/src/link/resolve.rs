//! The text of one reference to the place that it names (RFC 3986; RFC 6901, section 6; JSON Schema
//! 2020-12, core, section 8.2).

use super::Linker;
use super::files::Unavailable;
use super::folders::Refusal;
use super::links::Link;
use super::problem::{Problem, bare, missing};
use super::registry::{Context, RECURSIVE, ResourceId};
use super::site::{Kind, Site};
use super::standing::{Standing, standing};
use super::uri::{self, percent_decode};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::dialect::Shape;
use crate::parse::{SchemaLocation, closest, describe};
use crate::source::{FileId, Pointer, Value};

/// What a reference names.
#[derive(Debug)]
struct Named {
    at: SchemaLocation,
    /// The `$dynamicAnchor` by which it was found.
    dynamic: Option<String>,
}

/// An entry of a `mapping`, or a `defaultMapping`, that names no schema asserts nothing: the branches are
/// what they are, and have the tags that they have without it.
fn entry_ignored(problem: Diagnostic, site: &Site) -> Diagnostic {
    let parent = site.pointer.parent();
    let is_entry = parent.is_some_and(|(parent, _)| parent.last().as_deref() == Some("mapping"));
    let problem = Diagnostic {
        severity: Severity::Warning,
        ..problem
    };
    problem.note(if is_entry {
        "this entry of `mapping` is ignored"
    } else {
        "this `defaultMapping` is ignored"
    })
}

impl Linker<'_> {
    /// Resolves a reference and keeps the result, or reports why there is none.
    pub(super) fn link(
        &mut self,
        file: FileId,
        site: &Site,
        context: Context,
        diagnostics: &mut Diagnostics,
    ) {
        let at = SchemaLocation {
            file,
            pointer: site.pointer.clone(),
        };
        let named = match site.kind {
            Kind::Static | Kind::Dynamic => self.find(&site.text, &at, context, diagnostics),
            Kind::Mapping => self.find_mapped(&site.text, &at, context, diagnostics),
        };
        match named.and_then(|named| self.take(named, context)) {
            Ok(named) => {
                let is_dynamic = site.kind == Kind::Dynamic;
                let link = Link {
                    target: named.at,
                    dynamic: named.dynamic.filter(|_| is_dynamic),
                };
                self.links.insert(at, link);
            }
            Err(problem) if site.kind == Kind::Mapping => {
                diagnostics.push(entry_ignored(problem.at(&at, &site.text), site));
            }
            Err(problem) => diagnostics.push(problem.at(&at, &site.text)),
        }
    }

    /// Has a look taken at what a reference leads to, as long as it can be a schema.
    fn take(&mut self, named: Named, context: Context) -> Result<Named, Problem> {
        let at = &named.at;
        let frame = self.files.all[&at.file].frame;
        if at.pointer.is_root() && frame.shape != Shape::Schema {
            return Err(Problem::NotASchema {
                at: at.clone(),
                found: "an API description".to_owned(),
            });
        }
        let value = self.value(at);
        let standing = standing(at, frame, &self.odd);
        // What stands where schemas stand is reported there.
        if standing != Standing::Schema && !value.is_object() && !value.is_boolean() {
            return Err(Problem::NotASchema {
                at: at.clone(),
                found: describe(value),
            });
        }
        if standing == Standing::Unknown {
            let around = self.files.registry.around(at).unwrap_or(context);
            let value = at
                .pointer
                .resolve(&self.files.sources.get(at.file).root)
                .unwrap_or(&Value::Null);
            self.files
                .registry
                .scan(value, at, Shape::Schema, around, &self.files.styles);
            self.odd.insert(at.clone());
        }
        self.open.push_back(at.clone());
        Ok(named)
    }

    fn value(&self, at: &SchemaLocation) -> &Value {
        let root = &self.files.sources.get(at.file).root;
        at.pointer.resolve(root).unwrap_or(&Value::Null)
    }

    /// What an entry of a mapping names: by its name, or as any other reference.
    fn find_mapped(
        &mut self,
        text: &str,
        at: &SchemaLocation,
        context: Context,
        diagnostics: &mut Diagnostics,
    ) -> Result<Named, Problem> {
        let is_name = !text.contains(['/', '#', ':']);
        if let (true, Some(named)) = (is_name, self.component(text, at.file)) {
            return Ok(named);
        }
        let found = self.find(text, at, context, diagnostics);
        found.or_else(|problem| self.component(text, at.file).ok_or(problem))
    }

    /// The schema of this name in a document, or else in the root document.
    fn component(&self, name: &str, file: FileId) -> Option<Named> {
        [file, self.root].into_iter().find_map(|file| {
            let dialect = self.files.all[&file].frame.style.dialect;
            let containers = dialect.containers().into_iter();
            let mut places = containers.map(|container| SchemaLocation {
                file,
                pointer: container.join(name),
            });
            let root = &self.files.sources.get(file).root;
            let at = places.find(|at| at.pointer.resolve(root).is_some())?;
            Some(Named { at, dynamic: None })
        })
    }

    /// What a reference names.
    fn find(
        &mut self,
        text: &str,
        at: &SchemaLocation,
        context: Context,
        diagnostics: &mut Diagnostics,
    ) -> Result<Named, Problem> {
        let (uri, fragment) = uri::split_fragment(text);
        let resource = if uri.is_empty() {
            context.resource
        } else {
            self.resource(uri, at, context, diagnostics)?
        };
        let Some(fragment) = percent_decode(fragment.unwrap_or_default()) else {
            return Err(Problem::Fragment {
                why: "`%` starts no escape here",
                help: "in a reference, two hexadecimal digits follow a `%`: `%20` is a space, `%25` is `%` itself",
            });
        };
        let root = &self.files.registry[resource].at;
        if fragment.is_empty() {
            let named = Named {
                at: root.clone(),
                // Only `$recursiveRef` asks for it.
                dynamic: self.dynamic_root(resource),
            };
            self.files.registry.note_use(resource, None);
            return Ok(named);
        }
        if !fragment.starts_with('/') {
            let anchored = self.anchored(resource, &fragment);
            return anchored.or_else(|problem| {
                let named = self.without_slash(resource, &fragment).ok_or(problem)?;
                diagnostics.push(
                    Diagnostic::warning(
                        Code::UnresolvedReference,
                        at.value(),
                        format!("`{text}` is the name of an anchor, and there is none"),
                    )
                    .label("read as a place of the document")
                    .help(format!("write it with a slash: `{uri}#/{fragment}`")),
                );
                Ok(named)
            });
        }
        let Some(pointer) = Pointer::parse(&fragment) else {
            return Err(Problem::Fragment {
                why: "`~` starts no escape here",
                help: "in a pointer, `~` is written `~0`, and a `/` within a name `~1`",
            });
        };
        self.files.registry.note_use(resource, None);
        let root = self.files.registry[resource].at.clone();
        self.pointed(&root, &pointer, uri.is_empty(), at, text, diagnostics)
    }

    /// The anchor that stands for `$recursiveAnchor`, where a resource has it.
    fn dynamic_root(&self, resource: ResourceId) -> Option<String> {
        let anchors = &self.files.registry[resource].anchors;
        anchors
            .contains_key(RECURSIVE)
            .then(|| RECURSIVE.to_owned())
    }

    /// The resource that a URI reference names.
    fn resource(
        &mut self,
        text: &str,
        at: &SchemaLocation,
        context: Context,
        diagnostics: &mut Diagnostics,
    ) -> Result<ResourceId, Problem> {
        let uri = uri::resolve(&self.files.registry[context.resource].base, text);
        let first = self.files.resource(&uri, context.style, diagnostics);
        let found = match first {
            Err(Unavailable::Refused(refusal)) if !uri::is_absolute(text) => {
                // A document whose `$id` is on the network still has its files beside it.
                let beside = uri::resolve(&self.files.all[&at.file].uri, text);
                let found = if beside == uri {
                    Err(Unavailable::Refused(Refusal::Outside))
                } else {
                    self.files.resource(&beside, context.style, diagnostics)
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
                meant: bare(text, &self.files.sources.get(at.file).root),
                uri,
                refusal,
            },
        })
    }

    /// What an anchor names.
    fn anchored(&mut self, resource: ResourceId, name: &str) -> Result<Named, Problem> {
        let anchors = &self.files.registry[resource].anchors;
        let Some(anchor) = anchors.get(name) else {
            let mut known: Vec<&str> = anchors.keys().map(String::as_str).collect();
            known.sort_unstable();
            return Err(Problem::Anchor {
                suggestion: closest(name, &known).map(str::to_owned),
            });
        };
        let named = Named {
            at: anchor.at.clone(),
            dynamic: anchor.is_dynamic.then(|| name.to_owned()),
        };
        self.files.registry.note_use(resource, Some(name));
        Ok(named)
    }

    /// What a pointer names whose first slash was forgotten.
    fn without_slash(&mut self, resource: ResourceId, fragment: &str) -> Option<Named> {
        let root = self.files.registry[resource].at.clone();
        let pointer = Pointer::parse(&format!("{}/{fragment}", root.pointer))?;
        pointer.resolve(&self.files.sources.get(root.file).root)?;
        let at = SchemaLocation {
            file: root.file,
            pointer,
        };
        self.files.registry.note_use(resource, None);
        Some(Named { at, dynamic: None })
    }

    /// What a pointer names, seen from the root of a resource.
    fn pointed(
        &mut self,
        root: &SchemaLocation,
        pointer: &Pointer,
        is_own: bool,
        at: &SchemaLocation,
        text: &str,
        diagnostics: &mut Diagnostics,
    ) -> Result<Named, Problem> {
        let document = &self.files.sources.get(root.file).root;
        let joined = |base: &Pointer| {
            let whole = Pointer::parse(&format!("{base}{pointer}"))?;
            whole.resolve(document)?;
            Some(Named {
                at: SchemaLocation {
                    file: root.file,
                    pointer: whole,
                },
                dynamic: None,
            })
        };
        if let Some(named) = joined(&root.pointer) {
            return Ok(named);
        }
        // An `$id` in a subschema changes what `#` means, and many that write one do not know.
        if let (true, false, Some(named)) =
            (is_own, root.pointer.is_root(), joined(&Pointer::root()))
        {
            diagnostics.push(
                Diagnostic::warning(
                    Code::UnresolvedReference,
                    at.value(),
                    format!("`{text}` refers to nothing in the schema with the `$id` around it"),
                )
                .label("read as a place of the whole document")
                .also(root.key(), "an `$id` here changes what `#` means")
                .help("remove that `$id`, or begin the reference with the document's own"),
            );
            return Ok(named);
        }
        let value = root.pointer.resolve(document).unwrap_or(&Value::Null);
        Err(match missing(pointer, value) {
            Problem::Missing {
                reached,
                suggestion,
            } => Problem::Missing {
                reached: Pointer::parse(&format!("{}{reached}", root.pointer)).unwrap_or(reached),
                suggestion,
            },
            other => other,
        })
    }
}
