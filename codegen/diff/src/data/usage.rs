//! Finds the schemas that only requests or only responses contain, from the `paths` of a document.
//!
//! A webhook and a callback are requests in the other direction, and a reference to another file may lead anywhere: what
//! these contain is taken to be in both.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use crate::Side;

/// Where values of a schema are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Usage {
    Requests,
    Responses,
    Both,
}

/// The usage of the named schemas that operations contain, by JSON Pointer. Any other schema may be used in both.
pub(super) fn usage(side: &Side) -> HashMap<String, Usage> {
    let root = side.decisions.sources.get(side.decisions.root);
    let mut walk = Walk {
        root: &root.root,
        seen: HashSet::new(),
        found: HashMap::new(),
    };
    walk.operations();
    walk.found
}

struct Walk<'d> {
    root: &'d Value,
    seen: HashSet<(String, bool)>,
    found: HashMap<String, Usage>,
}

/// The schemas in the answer to a request.
const OF_RESPONSES: [&str; 1] = ["responses"];

impl<'d> Walk<'d> {
    fn operations(&mut self) {
        let paths = self.root.get("paths").and_then(Value::as_object);
        for item in paths.into_iter().flat_map(|paths| paths.values()) {
            for (name, value) in item.as_object().into_iter().flatten() {
                match value {
                    Value::Object(operation) => {
                        for (keyword, part) in operation {
                            self.part(keyword, part);
                        }
                    }
                    other => self.part(name, other),
                }
            }
        }
        if let Some(webhooks) = self.root.get("webhooks") {
            self.both(webhooks);
        }
    }

    fn part(&mut self, keyword: &str, part: &'d Value) {
        if keyword == "callbacks" {
            self.both(part);
        } else {
            self.values(part, OF_RESPONSES.contains(&keyword));
        }
    }

    fn both(&mut self, part: &'d Value) {
        self.values(part, false);
        self.values(part, true);
    }

    /// Follows all references.
    fn values(&mut self, part: &'d Value, in_response: bool) {
        let mut open = vec![part];
        while let Some(value) = open.pop() {
            match value {
                Value::Array(values) => open.extend(values),
                Value::Object(members) => {
                    open.extend(members.values());
                    let mut texts = members
                        .get("$ref")
                        .and_then(Value::as_str)
                        .into_iter()
                        .collect();
                    mapped(members.get("discriminator"), &mut texts);
                    for text in texts {
                        open.extend(self.target(text, in_response));
                    }
                }
                _ => {}
            }
        }
    }

    fn target(&mut self, reference: &str, in_response: bool) -> Option<&'d Value> {
        let pointer = reference.strip_prefix('#')?;
        if !self.seen.insert((pointer.to_owned(), in_response)) {
            return None;
        }
        let usage = if in_response {
            Usage::Responses
        } else {
            Usage::Requests
        };
        let known = self.found.entry(pointer.to_owned()).or_insert(usage);
        if *known != usage {
            *known = Usage::Both;
        }
        self.root.pointer(pointer)
    }
}

/// The references of a `mapping`.
fn mapped<'d>(discriminator: Option<&'d Value>, texts: &mut Vec<&'d str>) {
    let mapping = discriminator.and_then(|value| value.get("mapping")?.as_object());
    let targets = mapping.into_iter().flat_map(|mapping| mapping.values());
    texts.extend(targets.filter_map(Value::as_str));
}
