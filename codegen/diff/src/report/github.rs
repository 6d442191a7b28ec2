//! Turns a comparison into annotations of GitHub's workflows.

use super::{Severity, findings};
use crate::Comparison;

/// The report: a line for each finding.
pub fn write(comparison: &Comparison) -> String {
    let lines = findings(comparison).into_iter().map(|finding| {
        let severity = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let at = finding.place.map(|at| (&*at.file, at.line, at.column));
        annotation(severity, at, finding.id, &finding.message)
    });
    lines.collect()
}

/// A command of a workflow: `::error file=api.yaml,line=3,col=5,title=CR0201::…`
pub fn annotation(
    severity: &str,
    place: Option<(&str, usize, usize)>,
    title: &str,
    message: &str,
) -> String {
    let place = place
        .map(|(file, line, column)| format!("file={},line={line},col={column},", property(file)));
    format!(
        "::{severity} {}title={}::{}\n",
        place.unwrap_or_default(),
        property(title),
        data(message)
    )
}

/// The text of a message, so that it stays one line.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// The value of a property, so that it ends where it ends.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
