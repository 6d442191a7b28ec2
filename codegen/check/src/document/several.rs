//! Divides the cases of a crate among the files of a document, and further documents of one API.

use std::collections::BTreeMap;

use cratify_schema::source::{FileId, Sources};
use cratify_schema::upgrade::Upgraded;

use super::Document;
use crate::{Case, Finding};

/// The files beside the root document whose names no other file has, by these names.
pub(super) fn others(documents: &Upgraded<'_>, sources: &Sources) -> Vec<(String, FileId)> {
    let mut named: BTreeMap<String, Vec<FileId>> = BTreeMap::new();
    for (file, source) in sources.iter() {
        named.entry(source.name()).or_default().push(file);
    }
    let others = named
        .into_iter()
        .filter_map(|(name, files)| match files[..] {
            [file] if file != documents.root_file() => Some((name, file)),
            _ => None,
        });
    others.collect()
}

impl Document {
    /// Each file with its cases, whose pointers then lead into it: a pointer may name a file in front of `#`. The cases of
    /// files that share a name stay with the first document, which has no schemas for them.
    pub(crate) fn each<'d>(&'d self, cases: &[Case]) -> Vec<(Part<'d>, Vec<Case>)> {
        let mut first = cases.to_vec();
        let mut parts = Vec::new();
        for (name, document) in &self.further {
            let own = |case: &Case| {
                let pointer = pointer_in(name, case.pointer)?;
                Some(Case { pointer, ..*case })
            };
            let cases: Vec<Case> = first.iter().filter_map(own).collect();
            first.retain(|case| own(case).is_none());
            let name = Some(name.as_str());
            parts.push((Part { document, name }, cases));
        }
        for case in &mut first {
            case.whole &= !case.pointer.contains('#') || case.pointer.starts_with('/');
        }
        let part = Part {
            document: self,
            name: None,
        };
        parts.insert(0, (part, first));
        parts
    }
}

/// One of several documents.
pub(crate) struct Part<'d> {
    pub(crate) document: &'d Document,
    /// The name of its file, if it is not the first document.
    name: Option<&'d str>,
}

impl Part<'_> {
    /// A finding about this document, with its file where that is not the first one.
    pub(crate) fn finding(&self, finding: Finding) -> Finding {
        match self.name {
            Some(name) => Finding {
                pointer: format!("{name}#{}", finding.pointer),
                ..finding
            },
            None => finding,
        }
    }
}

/// The pointer in a file that is named in front of it: `payments.yaml#/components/schemas/Payment`.
fn pointer_in(name: &str, pointer: &'static str) -> Option<&'static str> {
    pointer.strip_prefix(name)?.strip_prefix('#')
}
