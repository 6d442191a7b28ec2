//! Names the items that the record of a struct adds to it: a private field, and two methods for each member that may be null.

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
/// one kind have one prefix, so that they clash with no others. Methods of released members come before others.
pub(super) fn name_record(
    object: &Struct,
    members: &[String],
    rest: &str,
    is_released: impl Fn(usize) -> bool,
) -> Record {
    let mut field = "record".to_owned();
    while rest == field || members.contains(&field) {
        field.push('_');
    }
    // A name of two underscores in a row is not in Rust's case.
    let bare = |member: &str| member.trim_start_matches('_').to_owned();
    let mut taken: HashSet<String> = HashSet::new();
    let mut methods: Vec<Option<NullMethods>> = vec![None; members.len()];
    let (old, new): (Vec<usize>, Vec<usize>) = (0..members.len()).partition(|at| is_released(*at));
    for places in [old, new] {
        let own: HashSet<&String> = places.iter().map(|place| &members[*place]).collect();
        for place in places {
            let member = &members[place];
            let wanted = bare(member);
            let numbered = (2..).map(|number| format!("{wanted}_{number}"));
            let mut free = std::iter::once(wanted.clone()).chain(numbered);
            // A name in its own spelling comes first, so that no other member takes it.
            let is_taken =
                |name: &String| taken.contains(name) || name != member && own.contains(name);
            let name = free.find(|name| !is_taken(name)).unwrap_or(wanted);
            taken.insert(name.clone());
            let is_recorded = object.fields[place].presence == Presence::NullRecorded;
            methods[place] = is_recorded.then(|| NullMethods {
                is_null: format!("is_null_{name}"),
                set_null: format!("set_null_{name}"),
            });
        }
    }
    Record { field, methods }
}
