//! Dialects that a document brings along: a meta-schema lists the vocabularies of the schemas that
//! name it in `$schema` (JSON Schema 2020-12, core, section 8.1.2).

use std::collections::HashMap;

use crate::keyword::{self, Dialect, Vocabulary};
use crate::source::Value;

/// How schemas are spelled, and which of the keywords that restrict values mean anything in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// The dialect.
    pub dialect: Dialect,
    /// What it lacks.
    pub absent: Absent,
}

/// The vocabularies that a dialect lacks, of those whose keywords restrict values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Absent {
    applicator: bool,
    unevaluated: bool,
    validation: bool,
}

impl Absent {
    /// Whether nothing is lacking.
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }

    /// Whether a keyword belongs to a vocabulary that is lacking.
    pub fn has(self, name: &str) -> bool {
        match keyword::find(name).map(|keyword| keyword.vocabulary) {
            Some(Vocabulary::Applicator) => self.applicator,
            Some(Vocabulary::Unevaluated) => self.unevaluated,
            Some(Vocabulary::Validation) => self.validation,
            _ => false,
        }
    }
}

impl From<Dialect> for Style {
    fn from(dialect: Dialect) -> Self {
        Self {
            dialect,
            absent: Absent::default(),
        }
    }
}

/// What each `$schema` stands for.
#[derive(Debug, Default)]
pub struct Styles {
    /// Those that were found, by URI.
    own: HashMap<String, Style>,
}

impl Styles {
    /// The style of schemas that name this meta-schema; `None` if nothing is known of it.
    pub fn of(&self, uri: &str) -> Option<Style> {
        let known = Dialect::of_meta_schema(uri).map(Style::from);
        known.or_else(|| self.own.get(uri.trim_end_matches('#')).copied())
    }

    /// Adds a meta-schema that was found.
    pub fn add(&mut self, uri: &str, style: Style) {
        self.own.insert(uri.trim_end_matches('#').to_owned(), style);
    }
}

/// The vocabularies that are known: what their URIs end in after the draft.
const KNOWN: [&str; 9] = [
    "core",
    "applicator",
    "unevaluated",
    "validation",
    "meta-data",
    "format",
    "format-annotation",
    "format-assertion",
    "content",
];

impl Style {
    /// The style that a meta-schema describes, where its own style is `base`.
    ///
    /// # Errors
    ///
    /// The URI of a vocabulary that schemas of this dialect need, and that is not known.
    pub fn described(meta_schema: &Value, base: Self) -> Result<Self, String> {
        let Some(vocabularies) = meta_schema.get("$vocabulary").and_then(Value::as_object) else {
            return Ok(base);
        };
        let mut dialect = base.dialect;
        let mut named = Vec::new();
        for (uri, is_required) in vocabularies {
            let rest = uri.strip_prefix("https://json-schema.org/draft/");
            let known = rest.and_then(|rest| rest.split_once("/vocab/"));
            match known {
                Some((draft, name)) if KNOWN.contains(&name) => {
                    if name == "core" {
                        dialect = match draft {
                            "2019-09" => Dialect::JsonSchema201909,
                            _ => Dialect::JsonSchema202012,
                        };
                    }
                    named.push(name);
                }
                _ if uri.starts_with("https://spec.openapis.org/oas/") => {}
                _ if is_required == &Value::Bool(true) => return Err(uri.clone()),
                _ => {}
            }
        }
        let lacks = |name| !named.contains(&name);
        Ok(Self {
            dialect,
            absent: Absent {
                applicator: lacks("applicator"),
                // In 2019-09 it is a part of the applicators.
                unevaluated: match dialect {
                    Dialect::JsonSchema201909 => lacks("applicator"),
                    _ => lacks("unevaluated"),
                },
                validation: lacks("validation"),
            },
        })
    }
}
