//! References as written to the places that they name, in as many documents as it takes.
//!
//! This comes before the [dialects](crate::dialect) are brought together, because a reference is
//! about the text as it was written. A work list starts with the named schemas of the root document;
//! [`site`] finds the references of each schema, [`resolve`] what they name, [`files`] loads the
//! documents that are needed for that, and what is named is looked at in turn. So what nothing leads
//! to is never loaded. The result, [`Links`], answers for the place of each reference; after this
//! stage nothing follows a URI.

mod builtin;
mod files;
mod folders;
mod links;
mod problem;
mod registry;
mod resolve;
mod site;
mod standing;
mod uri;

use std::collections::{HashMap, HashSet, VecDeque};

pub use builtin::META_SCHEMAS;
pub use folders::Allowed;
pub use links::{Basis, Link, Links};

use crate::ReadOptions;
use crate::diagnostic::Diagnostics;
use crate::document::{Root, Styles};
use crate::parse::SchemaLocation;
use crate::source::{FileId, Sources};
use files::Files;
use registry::Context;
use site::Site;

/// Follows references from the schemas of a document.
#[derive(Debug)]
pub struct Linker<'s> {
    files: Files<'s>,
    root: FileId,
    links: HashMap<SchemaLocation, Link>,
    /// The schemas that were looked at, as written.
    seen: HashSet<SchemaLocation>,
    /// Schemas at places that no keyword marks as such.
    odd: HashSet<SchemaLocation>,
    open: VecDeque<SchemaLocation>,
}

impl<'s> Linker<'s> {
    /// Makes the root document known.
    pub fn new(
        root: FileId,
        sources: &'s mut Sources,
        options: &ReadOptions,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        Self {
            files: Files::new(root, sources, options, diagnostics),
            root,
            links: HashMap::new(),
            seen: HashSet::new(),
            odd: HashSet::new(),
            open: VecDeque::new(),
        }
    }

    /// The documents read so far.
    pub fn sources(&self) -> &Sources {
        self.files.sources
    }

    /// What is known of meta-schemas.
    pub fn styles(&self) -> &Styles {
        &self.files.styles
    }

    /// Follows the references of these schemas, and of all that they lead to, and brings all
    /// documents to one dialect. The documents as they were go to `written`, if that is asked for.
    pub fn run(
        mut self,
        roots: &[Root],
        written: Option<&mut Vec<Basis>>,
        diagnostics: &mut Diagnostics,
    ) -> Links {
        self.open.extend(roots.iter().map(|root| root.at.clone()));
        while let Some(at) = self.open.pop_front() {
            for (site, context) in self.sites(&at) {
                self.link(at.file, &site, context, diagnostics);
            }
        }
        self.files.registry.report(diagnostics);
        links::settle(self, written, diagnostics)
    }

    /// The references in the schema at a place, with what holds where they are.
    fn sites(&mut self, at: &SchemaLocation) -> Vec<(Site, Context)> {
        let registry = &self.files.registry;
        let mut found = Vec::new();
        let (Some(value), Some(outer)) = (
            at.pointer.resolve(&self.files.sources.get(at.file).root),
            registry.at(at),
        ) else {
            return found;
        };
        let mut open = vec![(value, at.pointer.clone(), outer)];
        while let Some((value, pointer, outer)) = open.pop() {
            let at = SchemaLocation {
                file: at.file,
                pointer,
            };
            let Some(members) = value.as_object() else {
                continue;
            };
            if !self.seen.insert(at.clone()) {
                continue;
            }
            let context = registry.within(&at, outer);
            let before = open.len();
            site::visit(
                members,
                &at.pointer,
                context.style,
                |site| found.push((site, context)),
                |value, pointer| open.push((value, pointer, context)),
            );
            // In the order of the document: it decides which of two errors is said first.
            open[before..].reverse();
        }
        found
    }
}
