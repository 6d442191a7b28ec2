//! Turns a comparison into the entry of a changelog, in words for the users of the crate, and adds the entry to it.

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag};

use super::markdown::{data_lines, plain};
use super::phrases;
use crate::changes::DEPRECATED;
use crate::{Bump, Comparison, Location};

/// The entry of the first release.
pub const FIRST: &str = "- The first release.\n";

/// The sections of an entry about code, in their order.
const SECTIONS: [&str; 4] = ["Added", "Changed", "Deprecated", "Removed"];

/// The entry, without its heading.
pub fn entry(comparison: &Comparison) -> String {
    let mut sections: Vec<(&str, Vec<String>)> =
        SECTIONS.map(|heading| (heading, Vec::new())).into();
    for change in &comparison.rust {
        let breaks = if change.bump == Bump::Major {
            "**Breaking:** "
        } else {
            ""
        };
        let accepted = phrases::accepted(comparison, change.id, &change.path);
        let line = format!(
            "- {breaks}{}\n",
            plain(&format!("{}{accepted}", change.text))
        );
        let heading = section_of(change.id);
        let section = sections.iter_mut().find(|(name, _)| *name == heading);
        if let Some((_, lines)) = section {
            lines.push(line);
        }
    }
    let deprecated = sections.iter_mut().find(|(name, _)| *name == "Deprecated");
    if let Some((_, lines)) = deprecated {
        lines.extend(deprecated_schemas(comparison));
    }
    sections.push(("Data", data_lines(comparison)));
    sections.retain(|(_, lines)| !lines.is_empty());
    if sections.is_empty() {
        return "- Nothing has changed.\n".to_owned();
    }
    let sections = sections
        .into_iter()
        .map(|(heading, lines)| format!("### {heading}\n\n{}", lines.concat()));
    sections.collect::<Vec<_>>().join("\n")
}

/// Deprecated schemas of elements and of the values of maps, which code cannot name. A line about an item of the crate covers all
/// that is in it.
fn deprecated_schemas(comparison: &Comparison) -> Vec<String> {
    let items = comparison.rust.iter();
    let items = items.filter(|change| change.id == DEPRECATED);
    let items: Vec<&Location> = items.filter_map(|change| change.new.as_ref()).collect();
    let is_within = |at: &Location| {
        items
            .iter()
            .any(|item| item.file == at.file && at.pointer.starts_with(&*item.pointer))
    };
    let changes = comparison.changes.iter();
    let changes = changes.filter(|change| change.id == DEPRECATED);
    let lines = changes.filter_map(|change| {
        let at = change.new.as_ref().filter(|at| !is_within(at))?;
        let text = format!("`#{}` is deprecated", at.pointer);
        Some(format!("- {}\n", plain(&text)))
    });
    lines.collect()
}

/// The section for a kind of change.
fn section_of(id: &str) -> &'static str {
    match id {
        "item-added"
        | "field-added"
        | "field-added-closed"
        | "variant-added"
        | "variant-added-closed"
        | "function-added"
        | "feature-added"
        | "trait-gained" => "Added",
        "deprecated-added" => "Deprecated",
        "item-removed" | "field-removed" | "variant-removed" | "function-removed"
        | "feature-removed" | "trait-lost" => "Removed",
        _ => "Changed",
    }
}

/// A changelog with the entry of a version: before the entries of earlier versions, and behind the section of
/// unreleased changes. `None` if it has an entry of the version.
pub fn add(changelog: &str, version: &str, entry: &str) -> Option<String> {
    let mut at = changelog.len();
    let mut is_found = false;
    for (start, heading) in headings(changelog) {
        if is_of(heading, version) {
            return None;
        }
        if !is_found && !heading.to_ascii_lowercase().contains("unreleased") {
            at = start;
            is_found = true;
        }
    }
    let (before, after) = changelog.split_at(at);
    let mut text = if before.trim().is_empty() && after.is_empty() {
        "# Changelog\n\n".to_owned()
    } else {
        let before = before.trim_end();
        let gap = if before.is_empty() { "" } else { "\n\n" };
        format!("{before}{gap}")
    };
    text.push_str(&format!("## {version}\n\n{entry}"));
    if !after.is_empty() {
        text.push('\n');
    }
    if changelog.contains("\r\n") {
        text = text.replace("\r\n", "\n").replace('\n', "\r\n");
    }
    Some(text + after)
}

/// The headings of the second level, with where they start. Those in blocks of code, in quotations and in lists are not
/// headings of the changelog.
fn headings(changelog: &str) -> Vec<(usize, &str)> {
    let mut headings = Vec::new();
    let mut depth = 0;
    for (event, range) in Parser::new(changelog).into_offset_iter() {
        match event {
            Event::Start(tag) => {
                let is_second = matches!(
                    tag,
                    Tag::Heading {
                        level: HeadingLevel::H2,
                        ..
                    }
                );
                if is_second && depth == 0 {
                    // A heading may be a line of text above a line of `-`.
                    let line = changelog[range.clone()].lines().next().unwrap_or_default();
                    let text = line.trim().trim_start_matches('#').trim_end_matches('#');
                    let start = changelog[..range.start]
                        .rfind('\n')
                        .map_or(0, |end| end + 1);
                    headings.push((start, text.trim()));
                }
                depth += 1;
            }
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    headings
}

/// Whether a heading belongs to a version: `1.2.0`, `v1.2.0`, `[1.2.0] - 2026-11-29`.
fn is_of(heading: &str, version: &str) -> bool {
    let word = heading.split_whitespace().next().unwrap_or_default();
    let word = word.trim_start_matches('[');
    let word = word.split(']').next().unwrap_or_default();
    word.strip_prefix('v').unwrap_or(word) == version
}

#[cfg(test)]
mod tests {
    use super::add;

    #[test]
    fn an_entry_stands_before_entries_of_earlier_versions() {
        let table = [
            ("", "# Changelog\n\n## 1.1.0\n\n- x\n"),
            (
                "# Changes\n\nAll.\n",
                "# Changes\n\nAll.\n\n## 1.1.0\n\n- x\n",
            ),
            (
                "# Changes\n\n## 1.0.0\n\n- y\n",
                "# Changes\n\n## 1.1.0\n\n- x\n\n## 1.0.0\n\n- y\n",
            ),
            ("## 1.0.0\n", "## 1.1.0\n\n- x\n\n## 1.0.0\n"),
            (
                "## [Unreleased]\n\n- z\n\n## [1.0.0] - 2026-01-01\n",
                "## [Unreleased]\n\n- z\n\n## 1.1.0\n\n- x\n\n## [1.0.0] - 2026-01-01\n",
            ),
            (
                "A\n```\n## 1.1.0\n```\n",
                "A\n```\n## 1.1.0\n```\n\n## 1.1.0\n\n- x\n",
            ),
            (
                "~~~\n## 1.1.0\n~~~\n\n> ## 1.1.0\n\n    ## 1.1.0\n\n1.0.0\n-----\n",
                "~~~\n## 1.1.0\n~~~\n\n> ## 1.1.0\n\n    ## 1.1.0\n\n## 1.1.0\n\n- x\n\n1.0.0\n-----\n",
            ),
            (
                "A\r\n\r\n## 1.0.0\r\n",
                "A\r\n\r\n## 1.1.0\r\n\r\n- x\r\n\r\n## 1.0.0\r\n",
            ),
        ];
        for (old, new) in table {
            assert_eq!(add(old, "1.1.0", "- x\n").as_deref(), Some(new), "{old:?}");
            assert_eq!(add(new, "1.1.0", "- x\n"), None, "{new:?}");
        }
        for written in ["## v1.1.0\n", "## [1.1.0](https://a.example) - today\n"] {
            assert_eq!(add(written, "1.1.0", "- x\n"), None, "{written:?}");
        }
        assert!(add("## 11.1.0\n## 1.1.0-rc\n", "1.1.0", "").is_some());
    }
}
