//! Writes the page of a newtype or an alias.

use super::super::links;
use super::Page;
use crate::emit::Context;
use cratify_model::model::{Slot, TypeId};

/// Adds the type of the value in a newtype.
pub(super) fn add_newtype(context: &Context<'_>, id: TypeId, slot: &Slot, page: &mut Page) {
    let inner = links::type_markdown(context, &slot.ty, context.analysis.is_boxed(id, 0));
    page.heading("Value");
    page.paragraph(&format!(
        "{inner}, in the field `0`. JSON has this value alone."
    ));
}

/// Adds the target of an alias.
pub(super) fn add_alias(context: &Context<'_>, target: TypeId, page: &mut Page) {
    page.paragraph(&format!(
        "Another name of {}.",
        links::link(context, target)
    ));
}
