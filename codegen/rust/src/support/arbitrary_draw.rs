//! Turns a schema and the bytes of a fuzzer into JSON. The bytes decide each choice. Without bytes, each choice is the
//! simplest.

use std::collections::BTreeMap;

use arbitrary::{Error, Result, Unstructured};
use serde_json::{Map, Value};

/// How deep values may nest, and from which level on they are as simple as possible.
const DEEPEST: usize = 64;
const SIMPLE: usize = 5;

/// How many schemas one value may be made of: references of references multiply.
const MOST_SCHEMAS: usize = 20_000;

/// The JSON types, the simplest first.
const TYPES: [&str; 7] = [
    "string", "boolean", "integer", "number", "null", "array", "object",
];

/// Several schemas of one value: each keyword, as each of them has it.
pub(super) struct Keywords<'s>(BTreeMap<&'s str, Vec<&'s Value>>);

impl<'s> Keywords<'s> {
    /// The values of a keyword.
    pub(super) fn all(&self, keyword: &str) -> &[&'s Value] {
        self.0.get(keyword).map_or(&[], Vec::as_slice)
    }

    /// The numbers of a keyword.
    pub(super) fn numbers(&self, keyword: &str) -> impl Iterator<Item = f64> {
        self.all(keyword).iter().filter_map(|value| value.as_f64())
    }

    /// The largest count of a keyword, such as `minItems`.
    pub(super) fn least(&self, keyword: &str) -> usize {
        self.counts(keyword).max().unwrap_or(0)
    }

    /// The smallest count of a keyword, such as `maxItems`.
    pub(super) fn most(&self, keyword: &str) -> usize {
        self.counts(keyword).min().unwrap_or(usize::MAX)
    }

    fn counts(&self, keyword: &str) -> impl Iterator<Item = usize> {
        let counts = self.all(keyword).iter().filter_map(|value| value.as_u64());
        counts.map(|count| usize::try_from(count).unwrap_or(usize::MAX))
    }

    /// The texts of a keyword: itself, or its elements.
    pub(super) fn texts(&self, keyword: &str) -> impl Iterator<Item = &'s str> {
        let values = self.all(keyword).iter();
        let texts = values.flat_map(|value| {
            value
                .as_array()
                .map_or(std::slice::from_ref(*value), Vec::as_slice)
        });
        texts.filter_map(Value::as_str)
    }

    /// The entries of a keyword, such as `properties`.
    pub(super) fn entries(&self, keyword: &str) -> impl Iterator<Item = (&'s str, &'s Value)> {
        let objects = self
            .all(keyword)
            .iter()
            .filter_map(|value| value.as_object());
        objects
            .flatten()
            .map(|(name, value)| (name.as_str(), value))
    }

    /// The listed values, by `const` or `enum`: a list for each keyword.
    fn listed(&self) -> Option<Vec<&'s Value>> {
        let constants = self
            .all("const")
            .iter()
            .map(|value| std::slice::from_ref(*value));
        let enums = self.all("enum").iter().filter_map(|value| value.as_array());
        let mut lists = constants.chain(enums.map(Vec::as_slice));
        let mut listed: Vec<&Value> = lists.next()?.iter().collect();
        lists.for_each(|list| listed.retain(|value| list.contains(value)));
        Some(listed)
    }

    /// The JSON types that are possible.
    fn types(&self) -> Vec<&'static str> {
        let mut types = TYPES.to_vec();
        for stated in self.all("type") {
            let has = |name: &str| match stated {
                Value::Array(names) => names.iter().any(|one| one == name),
                name_of_one => *name_of_one == name,
            };
            types.retain(|name| has(name) || *name == "integer" && has("number"));
        }
        if self.all("type").is_empty() {
            let is_about =
                |keywords: &[&str]| keywords.iter().any(|keyword| !self.all(keyword).is_empty());
            let hints = [
                (
                    "object",
                    is_about(&["properties", "required", "additionalProperties"]),
                ),
                ("array", is_about(&["items", "prefixItems", "contains"])),
            ];
            let hinted = hints.into_iter().filter(|(_, is_hinted)| *is_hinted);
            let hinted: Vec<&str> = hinted.map(|(name, _)| name).collect();
            if !hinted.is_empty() {
                return hinted;
            }
        }
        types
    }
}

/// A value that is being made.
pub(super) struct Draw<'s, 'd, 'b> {
    pub(super) bytes: &'d mut Unstructured<'b>,
    documents: &'s [&'s Value],
    /// The number of values around the current one.
    depth: usize,
    /// The number of schemas that were read.
    schemas: usize,
}

impl<'s, 'd, 'b> Draw<'s, 'd, 'b> {
    /// A value of the first document's schema.
    pub(super) fn new(bytes: &'d mut Unstructured<'b>, documents: &'s [&'s Value]) -> Self {
        Self {
            bytes,
            documents,
            depth: 0,
            schemas: 0,
        }
    }

    /// Makes the value.
    pub(super) fn root(mut self) -> Result<Value> {
        let schemas: Vec<&Value> = self.documents.iter().take(1).copied().collect();
        self.value(schemas)
    }

    /// Whether each choice is the simplest: also where values nest, so that there is an end.
    pub(super) fn is_simple(&self) -> bool {
        self.depth > SIMPLE || self.bytes.is_empty()
    }

    /// Chooses to add something.
    pub(super) fn adds(&mut self) -> Result<bool> {
        Ok(!self.is_simple() && self.bytes.arbitrary()?)
    }

    /// Makes a value for which several schemas hold.
    pub(super) fn value(&mut self, schemas: Vec<&'s Value>) -> Result<Value> {
        if self.depth == DEEPEST {
            return Err(Error::IncorrectFormat);
        }
        self.depth += 1;
        let value = self
            .collect(schemas)
            .and_then(|keywords| self.value_of(&keywords));
        self.depth -= 1;
        value
    }

    fn value_of(&mut self, keywords: &Keywords<'s>) -> Result<Value> {
        if let Some(listed) = keywords.listed() {
            return self.bytes.choose(&listed).map(|value| (*value).clone());
        }
        // Examples of the document are more lifelike, and sometimes the only values that fit.
        let shown = keywords
            .all("examples")
            .iter()
            .filter_map(|value| value.as_array());
        let shown: Vec<&Value> = shown.flatten().collect();
        if !shown.is_empty() && !self.is_simple() && self.bytes.ratio(1, 8)? {
            return self.bytes.choose(&shown).map(|value| (*value).clone());
        }
        let mut types = keywords.types();
        if self.is_simple() {
            types.truncate(1);
        }
        match *self.bytes.choose(&types)? {
            "string" => self.string(keywords).map(Value::from),
            "boolean" => self.bytes.arbitrary().map(Value::Bool),
            "integer" => self.integer(keywords),
            "number" => self.number(keywords),
            "array" => self.array(keywords).map(Value::Array),
            "object" => self.object(keywords).map(Value::Object),
            _ => Ok(Value::Null),
        }
    }

    /// Schemas with the schemas to which they refer, and with a branch of each union.
    fn collect(&mut self, schemas: Vec<&'s Value>) -> Result<Keywords<'s>> {
        let mut keywords = Keywords(BTreeMap::new());
        let mut open = schemas;
        while let Some(schema) = open.pop() {
            self.schemas += 1;
            if self.schemas > MOST_SCHEMAS || *schema == Value::Bool(false) {
                return Err(Error::IncorrectFormat);
            }
            for (keyword, value) in schema.as_object().into_iter().flatten() {
                match keyword.as_str() {
                    "$ref" => open.push(self.target(value).ok_or(Error::IncorrectFormat)?),
                    "allOf" => open.extend(value.as_array().into_iter().flatten()),
                    "anyOf" | "oneOf" => open.extend(self.branch(value)?),
                    "if" if self.bytes.arbitrary()? => {
                        open.push(value);
                        open.extend(schema.get("then"));
                    }
                    "if" => open.extend(schema.get("else")),
                    _ => keywords.0.entry(keyword).or_default().push(value),
                }
            }
        }
        Ok(keywords)
    }

    /// The schema that a reference leads to.
    fn target(&self, reference: &Value) -> Option<&'s Value> {
        let (_, pointer) = reference.as_str()?.split_once('#')?;
        let pointer = percent_decoded(pointer);
        self.documents
            .iter()
            .find_map(|document| document.pointer(&pointer))
    }

    /// A branch of a union. The simplest is the one with the fewest keywords.
    fn branch(&mut self, union: &'s Value) -> Result<Option<&'s Value>> {
        let branches = union.as_array().map_or(&[][..], Vec::as_slice);
        if !self.is_simple() {
            return self.bytes.choose(branches).map(Some);
        }
        let size = |branch: &&Value| {
            let target = branch
                .get("$ref")
                .and_then(|reference| self.target(reference));
            size(target.unwrap_or(branch))
        };
        Ok(branches.iter().min_by_key(size))
    }
}

/// The number of values in a schema.
fn size(schema: &Value) -> usize {
    let inner = match schema {
        Value::Array(elements) => elements.iter().map(size).sum(),
        Value::Object(members) => members.values().map(size).sum(),
        _ => 0,
    };
    1 + inner
}

/// A fragment of a URI as the JSON Pointer that it is.
fn percent_decoded(fragment: &str) -> String {
    let mut bytes = Vec::with_capacity(fragment.len());
    let mut rest = fragment.as_bytes();
    while let [first, more @ ..] = rest {
        let code = more.get(..2).filter(|_| *first == b'%');
        let code =
            code.and_then(|code| u8::from_str_radix(std::str::from_utf8(code).ok()?, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { &more[2..] } else { more };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A JSON object.
pub(super) type Object = Map<String, Value>;
