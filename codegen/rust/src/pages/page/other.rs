//! What is a name for something else: newtypes and aliases.

use super::super::links;
use super::Page;
use crate::emit::Context;
use cratify_model::model::{Slot, TypeId};

/// Adds what a newtype wraps.
pub(super) fn add_newtype(context: &Context<'_>, id: TypeId, slot: &Slot, page: &mut Page) {
    let inner = links::type_markdown(context, &slot.ty, context.analysis.is_boxed(id, 0));
    page.heading("Value");
    page.paragraph(&format!(
        "It wraps {inner}, its field `0`. In JSON there is only what it wraps."
    ));
}

/// Adds what an alias is another name of.
pub(super) fn add_alias(context: &Context<'_>, target: TypeId, page: &mut Page) {
    page.paragraph(&format!(
        "It is another name of {}.",
        links::link(context, target)
    ));
}
