//! Compares extensions, annotations and keywords without effect in a document with the same in its published
//! schema. No instance shows them, and the algebra drops them.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::json;

/// Keywords that refer to a schema elsewhere.
const REFERENCES: [&str; 3] = ["$ref", "$dynamicRef", "$recursiveRef"];

/// Annotations that every dialect spells alike.
const SHARED: [&str; 6] = [
    "title",
    "description",
    "default",
    "deprecated",
    "readOnly",
    "writeOnly",
];

/// Further keywords of JSON Schema 2020-12 and OpenAPI 3.1 that the algebra drops.
const LATEST: [&str; 10] = [
    "examples",
    "externalDocs",
    "xml",
    "format",
    "contentMediaType",
    "contentEncoding",
    "contentSchema",
    "$comment",
    "minContains",
    "maxContains",
];

/// An extension that older dialects have as a keyword.
const OTHER_WORDS: &str = "x-nullable";

/// Where schemas are in a schema, at one place in every dialect.
const SCHEMAS: [&str; 6] = [
    "properties",
    "items",
    "additionalProperties",
    "allOf",
    "anyOf",
    "oneOf",
];

/// Compares the keywords that accept and refuse nothing in a schema of the document and in the published one.
/// `rewritten` is for a document of another dialect: then only keywords that both dialects have are compared.
///
/// # Errors
///
/// The first place at which something is not published as it was written.
pub(crate) fn compare(
    document: &Value,
    pointer: &str,
    published: &Value,
    rewritten: bool,
    left_out: &BTreeSet<String>,
) -> Result<(), String> {
    let mut walk = Walk {
        root: published,
        rewritten,
        left_out,
        referred: Vec::new(),
    };
    let Some(schema) = document.pointer(pointer) else {
        return Ok(());
    };
    walk.schema(schema, published, "")?;
    // The target of a reference is published with the schema.
    let mut next = 0;
    while let Some((ours, theirs)) = walk.referred.get(next).cloned() {
        let pair = document.pointer(&ours).zip(published.pointer(&theirs));
        pair.map_or(Ok(()), |(one, other)| walk.schema(one, other, &theirs))?;
        next += 1;
    }
    Ok(())
}

struct Walk<'a> {
    root: &'a Value,
    rewritten: bool,
    /// The members that examples and defaults of a form need not have.
    left_out: &'a BTreeSet<String>,
    /// Places that a reference leads to, in the document and in the published schema.
    referred: Vec<(String, String)>,
}

impl Walk<'_> {
    fn schema(&mut self, document: &Value, published: &Value, at: &str) -> Result<(), String> {
        let (Value::Object(ours), Value::Object(theirs)) = (document, published) else {
            return Ok(());
        };
        if REFERENCES.iter().any(|key| ours.contains_key(*key)) {
            self.refer(ours, theirs);
            // Sibling keywords of a reference have no effect in most dialects.
            return if self.rewritten {
                Ok(())
            } else {
                self.keywords(ours, theirs, at)
            };
        }
        if let Some(target) = theirs.get("$ref").and_then(Value::as_str) {
            // Publication put the schema behind a reference.
            let target = target
                .strip_prefix('#')
                .and_then(|at| self.root.pointer(at));
            return target.map_or(Ok(()), |target| self.schema(document, target, at));
        }
        self.keywords(ours, theirs, at)?;
        for key in SCHEMAS {
            let (Some(ours), Some(theirs)) = (ours.get(key), theirs.get(key)) else {
                continue;
            };
            self.below(ours, theirs, key == "properties", &json::push(at, key))?;
        }
        Ok(())
    }

    fn refer(&mut self, ours: &Map<String, Value>, theirs: &Map<String, Value>) {
        let place = |schema: &Map<String, Value>| {
            let reference = schema.get("$ref").and_then(Value::as_str);
            reference
                .and_then(|text| text.strip_prefix('#'))
                .map(str::to_owned)
        };
        if let (Some(ours), Some(theirs)) = (place(ours), place(theirs))
            && !self.referred.iter().any(|(_, known)| *known == theirs)
            && !theirs.is_empty()
        {
            self.referred.push((ours, theirs));
        }
    }

    fn below(&mut self, ours: &Value, theirs: &Value, named: bool, at: &str) -> Result<(), String> {
        match (ours, theirs) {
            (Value::Object(ours), Value::Object(theirs)) if named => {
                let mut both = ours
                    .iter()
                    .filter_map(|(name, schema)| Some((name, schema, theirs.get(name)?)));
                both.try_for_each(|(name, one, other)| {
                    self.schema(one, other, &json::push(at, name))
                })
            }
            (Value::Array(ours), Value::Array(theirs)) if ours.len() == theirs.len() => {
                let mut both = ours.iter().zip(theirs).enumerate();
                both.try_for_each(|(index, (one, other))| {
                    self.schema(one, other, &format!("{at}/{index}"))
                })
            }
            _ => self.schema(ours, theirs, at),
        }
    }

    /// Whether a value is another one without members that a form does not have.
    fn is_form(&self, whole: &Value, part: &Value) -> bool {
        match (whole, part) {
            (Value::Array(whole), Value::Array(part)) => {
                let mut both = whole.iter().zip(part);
                whole.len() == part.len() && both.all(|(whole, part)| self.is_form(whole, part))
            }
            (Value::Object(whole), Value::Object(part)) => {
                part.keys().all(|name| whole.contains_key(name))
                    && whole.iter().all(|(name, value)| match part.get(name) {
                        Some(other) => self.is_form(value, other),
                        None => self.left_out.contains(name),
                    })
            }
            (whole, part) => json::same(whole, part),
        }
    }

    /// Compares keywords in one place.
    fn keywords(
        &self,
        ours: &Map<String, Value>,
        theirs: &Map<String, Value>,
        at: &str,
    ) -> Result<(), String> {
        let is_compared = |key: &str| {
            key.starts_with("x-") && key != OTHER_WORDS
                || SHARED.contains(&key)
                || !self.rewritten && LATEST.contains(&key)
        };
        // Publication rewrites the targets of a mapping, and Swagger 2.0 only names the member.
        let tag = |discriminator: &Value| {
            let name = discriminator.get("propertyName");
            name.unwrap_or(discriminator).clone()
        };
        let tags = [ours, theirs].map(|schema| schema.get("discriminator").map(tag));
        if tags[0].is_some() && tags[0] != tags[1] {
            return Err(format!("{at}: the discriminator is another one"));
        }
        for (key, value) in ours.iter().filter(|(key, _)| is_compared(key)) {
            let other = theirs.get(key);
            // References are led elsewhere, also in extensions.
            let leads = value.to_string().contains("\"$ref\"");
            let is_same = |other: &Value| {
                let states = ["default", "examples"].contains(&key.as_str());
                leads || json::same(value, other) || states && self.is_form(value, other)
            };
            if !other.is_some_and(is_same) {
                return Err(format!(
                    "{}: the document says {}, and {} is published",
                    json::push(at, key),
                    json::brief(value),
                    other.map_or_else(|| "nothing".to_owned(), json::brief)
                ));
            }
        }
        Ok(())
    }
}
