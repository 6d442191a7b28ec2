//! Turns a schema and bytes into arrays and objects.

use std::collections::BTreeSet;

use arbitrary::{Error, Result};
use serde_json::Value;

use super::arbitrary_draw::{Draw, Keywords, Object};

/// The most elements or members beyond the required ones.
const MORE: usize = 4;

/// The most elements or members that a schema may ask for.
const MOST: usize = 256;

/// How often another element or another name is tried where it has to be a new one.
const TRIES: usize = 4;

impl<'s> Draw<'s, '_, '_> {
    /// Makes an array.
    pub(super) fn array(&mut self, keywords: &Keywords<'s>) -> Result<Vec<Value>> {
        let least = keywords.least("minItems");
        if least > MOST {
            return Err(Error::IncorrectFormat);
        }
        let mut length = least;
        while length < keywords.most("maxItems").min(least + MORE) && self.adds()? {
            length += 1;
        }
        let is_set = keywords.all("uniqueItems").contains(&&Value::Bool(true));
        let mut contained = keywords.all("contains").to_vec();
        let mut elements = Vec::with_capacity(length);
        while elements.len() < length.max(contained.len()) {
            let mut schemas = element(keywords, elements.len());
            schemas.extend(contained.pop());
            let mut element = self.value(schemas.clone());
            for _ in 0..TRIES {
                let is_old = |element: &Value| is_set && elements.contains(element);
                if !element.as_ref().is_ok_and(is_old) {
                    break;
                }
                element = self.value(schemas.clone());
            }
            match element {
                Ok(element) => elements.push(element),
                // No value fits, and no more are needed.
                Err(_) if elements.len() >= least && contained.is_empty() => break,
                Err(error) => return Err(error),
            }
        }
        Ok(elements)
    }

    /// Makes an object.
    pub(super) fn object(&mut self, keywords: &Keywords<'s>) -> Result<Object> {
        let (least, most) = (
            keywords.least("minProperties"),
            keywords.most("maxProperties"),
        );
        if least > MOST {
            return Err(Error::IncorrectFormat);
        }
        let mut object = Object::new();
        let required: BTreeSet<&str> = keywords.texts("required").collect();
        let mut named: Vec<&str> = keywords
            .entries("properties")
            .map(|(name, _)| name)
            .collect();
        named.extend(
            required
                .iter()
                .filter(|name| !keywords.entries("properties").any(|(one, _)| one == **name)),
        );
        let mut optional = named
            .iter()
            .filter(|name| !required.contains(*name))
            .count();
        for name in named {
            if object.contains_key(name) {
                continue;
            }
            let is_required = required.contains(name);
            if !is_required {
                optional -= 1;
                let is_needed = object.len() + optional < least && !has_others(keywords);
                if !is_needed && (object.len() >= most || !self.adds()?) {
                    continue;
                }
            }
            match self.value(member(keywords, name)) {
                Ok(value) => drop(object.insert(name.to_owned(), value)),
                // No value fits, or there is no room for one: an optional member can be absent.
                Err(_) if !is_required => {}
                Err(error) => return Err(error),
            }
        }
        self.complete(keywords, &mut object)?;
        if has_others(keywords) || object.len() < least {
            self.others(keywords, &mut object, least, most)?;
        }
        Ok(object)
    }

    /// Adds the members that others ask for.
    fn complete(&mut self, keywords: &Keywords<'s>, object: &mut Object) -> Result<()> {
        // Each round adds a member, or it is the last.
        loop {
            let rules = keywords.entries("dependentRequired");
            let rules = rules.filter(|(name, _)| object.contains_key(*name));
            let mut needed = rules.flat_map(|(_, names)| names.as_array().into_iter().flatten());
            let missing =
                needed.find_map(|name| name.as_str().filter(|name| !object.contains_key(*name)));
            let Some(name) = missing else {
                return Ok(());
            };
            let value = self.value(member(keywords, name))?;
            object.insert(name.to_owned(), value);
        }
    }

    /// Adds members that no property describes.
    fn others(
        &mut self,
        keywords: &Keywords<'s>,
        object: &mut Object,
        least: usize,
        most: usize,
    ) -> Result<()> {
        let patterns: Vec<(&str, &Value)> = keywords.entries("patternProperties").collect();
        let mut tries = 0;
        let mut added = 0;
        while object.len() < most && (object.len() < least || added < MORE && self.adds()?) {
            tries += 1;
            if tries > TRIES * MOST {
                return Err(Error::IncorrectFormat);
            }
            let names = keywords.all("propertyNames");
            let (name, schemas) = if patterns.is_empty() {
                let name = self.name(names)?;
                let schemas = keywords.all("additionalProperties").to_vec();
                (name, schemas)
            } else {
                let (pattern, schema) = *self.bytes.choose(&patterns)?;
                (self.of_pattern(pattern)?, vec![schema])
            };
            if !object.contains_key(&name) {
                added += 1;
                let value = self.value(schemas)?;
                object.insert(name, value);
            }
        }
        Ok(())
    }

    /// The name of a member.
    fn name(&mut self, rules: &[&'s Value]) -> Result<String> {
        if rules.is_empty() {
            return self.letters(1);
        }
        match self.value(rules.to_vec())? {
            Value::String(name) => Ok(name),
            _ => Err(Error::IncorrectFormat),
        }
    }
}

/// The schemas of an element.
fn element<'s>(keywords: &Keywords<'s>, index: usize) -> Vec<&'s Value> {
    let prefixes = keywords
        .all("prefixItems")
        .iter()
        .filter_map(|value| value.as_array());
    let mut schemas: Vec<&Value> = prefixes
        .filter_map(|elements| elements.get(index))
        .collect();
    if schemas.is_empty() {
        schemas.extend(keywords.all("items"));
    }
    schemas
}

/// The schemas of a member.
fn member<'s>(keywords: &Keywords<'s>, name: &str) -> Vec<&'s Value> {
    let described = keywords
        .entries("properties")
        .filter(|(one, _)| *one == name);
    let mut schemas: Vec<&Value> = described.map(|(_, schema)| schema).collect();
    if schemas.is_empty() {
        schemas.extend(keywords.all("additionalProperties"));
    }
    schemas
}

/// Whether a schema describes members without a property. Others are dropped by reading.
fn has_others(keywords: &Keywords<'_>) -> bool {
    let are_free = keywords.all("additionalProperties");
    let are_allowed = !are_free.contains(&&Value::Bool(false));
    are_allowed && !are_free.is_empty() || keywords.entries("patternProperties").next().is_some()
}
