//! Turns a meta-schema into the dialect that it describes: it lists the vocabularies of the schemas that name it in
//! `$schema` (JSON Schema 2020-12, core, section 8.1.2).

use std::collections::HashMap;

use crate::keyword::{self, Dialect, Vocabulary};
use crate::source::Value;

/// The dialect of a schema: one that everybody knows, without the vocabularies that its meta-schema
/// leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SchemaDialect {
    /// The known dialect.
    pub base: Dialect,
    /// The vocabularies that it leaves out.
    pub missing: MissingVocabularies,
}

/// The vocabularies that a dialect leaves out, of those with keywords that restrict values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MissingVocabularies {
    applicator: bool,
    unevaluated: bool,
    validation: bool,
}

impl MissingVocabularies {
    /// Whether nothing is left out.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// Whether a keyword belongs to a vocabulary that is left out.
    pub fn has(self, name: &str) -> bool {
        match keyword::find(name).map(|keyword| keyword.vocabulary) {
            Some(Vocabulary::Applicator) => self.applicator,
            Some(Vocabulary::Unevaluated) => self.unevaluated,
            Some(Vocabulary::Validation) => self.validation,
            _ => false,
        }
    }
}

impl From<Dialect> for SchemaDialect {
    fn from(base: Dialect) -> Self {
        Self {
            base,
            missing: MissingVocabularies::default(),
        }
    }
}

/// The dialect that each `$schema` names.
#[derive(Debug, Default)]
pub struct MetaSchemas {
    /// The dialects of the meta-schemas that were read, by URI. The well-known ones need no reading.
    read: HashMap<String, SchemaDialect>,
}

impl MetaSchemas {
    /// The dialect of schemas that name this meta-schema; `None` if nothing is known of it.
    pub fn dialect_of(&self, uri: &str) -> Option<SchemaDialect> {
        let known = Dialect::of_meta_schema(uri).map(SchemaDialect::from);
        known.or_else(|| self.read.get(uri.trim_end_matches('#')).copied())
    }

    /// Adds a meta-schema that was read.
    pub(super) fn add(&mut self, uri: &str, dialect: SchemaDialect) {
        let uri = uri.trim_end_matches('#').to_owned();
        self.read.insert(uri, dialect);
    }
}

/// The known vocabularies: how their URIs go on after the draft.
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

impl SchemaDialect {
    /// The dialect of a schema that names this one in `$schema`, in a schema of another dialect.
    #[must_use]
    pub fn inside(self, outer: Self) -> Self {
        if self.base == Dialect::JsonSchema202012 && !outer.base.is_json_schema() {
            // In OpenAPI this is 3.1, with what documents have left over from 3.0.
            return Self {
                base: Dialect::OpenApi31,
                ..self
            };
        }
        self
    }

    /// The dialect that a meta-schema describes, where its own dialect is `base`.
    ///
    /// # Errors
    ///
    /// The URI of a vocabulary that schemas of this dialect need, and that is not known.
    pub(super) fn described(meta_schema: &Value, base: Self) -> Result<Self, String> {
        let Some(vocabularies) = meta_schema.get("$vocabulary").and_then(Value::as_object) else {
            return Ok(base);
        };
        let mut dialect = base.base;
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
        let is_missing = |name| !named.contains(&name);
        Ok(Self {
            base: dialect,
            missing: MissingVocabularies {
                applicator: is_missing("applicator"),
                // In 2019-09 its keywords are applicators.
                unevaluated: match dialect {
                    Dialect::JsonSchema201909 => is_missing("applicator"),
                    _ => is_missing("unevaluated"),
                },
                validation: is_missing("validation"),
            },
        })
    }
}
