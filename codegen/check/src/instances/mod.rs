//! Makes instances from a JSON Schema (2020-12, self-contained): deterministic, bounded, varied.
//!
//! No instance is valid by construction: a validator sorts them afterwards. Every keyword gets instances
//! that keep it and instances that break it:
//!
//! - *good* values aim to be valid: examples, defaults, consts and enum members; the minimal and
//!   the full object; each member alone; values at every bound; each branch of every union;
//! - *bad* values aim to break one thing: each required member left out; every other JSON type;
//!   values one beyond every bound; unknown members; repeated items.
//!
//! A file per concern: `alternatives` turns references and applicators (`allOf`, `anyOf`,
//! `oneOf`, `if`, …) into flat schemas, `merge` joins two of them, and one file per JSON type
//! reads the keywords of a flat schema. `judge` asks a validator about minimal values, where nothing
//! valid was made without.
//!
//! Bounds: at most [`CAP`] instances per schema; below two levels of nesting only minimal values;
//! strings and arrays up to [`MAX_LENGTH`] and [`MAX_ITEMS`]; integers within `i64` (a document
//! that states no bound means an `i64` here, see the crate's type table), floats within `f64`.

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
};

use serde_json::{Map, Value, json};

use crate::ExternType;
use crate::json::TYPES;
use crate::schemas::whole::WholeSchema;

mod all_patterns;
mod alternatives;
mod array;
mod bad;
mod collector;
mod format;
mod good;
mod judge;
mod keywords;
mod members;
mod merge;
mod minimal;
mod number;
mod object;
mod pattern;
mod place;
mod string;

use collector::Collector;

/// The most instances made of one schema.
pub const CAP: usize = 400;

/// No string longer than this is made for a `minLength` or `maxLength`.
pub const MAX_LENGTH: usize = 4096;

/// No array or object with more entries than this is made for its bounds.
pub const MAX_ITEMS: usize = 64;

/// Steps one schema may cost. Far more than a schema needs; it ends the work on one whose
/// references multiply (each of ten members refers back, ten levels deep).
const FUEL: u32 = 30_000;

/// From this nesting level on, only the minimal value is made.
const DEEPEST: u8 = 3;

/// How deep values may nest; a cycle that no reference reveals ends here.
const DEEPEST_DESCENT: u8 = 32;

/// A schema object.
type Object = Map<String, Value>;

/// Makes up to [`CAP`] instances of the schema, valid and invalid ones mixed. The same schema gives
/// the same instances.
#[must_use]
pub fn make(schema: &Value) -> Vec<Value> {
    Maker::new(&WholeSchema::new(schema)).make(CAP)
}

/// The simplest instance of the schema that is likely valid, if one was found.
#[must_use]
pub fn minimal(schema: &Value) -> Option<Value> {
    let doc = WholeSchema::new(schema);
    Maker::new(&doc).minimal(doc.root)
}

/// The state of making instances of one schema.
pub(crate) struct Maker<'a> {
    doc: &'a WholeSchema<'a>,
    /// Types of other crates: values that they read come before others.
    extern_types: &'a [ExternType],
    /// Minimal values by reference; each is asked for many times.
    minimal: RefCell<HashMap<String, Value>>,
    /// References whose minimal value is being made: meeting one again is a cycle.
    open: RefCell<Vec<String>>,
    samples: RefCell<HashMap<String, Vec<String>>>,
    fuel: Cell<u32>,
    /// How many nested values are being made.
    depth: Cell<u8>,
    /// The minimal values of schemas that decide between others, by their texts, if a validator judges these values.
    judged: Option<RefCell<HashMap<String, Option<Value>>>>,
}

impl<'a> Maker<'a> {
    pub(crate) fn new(doc: &'a WholeSchema<'a>) -> Self {
        Self {
            doc,
            extern_types: &[],
            minimal: RefCell::default(),
            open: RefCell::default(),
            samples: RefCell::default(),
            fuel: Cell::new(FUEL),
            depth: Cell::new(0),
            judged: None,
        }
    }

    /// A maker that asks a validator about minimal values: where branches of `oneOf` overlap, or conditions exclude each
    /// other, a plain one may find nothing that is valid as a whole. It is slow.
    pub(crate) fn careful(doc: &'a WholeSchema<'a>) -> Self {
        Self {
            judged: Some(RefCell::default()),
            ..Self::new(doc)
        }
    }

    /// A maker that prefers what types of other crates read.
    pub(crate) fn for_types(self, extern_types: &'a [ExternType]) -> Self {
        Self {
            extern_types,
            ..self
        }
    }

    /// Up to `cap` instances of the document's root schema. Good and bad ones have a share each;
    /// what one does not use, the other gets.
    pub(crate) fn make(&self, cap: usize) -> Vec<Value> {
        let root = self.doc.root;
        let mut out = Collector::new(cap * 3 / 5);
        out.extend(self.good(root, 0, cap * 3 / 5));
        out.raise(cap);
        let left = out.room();
        out.extend(self.bad(root, 0, left));
        out.extend(TYPES.into_iter().map(sample));
        out.into_values()
    }

    /// Takes one step's fuel; `false` when no fuel is left.
    fn burn(&self) -> bool {
        let left = self.fuel.get();
        self.fuel.set(left.saturating_sub(1));
        left > 0
    }

    /// Enters a nested value until the result is dropped; `None` when that is too deep or the fuel
    /// is used up. All values of members and items pass through here, so recursion ends.
    fn descend(&self) -> Option<Descent<'_>> {
        let within = self.depth.get() < DEEPEST_DESCENT && self.burn();
        within.then(|| {
            self.depth.set(self.depth.get() + 1);
            Descent(&self.depth)
        })
    }
}

/// A nested value being made.
struct Descent<'m>(&'m Cell<u8>);

impl Drop for Descent<'_> {
    fn drop(&mut self) {
        self.0.set(self.0.get() - 1);
    }
}

/// A plain value of a JSON type.
fn sample(json_type: &str) -> Value {
    match json_type {
        "null" => Value::Null,
        "boolean" => Value::Bool(true),
        "integer" => json!(1),
        "number" => json!(0.5),
        "array" => json!([]),
        "object" => json!({}),
        _ => json!("text"),
    }
}
