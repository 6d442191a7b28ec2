//! Turns the language of a code block into one that rustdoc does not run.

/// A language that rustdoc neither runs nor takes for an attribute of a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Language(&'static str);

/// The languages of code in descriptions. rustdoc reads every other word of a fence in its own way,
/// and has new ones with new releases; so it never gets one that is not of this list.
const KNOWN: [&str; 40] = [
    "bash",
    "c",
    "clojure",
    "cpp",
    "csharp",
    "css",
    "csv",
    "dart",
    "diff",
    "elixir",
    "go",
    "graphql",
    "html",
    "http",
    "ini",
    "java",
    "javascript",
    "js",
    "json",
    "json5",
    "jsonc",
    "kotlin",
    "lua",
    "markdown",
    "php",
    "powershell",
    "protobuf",
    "python",
    "r",
    "ruby",
    "scala",
    "sh",
    "shell",
    "sql",
    "swift",
    "toml",
    "ts",
    "typescript",
    "xml",
    "yaml",
];

impl Language {
    /// No language.
    pub(super) const TEXT: Self = Self("text");

    /// The language that the info string of a fence begins with.
    pub(super) fn of(info: &str) -> Self {
        let name = info.split_whitespace().next().unwrap_or_default();
        let known = KNOWN.iter().find(|known| known.eq_ignore_ascii_case(name));
        known.map_or(Self::TEXT, |known| Self(known))
    }

    pub(super) fn as_str(self) -> &'static str {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn only_known_languages_are_kept() {
        for (info, language) in [
            ("json", "json"),
            (" JSON title=\"x\"", "json"),
            ("", "text"),
            ("rust", "text"),
            ("json,rust", "text"),
            ("{.rust}", "text"),
            ("E0023", "text"),
            ("edition2021", "text"),
            ("should_panic", "text"),
            ("text", "text"),
        ] {
            assert_eq!(Language::of(info).as_str(), language, "{info:?}");
        }
    }
}
