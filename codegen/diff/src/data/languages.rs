//! Keeps the languages of one version, with the validators for them.

use std::collections::HashMap;

use cratify_rust::publish::{Described, Language};
use jsonschema::Validator;
use serde_json::{Map, Value};

use super::references::{complete, reached};
use super::validator;
use crate::Side;

/// One version of the languages.
pub(super) struct Version<'s> {
    side: &'s Side,
    /// The published schemas by the names of the definitions.
    published: HashMap<&'s str, &'s Value>,
}

impl<'s> Version<'s> {
    pub(super) fn new(side: &'s Side) -> Self {
        Self {
            side,
            published: side.published(),
        }
    }

    /// The types that have a definition.
    pub(super) fn types(&self) -> impl Iterator<Item = (&'s str, &'s Described)> {
        let types = self.side.decisions.languages.types.iter();
        types.map(|(key, described)| (key.as_str(), described))
    }

    /// A type that has a definition.
    pub(super) fn get(&self, key: &str) -> Option<&'s Described> {
        self.side.decisions.languages.types.get(key)
    }

    /// The definitions of a language.
    pub(super) fn definitions(&self, language: Language) -> &'s Map<String, Value> {
        self.side.decisions.languages.definitions(language)
    }

    /// Whether a definition, or one that it refers to, is wider than it should be.
    pub(super) fn is_partial(&self, key: &str) -> bool {
        let definitions = self.definitions(Language::Accepted);
        let partial = |key: &str| self.get(key).is_some_and(|described| described.is_partial);
        let reached = definitions
            .get(key)
            .map(|schema| reached(schema, definitions));
        partial(key) || reached.into_iter().flatten().any(partial)
    }

    /// A validator of the published schema; `None` if the type has none.
    pub(super) fn published(&self, key: &str) -> Option<Result<Validator, String>> {
        let schema = self.published.get(key)?.as_object()?;
        Some(validator::literal(&complete(
            schema.clone(),
            self.side.definitions(),
        )))
    }

    /// A validator of a language.
    pub(super) fn language(
        &self,
        key: &str,
        language: Language,
    ) -> Option<Result<Validator, String>> {
        let definitions = self.definitions(language);
        let schema = match definitions.get(key)? {
            Value::Object(schema) => complete(schema.clone(), definitions),
            other => other.clone(),
        };
        Some(match language {
            Language::Accepted => validator::literal(&schema),
            _ => validator::assertive(&schema),
        })
    }
}
