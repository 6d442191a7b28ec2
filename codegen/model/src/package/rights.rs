//! Turns licence, authors and contact of a document into the data of a crate.

use cratify_schema::diagnostic::closest;

use super::license_expression::LicenseExpression;
use super::problem::{Problems, Severity, Source};
use super::{licenses, listing};
use cratify_schema::text::one_line;

/// The licence: an expression, or at least a name.
#[derive(Debug, Default)]
pub(super) struct License {
    pub(super) expression: Option<LicenseExpression>,
    pub(super) name: Option<String>,
    pub(super) url: Option<String>,
}

/// The licence, from the most to the least exact statement of it.
pub(super) fn license(x_crate: Source<'_>, info: Source<'_>, problems: &mut Problems) -> License {
    let ours = x_crate.text(&["license"], problems);
    let identifier = info.text(&["license", "identifier"], problems);
    let name = info
        .text(&["license", "name"], problems)
        .filter(|name| !name.is_empty());
    let expression = ours
        .and_then(|text| expression(x_crate, &["license"], text, problems))
        .or_else(|| expression(info, &["license", "identifier"], identifier?, problems))
        .or_else(|| licenses::from_name(name?));
    if expression.is_some() {
        return License {
            expression,
            ..License::default()
        };
    }
    let help = "set `x-crate.license` to an SPDX expression such as \"MIT OR Apache-2.0\"";
    let Some(name) = name else {
        let message = "no licence is given, and `cargo publish` wants one";
        problems.add(Severity::Warning, info, &["license"], message, help);
        return License::default();
    };
    let message = "this is not a licence name cratify knows, so the manifest points to the file LICENSE instead";
    problems.add(Severity::Warning, info, &["license", "name"], message, help);
    let url = listing::url(info, &["license", "url"], problems);
    License {
        expression: None,
        name: Some(one_line(name)),
        url,
    }
}

fn expression(
    source: Source<'_>,
    path: &[&str],
    text: &str,
    problems: &mut Problems,
) -> Option<LicenseExpression> {
    match LicenseExpression::parse(text) {
        Ok(expression) => {
            for id in &expression.unknown {
                let known = licenses::license_ids().chain(licenses::exception_ids());
                let meant = licenses::from_name(id).map(|meant| meant.text);
                let meant = meant.or_else(|| {
                    let near = closest(id, &known.collect::<Vec<_>>());
                    near.map(str::to_owned)
                });
                let help = match meant {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => "take an id from https://spdx.org/licenses/".to_owned(),
                };
                let message = format!("`{id}` is not in the SPDX list of licences");
                problems.add(Severity::Warning, source, path, message, help);
            }
            Some(expression)
        }
        Err(reason) => {
            let help = match licenses::from_name(text) {
                Some(meant) => format!("write {}", meant.text),
                None => "write an SPDX expression such as \"MIT OR Apache-2.0\"".to_owned(),
            };
            let message = format!("the licence expression {reason}");
            problems.add(source.severity(), source, path, message, help);
            None
        }
    }
}

/// The authors, and the holder in a copyright line.
pub(super) fn authors(
    x_crate: Source<'_>,
    info: Source<'_>,
    problems: &mut Problems,
) -> (Vec<String>, Option<String>) {
    let mut authors = Vec::new();
    for (index, author) in x_crate.texts("authors", problems) {
        let author = one_line(author);
        if author.is_empty() {
            problems.add(
                Severity::Error,
                x_crate,
                &["authors", &index],
                "the author is empty",
                "remove it",
            );
        } else {
            authors.push(author);
        }
    }
    let contact = info
        .text(&["contact", "name"], problems)
        .map(one_line)
        .filter(|name| !name.is_empty());
    let email = info.text(&["contact", "email"], problems);
    if let Some(contact) = contact.filter(|_| authors.is_empty()) {
        let email = email.filter(|email| email.contains('@') && !email.contains([' ', '<', '>']));
        authors.push(email.map_or(contact.clone(), |email| format!("{contact} <{email}>")));
    }
    let given = x_crate.text(&["copyright-holder"], problems).map(one_line);
    let names: Vec<&str> = authors
        .iter()
        .map(|author| author.split('<').next().unwrap_or_default().trim())
        .filter(|name| !name.is_empty())
        .collect();
    let holder = given
        .filter(|given| !given.is_empty())
        .unwrap_or_else(|| names.join(", "));
    (authors, (!holder.is_empty()).then_some(holder))
}
