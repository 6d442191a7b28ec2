//! Runs one check on the types of one document.
//!
//! `cratify-proofs` copies this file into a program. The arguments are the name of the document and the check.
//! The input is JSON: the path of the document and the known differences. The last line of output has the
//! counts of the check.

use cratify_check::{self as check, Case, Document, Exception, ReadOptions, Report};
use serde_json::Value;

use crate::values;

/// The types of a document.
type Cases = fn() -> Vec<Case>;

/// Runs the check, and panics if it fails.
pub fn main(subjects: &[(&str, Cases)]) {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [subject, wish] = arguments.as_slice() else {
        panic!("a document and a check");
    };
    let known: Value = serde_json::from_reader(std::io::stdin()).expect("the input is JSON");
    let (_, cases) = subjects.iter().find(|(name, _)| name == subject).expect("a known document");
    let cases = cases();
    if wish == "values" {
        return values::check(text(&known, "instances"), &exceptions(&known, "values"), &cases);
    }
    if wish == "samples" {
        return values::samples(&known["samples"], &cases);
    }
    let report = match wish.as_str() {
        "equality" => check::equality(&cases),
        "annotations" => check::annotations(&cases),
        "published" => check::published(&document(&known), &cases),
        "instances" => check::instances(&cases),
        "examples" => examples(&known, &cases),
        _ => panic!("a known check"),
    };
    println!("{report}");
    let counts = &report.counts;
    let mut line = format!("{:>6}{:>9}{:>6}{:>9}", counts.yes, counts.unknown, counts.no, counts.skipped);
    if counts.valid > 0 {
        line.push_str(&format!("{:>9} of {} valid values come back", counts.exact, counts.valid));
    }
    println!("{line}");
    let exceptions = exceptions(&known, report.name);
    report.assert(&exceptions);
}

/// The known differences that concern a check.
fn exceptions<'k>(known: &'k Value, check: &str) -> Vec<Exception<'k>> {
    let exceptions = known["exceptions"].as_array().expect("a list of exceptions").iter();
    let exceptions = exceptions.map(|exception| Exception {
        case: text(exception, "case"),
        check: text(exception, "check"),
        reason: text(exception, "reason"),
    });
    exceptions.filter(|exception| exception.check.split('/').next() == Some(check)).collect()
}

fn examples(known: &Value, cases: &[Case]) -> Report {
    let (report, findings) = check::examples(&document(known), cases);
    for finding in &findings {
        println!("finding about the document: {}: {} ({})", finding.pointer, finding.message, finding.example);
    }
    if let Some(expected) = known["findings"].as_u64() {
        assert_eq!(findings.len() as u64, expected, "examples that contradict their own schema");
    }
    report
}

/// The document, as the generator reads it.
fn document(known: &Value) -> Document {
    let further = known["further"].as_array().expect("a list of further documents");
    let further = further.iter().map(|path| path.as_str().expect("a path").into());
    let options = ReadOptions { further_documents: further.collect(), ..ReadOptions::default() };
    Document::read_with(text(known, "document"), options).expect("the documents can be read")
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().expect("a text")
}
