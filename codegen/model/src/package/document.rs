//! Turns `info` and `x-crate` of a document into the data of the package.

use super::unquoted::Unquoted;
use super::{PackageInfo, Problem, Severity, read};
use cratify_schema::diagnostic::{Code, Diagnostic, Diagnostics, SourceLocation};
use cratify_schema::source::{FileId, Part, Pointer, Source, Value};

/// The data of the package, and the texts of the document about it.
#[derive(Debug, Clone)]
pub struct Package {
    /// For its manifest.
    pub info: PackageInfo,
    /// The document's title.
    pub title: String,
    /// The document's description: Markdown.
    pub description: Option<String>,
    /// The version in the document, or the place for one.
    pub version_at: SourceLocation,
}

impl Package {
    /// Reads `info` and `x-crate`, which stands beside it or in it. A JSON Schema has `title` and
    /// `description` of its own instead.
    pub fn read(file: FileId, source: &Source, diagnostics: &mut Diagnostics) -> Self {
        let root = &source.root;
        let stem = source
            .path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy();
        let whole = Pointer::root();
        let (info, info_at) = match root.get("info") {
            Some(info) => (Some(info.clone()), whole.join("info")),
            None => (own_info(root), whole.clone()),
        };
        let (x_crate, crate_at) = match root.get("x-crate") {
            Some(value) => (Some(value), whole.join("x-crate")),
            None => (
                root.get("info").and_then(|info| info.get("x-crate")),
                whole.join("info").join("x-crate"),
            ),
        };
        let mut unquoted = Unquoted {
            file,
            source,
            diagnostics,
        };
        let info = info.map(|info| unquoted.read(&info, &info_at));
        let x_crate = x_crate.map(|x_crate| unquoted.read(x_crate, &crate_at));
        let (data, problems) = read(info.as_ref(), x_crate.as_ref(), &stem);
        for problem in problems {
            let base = if problem.in_x_crate {
                &crate_at
            } else {
                &info_at
            };
            diagnostics.push(diagnose(problem, file, base, root));
        }
        let text = |name: &str| info.as_ref()?.get(name)?.as_str().map(str::to_owned);
        let has_version = |object: &Option<Value>| {
            let object = object.as_ref();
            object.is_some_and(|object| object.get("version").is_some())
        };
        let version_at = if has_version(&x_crate) {
            &crate_at
        } else {
            &info_at
        };
        Self {
            version_at: SourceLocation::Pointer {
                file,
                pointer: version_at.join("version").nearest(root),
                part: Part::Value,
            },
            title: text("title").unwrap_or_else(|| data.name.clone()),
            description: text("description"),
            info: data,
        }
    }
}

/// The members of a JSON Schema that say what `info` says elsewhere.
fn own_info(root: &Value) -> Option<Value> {
    let members = ["title", "description", "version"]
        .iter()
        .filter_map(|name| {
            let value = root.get(*name)?;
            // The schema's own title and description are read with it.
            let is_text = value.is_string() || (*name == "version" && value.is_number());
            is_text.then(|| ((*name).to_owned(), value.clone()))
        });
    let members: serde_json::Map<String, Value> = members.collect();
    (!members.is_empty()).then_some(Value::Object(members))
}

fn diagnose(problem: Problem, file: FileId, base: &Pointer, root: &Value) -> Diagnostic {
    let pointer = problem
        .path
        .iter()
        .fold(base.clone(), |pointer, name| pointer.join(name));
    let pointer = pointer.nearest(root);
    let part = if problem.found.is_empty() {
        Part::Key
    } else {
        Part::Value
    };
    let place = SourceLocation::Pointer {
        file,
        pointer,
        part,
    };
    let diagnostic = match problem.severity {
        Severity::Error => Diagnostic::error(Code::InvalidPackage, place, problem.message),
        Severity::Warning => Diagnostic::warning(Code::MissingPackageData, place, problem.message),
    };
    let diagnostic = if problem.found.is_empty() {
        diagnostic
    } else {
        diagnostic.label(format!("found {}", problem.found))
    };
    diagnostic.help(problem.help)
}
