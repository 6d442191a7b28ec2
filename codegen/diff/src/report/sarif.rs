//! Turns a comparison into a log of SARIF 2.1.0, the form of results of analyses.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Finding, Severity, findings};
use crate::Comparison;

/// The report.
pub fn write(comparison: &Comparison) -> String {
    let findings = findings(comparison);
    let ids: BTreeSet<&str> = findings.iter().map(|finding| finding.id).collect();
    let rules: Vec<Value> = ids.iter().map(|id| json!({ "id": id })).collect();
    let results: Vec<Value> = findings.iter().map(result).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "cargo-cratify",
                "version": env!("CARGO_PKG_VERSION"),
                "informationUri": env!("CARGO_PKG_REPOSITORY"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn result(finding: &Finding<'_>) -> Value {
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let locations = finding.place.iter().map(|at| {
        json!({ "physicalLocation": {
            "artifactLocation": { "uri": uri(&at.file) },
            "region": { "startLine": at.line, "startColumn": at.column },
        } })
    });
    json!({
        "ruleId": finding.id,
        "level": severity,
        "message": { "text": finding.message },
        "locations": locations.collect::<Vec<_>>(),
    })
}

/// A path as a relative reference (RFC 3986).
fn uri(path: &str) -> String {
    let mut text = String::new();
    for byte in path.replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}
