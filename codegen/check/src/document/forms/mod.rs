//! Turns the objects of a document into their forms in requests and in responses.
//!
//! A schema in a form is read without the members that the direction does not have: those whose schema is `readOnly` or
//! `writeOnly` (JSON Schema validation, section 9.4). This is a reading of its own: the generator's is not asked.

mod tags;

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};

use serde_json::{Map, Value};

use cratify_schema::SchemaLocation;
use cratify_schema::document::Form;

use super::Document;
use super::parts::REFERENCES;
pub(super) use tags::Tags;

/// Keywords whose schemas describe the same object as the schema that they are in.
const SAME_OBJECT: [&str; 6] = [
    "allOf",
    "anyOf",
    "oneOf",
    "then",
    "else",
    "dependentSchemas",
];

/// Keywords whose schemas ask something about the same object.
const CONDITIONS: [&str; 2] = ["not", "if"];

impl Document {
    /// The members that a form of a schema does not have, if the schemas around it do not have these.
    pub(super) fn removed(
        &self,
        at: &SchemaLocation,
        form: Form,
        around: &BTreeSet<String>,
    ) -> BTreeSet<String> {
        let mut names = around.clone();
        self.add_removed(at, form, &mut HashSet::new(), &mut names);
        names
    }

    /// The same for a subschema, which a keyword of the schema holds.
    pub(super) fn removed_below(
        &self,
        at: &SchemaLocation,
        keyword: &str,
        form: Form,
        around: &BTreeSet<String>,
    ) -> BTreeSet<String> {
        if SAME_OBJECT.contains(&keyword) {
            self.removed(at, form, around)
        } else if CONDITIONS.contains(&keyword) {
            BTreeSet::new()
        } else {
            self.removed(at, form, &BTreeSet::new())
        }
    }

    /// The same for the target of a reference. A schema that others extend has the members of all of them.
    pub(super) fn removed_behind(
        &self,
        target: &SchemaLocation,
        form: Form,
        around: &BTreeSet<String>,
    ) -> BTreeSet<String> {
        let is_base = self.value(target).is_some_and(|schema| {
            schema.get("discriminator").is_some()
                && schema.get("oneOf").is_none()
                && schema.get("anyOf").is_none()
        });
        let nothing = BTreeSet::new();
        self.removed(target, form, if is_base { &nothing } else { around })
    }

    fn add_removed(
        &self,
        at: &SchemaLocation,
        form: Form,
        seen: &mut HashSet<SchemaLocation>,
        names: &mut BTreeSet<String>,
    ) {
        let Some(Value::Object(schema)) = self.value(at) else {
            return;
        };
        if !seen.insert(at.clone()) {
            return;
        }
        let members = schema.get("properties").and_then(Value::as_object);
        for name in members.into_iter().flat_map(Map::keys) {
            let member = at.join("properties").join(name);
            let is_tag = || self.tags().contains(&(at.clone(), name.clone()));
            if self.is_left_out(&member, form) && !is_tag() {
                names.insert(name.clone());
            }
        }
        for part in self.parts(at, schema) {
            self.add_removed(&part, form, seen, names);
        }
        for branches in self.unions(at, schema) {
            let of_branches = branches.iter().map(|branch| {
                let mut own = BTreeSet::new();
                self.add_removed(branch, form, &mut seen.clone(), &mut own);
                own
            });
            let common = of_branches.reduce(|all, own| &all & &own);
            names.extend(common.unwrap_or_default());
        }
    }

    /// Whether a direction does not have a member. One that is for neither is in both.
    pub(super) fn is_left_out(&self, member: &SchemaLocation, form: Form) -> bool {
        let marks = |keyword| self.is_marked(member, keyword, &mut HashSet::new());
        match form {
            Form::Request => marks("readOnly") && !marks("writeOnly"),
            Form::Response => marks("writeOnly") && !marks("readOnly"),
        }
    }

    fn is_marked(
        &self,
        at: &SchemaLocation,
        keyword: &str,
        seen: &mut HashSet<SchemaLocation>,
    ) -> bool {
        let Some(Value::Object(schema)) = self.value(at) else {
            return false;
        };
        if !seen.insert(at.clone()) {
            return false;
        }
        schema.get(keyword) == Some(&Value::Bool(true))
            || self
                .parts(at, schema)
                .iter()
                .any(|part| self.is_marked(part, keyword, seen))
            || self.unions(at, schema).iter().any(|branches| {
                let mut branches = branches.iter();
                branches.all(|branch| self.is_marked(branch, keyword, &mut seen.clone()))
            })
    }

    /// The schemas that hold wherever a schema does.
    fn parts(&self, at: &SchemaLocation, schema: &Map<String, Value>) -> Vec<SchemaLocation> {
        let targets = REFERENCES
            .iter()
            .filter(|keyword| schema.contains_key(**keyword));
        let targets = targets.filter_map(|keyword| {
            let reference = at.join(keyword);
            if self.unresolved.contains(&reference) {
                return None;
            }
            Some(self.references.target(&reference)?.at.clone())
        });
        targets.chain(list(at, schema, "allOf")).collect()
    }

    /// The branches of each union, but for null.
    fn unions(&self, at: &SchemaLocation, schema: &Map<String, Value>) -> Vec<Vec<SchemaLocation>> {
        let unions = ["anyOf", "oneOf"].iter().map(|keyword| {
            let branches = list(at, schema, keyword);
            branches
                .filter(|branch| !self.is_null(branch, &mut HashSet::new()))
                .collect::<Vec<_>>()
        });
        unions.filter(|branches| !branches.is_empty()).collect()
    }

    /// Whether a schema says that null is its only value, or a schema that holds with it does.
    fn is_null(&self, at: &SchemaLocation, seen: &mut HashSet<SchemaLocation>) -> bool {
        let Some(Value::Object(schema)) = self.value(at) else {
            return false;
        };
        if !seen.insert(at.clone()) {
            return false;
        }
        let says = |keyword: &str, value: &Value| schema.get(keyword) == Some(value);
        says("type", &Value::from("null"))
            || says("const", &Value::Null)
            || says("enum", &Value::Array(vec![Value::Null]))
            || self
                .parts(at, schema)
                .iter()
                .any(|part| self.is_null(part, seen))
    }

    /// The names of all members that a direction does not have.
    pub(crate) fn left_out_names(&self, form: Form) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        self.visit_objects(|at, members| {
            let described = members.get("properties").and_then(Value::as_object);
            let described = described.into_iter().flat_map(Map::keys);
            let left_out =
                described.filter(|name| self.is_left_out(&at.join("properties").join(name), form));
            names.extend(left_out.cloned());
        });
        names
    }

    /// Visits all objects of all files, schemas among them.
    fn visit_objects<'d>(&'d self, mut visit: impl FnMut(&SchemaLocation, &'d Map<String, Value>)) {
        for (file, root) in self.files.iter().zip(&*self.upgraded) {
            let mut open = vec![(SchemaLocation::root(*file), root)];
            while let Some((at, value)) = open.pop() {
                match value {
                    Value::Array(values) => {
                        let values = values.iter().enumerate();
                        let values = values.map(|(index, one)| (at.join(&index.to_string()), one));
                        open.extend(values);
                    }
                    Value::Object(members) => {
                        visit(&at, members);
                        let members = members.iter();
                        open.extend(members.map(|(name, value)| (at.join(name), value)));
                    }
                    _ => {}
                }
            }
        }
    }
}

/// The schemas of a list.
fn list(
    at: &SchemaLocation,
    schema: &Map<String, Value>,
    keyword: &str,
) -> impl Iterator<Item = SchemaLocation> + use<> {
    let count = schema
        .get(keyword)
        .and_then(Value::as_array)
        .map_or(0, Vec::len);
    let list = at.join(keyword);
    (0..count).map(move |index| list.join(&index.to_string()))
}

/// The value of a keyword without these members; `None` if nothing is left of it.
pub(super) fn without<'v>(
    keyword: &str,
    value: &'v Value,
    removed: &BTreeSet<String>,
) -> Option<Cow<'v, Value>> {
    let is_kept = |name: &Value| name.as_str().is_none_or(|name| !removed.contains(name));
    let mut left = value.clone();
    match (keyword, &mut left) {
        _ if removed.is_empty() => return Some(Cow::Borrowed(value)),
        ("properties", Value::Object(members)) => {
            members.retain(|name, _| !removed.contains(name));
        }
        ("required", Value::Array(names)) => {
            names.retain(is_kept);
            if names.is_empty() && value.as_array().is_some_and(|names| !names.is_empty()) {
                return None;
            }
        }
        ("dependentRequired", Value::Object(lists)) => {
            for names in lists.values_mut().filter_map(Value::as_array_mut) {
                names.retain(is_kept);
            }
        }
        _ => return Some(Cow::Borrowed(value)),
    }
    Some(Cow::Owned(left))
}
