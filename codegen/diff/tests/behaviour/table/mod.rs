//! The labelled table as sides of comparisons.

use cratify_diff::Side;
use cratify_testing::Edit;

/// Both sides of an edit.
pub(crate) fn sides(edit: &Edit) -> [Side; 2] {
    [("old", edit.old_side()), ("new", edit.new_side())].map(|(name, config)| {
        Side::from_config(name, &config)
            .unwrap_or_else(|problem| panic!("{}: {problem}", edit.kind))
    })
}
