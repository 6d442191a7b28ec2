//! Tests of reading `info` and `x-crate` and of writing what they say.
#![allow(clippy::needless_pass_by_value, reason = "`json!` makes values")]

mod dependencies;
mod licenses;
mod members;
mod names;

use serde_json::Value;

use super::{PackageInfo, Problem, Severity, read};

pub(super) fn from(info: Value, x_crate: Value) -> (PackageInfo, Vec<Problem>) {
    read(Some(&info), Some(&x_crate), "fallback")
}

/// The problems without the one about a missing licence, which most tests
/// are not about.
pub(super) fn problems(info: Value, x_crate: Value) -> Vec<Problem> {
    let (_, mut problems) = from(info, x_crate);
    problems.retain(|problem| !problem.message.starts_with("no licence"));
    problems
}

/// The only problem, which must be of this severity and at this path.
pub(super) fn only(
    problems: &[Problem],
    severity: Severity,
    in_x_crate: bool,
    path: &[&str],
) -> Problem {
    let [problem] = problems else {
        panic!("{problems:#?}")
    };
    assert_eq!(
        (problem.severity, problem.in_x_crate),
        (severity, in_x_crate),
        "{problem:?}"
    );
    assert_eq!(problem.path, path, "{problem:?}");
    assert!(
        !problem.message.ends_with('.') && !problem.help.is_empty(),
        "{problem:?}"
    );
    problem.clone()
}
