//! Turns a reference into its target, which must be a schema.

use super::Linker;
use super::problem::Problem;
use super::references::Target;
use super::registry::Context;
use super::role::{Role, role_of};
use super::unresolved::Unresolved;
use super::written::{Kind, Reference};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity, describe};
use crate::document::{ObjectKind, containers};
use crate::location::SchemaLocation;
use crate::source::{FileId, Value};

impl Linker<'_> {
    /// Resolves a reference and keeps its target, or the reason why it has none.
    pub(super) fn resolve(
        &mut self,
        file: FileId,
        reference: &Reference,
        context: Context,
        diagnostics: &mut Diagnostics,
    ) {
        let at = SchemaLocation {
            file,
            pointer: reference.pointer.clone(),
        };
        let text = reference.text.as_str();
        let named = match reference.kind {
            Kind::Static | Kind::Dynamic => self.find(text, &at, context, diagnostics),
            Kind::Mapping => self.find_mapped(text, &at, context, diagnostics),
        };
        match named.and_then(|named| self.accept(named, context)) {
            Ok(named) => {
                let dynamic = named.dynamic.filter(|_| reference.kind == Kind::Dynamic);
                let target = Target {
                    at: named.at,
                    dynamic,
                };
                self.targets.insert(at, target);
                // A file of the name of a schema was tried first.
                diagnostics.extend(std::mem::take(&mut self.of_file));
            }
            Err(problem) => {
                let problem = match reference.kind {
                    Kind::Mapping => ignored_entry(problem.at(&at, text), reference),
                    Kind::Static | Kind::Dynamic => problem.at(&at, text),
                };
                let of_file = std::mem::take(&mut self.of_file);
                if problem.severity == Severity::Error || !of_file.is_empty() {
                    let unresolved = Unresolved::new(at, problem, of_file);
                    self.unresolved.push(unresolved);
                } else {
                    diagnostics.push(problem);
                }
            }
        }
    }

    /// Puts a target on the work list, if it can be a schema.
    fn accept(&mut self, target: Target, context: Context) -> Result<Target, Problem> {
        let at = &target.at;
        let root = self.documents.get(at.file).kind;
        let not_a_schema = |found: &str| Problem::NotASchema {
            at: at.clone(),
            found: found.to_owned(),
        };
        if at.pointer.is_root() && root != ObjectKind::Schema {
            return Err(not_a_schema(match root {
                ObjectKind::OpenApi | ObjectKind::Swagger => "an API description",
                _ => "a part of an operation",
            }));
        }
        let document = &self.sources.get(at.file).root;
        let value = at.pointer.resolve(document).unwrap_or(&Value::Null);
        let role = role_of(at, root, &self.unmarked);
        // The parser reports other values in the place of a schema.
        if role != Role::Schema && !value.is_object() && !value.is_boolean() {
            return Err(not_a_schema(&describe(value)));
        }
        if role == Role::Unknown {
            self.mark(at, context);
        }
        self.open.push_back(at.clone());
        Ok(target)
    }

    /// Registers a schema that no keyword marks as such. The context is that around it, or else the given one.
    pub(super) fn mark(&mut self, at: &SchemaLocation, context: Context) {
        let outer = self.registry.outer_context(at).unwrap_or(context);
        let document = &self.sources.get(at.file).root;
        let value = at.pointer.resolve(document).unwrap_or(&Value::Null);
        let meta_schemas = &self.documents.meta_schemas;
        self.registry
            .scan(value, at, ObjectKind::Schema, outer, meta_schemas);
        self.unmarked.insert(at.clone());
    }

    /// The target of an entry of a mapping: the schema of this name, or what the entry names as a reference.
    fn find_mapped(
        &mut self,
        text: &str,
        at: &SchemaLocation,
        context: Context,
        diagnostics: &mut Diagnostics,
    ) -> Result<Target, Problem> {
        let is_name = !text.contains(['/', '#', ':']);
        if let (true, Some(named)) = (is_name, self.find_by_name(text, at.file)) {
            return Ok(named);
        }
        let found = self.find(text, at, context, diagnostics);
        found.or_else(|problem| self.find_by_name(text, at.file).ok_or(problem))
    }

    /// The schema of this name in a document, or else in one that types are made of.
    fn find_by_name(&self, name: &str, file: FileId) -> Option<Target> {
        let roots = self.documents.roots.iter().copied();
        std::iter::once(file).chain(roots).find_map(|file| {
            let dialect = self.documents.get(file).dialect.base;
            let root = &self.sources.get(file).root;
            let mut pointers = containers(dialect).into_iter().map(|at| at.join(name));
            let pointer = pointers.find(|pointer| pointer.resolve(root).is_some())?;
            Some(Target {
                at: SchemaLocation { file, pointer },
                dynamic: None,
            })
        })
    }
}

/// The diagnostic for an entry of a `mapping`, or a `defaultMapping`, without a target. It is a warning,
/// since a mapping asserts nothing: the branches have the tags that they have without it.
fn ignored_entry(problem: Diagnostic, reference: &Reference) -> Diagnostic {
    let parent = reference.pointer.parent();
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
