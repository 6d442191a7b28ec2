//! Writes findings in forms of programs: annotations of GitHub's workflows, and a log of SARIF 2.1.0.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Located;
use crate::diagnostic::Severity;
use crate::text::percent_encoded;

/// One thing that is said at one place.
#[derive(Debug, Clone)]
pub struct Finding {
    /// How much it matters.
    pub level: FindingLevel,
    /// The kind, which stays the same from version to version.
    pub id: String,
    /// The text.
    pub message: String,
    /// Where it is.
    pub place: Option<Place>,
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingLevel {
    /// It has to be mended, or breaks something.
    Error,
    /// It may have to be.
    Warning,
    /// It breaks nothing.
    Note,
}

/// The place of a finding.
#[derive(Debug, Clone)]
pub struct Place {
    /// The path of the file.
    pub file: String,
    /// The line and the column, counted from 1; `None` for the file as a whole.
    pub position: Option<(usize, usize)>,
    /// The column behind the last character, if it is known.
    pub end_column: Option<usize>,
    /// The JSON Pointer of the value, without `#`.
    pub pointer: Option<String>,
}

impl From<&Located> for Finding {
    fn from(one: &Located) -> Self {
        let help = one.help.iter().map(|help| format!("\nhelp: {help}"));
        Self {
            level: match one.severity {
                Severity::Error => FindingLevel::Error,
                Severity::Warning => FindingLevel::Warning,
            },
            id: one.code.as_str().to_owned(),
            message: format!("{}{}", one.message, help.collect::<String>()),
            place: Some(Place {
                file: one.path.to_string_lossy().into_owned(),
                position: Some((one.line, one.column)),
                end_column: Some(one.end_column),
                pointer: one.pointer.clone(),
            }),
        }
    }
}

/// A command of GitHub's workflows: `::error file=api.yaml,line=3,col=5,title=CR0201::…`
#[must_use]
pub fn github(finding: &Finding) -> String {
    let level = match finding.level {
        FindingLevel::Error => "error",
        FindingLevel::Warning => "warning",
        FindingLevel::Note => "notice",
    };
    let mut properties = String::new();
    if let Some(place) = &finding.place {
        properties.push_str(&format!("file={},", property(&place.file)));
        if let Some((line, column)) = place.position {
            properties.push_str(&format!("line={line},col={column},"));
        }
        if let Some(end) = place.end_column {
            properties.push_str(&format!("endColumn={end},"));
        }
    }
    let (title, message) = (property(&finding.id), data(&finding.message));
    format!("::{level} {properties}title={title}::{message}\n")
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

/// A log of SARIF. The descriptions are those of kinds of findings, each with a title and a text. A failure is the
/// reason why the command could not run.
#[must_use]
pub fn sarif(
    findings: &[Finding],
    descriptions: &BTreeMap<&str, (&str, &str)>,
    failure: Option<&str>,
) -> String {
    let mut ids: Vec<&str> = findings.iter().map(|one| one.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    let rules = ids.into_iter().map(|id| match descriptions.get(id) {
        Some((title, text)) => json!({
            "id": id,
            "shortDescription": { "text": title },
            "fullDescription": { "text": text },
        }),
        None => json!({ "id": id }),
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

fn result(finding: &Finding) -> Value {
    let level = match finding.level {
        FindingLevel::Error => "error",
        FindingLevel::Warning => "warning",
        FindingLevel::Note => "note",
    };
    let locations = finding.place.iter().map(|place| {
        let file = percent_encoded(&place.file.replace('\\', "/"), b"-._~/");
        let mut physical = json!({ "artifactLocation": { "uri": file } });
        if let Some((line, column)) = place.position {
            physical["region"] = json!({ "startLine": line, "startColumn": column });
            if let Some(end) = place.end_column {
                physical["region"]["endColumn"] = json!(end);
            }
        }
        let pointers = place.pointer.iter();
        let pointers = pointers.map(|at| json!({ "fullyQualifiedName": format!("#{at}") }));
        json!({
            "physicalLocation": physical,
            "logicalLocations": pointers.collect::<Vec<_>>(),
        })
    });
    json!({
        "ruleId": finding.id,
        "level": level,
        "message": { "text": finding.message },
        "locations": locations.collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Finding, FindingLevel, Place, github};

    #[test]
    fn an_annotation_is_one_line_and_its_properties_end() {
        let finding = Finding {
            level: FindingLevel::Note,
            id: "a:b".to_owned(),
            message: "100%\r\nof it: a, b".to_owned(),
            place: Some(Place {
                file: "a,b:c.yaml".to_owned(),
                position: None,
                end_column: None,
                pointer: None,
            }),
        };
        assert_eq!(
            github(&finding),
            "::notice file=a%2Cb%3Ac.yaml,title=a%3Ab::100%25%0D%0Aof it: a, b\n"
        );
    }
}
