//! Turns references without a target into errors or warnings, as the settings for their locations choose.

use super::choice::Unresolved;
use cratify_schema::SchemaLocation;
use cratify_schema::diagnostic::Diagnostics;
use cratify_schema::graph::Graph;

/// The way out for people who cannot correct the document.
const SETTING: &str =
    "`.unresolved(Unresolved::Any)` accepts any value here, for a document that is not yours";

/// Reports the references that are read as any value.
pub(super) fn report(
    graph: &Graph<'_>,
    choice: impl Fn(&SchemaLocation) -> Unresolved,
    diagnostics: &mut Diagnostics,
) {
    // The first error names the setting.
    let mut help = Some(SETTING);
    for reference in &graph.unresolved {
        match choice(&reference.at) {
            Unresolved::Error => {
                // The mend of the reference also mends what followed from it.
                diagnostics.retain(|one| !reference.has_caused(one));
                reference.refuse(help.take(), diagnostics);
            }
            Unresolved::Any => reference.accept("any value is accepted here", diagnostics),
        }
    }
}
