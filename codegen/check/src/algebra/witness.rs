//! Finds a concrete value that one of two schemas accepts and the other rejects.

use serde_json::Value;

use crate::instances;
use crate::schemas::whole::validator;

/// A value that tells two schemas apart.
pub(crate) struct Witness {
    pub(crate) value: Value,
    /// Whether the first schema accepts it (then the second does not), or the other way round.
    pub(crate) in_first: bool,
}

/// A value that one of the schemas accepts and the other rejects, whichever way round.
pub(crate) fn apart(schemas: [&Value; 2]) -> Option<Witness> {
    find(schemas, None, |first, second| first != second)
}

/// A value that the first schema accepts and the second rejects; looked for in `difference`, a
/// schema of just these, before any other place.
pub(crate) fn only_in_first(schemas: [&Value; 2], difference: Option<&Value>) -> Option<Value> {
    find(schemas, difference, |first, second| first && !second).map(|witness| witness.value)
}

/// Tries the instances of `extra`, and then instances of both schemas, on both validators.
fn find(
    schemas: [&Value; 2],
    extra: Option<&Value>,
    wanted: impl Fn(bool, bool) -> bool,
) -> Option<Witness> {
    let [first, second] = schemas.map(|schema| validator(schema).ok());
    let (first, second) = (first?, second?);
    extra
        .into_iter()
        .chain(schemas)
        .flat_map(instances::make)
        .find_map(|value| {
            let in_first = first.is_valid(&value);
            let found = wanted(in_first, second.is_valid(&value));
            found.then_some(Witness { value, in_first })
        })
}
