//! Turns the dialect of a schema into the rules of its upgrade. Its dialect is the dialect of the document, of the schema
//! around it, or the one that its own `$schema` names.

use serde_json::Map;

use super::rewrite::{Changes, Rewrite};
use super::walk::{Position, Walker};
use super::{draft, draft4, mend, openapi30, swagger20};
use crate::document::{MissingVocabularies, SchemaDialect, id_of};
use crate::keyword::Dialect;
use crate::source::Value;

/// The properties that a schema has from the schemas around it.
#[derive(Debug, Clone)]
pub(super) struct Inherited {
    pub dialect: SchemaDialect,
    /// Whether the schema that `#` means has `$recursiveAnchor: true`.
    pub is_recursive: bool,
}

impl Walker<'_> {
    /// Applies the rules of a schema's dialect. `inherited` becomes what its subschemas inherit.
    pub(super) fn apply_rules(
        &mut self,
        members: &mut Map<String, Value>,
        position: &Position,
        inherited: &mut Inherited,
    ) -> Changes {
        let named = members.get("$schema").and_then(Value::as_str);
        if let Some(named) = named.and_then(|uri| self.meta_schemas.dialect_of(uri)) {
            if named.base != Dialect::JsonSchema202012 || !named.missing.is_empty() {
                members.insert("$schema".to_owned(), LATEST.into());
            }
            inherited.dialect = named.inside(inherited.dialect);
            let dialect = inherited.dialect.base;
            self.dialects.push((position.upgraded.clone(), dialect));
        }
        let dialect = inherited.dialect.base;
        let is_resource = position.written.is_root() || id_of(members, dialect).is_some();
        if is_resource {
            inherited.is_recursive = members.get("$recursiveAnchor") == Some(&Value::Bool(true));
        }
        let mut changes = Changes::default();
        let mut schema = Rewrite {
            members,
            at: &position.written,
            dialect,
            is_branch: position.is_branch,
            is_resource,
            is_dynamic: inherited.is_recursive,
            warnings: &mut self.warnings,
            trace: &mut self.trace,
        };
        if !inherited.dialect.missing.is_empty() {
            drop_missing(&mut schema, inherited.dialect.missing);
        }
        if dialect == Dialect::Swagger20 {
            swagger20::file(&mut schema);
            swagger20::discriminator(&mut schema);
        }
        mend::mend(&mut schema);
        match dialect {
            Dialect::JsonSchema202012 => {}
            Dialect::Swagger20 | Dialect::OpenApi30 | Dialect::OpenApi31 => {
                if dialect != Dialect::OpenApi31 && schema.has_reference() {
                    schema.drop_siblings_of_reference();
                }
                draft4::bounds(&mut schema);
                draft4::required(&mut schema);
                openapi30::nullable(&mut schema, &mut changes);
            }
            _ => draft::rewrite(&mut schema, &mut changes),
        }
        self.unresolved.widen(&mut schema, &mut changes);
        changes
    }
}

/// The value of `$schema` after the upgrade.
const LATEST: &str = "https://json-schema.org/draft/2020-12/schema";

/// Removes the keywords of vocabularies that the dialect leaves out (2020-12, core, section 4.3.1).
fn drop_missing(schema: &mut Rewrite<'_>, missing: MissingVocabularies) {
    let names = schema.members.keys().filter(|name| missing.has(name));
    let names: Vec<String> = names.cloned().collect();
    for name in names {
        let message = format!("the dialect of this schema has no vocabulary with `{name}`");
        schema.ignore(&name, &message);
        schema.warn(
            &name,
            &message,
            "this is ignored",
            "name a `$schema` that has it, or add the vocabulary to the meta-schema's `$vocabulary`",
        );
    }
}
