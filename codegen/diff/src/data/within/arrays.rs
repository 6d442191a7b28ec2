//! Proves keywords about arrays.

use serde_json::Value;

use super::{Prover, Step, has_same, refers};
use crate::data::conjunction::{Conjunction, Object, list};

/// No more elements than these are looked at one by one.
const MOST_ELEMENTS: usize = 64;

impl<'d> Prover<'d> {
    /// Whether all arrays keep a keyword.
    pub(super) fn keeps_of_arrays(
        &mut self,
        values: &Conjunction<'d>,
        schema: &'d Object,
        keyword: &'d str,
        value: &'d Value,
    ) -> bool {
        let most = values.most_elements();
        match keyword {
            "prefixItems" => {
                let mut keep = true;
                for (index, other) in list(schema, keyword).iter().enumerate() {
                    keep &= self.element(values, index, other);
                }
                keep
            }
            "items" => {
                let first = list(schema, "prefixItems").len();
                let last = values.prefix_length().max(first);
                if last > MOST_ELEMENTS {
                    return false;
                }
                let mut keep = true;
                for index in first..=last {
                    keep &= self.element(values, index, value);
                }
                keep
            }
            "minItems" => {
                let own = values.greatest(keyword).unwrap_or_default();
                value
                    .as_f64()
                    .is_some_and(|bound| super::scalars::as_float(own) >= bound)
            }
            "maxItems" => most.is_some_and(|most| {
                value
                    .as_f64()
                    .is_some_and(|bound| super::scalars::as_float(most) <= bound)
            }),
            "uniqueItems" => {
                *value == Value::Bool(false)
                    || most.is_some_and(|most| most <= 1)
                    || has_same(values, &[keyword], schema)
            }
            "contains" => {
                has_same(values, &["contains", "minContains", "maxContains"], schema)
                    && !refers(value)
            }
            _ => false,
        }
    }

    fn element(&mut self, values: &Conjunction<'d>, index: usize, other: &'d Value) -> bool {
        if values
            .most_elements()
            .is_some_and(|most| most <= index as u64)
        {
            return true;
        }
        let element = values.element(index);
        element.is_empty() || self.step(values, Step::Element(index), &element, other)
    }
}
