//! All checks of a crate, and their results as a table.

use std::fmt;

use crate::{Case, Document, Finding, Report};

/// What all checks say about the types of a crate.
#[derive(Debug)]
pub struct Proof {
    /// The report of each check.
    pub reports: Vec<Report>,
    /// Examples and defaults of the document that contradict their schemas: mistakes of the document, not of the types.
    pub findings: Vec<Finding>,
}

impl Proof {
    /// Runs all checks.
    #[must_use]
    pub fn of(document: &Document, cases: &[Case]) -> Self {
        let (examples, findings) = crate::examples(document, cases);
        Self {
            reports: vec![
                crate::equality(cases),
                crate::annotations(cases),
                crate::published(document, cases),
                crate::instances(cases),
                examples,
            ],
            findings,
        }
    }

    /// Whether no check has a failure. A type that the algebra leaves undecided is one.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.reports.iter().all(|report| report.failures.is_empty())
    }
}

impl fmt::Display for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<14}{:>8}{:>9}{:>8}{:>9}",
            "check", "yes", "unknown", "no", "skipped"
        )?;
        for Report { name, counts, .. } in &self.reports {
            writeln!(
                f,
                "{name:<14}{:>8}{:>9}{:>8}{:>9}",
                counts.yes, counts.unknown, counts.no, counts.skipped
            )?;
        }
        let instances = self.reports.iter().filter(|report| report.counts.valid > 0);
        let count = |number: fn(&Report) -> usize| instances.clone().map(number).sum::<usize>();
        writeln!(
            f,
            "\n{} valid and {} invalid values were tried; {} of the valid ones come back exactly.",
            count(|report| report.counts.valid),
            count(|report| report.counts.invalid),
            count(|report| report.counts.exact),
        )?;
        for failure in self.reports.iter().flat_map(|report| &report.failures) {
            write!(f, "\n{failure}")?;
        }
        if !self.findings.is_empty() {
            writeln!(f, "\nExamples that contradict their schema:")?;
            for finding in &self.findings {
                writeln!(f, "  {finding}")?;
            }
        }
        Ok(())
    }
}
