//! Turns a derived schema into one with the annotations of the published schema, place by place.
//!
//! Derives know doc comments, which say more than the document does. So the annotations of the published schema replace
//! the derived ones in the same places: members by name, elements, branches by position. Only annotations are copied:
//! the keywords that restrict values are derived from the Rust type and its attributes alone.

use std::sync::OnceLock;

use schemars::Schema;
use serde_json::{Map, Value};

/// The annotations of JSON Schema 2020-12 (Validation, section 9), and `externalDocs` of OpenAPI.
const ANNOTATIONS: [&str; 8] = [
    "title",
    "description",
    "default",
    "deprecated",
    "readOnly",
    "writeOnly",
    "examples",
    "externalDocs",
];

/// The keywords that a derive makes of a doc comment.
const OF_COMMENT: [&str; 2] = ["title", "description"];

/// The keywords with one subschema.
const ELEMENTS: [&str; 4] = ["items", "additionalProperties", "propertyNames", "contains"];

/// How a reference to a definition ends before its name.
const DEFINITION: &str = "#/$defs/";

type Keywords = Map<String, Value>;

/// Gives the derived schema of a type the annotations of its published schema. `shared` is the text of the definitions
/// that the published schemas of the crate share, or empty.
pub(crate) fn annotate(derived: &mut Schema, published: &str, shared: &'static str) {
    let published = serde_json::from_str(published);
    if let (Some(derived), Ok(Value::Object(root))) = (derived.as_object_mut(), published) {
        let published = Published {
            root: &root,
            shared,
        };
        published.annotate_type(derived);
    }
}

/// The published schema of a type.
struct Published<'p> {
    root: &'p Keywords,
    shared: &'static str,
}

impl<'p> Published<'p> {
    /// Annotates the schema that a derive wrote. A schema in it that has a doc comment and no counterpart loses the
    /// annotations that the comment made.
    fn annotate_type(&self, derived: &mut Keywords) {
        replace(derived, self.root);
        // A type of some of the values of a definition has the annotations of the definition.
        let target = self.root.get("$ref").and_then(Value::as_str);
        let target = target.and_then(|reference| self.definition(reference));
        let is_whole = derived.contains_key("$ref");
        for (keyword, value) in target.into_iter().flatten().filter(|_| !is_whole) {
            if is_annotation(keyword) && !derived.contains_key(keyword) {
                derived.insert(keyword.clone(), value.clone());
            }
        }
        for (name, member) in object(derived, "properties").into_iter().flatten() {
            let described = |schema: &'p Keywords| schema.get("properties")?.get(name);
            match self.find(&described) {
                Some(published) => annotate_at(member, published),
                None => forget_comment(member),
            }
        }
        for keyword in ELEMENTS {
            let published = self.find(&|schema| schema.get(keyword));
            if let (Some(element), Some(published)) = (derived.get_mut(keyword), published) {
                annotate_at(element, published);
            }
        }
        annotate_each(
            list(derived, "prefixItems"),
            self.find(&|schema| schema.get("prefixItems")?.as_array()),
        );
        let Some(branches) = union_mut(derived) else {
            return;
        };
        let published = self.find(&|schema| Some((schema, union(schema)?)));
        let published = published.map_or_else(Vec::new, |(beside, published)| {
            let is_kept = |branch: &&Value| branches.len() >= published.len() || !is_null(branch);
            let kept = published.iter().filter(is_kept);
            kept.map(|branch| with_members_beside(beside, branch))
                .collect()
        });
        // A last variant keeps what no branch describes.
        let is_parallel = [0, 1].contains(&branches.len().wrapping_sub(published.len()));
        for (index, branch) in branches.iter_mut().enumerate() {
            match published.get(index).filter(|_| is_parallel) {
                Some(published) => annotate_at(branch, published),
                None => forget_comment(branch),
            }
        }
    }

    /// The first finding in the schemas that hold for the whole value, if it is not null: the root, then the schemas in
    /// it, and the schemas to which it refers.
    fn find<T>(&self, get: &dyn Fn(&'p Keywords) -> Option<T>) -> Option<T>
    where
        'static: 'p,
    {
        let mut seen: Vec<&str> = Vec::new();
        let mut open = vec![self.root];
        while let Some(schema) = open.pop() {
            if let Some(found) = get(schema) {
                return Some(found);
            }
            let parts = schema.get("allOf").and_then(Value::as_array);
            let parts = parts.into_iter().flatten().filter_map(Value::as_object);
            open.extend(parts.rev());
            // Keywords beside a union come before keywords in it.
            let branches = union(schema);
            let other = other_than_null(branches).zip(branches);
            if let Some(other) = other.and_then(|(index, branches)| branches[index].as_object()) {
                open.insert(0, other);
            }
            let reference = schema.get("$ref").and_then(Value::as_str);
            if let Some(reference) = reference.filter(|reference| !seen.contains(reference)) {
                seen.push(reference);
                open.extend(self.definition(reference));
            }
        }
        None
    }

    fn definition(&self, reference: &str) -> Option<&'p Keywords>
    where
        'static: 'p,
    {
        let (_, name) = reference.split_once(DEFINITION)?;
        let name = decoded(name);
        let own = self.root.get("$defs").and_then(Value::as_object);
        let own = own.and_then(|definitions| definitions.get(&name));
        let found = own.or_else(|| definitions(self.shared).get("$defs")?.get(&name));
        found?.as_object()
    }
}

/// The definitions that the schemas of the crate share: there is one text of them.
fn definitions(text: &'static str) -> &'static Value {
    static DEFINITIONS: OnceLock<Value> = OnceLock::new();
    DEFINITIONS.get_or_init(|| serde_json::from_str(text).unwrap_or_default())
}

/// A name without the percent-encoding of URIs (RFC 3986, section 2.1).
fn decoded(name: &str) -> String {
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.as_bytes();
    while let [first, after @ ..] = rest {
        let byte = after.get(..2).filter(|_| *first == b'%');
        let byte = byte.and_then(|digits| std::str::from_utf8(digits).ok());
        let byte = byte.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Annotates a schema that has a counterpart, and its parts.
fn annotate_at(derived: &mut Value, published: &Value) {
    let nothing = Map::new();
    // A schema that is `true` or `false` has no annotations.
    let published = published.as_object().unwrap_or(&nothing);
    if *derived == Value::Bool(true) && published.keys().any(|keyword| is_annotation(keyword)) {
        *derived = Value::Object(Map::new());
    }
    let Some(derived) = derived.as_object_mut() else {
        return;
    };
    replace(derived, published);
    // The parts of a value that may be null are in the branch that is not null.
    let within = other_than_null(union(published));
    let within = within.and_then(|index| union(published)?[index].as_object());
    let within = within.unwrap_or(published);
    match other_than_null(union(derived)) {
        Some(index) => {
            let branch = union_mut(derived).and_then(|branches| branches[index].as_object_mut());
            if let Some(branch) = branch {
                annotate_within(branch, within);
            }
        }
        None => annotate_within(derived, within),
    }
}

/// Annotates the parts of a schema that has a counterpart.
fn annotate_within(derived: &mut Keywords, published: &Keywords) {
    for keyword in ["properties", "patternProperties"] {
        let described = published.get(keyword).and_then(Value::as_object);
        for (name, member) in object(derived, keyword).into_iter().flatten() {
            if let Some(published) = described.and_then(|described| described.get(name)) {
                annotate_at(member, published);
            }
        }
    }
    for keyword in ELEMENTS {
        if let (Some(element), Some(published)) = (derived.get_mut(keyword), published.get(keyword))
        {
            annotate_at(element, published);
        }
    }
    annotate_each(
        list(derived, "prefixItems"),
        published.get("prefixItems").and_then(Value::as_array),
    );
    let branches = union(published).into_iter().flatten();
    let branches: Vec<Value> = branches
        .map(|branch| with_members_beside(published, branch))
        .collect();
    annotate_each(union_mut(derived), Some(&branches));
}

/// Annotates the schemas of a list that is as long as its counterpart.
fn annotate_each(derived: Option<&mut Vec<Value>>, published: Option<&Vec<Value>>) {
    let both = derived.zip(published);
    let both = both.filter(|(derived, published)| derived.len() == published.len());
    for (derived, published) in both
        .into_iter()
        .flat_map(|(one, other)| one.iter_mut().zip(other))
    {
        annotate_at(derived, published);
    }
}

/// Replaces the annotations of one schema by the annotations of another.
fn replace(derived: &mut Keywords, published: &Keywords) {
    derived.retain(|keyword, _| !is_annotation(keyword));
    let annotations = published
        .iter()
        .filter(|(keyword, _)| is_annotation(keyword));
    derived.extend(annotations.map(|(keyword, value)| (keyword.clone(), value.clone())));
}

/// Whether a keyword is an annotation: also an extension, unless it is cratify's own.
fn is_annotation(keyword: &str) -> bool {
    let is_extension = keyword.starts_with("x-") && !keyword.starts_with("x-cratify-");
    ANNOTATIONS.contains(&keyword) || is_extension
}

fn forget_comment(derived: &mut Value) {
    if let Some(derived) = derived.as_object_mut() {
        derived.retain(|keyword, _| !OF_COMMENT.contains(&keyword.as_str()));
    }
}

/// A branch as its type has it: a member that is also described beside the union has the annotations from there.
fn with_members_beside(beside: &Keywords, branch: &Value) -> Value {
    let mut branch = branch.clone();
    let members = branch.get_mut("properties").and_then(Value::as_object_mut);
    if let (Some(beside), Some(members)) = (beside.get("properties"), members) {
        for (name, member) in members {
            if let (Some(Value::Object(beside)), Value::Object(member)) = (beside.get(name), member)
            {
                replace(member, beside);
            }
        }
    }
    branch
}

fn object<'s>(schema: &'s mut Keywords, keyword: &str) -> Option<&'s mut Keywords> {
    schema.get_mut(keyword)?.as_object_mut()
}

fn list<'s>(schema: &'s mut Keywords, keyword: &str) -> Option<&'s mut Vec<Value>> {
    schema.get_mut(keyword)?.as_array_mut()
}

/// The branches of a schema.
fn union(schema: &Keywords) -> Option<&Vec<Value>> {
    let branches = schema.get("anyOf").or_else(|| schema.get("oneOf"));
    branches.and_then(Value::as_array)
}

fn union_mut(schema: &mut Keywords) -> Option<&mut Vec<Value>> {
    let keyword = if schema.contains_key("anyOf") {
        "anyOf"
    } else {
        "oneOf"
    };
    list(schema, keyword)
}

fn is_null(branch: &Value) -> bool {
    branch.get("type").is_some_and(|name| name == "null")
}

/// The index of the other branch, if one of two is null.
fn other_than_null(branches: Option<&Vec<Value>>) -> Option<usize> {
    match branches.map(Vec::as_slice) {
        Some([other, null]) if is_null(null) && other.is_object() => Some(0),
        Some([null, other]) if is_null(null) && other.is_object() => Some(1),
        _ => None,
    }
}
