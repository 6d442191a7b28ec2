//! Which rules a schema is under: those of its document, of the schema around it, or of its own
//! `$schema`.

use serde_json::Map;

use super::node::{Change, Node};
use super::walk::{Spot, Walker};
use super::{draft, draft4, openapi30, swagger20};
use crate::diagnostic::Diagnostics;
use crate::document::Dialect;
use crate::source::{FileId, Pointer, Value};

/// What holds for a schema because of those around it.
#[derive(Debug, Clone)]
pub(super) struct Scope {
    pub dialect: Dialect,
    /// The schema that `#` means, as written.
    pub base: Pointer,
    /// Whether that schema has `$recursiveAnchor: true`.
    pub is_recursive: bool,
}

impl Walker {
    /// Applies the rules of the schema's dialect to itself, and finds out what its own members
    /// change for it and for those inside.
    pub(super) fn rewrite(
        &mut self,
        members: &mut Map<String, Value>,
        spot: &Spot,
        scope: &mut Scope,
    ) -> Change {
        let named = members.get("$schema");
        if let Some(dialect) = named.and_then(|name| of_meta_schema(self.file, name)) {
            if dialect != Dialect::JsonSchema202012 {
                members.insert("$schema".to_owned(), LATEST.into());
                scope.dialect = dialect;
            } else if scope.dialect.is_json_schema() {
                scope.dialect = dialect;
            } else {
                // Within OpenAPI that is 3.1, leftovers of 3.0 included.
                scope.dialect = Dialect::OpenApi31;
            }
        }
        let is_resource = spot.old.is_root() || has_id(members, scope.dialect);
        if is_resource {
            scope.base = spot.old.clone();
            scope.is_recursive = members.get("$recursiveAnchor") == Some(&Value::Bool(true));
        }
        let mut change = Change::default();
        let mut node = Node {
            members,
            at: &spot.old,
            dialect: scope.dialect,
            is_branch: spot.is_branch,
            is_resource,
            is_dynamic: scope.is_recursive && self.has_dynamic,
            findings: &mut self.findings,
        };
        match scope.dialect {
            Dialect::JsonSchema202012 => {}
            Dialect::Swagger20 | Dialect::OpenApi30 | Dialect::OpenApi31 => {
                if node.dialect != Dialect::OpenApi31 && node.has_reference() {
                    node.drop_beside_reference();
                }
                if node.dialect == Dialect::Swagger20 {
                    swagger20::file(&mut node);
                    swagger20::discriminator(&mut node);
                }
                draft4::bounds(&mut node);
                draft4::required(&mut node);
                openapi30::nullable(&mut node, &mut change);
            }
            _ => draft::rewrite(&mut node, &mut change),
        }
        if is_resource && let Some(id) = members.get("$id").and_then(Value::as_str) {
            self.resources
                .insert(id.trim_end_matches('#').to_owned(), spot.old.clone());
        }
        change
    }
}

/// What `$schema` becomes.
const LATEST: &str = "https://json-schema.org/draft/2020-12/schema";

/// The dialect that a meta-schema stands for, if it is a known one.
pub(super) fn of_meta_schema(file: FileId, name: &Value) -> Option<Dialect> {
    name.as_str()?;
    let members = Map::from_iter([("$schema".to_owned(), name.clone())]);
    // An unknown one at the root was reported where the document's dialect was detected.
    Dialect::detect(file, &members, &mut Diagnostics::new())
}

/// Whether a schema begins a resource of its own: `#` in it means itself.
fn has_id(members: &Map<String, Value>, dialect: Dialect) -> bool {
    let keyword = match dialect {
        Dialect::Swagger20 | Dialect::OpenApi30 => return false,
        Dialect::JsonSchemaDraft4 => "id",
        _ => "$id",
    };
    let is_older = matches!(
        dialect,
        Dialect::JsonSchemaDraft4 | Dialect::JsonSchemaDraft6 | Dialect::JsonSchemaDraft7
    );
    // Up to draft-07 a reference hides what is beside it, its name included.
    let is_hidden = is_older && members.get("$ref").is_some_and(Value::is_string);
    let id = members.get(keyword).and_then(Value::as_str);
    !is_hidden && id.is_some_and(|id| !id.starts_with('#'))
}
