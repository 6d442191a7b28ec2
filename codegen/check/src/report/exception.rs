//! Turns a report and a reviewed list of exceptions into a passing or a panicking test.

use crate::report::{Failure, Report};

/// The reports that exist; an exception that names none of them is a misspelling.
const REPORTS: [&str; 5] = [
    "equality",
    "annotations",
    "published",
    "instances",
    "examples",
];

/// A failure that was reviewed and is accepted, with the reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exception<'a> {
    /// The Rust type's name.
    pub case: &'a str,
    /// A [`Failure::check`], such as `equality/unknown`; or a report's name alone, such as
    /// `instances`, which excuses every aspect of it.
    pub check: &'a str,
    /// Why the failure is accepted; must not be empty.
    pub reason: &'a str,
}

impl Exception<'_> {
    /// The report that this exception is about: the check up to its slash.
    fn report(&self) -> &str {
        self.check
            .split_once('/')
            .map_or(self.check, |(name, _)| name)
    }

    fn excuses(&self, failure: &Failure) -> bool {
        let whole_report = failure
            .check
            .split_once('/')
            .is_some_and(|(name, _)| name == self.check);
        self.case == failure.case && (self.check == failure.check || whole_report)
    }
}

impl Report {
    /// Ends a test: returns when every failure is excused and every exception is needed.
    ///
    /// Exceptions about other reports are left alone, so one list can serve all checks.
    ///
    /// # Panics
    ///
    /// With the whole report, when a failure has no exception, when an exception of this report
    /// excuses nothing, or when an exception has no reason or names no report.
    pub fn assert(self, exceptions: &[Exception<'_>]) {
        let mut complaints = Vec::new();
        for exception in exceptions {
            let Exception { case, check, .. } = exception;
            if !REPORTS.contains(&exception.report()) {
                complaints.push(format!("exception for {case}: no check is called {check}"));
            } else if exception.reason.trim().is_empty() {
                complaints.push(format!("exception for {case} [{check}] gives no reason"));
            } else if exception.report() == self.name
                && !self
                    .failures
                    .iter()
                    .any(|failure| exception.excuses(failure))
            {
                complaints.push(format!(
                    "exception for {case} [{check}] is no longer needed: remove it"
                ));
            }
        }
        let mut remaining = self;
        remaining.failures.retain(|failure| {
            !exceptions
                .iter()
                .any(|exception| exception.excuses(failure))
        });
        assert!(
            remaining.failures.is_empty() && complaints.is_empty(),
            "{remaining}{}",
            complaints.join("\n")
        );
    }
}
