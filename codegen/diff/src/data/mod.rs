//! Turns two sides into the verdicts of the four data boundaries.
//!
//! Each boundary asks whether all values of one [language](cratify_rust::publish::Language) are values of another:
//!
//! | boundary | all values of | are values of |
//! |---|---|---|
//! | write | what the old crate writes | what the new schema accepts |
//! | read back | what the old crate writes | what the new crate reads |
//! | read strictly | what the new schema accepts | what the old schema accepts |
//! | read | what the new schema means | what the old crate reads |
//!
//! `within` proves it by the structure of both schemas, `witness` finds a counter-example where that fails, and the
//! algebra of schemas decides what is left, within a time. A change is a question of the schema whose own text has
//! changed: references to a schema of the same name are equal there. A schema that can accept less because another one
//! accepts more, as `oneOf` does, is asked about as well.

mod alone;
mod conjunction;
mod judge;
mod languages;
mod patterns;
mod question;
mod references;
mod types;
mod usage;
mod validator;
mod within;
mod witness;

use std::collections::HashSet;

use cratify_rust::parallel::on_deep_stack;
use cratify_rust::publish::Described;

use crate::edit::Edit;
use crate::{Side, Verdicts};

pub(crate) use judge::Judge;
pub(crate) use references::only_referred;
pub(crate) use types::Types;

/// The verdicts for a schema whose own text has changed, or which breaks because of such a one.
#[derive(Debug, Clone)]
pub struct SchemaVerdict {
    /// The name of its definitions.
    pub(crate) key: String,
    /// Its definitions in both versions.
    pub(crate) edit: Edit,
    /// The name of the schema in the document.
    pub schema: String,
    /// The answers.
    pub verdicts: Verdicts,
    /// The schemas that refer to it, directly or not, by their names in the new document.
    pub reached: Vec<String>,
}

/// The limits of a comparison.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The time for one question about one schema.
    pub time: std::time::Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            time: std::time::Duration::from_secs(2),
        }
    }
}

/// The verdicts for each schema of both documents whose own text has changed, in the order of the new one.
pub fn compare(old: &Side, new: &Side, limits: Limits) -> Vec<SchemaVerdict> {
    on_deep_stack(|| verdicts(&Judge::new(old, new, limits)))
}

/// The verdicts that a judge has for each edited schema, and for those that break because of an edited one alone.
pub(crate) fn verdicts(judge: &Judge<'_>) -> Vec<SchemaVerdict> {
    let edited = judge.edited();
    let verdicts = edited.map(|(key, described)| SchemaVerdict {
        key: key.to_owned(),
        edit: Edit::of(judge.own_texts(key)),
        schema: described.wire_name.clone(),
        verdicts: judge.verdicts(key),
        reached: judge.reaching(key),
    });
    let mut verdicts: Vec<SchemaVerdict> = verdicts.collect();
    let mut opposed: Vec<(&str, &Described, HashSet<&str>)> = judge
        .opposed()
        .map(|(key, described)| (key, described, judge.reached_from(key)))
        .collect();
    // A schema inside of another one comes first: the outer one breaks because of it.
    opposed.sort_by_key(|(_, _, reached)| reached.len());
    for (key, described, reached) in opposed {
        let inside = verdicts.iter().filter(|one| reached.contains(&*one.key));
        let found = judge.verdicts_because_of(key, &inside.collect::<Vec<_>>());
        if found != judge.compatible(key) {
            verdicts.push(SchemaVerdict {
                key: key.to_owned(),
                edit: Edit::of(judge.whole_texts(key)),
                schema: described.wire_name.clone(),
                verdicts: found,
                reached: judge.reaching(key),
            });
        }
    }
    verdicts
}
