//! Constraints in words, for the docs.

use crate::publish::ConstraintWriter;
use cratify_model::model::{Bound, Constraint, Constraints, Count};
use cratify_schema::source::Value;
use cratify_schema::text::in_code;

/// How long the schema of a constraint may be to be shown.
const LONGEST: usize = 120;

/// What the constraints ask for, a phrase each.
pub fn phrases(writer: &ConstraintWriter<'_>, constraints: &Constraints) -> Vec<String> {
    let written = writer.keywords(constraints).into_iter();
    let phrases = written.map(|(constraint, value)| phrase(constraint, &value));
    phrases.collect()
}

fn phrase(constraint: &Constraint, value: &Value) -> String {
    match constraint {
        Constraint::Bound(bound, number) => match bound {
            Bound::Minimum => format!("at least {number}"),
            Bound::Maximum => format!("at most {number}"),
            Bound::ExclusiveMinimum => format!("more than {number}"),
            Bound::ExclusiveMaximum => format!("less than {number}"),
        },
        Constraint::MultipleOf(number) => format!("a multiple of {number}"),
        Constraint::Count(count, number) => match count {
            Count::MinLength => format!("at least {}", counted(*number, "character")),
            Count::MaxLength => format!("at most {}", counted(*number, "character")),
            Count::MinItems => format!("at least {}", counted(*number, "element")),
            Count::MaxItems => format!("at most {}", counted(*number, "element")),
            Count::MinProperties => format!("at least {}", counted(*number, "member")),
            Count::MaxProperties => format!("at most {}", counted(*number, "member")),
            Count::MinContains | Count::MaxContains => as_schema(constraint, value),
        },
        Constraint::Pattern(pattern) => format!("matches {}", in_code(pattern)),
        Constraint::Format(format) => format!("format {}", in_code(format)),
        Constraint::UniqueItems => "no element twice".to_owned(),
        Constraint::Required(names) => {
            let names: Vec<String> = names.iter().map(|name| in_code(name)).collect();
            format!("with {}", names.join(", "))
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

fn counted(count: u64, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}

/// The keyword: no phrase says it in fewer words.
fn as_schema(constraint: &Constraint, value: &Value) -> String {
    let keyword = constraint.keyword();
    let text = value.to_string();
    if text.len() > LONGEST {
        format!("`{keyword}` of the schema")
    } else {
        in_code(&format!("{keyword}: {text}"))
    }
}
