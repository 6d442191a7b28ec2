//! References to what was moved, turned to where it is now (`$ref`, `$dynamicRef`, and the
//! `mapping` of a discriminator).
//!
//! A reference is looked at when everything has moved. One whose target stayed keeps its text to
//! the letter.

use super::fragment::{percent_decode, percent_encode};
use super::places::{Shape, holds_data};
use super::scope::Scope;
use super::walk::{Spot, Walker};
use crate::source::{Pointer, Value};

/// A reference.
#[derive(Debug)]
pub(super) struct Site {
    /// Where its text is now.
    at: Pointer,
    text: String,
    /// The schema that `#` means, as written.
    base: Pointer,
}

/// What a reference names.
struct Target {
    /// The schema that the fragment is a pointer into.
    base: Pointer,
    /// The place as written.
    old: Pointer,
    /// The place now.
    new: Pointer,
}

impl Walker {
    /// Keeps the references that a member of a schema is or has.
    pub(super) fn note_references(
        &mut self,
        keyword: &str,
        value: &Value,
        at: &Pointer,
        base: &Pointer,
    ) {
        match keyword {
            "$ref" | "$dynamicRef" => self.note(value, at.clone(), base),
            "discriminator" => {
                let mapping = value.get("mapping").and_then(Value::as_object);
                for (tag, target) in mapping.into_iter().flatten() {
                    self.note(target, at.join("mapping").join(tag), base);
                }
            }
            _ => {}
        }
    }

    fn note(&mut self, value: &Value, at: Pointer, base: &Pointer) {
        if let Some(text) = value.as_str().filter(|text| text.contains("#/")) {
            self.sites.push(Site {
                at,
                text: text.to_owned(),
                base: base.clone(),
            });
        }
    }

    /// Rewrites the schemas that no keyword marks as such, but to which a reference leads.
    pub(super) fn targets(&mut self, root: &mut Value, scope: &Scope) {
        let mut done = 0;
        while done < self.sites.len() {
            let targets = self.sites[done..]
                .iter()
                .filter_map(|site| self.target(site, root));
            let mut open: Vec<Target> = targets
                .filter(|target| !self.visited.contains(&target.old) && !self.is_data(&target.old))
                .collect();
            done = self.sites.len();
            // Outermost first, as everywhere: what is inside moves along.
            open.sort_by_key(|target| target.old.tokens().count());
            for target in open {
                let new = self.moves.of(&target.old);
                let Some(value) = root.pointer_mut(new.as_str()) else {
                    continue;
                };
                let spot = Spot {
                    old: target.old,
                    new,
                    is_branch: false,
                };
                let scope = Scope {
                    base: target.base,
                    ..scope.clone()
                };
                self.walk(value, Shape::Schema, &spot, &scope);
            }
        }
    }

    /// Whether a place is in a keyword whose value is data: what a keyword is called is known of
    /// the members of schemas only.
    fn is_data(&self, old: &Pointer) -> bool {
        let mut place = old.clone();
        while let Some((outer, token)) = place.parent() {
            if self.visited.contains(&outer) {
                return holds_data(&token);
            }
            place = outer;
        }
        false
    }

    /// Gives each reference whose target has moved its new text.
    pub(super) fn turn_references(&self, root: &mut Value) {
        for site in &self.sites {
            let Some(target) = self.target(site, root) else {
                continue;
            };
            if target.new == target.old {
                continue;
            }
            let base = self.moves.of(&target.base);
            let Some(inner) = target.new.as_str().strip_prefix(base.as_str()) else {
                continue;
            };
            let uri = site.text.split_once('#').map_or("", |(uri, _)| uri);
            let text = format!("{uri}#{}", percent_encode(inner));
            if let Some(value) = root.pointer_mut(site.at.as_str()) {
                *value = Value::String(text);
            }
        }
    }

    /// What a reference names in this document; `None` where it leads elsewhere or nowhere.
    fn target(&self, site: &Site, root: &Value) -> Option<Target> {
        let (uri, fragment) = site.text.split_once('#')?;
        let fragment = percent_decode(fragment)?;
        let named = if uri.is_empty() {
            Some(&site.base)
        } else {
            self.resources.get(uri)
        };
        // An `$id` in a subschema changes what `#` means, and many that write one do not know.
        let bases = [named.cloned(), uri.is_empty().then(Pointer::root)];
        bases.into_iter().flatten().find_map(|base| {
            let old = Pointer::parse(&format!("{base}{fragment}"))?;
            let new = self.moves.of(&old);
            new.resolve(root)?;
            Some(Target { base, old, new })
        })
    }
}
