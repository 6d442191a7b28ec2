//! Reports and exceptions.

use serde_json::json;

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

fn proof() -> Proof {
    let instances = Report {
        name: "instances",
        failures: vec![Failure {
            case: "B".to_owned(),
            check: "instances/decode".to_owned(),
            message: "third".to_owned(),
        }],
        ..Report::default()
    };
    Proof {
        types: ["A", "B", "Sound"].map(str::to_owned).to_vec(),
        reports: vec![report(), instances],
        findings: Vec::new(),
    }
}

#[test]
fn a_proof_holds_without_failures() {
    let mut proof = proof();
    assert!(!proof.holds());
    // A type that the algebra leaves open is not a failure.
    let only_undecided = |report: &mut Report| report.failures.retain(Failure::is_undecided);
    proof.reports.iter_mut().for_each(only_undecided);
    assert!(proof.holds());
    // Nothing is proven of nothing.
    proof.types.clear();
    assert!(!proof.holds());
    assert!(proof.to_string().contains("nothing is proven"));
}

#[test]
fn a_proof_has_a_row_for_each_type_that_fails() {
    let text = proof().to_string();
    let rows = [
        "type  equality     instances",
        "A     no           -",
        "B     -            decode",
        "",
        "  A [equality/no]",
    ];
    assert!(text.contains(&rows.join("\n")), "{text}");
    assert!(text.contains("and the values hold them: B"), "{text}");
    assert!(!text.contains("Sound"), "{text}");
}

#[test]
fn a_proof_is_an_object_for_programs() {
    let object = proof().to_json();
    assert_eq!(object["holds"], false);
    assert_eq!(object["types"], json!(["A", "B", "Sound"]));
    assert_eq!(object["checks"][0]["check"], "equality");
    let failures = object["failures"].as_array().expect("a list");
    assert_eq!(failures.len(), 2);
    assert_eq!(object["undecided"], json!({ "equality": ["B"] }));
    assert_eq!(
        failures[1],
        json!({ "type": "B", "check": "instances/decode", "message": "third" })
    );
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
