//! Turns one pass of a YAML deserializer into the positions asked for in a [`Tree`].
//!
//! A deserializer does not say where it is, but it lends out plain scalars as slices of the
//! text, whose addresses tell. So scalars are asked for as strings, whatever they are, and a
//! collection is taken to begin where the first scalar in it does. A scalar that cannot be lent
//! out, having escapes or several lines, is refused: the error says where it was, and reading
//! goes on behind it.

use std::cell::{Cell, OnceCell};
use std::collections::HashMap;
use std::fmt;
use std::ops::Range;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

use super::key::Key;
use super::locate::{Found, Tree};
use super::pointer::step;
use super::{Value, scan};

/// The seed for one value; gives the range it visibly begins with.
pub(super) struct Walk<'a> {
    pub(super) text: &'a str,
    /// Where the text's lines start, once that is needed.
    pub(super) lines: &'a OnceCell<scan::YamlLines>,
    pub(super) tree: &'a Tree,
    pub(super) found: &'a mut [Found],
    /// The tree's node for this value; `None` if only its beginning is of interest.
    pub(super) node: Option<usize>,
    /// The value, where it is known to be what the text has here.
    pub(super) value: Option<&'a Value>,
    /// Whether this is, or is within, the value of a merge key.
    pub(super) inherited: bool,
}

impl<'a> Walk<'a> {
    fn deeper<'b>(&'b mut self, node: Option<usize>, value: Option<&'b Value>) -> Walk<'b>
    where
        'a: 'b,
    {
        Walk {
            text: self.text,
            lines: self.lines,
            tree: self.tree,
            found: &mut *self.found,
            node,
            value,
            inherited: self.inherited,
        }
    }

    fn arrive(&mut self, node: usize, key: Option<Range<usize>>, value: Option<Range<usize>>) {
        let inherited = self.inherited;
        if let Some(found) = self.found.get_mut(node) {
            let known = found.key.is_some() || found.value.is_some();
            if !known || (found.inherited && !inherited) {
                *found = Found {
                    key,
                    value,
                    inherited,
                };
            }
        }
    }
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = Option<Range<usize>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        match self.value {
            // Only as a string is a scalar lent out; of anything else that would be an error.
            Some(value) if !value.is_object() && !value.is_array() => {
                let refused = Cell::new(false);
                let scalar = Scalar {
                    text: self.text,
                    refused: &refused,
                };
                match deserializer.deserialize_str(scalar) {
                    Err(error) if refused.get() => {
                        let message = error.to_string();
                        let lines = self.lines.get_or_init(|| scan::YamlLines::new(self.text));
                        let at = lines.offset_in_message(self.text, &message);
                        Ok(at.map(|at| scan::yaml_token(self.text, at)))
                    }
                    other => other,
                }
            }
            _ => deserializer.deserialize_any(self),
        }
    }
}

/// The visitor for a scalar whose position is wanted, come what may.
struct Scalar<'a> {
    text: &'a str,
    refused: &'a Cell<bool>,
}

impl<'de> Visitor<'de> for Scalar<'_> {
    type Value = Option<Range<usize>>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the scalar that was there when it was first read")
    }

    fn visit_borrowed_str<E: Error>(self, value: &'de str) -> Result<Self::Value, E> {
        Ok(lent(self.text, value))
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Self::Value, E> {
        self.refused.set(true);
        Err(E::custom("not a slice of the text"))
    }
}

fn lent(text: &str, value: &str) -> Option<Range<usize>> {
    let range = scan::range_in(text, value)?;
    Some(scan::with_quotes(text, range))
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = Option<Range<usize>>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("what was there when it was first read")
    }

    fn visit_borrowed_str<E: Error>(self, value: &'de str) -> Result<Self::Value, E> {
        Ok(lent(self.text, value))
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_u128<E: Error>(self, _: u128) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_i128<E: Error>(self, _: i128) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Self::Value, A::Error> {
        let (_, content) = tagged.variant::<String>()?;
        content.newtype_variant_seed(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut sequence: A) -> Result<Self::Value, A::Error> {
        let mut first = None;
        for index in 0_usize.. {
            let token = index.to_string();
            let child = self.node.and_then(|node| self.tree.child(node, &token, 0));
            if child.is_none() && index > 0 {
                if sequence.next_element::<IgnoredAny>()?.is_none() {
                    break;
                }
                continue;
            }
            let value = self.value.and_then(|value| step(value, &token));
            let Some(begin) = sequence.next_element_seed(self.deeper(child, value))? else {
                break;
            };
            if let Some(child) = child {
                self.arrive(child, None, begin.clone());
            }
            if index == 0 {
                first = begin;
            }
        }
        Ok(first)
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Self::Value, A::Error> {
        let text = self.text;
        let mut first = None;
        let mut seen: HashMap<String, usize> = HashMap::new();
        while let Some((key, range)) = map.next_key_seed(Key { text })? {
            first = first.or_else(|| range.clone());
            let Some(node) = self.node else {
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            if !self.tree.counts(node, &key) {
                if key == "<<" && !self.tree.is_leaf(node) {
                    map.next_value_seed(Inherited(self.deeper(Some(node), None)))?;
                } else {
                    map.next_value::<IgnoredAny>()?;
                }
                continue;
            }
            let occurrence = seen.entry(key.clone()).or_insert(0);
            let child = self.tree.child(node, &key, *occurrence);
            *occurrence += 1;
            // A repetition's value was never read, so nothing is known of it.
            let value = self.value.filter(|_| *occurrence == 1);
            let value = value.and_then(|value| step(value, &key));
            if let Some(child) = child {
                let begin = map.next_value_seed(self.deeper(Some(child), value))?;
                self.arrive(child, range, begin);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(first)
    }
}

/// Walks the value of a merge key - a mapping, or a list of them - as the mapping it is
/// merged into.
struct Inherited<'a>(Walk<'a>);

impl<'de> DeserializeSeed<'de> for Inherited<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(mut self, deserializer: D) -> Result<(), D::Error> {
        self.0.inherited = true;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Inherited<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(formatter)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        self.0.visit_map(map).map(drop)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut sequence: A) -> Result<(), A::Error> {
        let node = self.0.node;
        while sequence
            .next_element_seed(self.0.deeper(node, None))?
            .is_some()
        {}
        Ok(())
    }
}
