//! Reports and exceptions.

use crate::{Exception, Failure, Proof, Report};

fn report() -> Report {
    let failure = |case: &str, check: &str| Failure {
        case: case.to_owned(),
        check: check.to_owned(),
        message: "first\nsecond".to_owned(),
    };
    Report {
        name: "equality",
        failures: vec![
            failure("A", "equality/no"),
            failure("B", "equality/unknown"),
        ],
        held_by_instances: vec!["B".to_owned()],
        ..Report::default()
    }
}

fn exception<'a>(case: &'a str, check: &'a str) -> Exception<'a> {
    let reason = "reviewed";
    Exception {
        case,
        check,
        reason,
    }
}

#[test]
fn a_proof_holds_without_failures() {
    let mut proof = Proof {
        reports: vec![Report::default(), report()],
        findings: Vec::new(),
    };
    assert!(!proof.holds());
    let text = proof.to_string();
    for part in ["A [equality/no]", "B [equality/unknown]"] {
        assert!(text.contains(part), "{text}");
    }
    proof.reports.pop();
    assert!(proof.holds());
}

#[test]
fn needed_exceptions_excuse() {
    report().assert(&[exception("A", "equality/no"), exception("B", "equality")]);
    // Other reports judge their own exceptions.
    report().assert(&[
        exception("A", "equality"),
        exception("B", "equality/unknown"),
        exception("A", "instances/decode"),
    ]);
}

#[test]
#[should_panic(expected = "B [equality/unknown]\n      first\n      second")]
fn failures_without_an_exception_fail() {
    report().assert(&[exception("A", "equality/no")]);
}

#[test]
#[should_panic(expected = "exception for C [equality/no] is no longer needed")]
fn exceptions_no_longer_needed_fail() {
    report().assert(&[
        exception("A", "equality"),
        exception("B", "equality"),
        exception("C", "equality/no"),
    ]);
}

#[test]
#[should_panic(expected = "no check is called equalty/no")]
fn misspelled_exceptions_fail() {
    report().assert(&[
        exception("A", "equality"),
        exception("B", "equality"),
        exception("A", "equalty/no"),
    ]);
}

#[test]
#[should_panic(expected = "gives no reason")]
fn exceptions_without_a_reason_fail() {
    let silent = Exception {
        reason: " ",
        ..exception("A", "equality")
    };
    report().assert(&[silent, exception("B", "equality")]);
}

#[test]
fn a_report_reads_as_a_table() {
    let mut report = report();
    report.counts.checked = 2;
    report.counts.unknown = 1;
    let text = report.to_string();
    assert!(
        text.starts_with("equality: 2 failure(s)\n  checked                          2\n"),
        "{text}"
    );
    assert!(text.contains("held by instances: B"), "{text}");
    assert!(!text.contains("valid instances"), "{text}");
}
