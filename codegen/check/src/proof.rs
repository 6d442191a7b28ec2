//! Runs all checks of a crate, and writes their results as a table or as JSON.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::{Value, json};

use crate::{Case, Document, Failure, Finding, Report};

/// The reports of all checks of a crate.
#[derive(Debug)]
pub struct Proof {
    /// The names of the types.
    pub types: Vec<String>,
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
            types: cases.iter().map(|case| case.name.to_owned()).collect(),
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

    /// Whether there are types, and no check has a failure. Types that the algebra of schemas leaves
    /// [undecided](Failure::is_undecided) are held by instances.
    #[must_use]
    pub fn holds(&self) -> bool {
        !self.types.is_empty() && self.failures().next().is_none()
    }

    fn failures(&self) -> impl Iterator<Item = &Failure> {
        let failures = self.reports.iter().flat_map(|report| &report.failures);
        failures.filter(|failure| !failure.is_undecided())
    }

    /// The types that the algebra leaves undecided, in each check.
    fn undecided(&self) -> impl Iterator<Item = (&'static str, Vec<&str>)> {
        self.reports.iter().filter_map(|report| {
            let failures = report.failures.iter();
            let undecided = failures.filter(|failure| failure.is_undecided());
            let types: Vec<&str> = undecided.map(|failure| &*failure.case).collect();
            (!types.is_empty()).then_some((report.name, types))
        })
    }

    /// For each type that fails, in the order of the types: the aspect of its first failure in each check.
    fn failing(&self) -> Vec<(&str, BTreeMap<&str, &str>)> {
        let types = self.types.iter().map(|name| {
            let failures = self.failures().filter(|failure| failure.case == *name);
            let aspects = failures.filter_map(|failure| failure.check.split_once('/'));
            let mut first = BTreeMap::new();
            for (check, aspect) in aspects {
                first.entry(check).or_insert(aspect);
            }
            (name.as_str(), first)
        });
        types.filter(|(_, failures)| !failures.is_empty()).collect()
    }

    /// The same as an object for programs.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let checks = self.reports.iter().map(|Report { name, counts, .. }| {
            json!({
                "check": name,
                "yes": counts.yes,
                "unknown": counts.unknown,
                "no": counts.no,
                "skipped": counts.skipped,
            })
        });
        let failures = self.failures().map(|failure| {
            json!({ "type": failure.case, "check": failure.check, "message": failure.message })
        });
        let findings = self.findings.iter().map(|finding| {
            json!({
                "pointer": finding.pointer,
                "example": finding.example,
                "message": finding.message,
            })
        });
        let [valid, invalid, exact] = self.values();
        json!({
            "holds": self.holds(),
            "types": self.types,
            "checks": checks.collect::<Vec<_>>(),
            "values": { "valid": valid, "invalid": invalid, "exact": exact },
            "failures": failures.collect::<Vec<_>>(),
            "undecided": self.undecided().collect::<BTreeMap<_, _>>(),
            "examples": findings.collect::<Vec<_>>(),
        })
    }

    /// How many values were tried: valid ones, invalid ones, and valid ones that come back exactly.
    fn values(&self) -> [usize; 3] {
        let reports = self.reports.iter().filter(|report| report.counts.valid > 0);
        reports.fold([0; 3], |[valid, invalid, exact], Report { counts, .. }| {
            [
                valid + counts.valid,
                invalid + counts.invalid,
                exact + counts.exact,
            ]
        })
    }

    /// A row for each type that fails, with a column for each check.
    fn rows(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let failing = self.failing();
        if failing.is_empty() {
            return Ok(());
        }
        let widths = failing.iter().map(|(name, _)| name.chars().count());
        let width = widths.max().unwrap_or(0).max("type".len());
        writeln!(f)?;
        let mut row = |first: &str, cell: &dyn Fn(&'static str) -> String| {
            let cells = self
                .reports
                .iter()
                .map(|report| format!("  {:<11}", cell(report.name)));
            let row = format!("{first:<width$}{}", cells.collect::<String>());
            writeln!(f, "{}", row.trim_end())
        };
        row("type", &str::to_owned)?;
        for (name, aspects) in failing {
            row(name, &|check| {
                (*aspects.get(check).unwrap_or(&"-")).to_owned()
            })?;
        }
        Ok(())
    }
}

impl fmt::Display for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.types.is_empty() {
            return writeln!(f, "No types are made of the document: nothing is proven.");
        }
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
        let [valid, invalid, exact] = self.values();
        writeln!(
            f,
            "\n{valid} valid and {invalid} invalid values were tried; {exact} of the valid ones come back exactly."
        )?;
        self.rows(f)?;
        for failure in self.failures() {
            write!(f, "\n{failure}")?;
        }
        for (check, types) in self.undecided() {
            let types = types.join(", ");
            writeln!(
                f,
                "\n{check}: the algebra of schemas leaves these open, and the values hold them: {types}"
            )?;
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
