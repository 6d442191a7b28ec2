//! Collects values up to a limit, each once.

use std::{
    collections::HashSet,
    hash::{DefaultHasher, Hash, Hasher},
};

use serde_json::Value;

/// A bounded list of distinct values, in the order of arrival.
pub(super) struct Collector {
    values: Vec<Value>,
    seen: HashSet<u64>,
    limit: usize,
}

impl Collector {
    pub(super) fn new(limit: usize) -> Self {
        Self {
            values: Vec::new(),
            seen: HashSet::new(),
            limit,
        }
    }

    /// Takes the value unless the sink is full or has it already. `1` and `1.0` are two values
    /// here: they are read differently.
    pub(super) fn push(&mut self, value: Value) {
        if self.room() == 0 {
            return;
        }
        // The default hasher's keys are fixed, so that every run drops the same values.
        let mut hasher = DefaultHasher::new();
        value.hash(&mut hasher);
        if self.seen.insert(hasher.finish()) {
            self.values.push(value);
        }
    }

    pub(super) fn extend(&mut self, values: impl IntoIterator<Item = Value>) {
        for value in values {
            if self.room() == 0 {
                break;
            }
            self.push(value);
        }
    }

    /// How many more values fit.
    pub(super) fn room(&self) -> usize {
        self.limit.saturating_sub(self.values.len())
    }

    /// How many values each of `parts` further contributors may add, at least one.
    pub(super) fn share(&self, parts: usize) -> usize {
        (self.room() / parts.max(1)).max(1)
    }

    pub(super) fn raise(&mut self, limit: usize) {
        self.limit = limit;
    }

    pub(super) fn into_values(self) -> Vec<Value> {
        self.values
    }
}
