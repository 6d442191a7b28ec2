//! Compares documents of older dialects by validators of those dialects.

use jsonschema::Registry;
use serde_json::{Value, json};

use cratify_schema::text::percent_encoded;

use crate::Case;
use crate::algebra::Equivalence;
use crate::instances;
use crate::json;
use crate::schemas::dialect::Dialect;
use crate::schemas::whole;

/// How the document is called by what refers to it.
const DOCUMENT: &str = "https://document.invalid/";

/// A document for a validator of its dialect.
pub(super) struct Older {
    dialect: Dialect,
    registry: Registry<'static>,
}

impl Older {
    /// `None` if no validator knows the dialect or reads the document.
    pub(super) fn new(document: &Value, dialect: Dialect) -> Option<Self> {
        if dialect == Dialect::Foreign {
            return None;
        }
        let registry = Registry::new()
            .draft(dialect.draft())
            .add(DOCUMENT, dialect.adapted(document).into_owned())
            .and_then(jsonschema::RegistryBuilder::prepare);
        Some(Self {
            dialect,
            registry: registry.ok()?,
        })
    }

    /// Whether a case has a schema in the document. A parameter of Swagger 2.0 is its own schema, and has members
    /// that no schema has.
    pub(super) fn has(&self, case: &Case) -> bool {
        self.dialect != Dialect::Swagger20 || case.pointer.starts_with("/definitions/")
    }

    /// Compares the schema of a case with the published one, by instances.
    pub(super) fn compare(
        &self,
        document: &Value,
        case: &Case,
        published: &Value,
    ) -> Result<Equivalence, String> {
        let pointer = self.dialect.adapted_pointer(document, case.pointer);
        let place = {
            // A pointer as it stands in a URI (RFC 6901, section 6): paths of an API have braces in them.
            let fragment = percent_encoded(&pointer, b"-._~!$&'()*+,;=:@/?");
            format!("{DOCUMENT}#{fragment}")
        };
        let old = jsonschema::options()
            .with_draft(self.dialect.draft())
            .with_registry(&self.registry)
            .should_validate_formats(false)
            .offline()
            .build(&json!({ "$ref": place }))
            .map_err(|error| format!("the document at {:?}: {error}", case.pointer))?;
        let new = whole::validator(published)?;
        let differs = |instance: &Value| old.is_valid(instance) != new.is_valid(instance);
        let Some(instance) = instances::make(published).into_iter().find(differs) else {
            return Ok(Equivalence::Equal);
        };
        let (accepts, rejects) = if new.is_valid(&instance) {
            ("the published schema", "the document")
        } else {
            ("the document", "the published schema")
        };
        let instance = json::brief(&instance);
        Ok(Equivalence::Differs(format!(
            "{accepts} accepts what {rejects} rejects, such as {instance}"
        )))
    }
}
