//! Turns `info` and `x-crate` into a [`PackageInfo`] and a list of problems.

use serde_json::Value;

use super::problem::{Problem, Problems, Severity, Source};
use super::version::{self, Made};
use super::{PackageInfo, licenses, listing, markdown, name, suggest};
use super::spdx::Expression;

/// The members `x-crate` may have.
pub const X_CRATE_MEMBERS: &[&str] = &[
    "authors", "categories", "copyright-holder", "description", "documentation", "homepage",
    "keywords", "license", "name", "repository", "rust-version", "version",
];

/// Reads what a document says about its crate. `x-crate` wins over `info`;
/// `fallback_name`, usually the document's file name without extension, is
/// used when neither has a usable name.
///
/// The result can always be written. What had to be changed or left out is in
/// the problems, in a fixed order: wrong values in `x-crate` and wrong types
/// anywhere are errors, values in `info` that do not fit a crate are warnings.
#[must_use]
pub fn read(
    info: Option<&Value>,
    x_crate: Option<&Value>,
    fallback_name: &str,
) -> (PackageInfo, Vec<Problem>) {
    let mut problems = Problems::default();
    let x_crate = Source::new(x_crate, true, &mut problems);
    let info = Source::new(info, false, &mut problems);
    for (member, _) in x_crate.members().filter(|(member, _)| !X_CRATE_MEMBERS.contains(member)) {
        let help = match suggest::closest(member, X_CRATE_MEMBERS) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("it may have {}", X_CRATE_MEMBERS.join(", ")),
        };
        problems.add(Severity::Error, x_crate, &[member], format!("`x-crate` has no member `{member}`"), help);
    }
    info.expect_object("license", &mut problems);
    info.expect_object("contact", &mut problems);

    let problems_ = &mut problems;
    let name = read_name(x_crate, info, fallback_name, problems_);
    let version = read_version(x_crate, info, problems_);
    let description = read_description(x_crate, info, problems_);
    let license = read_license(x_crate, info, problems_);
    let (authors, copyright_holder) = read_authors(x_crate, info, problems_);
    let package = PackageInfo {
        name,
        version,
        description,
        license: license.expression,
        license_name: license.name,
        license_url: license.url,
        authors,
        copyright_holder,
        repository: listing::url(x_crate, &["repository"], problems_),
        homepage: listing::url(x_crate, &["homepage"], problems_),
        documentation: listing::url(x_crate, &["documentation"], problems_),
        keywords: listing::keywords(x_crate, problems_),
        categories: listing::categories(x_crate, problems_),
        rust_version: listing::rust_version(x_crate, problems_),
    };
    (package, problems.0)
}

fn read_name(x_crate: Source<'_>, info: Source<'_>, fallback: &str, problems: &mut Problems) -> String {
    const HELP: &str = "set `x-crate.name`";
    if let Some(wanted) = x_crate.text(&["name"], problems) {
        let Err(reason) = name::check(wanted) else {
            return wanted.to_owned();
        };
        let made = name::from_title(wanted).map(|(name, _)| name);
        let help = made.as_ref().map_or("choose another name".to_owned(), |name| format!("write {name}"));
        problems.add(Severity::Error, x_crate, &["name"], format!("the crate name {reason}"), help);
        if let Some(made) = made {
            return made;
        }
    }
    let title = info.text(&["title"], problems);
    if let Some((name, changed)) = title.and_then(name::from_title) {
        if let Some(reason) = changed {
            let message = format!("the crate is named `{name}`, because the name made of the title {reason}");
            problems.add(Severity::Warning, info, &["title"], message, "set `x-crate.name` to choose the name");
        }
        return name;
    }
    let (name, severity) = match name::from_title(fallback) {
        Some((name, _)) => (name, Severity::Warning),
        None => (name::LAST_RESORT.to_owned(), Severity::Error),
    };
    // A document without a title is as good as one with, as long as its file
    // has a name.
    if title.is_some() || severity == Severity::Error {
        let message = format!("no crate name can be made of the title, so the crate is named `{name}`");
        problems.add(severity, info, &["title"], message, HELP);
    }
    name
}

fn read_version(x_crate: Source<'_>, info: Source<'_>, problems: &mut Problems) -> String {
    for source in [x_crate, info] {
        let Some(text) = source.text(&["version"], problems) else {
            continue;
        };
        let help = if source.in_x_crate() {
            "write a semantic version such as \"1.2.3\""
        } else {
            "set `x-crate.version` to version the crate by itself"
        };
        let Some((version, made)) = version::normalise(text) else {
            let message = "this is not a version, nor can one be made of it";
            problems.add(source.severity(), source, &["version"], message, help);
            continue;
        };
        let message = match made {
            Made::Plainly => return version,
            Made::FromDate => format!(
                "the crate's version is {version}, made of a date: Cargo will take every document of one year \
                 as compatible with the earlier ones"
            ),
            Made::Reduced => format!("the crate's version is {version}, because Cargo cannot have it as written"),
        };
        problems.add(Severity::Warning, source, &["version"], message, help);
        return version;
    }
    version::FALLBACK.to_owned()
}

fn read_description(x_crate: Source<'_>, info: Source<'_>, problems: &mut Problems) -> Option<String> {
    for (source, member) in [(x_crate, "description"), (info, "description"), (info, "summary")] {
        let text = source.text(&[member], problems);
        if let Some(description) = text.and_then(markdown::first_paragraph) {
            return Some(description);
        }
    }
    // Better than none at all, which `cargo publish` refuses.
    let title = info.text(&["title"], &mut Problems::default());
    title.and_then(markdown::first_paragraph).map(|title| format!("Rust types for {title}"))
}

#[derive(Default)]
struct License {
    expression: Option<String>,
    name: Option<String>,
    url: Option<String>,
}

fn read_license(x_crate: Source<'_>, info: Source<'_>, problems: &mut Problems) -> License {
    let ours = read_expression(x_crate, &["license"], problems);
    // Read even if it is not used, so that a wrong type never goes unnoticed.
    let identifier = read_expression(info, &["license", "identifier"], problems);
    let name = info.text(&["license", "name"], problems).filter(|name| !name.is_empty());
    let url = listing::url(info, &["license", "url"], problems);
    let expression = ours.or(identifier).or_else(|| name.and_then(licenses::from_name));
    if expression.is_some() {
        return License { expression, ..License::default() };
    }
    let help = "set `x-crate.license` to an SPDX expression such as \"MIT OR Apache-2.0\"";
    let Some(name) = name else {
        let message = "no licence is given, and `cargo publish` wants one";
        problems.add(Severity::Warning, info, &["license"], message, help);
        return License::default();
    };
    let message = "this is not a licence name cratify knows, so the manifest points to the file LICENSE instead";
    problems.add(Severity::Warning, info, &["license", "name"], message, help);
    License { expression: None, name: Some(markdown::line(name)), url }
}

fn read_expression(source: Source<'_>, path: &[&str], problems: &mut Problems) -> Option<String> {
    let text = source.text(path, problems)?;
    match Expression::parse(text) {
        Ok(expression) => {
            for id in expression.unknown() {
                let meant = licenses::from_name(id);
                let meant = meant.as_deref().or_else(|| suggest::closest(id, licenses::ids()));
                let help = match meant {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => "check that it is in https://spdx.org/licenses/".to_owned(),
                };
                let message = format!("cratify does not know the SPDX licence id `{id}`");
                problems.add(Severity::Warning, source, path, message, help);
            }
            Some(expression.text)
        }
        Err(reason) => {
            let help = match licenses::from_name(text) {
                Some(meant) => format!("write {meant}"),
                None => "write an SPDX expression such as \"MIT OR Apache-2.0\"".to_owned(),
            };
            let message = format!("the licence expression {reason}");
            problems.add(source.severity(), source, path, message, help);
            None
        }
    }
}

fn read_authors(x_crate: Source<'_>, info: Source<'_>, problems: &mut Problems) -> (Vec<String>, Option<String>) {
    let mut authors = Vec::new();
    for (index, author) in x_crate.texts("authors", problems) {
        let author = markdown::line(author);
        if author.is_empty() {
            problems.add(Severity::Error, x_crate, &["authors", &index], "the author is empty", "remove it");
        } else {
            authors.push(author);
        }
    }
    let contact = info.text(&["contact", "name"], problems).map(markdown::line).filter(|name| !name.is_empty());
    let email = info.text(&["contact", "email"], problems);
    if let Some(contact) = contact.filter(|_| authors.is_empty()) {
        let email = email.filter(|email| email.contains('@') && !email.contains([' ', '<', '>']));
        authors.push(email.map_or(contact.clone(), |email| format!("{contact} <{email}>")));
    }
    let given = x_crate.text(&["copyright-holder"], problems).map(markdown::line);
    let names: Vec<&str> = authors
        .iter()
        .map(|author| author.split('<').next().unwrap_or_default().trim())
        .filter(|name| !name.is_empty())
        .collect();
    let holder = given.filter(|given| !given.is_empty()).unwrap_or_else(|| names.join(", "));
    (authors, (!holder.is_empty()).then_some(holder))
}
