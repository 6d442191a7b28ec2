//! Turns a comparison into annotations of GitHub's workflows.

use cratify_schema::report::forms;

use super::findings;
use crate::Comparison;

/// The report: a line for each finding.
pub fn write(comparison: &Comparison) -> String {
    findings(comparison).iter().map(forms::github).collect()
}
