//! Turns references without a target into problems whose severity a setting decides.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::location::{LocationMaps, SchemaLocation};

/// A reference that is read as any value, since it has no target or leads back to itself.
///
/// The stages after this one do without the target. Whether this is an error is a choice for the location of the
/// reference, and choices are known when all documents are read.
#[derive(Debug, Clone)]
pub struct Unresolved {
    /// The location of the reference's text.
    pub at: SchemaLocation,
    /// The problem, with locations as written.
    problem: Diagnostic,
    /// The problems of the file that it leads to.
    of_file: Vec<Diagnostic>,
}

impl Unresolved {
    pub(crate) fn new(at: SchemaLocation, problem: Diagnostic, of_file: Vec<Diagnostic>) -> Self {
        Self {
            at,
            problem,
            of_file,
        }
    }

    /// The same reference in the upgraded documents.
    pub(crate) fn moved(self, locations: &LocationMaps) -> Self {
        Self {
            at: locations.upgraded(self.at),
            ..self
        }
    }

    /// Reports the problem as an error, with a note.
    pub fn refuse(&self, note: Option<&str>, diagnostics: &mut Diagnostics) {
        for problem in &self.of_file {
            diagnostics.push_as_written(problem.clone());
        }
        let mut problem = self.problem.clone();
        problem.notes.extend(note.map(str::to_owned));
        diagnostics.push_as_written(problem);
    }

    /// Whether a diagnostic reports the outcome of a keyword around the reference because it has no target.
    #[must_use]
    pub fn has_caused(&self, diagnostic: &Diagnostic) -> bool {
        let (Some(cause), Some(effect)) = (
            self.problem.location.pointer(),
            diagnostic.location.pointer(),
        ) else {
            return false;
        };
        let schema = effect.parent().map(|(schema, _)| format!("{schema}/"));
        diagnostic.severity == Severity::Warning
            && diagnostic.code == Code::UnresolvedReference
            && cause != effect
            && self.problem.location.file() == diagnostic.location.file()
            && schema.is_some_and(|schema| cause.as_str().starts_with(&schema))
    }

    /// Reports the problem as a warning, with the reason.
    pub fn accept(&self, reason: &str, diagnostics: &mut Diagnostics) {
        let warning = |problem: &Diagnostic| Diagnostic {
            severity: problem.severity.max(Severity::Warning),
            ..problem.clone()
        };
        for problem in &self.of_file {
            diagnostics.push_as_written(warning(problem));
        }
        diagnostics.push_as_written(warning(&self.problem).note(reason));
    }
}
