//! Turns the presence of a member that fills itself in into a sentence.

use cratify_model::model::{Field, Model};

/// The sentence: when such a member is written.
pub fn filled_in(model: &Model, field: &Field) -> &'static str {
    if model.is_optional_constant(field) {
        "Filled in where it is absent. If it was absent, it is not written."
    } else {
        "Filled in where it is absent, and always written."
    }
}
