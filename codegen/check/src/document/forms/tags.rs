//! Finds the tag members of discriminators: no form is without them.

use std::collections::HashSet;
use std::sync::OnceLock;

use serde_json::{Map, Value};

use cratify_schema::SchemaLocation;

use super::list;
use crate::document::Document;

/// The tag members of a document, by the schemas that may describe them.
#[derive(Debug, Clone, Default)]
pub(in crate::document) struct Tags(OnceLock<HashSet<(SchemaLocation, String)>>);

impl Document {
    pub(super) fn tags(&self) -> &HashSet<(SchemaLocation, String)> {
        self.tags.0.get_or_init(|| self.find_tags())
    }

    fn find_tags(&self) -> HashSet<(SchemaLocation, String)> {
        let (mut discriminated, mut extending) = (Vec::new(), Vec::new());
        self.visit_objects(|at, members| {
            let discriminator = members.get("discriminator");
            let name = discriminator.and_then(|one| one.get("propertyName")?.as_str());
            discriminated.extend(name.map(|name| (at.clone(), members, name)));
            if members.contains_key("allOf") {
                extending.push(at.clone());
            }
        });
        let mut tags = HashSet::new();
        for (at, schema, name) in discriminated {
            let mapping = schema["discriminator"].get("mapping");
            let mapping = mapping.and_then(Value::as_object).into_iter();
            let mapped = mapping.flat_map(Map::keys).filter_map(|tag| {
                let reference = at.join("discriminator").join("mapping").join(tag);
                Some(self.references.target(&reference)?.at.clone())
            });
            let mut open: Vec<SchemaLocation> = mapped.collect();
            if !schema.contains_key("oneOf") && !schema.contains_key("anyOf") {
                let children = extending.iter();
                open.extend(children.filter(|child| self.extends(child, &at)).cloned());
            }
            open.push(at);
            while let Some(at) = open.pop() {
                if let (Some(Value::Object(schema)), true) =
                    (self.value(&at), tags.insert((at.clone(), name.to_owned())))
                {
                    open.extend(self.parts(&at, schema));
                    let unions = ["anyOf", "oneOf"].iter();
                    open.extend(unions.flat_map(|keyword| list(&at, schema, keyword)));
                }
            }
        }
        tags
    }

    /// Whether a schema holds in all values of another one, by `allOf` and references.
    fn extends(&self, child: &SchemaLocation, base: &SchemaLocation) -> bool {
        let mut seen = HashSet::new();
        let mut open = vec![child.clone()];
        while let Some(at) = open.pop() {
            if at == *base {
                return true;
            }
            if let (Some(Value::Object(schema)), true) = (self.value(&at), seen.insert(at.clone()))
            {
                open.extend(self.parts(&at, schema));
            }
        }
        false
    }
}
