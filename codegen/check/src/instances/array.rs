//! Makes arrays: of every length at the bounds, with each item's own values, repeated and contained
//! items.

use serde_json::Value;

use super::{
    Collector, DEEPEST, MAX_ITEMS, Maker, Object,
    keywords::{count, list},
    sample,
};

/// The number of items of the minimal array.
pub(super) fn length(schema: &Object) -> usize {
    let contained = if schema.contains_key("contains") {
        count(schema, "minContains").unwrap_or(1)
    } else {
        0
    };
    let least = count(schema, "minItems").unwrap_or(0).max(contained);
    least.min(MAX_ITEMS)
}

/// The schema of the item at an index.
fn item_at(schema: &Object, at: usize) -> &Value {
    const ANY: &Value = &Value::Bool(true);
    list(schema, "prefixItems")
        .get(at)
        .or_else(|| schema.get("items"))
        .unwrap_or(ANY)
}

fn replaced(items: &[Value], at: usize, value: Value) -> Option<Value> {
    let mut items = items.to_vec();
    *items.get_mut(at)? = value;
    Some(Value::Array(items))
}

fn unique(schema: &Object) -> bool {
    schema.get("uniqueItems") == Some(&Value::Bool(true))
}

impl Maker<'_> {
    /// An array of `length` minimal items, distinct where they must be, the last ones contained
    /// where `contains` asks for it.
    pub(super) fn minimal_array(&self, schema: &Object, length: usize) -> Option<Value> {
        let prefix = list(schema, "prefixItems").len().min(length);
        let mut items = Vec::with_capacity(length);
        for at in 0..prefix {
            items.push(self.minimal(item_at(schema, at))?);
        }
        if length > prefix {
            let item = item_at(schema, prefix);
            let distinct = if unique(schema) && length > 1 {
                self.good(item, DEEPEST - 1, length - prefix + 4)
            } else {
                vec![self.minimal(item)?]
            };
            let mut distinct = distinct
                .into_iter()
                .filter(|value| !items.contains(value))
                .collect::<Vec<_>>();
            if !unique(schema) && distinct.is_empty() {
                distinct.extend(items.first().cloned());
            }
            items.extend(distinct.iter().cycle().take(length - prefix).cloned());
        }
        if let Some(contained) = schema.get("contains") {
            let wanted = count(schema, "minContains").unwrap_or(1).min(items.len());
            let start = items.len() - wanted;
            let distinct = if unique(schema) { wanted } else { 1 };
            let values = self.good(contained, DEEPEST - 1, distinct);
            for (slot, value) in items[start..].iter_mut().zip(values.iter().cycle()) {
                *slot = value.clone();
            }
        }
        Some(Value::Array(items))
    }

    /// The minimal array that has an item at `at`.
    fn array_up_to(&self, schema: &Object, at: usize) -> Option<Vec<Value>> {
        match self.minimal_array(schema, length(schema).max(at + 1))? {
            Value::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The indices whose items differ: each of the prefix, and the first behind it.
    fn places(schema: &Object) -> impl Iterator<Item = usize> {
        0..=list(schema, "prefixItems").len().min(MAX_ITEMS)
    }

    /// Likely valid arrays.
    pub(super) fn good_arrays(&self, schema: &Object, level: u8, n: usize, out: &mut Collector) {
        let end = out.room().saturating_sub(n);
        let least = length(schema);
        let prefix = list(schema, "prefixItems").len();
        let most = count(schema, "maxItems").filter(|most| *most <= MAX_ITEMS);
        let lengths = [
            Some(least),
            Some(least.max(1)),
            Some(least.max(prefix)),
            most,
            Some(least + 2),
        ];
        for length in lengths.into_iter().flatten() {
            if out.room() > end {
                out.extend(self.minimal_array(schema, length));
            }
        }
        let places: Vec<usize> = Self::places(schema).collect();
        for (done, at) in places.iter().enumerate() {
            let room = out.room().saturating_sub(end);
            if room == 0 {
                break;
            }
            let share = (room / (places.len() - done)).max(1);
            let Some(base) = self.array_up_to(schema, *at) else {
                continue;
            };
            for value in self.good(item_at(schema, *at), level + 1, share) {
                out.extend(replaced(&base, *at, value));
            }
        }
    }

    /// Likely invalid arrays.
    pub(super) fn bad_arrays(&self, schema: &Object, level: u8, out: &mut Collector) {
        if let Some(least) =
            count(schema, "minItems").filter(|least| (1..=MAX_ITEMS).contains(least))
        {
            out.extend(self.minimal_array(schema, least - 1));
        }
        if let Some(most) = count(schema, "maxItems").filter(|most| *most < MAX_ITEMS) {
            out.extend(self.minimal_array(schema, most + 1));
        }
        if unique(schema) {
            let item = self.minimal(item_at(schema, list(schema, "prefixItems").len()));
            let length = length(schema).max(2);
            out.extend(item.map(|item| Value::Array(vec![item; length])));
        }
        if let Some(contained) = schema.get("contains") {
            self.break_contains(schema, contained, out);
        }
        // Items where none are allowed (`items: false`), for which no item can be made.
        for length in 1..=list(schema, "prefixItems").len().min(3) + 1 {
            let items = vec![sample("boolean"); length];
            out.push(Value::Array(items));
            let start = self.minimal_array(schema, length - 1);
            if let Some(Value::Array(mut items)) = start {
                items.push(sample("string"));
                out.push(Value::Array(items));
            }
        }
        let places: Vec<usize> = Self::places(schema).collect();
        for (done, at) in places.iter().enumerate() {
            if out.room() == 0 {
                break;
            }
            let share = out.share(places.len() - done);
            let Some(base) = self.array_up_to(schema, *at) else {
                continue;
            };
            for value in self.bad(item_at(schema, *at), level + 1, share) {
                out.extend(replaced(&base, *at, value));
            }
        }
    }

    /// No contained item at all, one too few, and one too many for `maxContains`.
    fn break_contains(&self, schema: &Object, contained: &Value, out: &mut Collector) {
        let others = self.bad(contained, 1, 2);
        let least = length(schema).max(1);
        out.push(Value::Array(Vec::new()));
        out.extend(
            others
                .iter()
                .map(|other| Value::Array(vec![other.clone(); least])),
        );
        let some = self.minimal(contained);
        if let (Some(some), Some(other)) = (&some, others.first()) {
            let mut items = vec![some.clone(); least];
            items[0] = other.clone();
            out.push(Value::Array(items));
        }
        if let (Some(some), Some(most)) = (
            some,
            count(schema, "maxContains").filter(|most| *most < MAX_ITEMS),
        ) {
            out.push(Value::Array(vec![some; most + 1]));
        }
    }
}
