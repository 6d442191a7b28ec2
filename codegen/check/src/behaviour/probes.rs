//! Turns an instance that the schema accepts into tolerant probes: values that a newer server may send.
//!
//! A probe has an unknown member in an object, an unknown string for a string `enum`, or `5.0` for the integer `5`.
//! Types must decode each probe, although the schema may reject it. A place where the probe could change the branch of
//! a union (a tag) is counted as skipped.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::json;
use crate::schemas::branches::{self, Branch, branches};
use crate::schemas::growth;
use crate::schemas::whole::WholeSchema;

/// The name of the added member, and the string that no `enum` has.
pub(crate) const UNKNOWN_MEMBER: &str = "zz_from_a_newer_server";
const UNKNOWN_VALUE: &str = "ZZ_FROM_A_NEWER_SERVER";

/// How often one place (array indices set aside) is probed per case and kind.
const PER_PLACE: usize = 2;

/// The most probes per case.
const MOST: usize = 200;

/// The change that a probe makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    UnknownMember,
    UnknownValue,
    FloatInteger,
}

/// A changed instance.
pub(crate) struct Probe {
    pub(crate) kind: Kind,
    /// JSON Pointer of the object or value that was changed.
    pub(crate) place: String,
    pub(crate) instance: Value,
}

/// Makes the probes of one case, remembering which places were probed before.
pub(crate) struct Prober<'a> {
    doc: &'a WholeSchema<'a>,
    probed: HashMap<(Kind, String), usize>,
    total: usize,
    /// Places left out so far, each counted once.
    pub(crate) skipped: usize,
}

impl<'a> Prober<'a> {
    pub(crate) fn new(doc: &'a WholeSchema<'a>) -> Self {
        Self {
            doc,
            probed: HashMap::new(),
            total: 0,
            skipped: 0,
        }
    }

    /// Probes of an accepted instance, one change each.
    pub(crate) fn probes(&mut self, instance: &Value) -> Vec<Probe> {
        let mut sites = Vec::new();
        self.visit(&[self.doc.root], instance, "", false, &mut sites);
        sites
            .into_iter()
            .filter_map(|(kind, place)| {
                let mut instance = instance.clone();
                change(kind, instance.pointer_mut(&place)?)?;
                Some(Probe {
                    kind,
                    place,
                    instance,
                })
            })
            .collect()
    }

    /// Whether this place should be probed once more.
    fn take(&mut self, kind: Kind, place: &str) -> bool {
        let times = self.probed.entry((kind, general(place))).or_default();
        *times += 1;
        let take = *times <= PER_PLACE && self.total < MOST;
        self.total += usize::from(take);
        take
    }

    fn skip(&mut self, kind: Kind, place: &str) {
        let times = self.probed.entry((kind, general(place))).or_default();
        self.skipped += usize::from(*times == 0);
        *times += 1;
    }

    fn visit(
        &mut self,
        schemas: &[&'a Value],
        value: &Value,
        at: &str,
        tag: bool,
        sites: &mut Vec<(Kind, String)>,
    ) {
        let mut typed = branches(self.doc, schemas);
        typed.retain(|branch| {
            branch
                .iter()
                .all(|schema| branches::allows_type(schema, value))
        });
        let kind = match value {
            Value::String(_) if growth::is_open_enum(&typed, value) => Kind::UnknownValue,
            Value::Number(number) if growth::is_integer(&typed, number) => Kind::FloatInteger,
            Value::Object(_) => Kind::UnknownMember,
            Value::Array(items) => {
                let branch = self.only(&typed, value);
                for (index, one) in items.iter().enumerate() {
                    let schemas = branch.as_ref().map(|branch| branches::item(branch, index));
                    let at = format!("{at}/{index}");
                    self.visit(&schemas.unwrap_or_default(), one, &at, false, sites);
                }
                return;
            }
            _ => return,
        };
        let Value::Object(members) = value else {
            // Another branch may take the changed string; a tag may mean another branch.
            if kind == Kind::UnknownValue && (tag || typed.len() > 1) {
                self.skip(kind, at);
            } else if self.take(kind, at) {
                sites.push((kind, at.to_owned()));
            }
            return;
        };
        let Some(branch) = self.only(&typed, value) else {
            if !typed.is_empty() {
                self.skip(kind, at);
            }
            return;
        };
        if growth::is_struct(&branch) && self.take(kind, at) {
            sites.push((kind, at.to_owned()));
        }
        for (name, member) in members {
            let tag = typed.len() > 1 && growth::is_tag(self.doc, &typed, name);
            let schemas = branches::member(self.doc, &branch, name);
            self.visit(&schemas, member, &json::push(at, name), tag, sites);
        }
    }

    /// The one branch that the value can mean; `None` when several could be meant.
    fn only(&self, typed: &[Branch<'a>], value: &Value) -> Option<Branch<'a>> {
        let mut plausible = typed
            .iter()
            .filter(|branch| branches::plausible(self.doc, branch, value));
        match (plausible.next(), plausible.next()) {
            (Some(branch), None) => Some(branch.clone()),
            _ => None,
        }
    }
}

/// The place with array indices set aside.
fn general(place: &str) -> String {
    let token = |token: &str| match token.parse::<usize>() {
        Ok(_) => "*".to_owned(),
        Err(_) => token.to_owned(),
    };
    place.split('/').map(token).collect::<Vec<_>>().join("/")
}

fn change(kind: Kind, value: &mut Value) -> Option<()> {
    match kind {
        Kind::UnknownMember => {
            let members = value.as_object_mut()?;
            members.insert(UNKNOWN_MEMBER.to_owned(), json!({ "any": [1, null] }));
        }
        Kind::UnknownValue => *value = json!(UNKNOWN_VALUE),
        Kind::FloatInteger => *value = json!(value.as_f64()?),
    }
    Some(())
}
