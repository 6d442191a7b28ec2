//! Turns constraints into words.

use std::cmp::Ordering;

use cratify_model::model::{Bound, Constraint, Count};
use cratify_schema::source::Value;

use super::{CodeSpan, Sentence, sentence};

/// The length of a schema that is shown.
const LONGEST: usize = 120;

/// A phrase for each constraint with the value of its keyword; one for the least and the most of the same thing, where the
/// first of them stands.
pub fn phrases(written: &[(&Constraint, Value)]) -> Vec<Sentence> {
    let mut phrases = Vec::with_capacity(written.len());
    for (index, (constraint, value)) in written.iter().enumerate() {
        let ranges = written.iter().map(|(other, _)| range(constraint, other));
        match ranges
            .enumerate()
            .find_map(|(at, range)| Some((at, range?)))
        {
            // The range is there already.
            Some((other, _)) if other < index => {}
            Some((_, range)) => phrases.push(range),
            None => phrases.push(phrase(constraint, value)),
        }
    }
    phrases
}

/// A phrase for the least and the most of the same thing, in any order, unless they contradict each other.
fn range(one: &Constraint, other: &Constraint) -> Option<Sentence> {
    match (one, other) {
        (Constraint::Count(one, number), Constraint::Count(other, limit)) => {
            let (least, most, unit) = match (one, other) {
                (Count::MinLength, Count::MaxLength) => (number, limit, " character"),
                (Count::MaxLength, Count::MinLength) => (limit, number, " character"),
                (Count::MinItems, Count::MaxItems) => (number, limit, " element"),
                (Count::MaxItems, Count::MinItems) => (limit, number, " element"),
                (Count::MinProperties, Count::MaxProperties) => (number, limit, " member"),
                (Count::MaxProperties, Count::MinProperties) => (limit, number, " member"),
                _ => return None,
            };
            match least.cmp(most) {
                Ordering::Less => Some(sentence![*least, counted(" to ", *most, unit)]),
                Ordering::Equal => Some(counted("exactly ", *least, unit)),
                Ordering::Greater => None,
            }
        }
        (Constraint::Bound(one, number), Constraint::Bound(other, limit)) => {
            let (least, most) = match (one, other) {
                (Bound::Minimum, Bound::Maximum) => (number, limit),
                (Bound::Maximum, Bound::Minimum) => (limit, number),
                _ => return None,
            };
            // Numbers that an `f64` does not tell apart are not compared.
            (least.as_f64() < most.as_f64()).then(|| sentence![least.clone(), " to ", most.clone()])
        }
        _ => None,
    }
}

fn phrase(constraint: &Constraint, value: &Value) -> Sentence {
    match constraint {
        Constraint::Bound(bound, number) => match bound {
            Bound::Minimum => sentence!["at least ", *number],
            Bound::Maximum => sentence!["at most ", *number],
            Bound::ExclusiveMinimum => sentence!["more than ", *number],
            Bound::ExclusiveMaximum => sentence!["less than ", *number],
        },
        Constraint::MultipleOf(number) => sentence!["a multiple of ", *number],
        Constraint::Count(count, number) => match count {
            Count::MinLength => counted("at least ", *number, " character"),
            Count::MaxLength => counted("at most ", *number, " character"),
            Count::MinItems => counted("at least ", *number, " element"),
            Count::MaxItems => counted("at most ", *number, " element"),
            Count::MinProperties => counted("at least ", *number, " member"),
            Count::MaxProperties => counted("at most ", *number, " member"),
            Count::MinContains | Count::MaxContains => as_schema(constraint, value),
        },
        Constraint::Pattern(pattern) => sentence!["matches ", CodeSpan::new(pattern)],
        Constraint::Format(format) => sentence!["format ", CodeSpan::new(format)],
        Constraint::UniqueItems => "no element twice".into(),
        Constraint::Required(names) => {
            let names = Sentence::join(names.iter().map(CodeSpan::new), ", ");
            sentence!["with ", names]
        }
        Constraint::DependentRequired(_)
        | Constraint::Values(_)
        | Constraint::Types(_)
        | Constraint::Subschema(..)
        | Constraint::Subschemas(..)
        | Constraint::NamedSubschemas(..)
        | Constraint::Absent(_)
        | Constraint::NotNull
        | Constraint::Dependencies(_)
        | Constraint::All(_) => as_schema(constraint, value),
    }
}

fn counted(words: &'static str, count: u64, what: &'static str) -> Sentence {
    let plural = if count == 1 { "" } else { "s" };
    sentence![words, count, what, plural]
}

/// The keyword with its schema, for which there is no shorter phrase.
fn as_schema(constraint: &Constraint, value: &Value) -> Sentence {
    let keyword = constraint.keyword();
    let text = value.to_string();
    if text.len() > LONGEST {
        sentence![CodeSpan::new(keyword), " of the schema"]
    } else {
        sentence![CodeSpan::new(format!("{keyword}: {text}"))]
    }
}
