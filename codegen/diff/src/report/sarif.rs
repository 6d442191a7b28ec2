//! Turns a comparison into a log of SARIF 2.1.0, the form of results of analyses.

use std::collections::BTreeMap;

use cratify_schema::report::forms;

use super::findings;
use crate::Comparison;

/// The report.
pub fn write(comparison: &Comparison) -> String {
    forms::sarif(&findings(comparison), &BTreeMap::new(), None)
}
