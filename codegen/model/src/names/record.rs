//! Names what the record of a struct adds to it: a private field, and two methods for each member that may be null.

use std::collections::HashSet;

use crate::model::{Presence, Struct};

/// The names of a record.
#[derive(Debug, Clone)]
pub struct Record {
    /// The private field.
    pub field: String,
    /// For each field of the struct, the names of its methods.
    pub methods: Vec<Option<NullMethods>>,
}

/// The methods that tell whether a member is null, and make it null.
#[derive(Debug, Clone)]
pub struct NullMethods {
    /// `is_null_…`.
    pub is_null: String,
    /// `set_null_…`.
    pub set_null: String,
}

/// The names of the record of a struct whose fields are given, with the field for other members last. The methods of
/// one kind have one prefix, so that they clash with no others.
pub(super) fn name_record(object: &Struct, members: &[String], rest: &str) -> Record {
    let mut field = "record".to_owned();
    while rest == field || members.contains(&field) {
        field.push('_');
    }
    // A name of two underscores in a row is not in Rust's case.
    let bare = |member: &str| member.trim_start_matches('_').to_owned();
    let mut taken: HashSet<String> = HashSet::new();
    let names = object
        .fields
        .iter()
        .zip(members)
        .map(|(described, member)| {
            let wanted = bare(member);
            let numbered = (2..).map(|number| format!("{wanted}_{number}"));
            let free = std::iter::once(wanted.clone()).chain(numbered);
            // A name in its own spelling comes first, so that no other member takes it.
            let is_taken =
                |name: &String| taken.contains(name) || name != member && members.contains(name);
            let name = free
                .into_iter()
                .find(|name| !is_taken(name))
                .unwrap_or(wanted);
            taken.insert(name.clone());
            (described.presence == Presence::NullRecorded).then(|| NullMethods {
                is_null: format!("is_null_{name}"),
                set_null: format!("set_null_{name}"),
            })
        });
    let methods = names.collect();
    Record { field, methods }
}
