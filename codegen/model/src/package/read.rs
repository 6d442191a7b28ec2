//! Turns `info` and `x-crate` into a [`PackageInfo`] and a list of problems.

use cratify_schema::diagnostic::closest;
use serde_json::Value;

use super::problem::{Problem, Problems, Severity, Source};
use super::version::{self, Made};
use super::{PackageInfo, listing, name, rights};
use crate::markdown;

/// The members `x-crate` may have.
pub const X_CRATE_MEMBERS: &[&str] = &[
    "authors",
    "categories",
    "copyright-holder",
    "description",
    "documentation",
    "homepage",
    "keywords",
    "license",
    "name",
    "repository",
    "rust-version",
    "version",
];

/// Reads what a document says about its crate. `x-crate` wins over `info`;
/// `fallback_name`, usually the document's file name without extension, is
/// used when neither has a usable name.
///
/// The result can always be written. Changes and omissions are in
/// the problems, in a fixed order: wrong values in `x-crate` and wrong types
/// anywhere are errors, values in `info` that do not fit a crate are warnings.
#[must_use]
pub fn read(
    info: Option<&Value>,
    x_crate: Option<&Value>,
    fallback_name: &str,
) -> (PackageInfo, Vec<Problem>) {
    let mut found = Problems::default();
    let problems = &mut found;
    let x_crate = Source::new(x_crate, true, problems);
    let info = Source::new(info, false, problems);
    for (member, _) in x_crate
        .members()
        .filter(|(member, _)| !X_CRATE_MEMBERS.contains(member))
    {
        let help = match closest(member, X_CRATE_MEMBERS) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("it may have {}", X_CRATE_MEMBERS.join(", ")),
        };
        problems.add(
            Severity::Error,
            x_crate,
            &[member],
            format!("`x-crate` has no member `{member}`"),
            help,
        );
    }
    info.expect_object("license", problems);
    info.expect_object("contact", problems);

    let name = read_name(x_crate, info, fallback_name, problems);
    let version = read_version(x_crate, info, problems);
    let description = read_description(x_crate, info, problems);
    let license = rights::license(x_crate, info, problems);
    let (authors, copyright_holder) = rights::authors(x_crate, info, problems);
    let package = PackageInfo {
        name,
        version,
        description,
        license: license.expression,
        license_name: license.name,
        license_url: license.url,
        authors,
        copyright_holder,
        repository: listing::url(x_crate, &["repository"], problems),
        homepage: listing::url(x_crate, &["homepage"], problems),
        documentation: listing::url(x_crate, &["documentation"], problems),
        keywords: listing::keywords(x_crate, problems),
        categories: listing::categories(x_crate, problems),
        rust_version: listing::rust_version(x_crate, problems),
    };
    (package, found.0)
}

fn read_name(
    x_crate: Source<'_>,
    info: Source<'_>,
    fallback: &str,
    problems: &mut Problems,
) -> String {
    const HELP: &str = "set `x-crate.name` to choose the name";
    // Everything is read before it is needed, so that a wrong type in `info`
    // does not go unnoticed because `x-crate` says something.
    let title = info.text(&["title"], problems);
    if let Some(wanted) = x_crate.text(&["name"], problems) {
        let Err(reason) = name::check(wanted) else {
            return wanted.to_owned();
        };
        let made = name::from_title(wanted).map(|(name, _)| name);
        let help = made
            .as_ref()
            .map_or("choose another name".to_owned(), |name| {
                format!("write {name}")
            });
        problems.add(
            Severity::Error,
            x_crate,
            &["name"],
            format!("the crate name {reason}"),
            help,
        );
        if let Some(made) = made {
            return made;
        }
    }
    if let Some((name, changed)) = title.and_then(name::from_title) {
        if let Some(reason) = changed {
            let message =
                format!("the crate is named `{name}`, because the name made of the title {reason}");
            problems.add(Severity::Warning, info, &["title"], message, HELP);
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
        let message =
            format!("no crate name can be made of the title, so the crate is named `{name}`");
        problems.add(severity, info, &["title"], message, HELP);
    }
    name
}

fn read_version(x_crate: Source<'_>, info: Source<'_>, problems: &mut Problems) -> String {
    let texts = [x_crate, info].map(|source| (source, source.text(&["version"], problems)));
    for (source, text) in texts {
        let Some(text) = text else {
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
            Made::Plainly => return version.to_string(),
            Made::FromDate => format!(
                "the crate's version is {version}, made of a date: Cargo will take every document of one year \
                 as compatible with the earlier ones"
            ),
            Made::Reduced => {
                format!("the crate's version is {version}, because Cargo cannot have it as written")
            }
        };
        problems.add(Severity::Warning, source, &["version"], message, help);
        return version.to_string();
    }
    version::FALLBACK.to_owned()
}

fn read_description(
    x_crate: Source<'_>,
    info: Source<'_>,
    problems: &mut Problems,
) -> Option<String> {
    let title = info.text(&["title"], &mut Problems::default());
    // A crate without any is refused by `cargo publish`.
    let named = title
        .filter(|title| !title.is_empty())
        .map(|title| format!("Rust types for {title}"));
    [
        (x_crate, "description"),
        (info, "description"),
        (info, "summary"),
    ]
    .map(|(source, member)| source.text(&[member], problems))
    .into_iter()
    .chain([named.as_deref()])
    .flatten()
    .find_map(markdown::summary)
}
