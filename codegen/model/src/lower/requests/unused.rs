//! Turns requests that no type, field or variant took into errors.

use super::Subject;
use crate::lower::Lowerer;
use crate::model::Requested;
use cratify_schema::SchemaLocation;
use cratify_schema::diagnostic::{Code, Diagnostic, closest, list, visible};

impl Lowerer<'_, '_> {
    /// Reports requests that were not applied: for a place that has no name in Rust, a value that is not
    /// listed.
    pub(in crate::lower) fn report_unused_requests(&mut self) {
        for at in self.settings.places_with_former_names() {
            if self.requests.used.contains(&(at.clone(), Subject::Former)) {
                continue;
            }
            for request in self.settings.former_names(at) {
                self.diagnostics.push(no_subject(at, request, "a type"));
            }
        }
        for (at, requests) in self.settings.place_requests() {
            let is_used = |subject: Subject| self.requests.used.contains(&(at.clone(), subject));
            let mut idle: Vec<(&Requested, &str)> = Vec::new();
            if !is_used(Subject::Place) {
                let own = requests.name.iter().chain(&requests.attributes);
                idle.extend(own.map(|request| (request, "a type, a field or a variant")));
            }
            if !is_used(Subject::Type) {
                let own = requests.type_name.iter().chain(&requests.type_attributes);
                idle.extend(own.map(|request| (request, "a type")));
            }
            if !is_used(Subject::Derives) {
                let own = requests.derives.iter().map(|list| &list.requested);
                idle.extend(own.map(|request| (request, "a type")));
            }
            for (request, what) in idle {
                self.diagnostics.push(no_subject(at, request, what));
            }
            let values = requests
                .value_names
                .iter()
                .chain(&requests.value_attributes);
            for (value, request) in values {
                if !is_used(Subject::Value(value.clone())) {
                    let known = self.requests.values.get(at);
                    let known = known.map(Vec::as_slice).unwrap_or_default();
                    self.diagnostics.push(no_value(at, value, request, known));
                }
            }
        }
    }
}

fn no_subject(at: &SchemaLocation, request: &Requested, what: &str) -> Diagnostic {
    Diagnostic::error(
        Code::IdleSetting,
        request.location.clone(),
        format!(
            "`{}` is for `#{}`, which does not become {what}",
            visible(&request.text),
            at.pointer
        ),
    )
    .help(
        "name the place of something that has a name in Rust, such as a schema or a member of one",
    )
}

fn no_value(at: &SchemaLocation, value: &str, request: &Requested, known: &[String]) -> Diagnostic {
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    Diagnostic::error(
        Code::IdleSetting,
        request.location.clone(),
        format!(
            "`{}` is for the value `{}`, which `#{}` does not list",
            visible(&request.text),
            visible(value),
            at.pointer
        ),
    )
    .help(match closest(value, &known) {
        Some(near) => format!("did you mean `{near}`?"),
        None if known.is_empty() => "name the place of an enum or of a union".to_owned(),
        None => format!("the values are {}", list(&known)),
    })
}
