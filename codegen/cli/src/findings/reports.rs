//! Turns all findings of a run into one report: a log of SARIF 2.1.0, or a suite of tests in the form of `JUnit`.

use cratify::{Located, Severity};
use serde_json::{Value, json};

/// A log of SARIF. A failure is the reason why the command could not run.
pub(super) fn sarif(findings: &[Located], failure: Option<&str>) -> String {
    let mut codes: Vec<cratify::Code> = findings.iter().map(|one| one.code).collect();
    codes.sort();
    codes.dedup();
    let rules = codes.iter().map(|code| {
        json!({
            "id": code.as_str(),
            "shortDescription": { "text": code.title() },
            "fullDescription": { "text": code.explanation() },
        })
    });
    let failure = failure.map(|text| json!({ "level": "error", "message": { "text": text } }));
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "cargo-cratify",
                "version": env!("CARGO_PKG_VERSION"),
                "informationUri": env!("CARGO_PKG_REPOSITORY"),
                "rules": rules.collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "invocations": [{
                "executionSuccessful": failure.is_none(),
                "toolExecutionNotifications": failure.into_iter().collect::<Vec<_>>(),
            }],
            "results": findings.iter().map(result).collect::<Vec<_>>(),
        }],
    });
    format!("{log:#}\n")
}

fn result(one: &Located) -> Value {
    let logical = one.pointer.iter();
    let logical = logical.map(|pointer| json!({ "fullyQualifiedName": format!("#{pointer}") }));
    json!({
        "ruleId": one.code.as_str(),
        "level": one.severity.as_str(),
        "message": { "text": with_help(one) },
        "locations": [{
            "physicalLocation": {
                "artifactLocation": { "uri": uri(&one.path.to_string_lossy()) },
                "region": {
                    "startLine": one.line,
                    "startColumn": one.column,
                    "endColumn": one.end_column,
                },
            },
            "logicalLocations": logical.collect::<Vec<_>>(),
        }],
    })
}

fn with_help(one: &Located) -> String {
    let help = one.help.iter().map(|help| format!("\nhelp: {help}"));
    format!("{}{}", one.message, help.collect::<String>())
}

/// A path as a reference (RFC 3986).
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
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"cratify\" tests=\"{}\" failures=\"{failures}\" errors=\"0\">\n{}</testsuite>\n",
        cases.len(),
        cases.concat()
    )
}

fn case(one: &Located) -> String {
    let path = xml(&one.path.to_string_lossy());
    let (line, column, code) = (one.line, one.column, one.code);
    let text = xml(&with_help(one));
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
