//! Turns all findings of a run into one report: a log of SARIF 2.1.0, or a suite of tests in the form of `JUnit`.

use std::collections::BTreeMap;

use cratify::forms::{self, Finding};
use cratify::{Located, Severity};

/// A log of SARIF, also of generated files that are not up to date. A failure is the reason why the command could not run.
pub(super) fn sarif(findings: &[Located], drift: &[Finding], failure: Option<&str>) -> String {
    let described = findings.iter().map(|one| {
        let code = one.code;
        (code.as_str(), (code.title(), code.explanation()))
    });
    let described: BTreeMap<&str, (&str, &str)> = described.collect();
    let all = findings.iter().map(Finding::from);
    let all: Vec<Finding> = all.chain(drift.iter().cloned()).collect();
    forms::sarif(&all, &described, failure)
}

/// A suite of tests: one for each finding, of which errors have failed, or one that has passed.
pub(super) fn junit(findings: &[Located], failure: Option<&str>) -> String {
    let mut cases: Vec<String> = findings.iter().map(case).collect();
    let mut failures = findings
        .iter()
        .filter(|one| one.severity == Severity::Error)
        .count();
    if let Some(failure) = failure {
        failures += 1;
        cases.push(format!(
            "  <testcase classname=\"cratify\" name=\"run\">\n    <failure message=\"{}\"/>\n  </testcase>\n",
            xml(failure)
        ));
    }
    if cases.is_empty() {
        cases.push("  <testcase classname=\"cratify\" name=\"run\"/>\n".to_owned());
    }
    suite("cratify", &cases, failures)
}

/// A suite of test cases, of which some have failed.
pub(super) fn suite(name: &str, cases: &[String], failures: usize) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"{name}\" tests=\"{}\" failures=\"{failures}\" errors=\"0\">\n{}</testsuite>\n",
        cases.len(),
        cases.concat()
    )
}

fn case(one: &Located) -> String {
    let path = xml(&one.path.to_string_lossy());
    let (line, column, code) = (one.line, one.column, one.code);
    let text = xml(&Finding::from(one).message);
    let outcome = if one.severity == Severity::Error {
        let message = xml(&one.message);
        format!("<failure type=\"{code}\" message=\"{message}\">{text}</failure>")
    } else {
        format!("<system-out>{}: {text}</system-out>", one.severity)
    };
    format!(
        "  <testcase classname=\"{path}\" name=\"{code} at {line}:{column}\">\n    {outcome}\n  </testcase>\n"
    )
}

/// Text for an element or an attribute. XML has no other control characters than these, not even escaped.
pub(super) fn xml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' => escaped.push_str("&#10;"),
            '\t' => escaped.push_str("&#9;"),
            '\u{fffe}' | '\u{ffff}' => {}
            other if other.is_control() => {}
            other => escaped.push(other),
        }
    }
    escaped
}
