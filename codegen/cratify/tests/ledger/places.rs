//! The keywords of a document, found by someone who has never seen the generator: a schema is what
//! stands where a schema may stand.

use std::collections::BTreeSet;

use serde_json::Value;

/// JSON Pointers to all members of all schemas.
pub(crate) fn keywords(document: &Value) -> BTreeSet<String> {
    let mut walk = Walk {
        document,
        keywords: BTreeSet::new(),
        targets: Vec::new(),
    };
    if document.get("openapi").is_some() || document.get("swagger").is_some() {
        walk.surroundings(document, "");
    } else {
        walk.schema(document, "");
    }
    // A reference makes a schema of whatever it leads to.
    while let Some(target) = walk.targets.pop() {
        if let Some(value) = document.pointer(&target) {
            walk.schema(value, &target);
        }
    }
    walk.keywords
}

struct Walk<'d> {
    document: &'d Value,
    keywords: BTreeSet<String>,
    targets: Vec<String>,
}

fn join(pointer: &str, token: &str) -> String {
    format!("{pointer}/{}", token.replace('~', "~0").replace('/', "~1"))
}

/// Whether this is a parameter or header with a `type` in place of a `schema`.
fn is_own_schema(value: &Value, at: &str) -> bool {
    let (outer, _) = at.rsplit_once('/').unwrap_or_default();
    let holder = outer.rsplit_once('/').map_or(outer, |(_, holder)| holder);
    (holder == "parameters" || holder == "headers")
        && value.get("type").is_some()
        && value.get("schema").is_none()
}

impl Walk<'_> {
    /// The members of an API description that hold its schemas.
    fn surroundings(&mut self, value: &Value, at: &str) {
        if self.document.get("swagger").is_some() && is_own_schema(value, at) {
            self.own_schema(value, at);
            return;
        }
        match value {
            Value::Object(members) => {
                for (name, value) in members {
                    let inner = join(at, name);
                    let holds_named =
                        inner == "/components/schemas" || (at.is_empty() && name == "definitions");
                    match name.as_str() {
                        "schema" | "itemSchema" => self.schema(value, &inner),
                        _ if holds_named => self.each(value, &inner),
                        // The members of these are names: a response may be the `default`.
                        "paths" | "webhooks" | "responses" | "parameters" | "headers"
                        | "requestBodies" | "content" | "callbacks" | "pathItems"
                        | "mediaTypes" | "encoding" => {
                            for (name, value) in value.as_object().into_iter().flatten() {
                                self.surroundings(value, &join(&inner, name));
                            }
                            // Where parameters are a list, as in an operation.
                            for (index, value) in value.as_array().into_iter().flatten().enumerate()
                            {
                                self.surroundings(value, &join(&inner, &index.to_string()));
                            }
                        }
                        "example" | "examples" => {}
                        _ if name.starts_with("x-") => {}
                        _ => self.surroundings(value, &inner),
                    }
                }
            }
            Value::Array(values) => {
                for (index, value) in values.iter().enumerate() {
                    self.surroundings(value, &join(at, &index.to_string()));
                }
            }
            _ => {}
        }
    }

    /// A parameter or a header of Swagger 2.0 that says itself what its values are.
    fn own_schema(&mut self, value: &Value, at: &str) {
        const NOT_OF_SCHEMAS: [&str; 5] = [
            "name",
            "in",
            "required",
            "allowEmptyValue",
            "collectionFormat",
        ];
        let mut schema = value.clone();
        let mut level = Some(&mut schema);
        for depth in 0.. {
            let Some(Value::Object(members)) = level else {
                break;
            };
            let names = &NOT_OF_SCHEMAS[if depth == 0 { 0 } else { 4 }..];
            members.retain(|name, _| !names.contains(&name.as_str()));
            level = members.get_mut("items");
        }
        self.schema(&schema, at);
    }

    fn schema(&mut self, value: &Value, at: &str) {
        let Value::Object(members) = value else {
            return;
        };
        for (name, value) in members {
            let inner = join(at, name);
            if !self.keywords.insert(inner.clone()) {
                return;
            }
            match name.as_str() {
                "$ref" => {
                    let target = value.as_str().and_then(|text| text.strip_prefix('#'));
                    if let Some(target) = target.filter(|target| target.starts_with('/'))
                        && self.document.pointer(target).is_some()
                    {
                        self.targets.push(target.to_owned());
                    }
                }
                // One schema, or a list of them.
                "items"
                | "prefixItems"
                | "additionalItems"
                | "contains"
                | "unevaluatedItems"
                | "additionalProperties"
                | "propertyNames"
                | "unevaluatedProperties"
                | "allOf"
                | "anyOf"
                | "oneOf"
                | "not"
                | "if"
                | "then"
                | "else"
                | "contentSchema" => {
                    if value.is_array() {
                        self.each(value, &inner);
                    } else {
                        self.schema(value, &inner);
                    }
                }
                // Schemas by name.
                "properties" | "patternProperties" | "dependentSchemas" | "dependencies"
                | "$defs" | "definitions" => self.each(value, &inner),
                // The arguments of a generic type.
                "x-rust-type" => {
                    if let Some(parameters) = value.get("parameters") {
                        self.each(parameters, &join(&inner, "parameters"));
                    }
                }
                _ => {}
            }
        }
    }

    fn each(&mut self, value: &Value, at: &str) {
        let members = value.as_object().into_iter().flatten();
        for (name, value) in members {
            self.schema(value, &join(at, name));
        }
        let elements = value.as_array().into_iter().flatten();
        for (index, value) in elements.enumerate() {
            self.schema(value, &join(at, &index.to_string()));
        }
    }
}
