//! Which rules a schema is under: those of its document, of the schema around it, or of its own
//! `$schema`.

use serde_json::Map;

use super::node::{Change, Node};
use super::walk::{Spot, Walker};
use super::{draft, draft4, mend, openapi30, swagger20};
use crate::document::{Absent, Style};
use crate::keyword::Dialect;
use crate::source::Value;

/// What holds for a schema because of those around it.
#[derive(Debug, Clone)]
pub(super) struct Scope {
    pub style: Style,
    /// Whether the schema that `#` means has `$recursiveAnchor: true`.
    pub is_recursive: bool,
}

impl Walker<'_> {
    /// Applies the rules of the schema's dialect to itself, and finds out what its own members
    /// change for it and for those inside.
    pub(super) fn rewrite(
        &mut self,
        members: &mut Map<String, Value>,
        spot: &Spot,
        scope: &mut Scope,
    ) -> Change {
        let named = members.get("$schema").and_then(Value::as_str);
        if let Some(style) = named.and_then(|name| self.styles.of(name)) {
            if style.dialect != Dialect::JsonSchema202012 || !style.absent.is_nothing() {
                members.insert("$schema".to_owned(), LATEST.into());
            }
            scope.style = within(scope.style, style);
        }
        let dialect = scope.style.dialect;
        let is_resource = spot.old.is_root() || id_of(members, dialect).is_some();
        if is_resource {
            scope.is_recursive = members.get("$recursiveAnchor") == Some(&Value::Bool(true));
        }
        let mut change = Change::default();
        let mut node = Node {
            members,
            at: &spot.old,
            dialect,
            is_branch: spot.is_branch,
            is_resource,
            is_dynamic: scope.is_recursive,
            findings: &mut self.findings,
            trace: &mut self.trace,
        };
        if !scope.style.absent.is_nothing() {
            drop_absent(&mut node, scope.style.absent);
        }
        if dialect == Dialect::Swagger20 {
            swagger20::file(&mut node);
            swagger20::discriminator(&mut node);
        }
        mend::mend(&mut node);
        match dialect {
            Dialect::JsonSchema202012 => {}
            Dialect::Swagger20 | Dialect::OpenApi30 | Dialect::OpenApi31 => {
                if node.dialect != Dialect::OpenApi31 && node.has_reference() {
                    node.drop_beside_reference();
                }
                draft4::bounds(&mut node);
                draft4::required(&mut node);
                openapi30::nullable(&mut node, &mut change);
            }
            _ => draft::rewrite(&mut node, &mut change),
        }
        change
    }
}

/// What `$schema` becomes.
const LATEST: &str = "https://json-schema.org/draft/2020-12/schema";

/// The style of a schema that names one in `$schema`, inside of one of another style.
pub fn within(outer: Style, named: Style) -> Style {
    let is_latest = named.dialect == Dialect::JsonSchema202012;
    if is_latest && !outer.dialect.is_json_schema() {
        // Within OpenAPI that is 3.1, leftovers of 3.0 included.
        return Style {
            dialect: Dialect::OpenApi31,
            ..named
        };
    }
    named
}

/// Takes away what the dialect has no vocabulary for (2020-12, core, section 4.3.1).
fn drop_absent(node: &mut Node<'_>, absent: Absent) {
    let names = node.members.keys().filter(|name| absent.has(name));
    let names: Vec<String> = names.cloned().collect();
    for name in names {
        node.remove(&name);
        let message = format!("the dialect of this schema has no vocabulary with `{name}`");
        node.warn(
            &name,
            &message,
            "this is ignored",
            "name a `$schema` that has it, or add the vocabulary to the meta-schema's `$vocabulary`",
        );
    }
}

/// The URI that begins a resource at a schema: `#` in it means itself. It may have a fragment.
pub fn id_of(members: &Map<String, Value>, dialect: Dialect) -> Option<&str> {
    let keyword = match dialect {
        Dialect::Swagger20 | Dialect::OpenApi30 => return None,
        Dialect::JsonSchemaDraft4 => "id",
        _ => "$id",
    };
    // Up to draft-07 a reference hides what is beside it, its name included.
    let is_hidden =
        dialect.reference_stands_alone() && members.get("$ref").is_some_and(Value::is_string);
    let id = members.get(keyword).and_then(Value::as_str);
    id.filter(|id| !is_hidden && !id.starts_with('#'))
}
