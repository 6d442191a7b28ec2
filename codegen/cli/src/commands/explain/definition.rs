//! Finds the definition of a type in the files of a crate.

use cratify::Generated;

/// A type as it is defined. Attributes for `schemars` are left out.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Definition {
    /// Its path in the crate.
    pub name: String,
    /// The file.
    pub path: String,
    /// The attributes and the documentation above it.
    above: String,
    /// The item itself.
    pub item: String,
}

impl Definition {
    /// The definition of the type that stands for the schema at a pointer.
    pub(super) fn of_schema(generated: &Generated, pointer: &str) -> Option<Self> {
        let whole = generated.type_at(pointer).map(str::to_owned);
        let name = whole.or_else(|| {
            let mut types = generated.types();
            let found = types.find(|(_, other)| *other == pointer);
            found.map(|(name, _)| name.to_owned())
        })?;
        let (module, ident) = name.rsplit_once("::").unwrap_or(("", &name));
        let starts = ["struct", "enum", "type"].map(|word| format!("pub {word} {ident}"));
        let is_start = |line: &&str| {
            let mut rests = starts
                .iter()
                .filter_map(|start| line.strip_prefix(start.as_str()));
            rests.any(|rest| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_'))
        };
        let folder = ["src", module].join("/");
        let folder = folder.trim_end_matches('/');
        let mut files = generated.files().filter(|(path, _)| {
            path.rsplit_once('/')
                .is_some_and(|(other, _)| other == folder)
        });
        files.find_map(|(path, text)| {
            let lines: Vec<&str> = text.lines().collect();
            let at = lines.iter().position(is_start)?;
            let above = lines[..at].iter().rposition(|line| line.is_empty());
            let above = above.map_or(0, |blank| blank + 1);
            let length = if lines[at].ends_with(['{', '(']) {
                let mut rest = lines[at..].iter();
                rest.position(|line| *line == "}" || *line == ");")
                    .unwrap_or(0)
            } else {
                0
            };
            Some(Self {
                name: name.clone(),
                path: path.to_owned(),
                above: without_schemars(&lines[above..at]),
                item: without_schemars(&lines[at..=at + length]),
            })
        })
    }
}

/// The lines without `#[cfg_attr(feature = "schemars", …)]`.
fn without_schemars(lines: &[&str]) -> String {
    let mut shown = String::new();
    let mut end: Option<String> = None;
    for line in lines {
        let indent = &line[..line.len() - line.trim_start().len()];
        if let Some(closing) = &end {
            if line == closing {
                end = None;
            }
        } else if line.trim_start() == "#[cfg_attr(" {
            end = Some(format!("{indent})]"));
        } else if !line.trim_start().starts_with("#[cfg_attr(") {
            shown.push_str(&format!("{line}\n"));
        }
    }
    shown
}
