//! Proves that values keep a keyword of the other schema.

use serde_json::Value;

use super::{Prover, every, scalars};
use crate::data::conjunction::{Conjunction, Object};
use crate::data::patterns::Relation;
use crate::data::references::referred;
use crate::data::types::Types;

impl<'d> Prover<'d> {
    /// Whether all values keep a keyword.
    pub(super) fn holds(
        &mut self,
        values: &Conjunction<'d>,
        other: &'d Value,
        schema: &'d Object,
        keyword: &'d str,
        value: &'d Value,
    ) -> bool {
        match keyword {
            "$ref" => match referred(schema).and_then(|name| self.others.get(name)) {
                Some(target) => self.is_within(values, target),
                None => self.gap(values, other),
            },
            "allOf" => {
                let all = value.as_array().map(Vec::as_slice).unwrap_or_default();
                every(all, |one| self.is_within(values, one))
            }
            "anyOf" | "oneOf" => self.is_within_union(values, other, keyword, value),
            // They mean something beside another keyword, which looks at them.
            "then" | "else" if schema.contains_key("if") => true,
            "minContains" | "maxContains" => true,
            "$schema" | "$defs" | "$comment" => true,
            _ => {
                let gaps = self.gaps.len();
                if self.keeps(values, schema, keyword, value) {
                    self.gaps.truncate(gaps);
                    return true;
                }
                // A branch of a union may say what the whole does not.
                if let Some((rest, branches)) = values.next_union() {
                    self.gaps.truncate(gaps);
                    return every(branches, |branch| {
                        let branch = rest.with(branch);
                        branch.is_empty()
                            || self.holds_or_gap(&branch, other, schema, keyword, value)
                    });
                }
                if self.gaps.len() > gaps {
                    return false;
                }
                self.gap(values, other)
            }
        }
    }

    fn holds_or_gap(
        &mut self,
        values: &Conjunction<'d>,
        other: &'d Value,
        schema: &'d Object,
        keyword: &'d str,
        value: &'d Value,
    ) -> bool {
        if values.values.is_some() {
            return self.is_within(values, other);
        }
        self.holds(values, other, schema, keyword, value)
    }

    /// Whether all values keep a keyword by what the schemas say themselves, without a look at unions.
    fn keeps(
        &mut self,
        values: &Conjunction<'d>,
        schema: &'d Object,
        keyword: &'d str,
        value: &'d Value,
    ) -> bool {
        let about = about(keyword);
        if !values.types.has(about) {
            return true;
        }
        match keyword {
            "type" => Types::named(value).has_all(values.types),
            "enum" | "const" => false,
            "not" => self.is_disjoint(values, value, 0) || has_same(values, &[keyword], schema),
            "if" => has_same(values, &["if", "then", "else"], schema),
            "format" => has_same(values, &[keyword], schema),
            "pattern" => self.keeps_pattern(values, value),
            _ if about == Types::OBJECT => self.keeps_of_objects(values, schema, keyword, value),
            _ if about == Types::ARRAY => self.keeps_of_arrays(values, schema, keyword, value),
            _ => scalars::keeps(values, schema, keyword, value),
        }
    }

    fn keeps_pattern(&mut self, values: &Conjunction<'d>, pattern: &Value) -> bool {
        let Some(pattern) = pattern.as_str() else {
            return true;
        };
        let own = values
            .parts
            .iter()
            .filter_map(|part| part.get("pattern")?.as_str());
        let own: Vec<&str> = own.collect();
        own.contains(&pattern)
            || own
                .into_iter()
                .any(|own| self.patterns.relate(own, pattern) == Relation::Within)
    }
}

/// The types of the values that a keyword is about.
pub(super) fn about(keyword: &str) -> Types {
    match keyword {
        "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf" => {
            Types::NUMBER
        }
        "minLength" | "maxLength" | "pattern" => Types::STRING,
        "items" | "prefixItems" | "minItems" | "maxItems" | "uniqueItems" | "contains"
        | "unevaluatedItems" => Types::ARRAY,
        "properties"
        | "required"
        | "additionalProperties"
        | "patternProperties"
        | "propertyNames"
        | "minProperties"
        | "maxProperties"
        | "dependentRequired"
        | "dependentSchemas"
        | "dependencies"
        | "unevaluatedProperties" => Types::OBJECT,
        _ => Types::ALL,
    }
}

/// Whether one of the schemas has the same values for all of these keywords.
pub(super) fn has_same(values: &Conjunction<'_>, keywords: &[&str], schema: &Object) -> bool {
    values.parts.iter().any(|part| {
        keywords
            .iter()
            .all(|keyword| part.get(*keyword) == schema.get(*keyword))
    })
}
