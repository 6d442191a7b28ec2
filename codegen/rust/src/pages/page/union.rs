//! Writes the table of variants of a union, and their selection.

use super::super::{links, notes, table};
use super::Page;
use crate::emit::Context;
use cratify_model::markdown;
use cratify_model::model::{Rest, Tag, Type, TypeId, Union, Variant};
use cratify_schema::text::in_code;

/// Adds the table of variants.
pub(super) fn add(context: &Context<'_>, id: TypeId, union: &Union, page: &mut Page) {
    page.heading("Variants");
    let tagged = union.tag.is_some();
    let columns = if tagged {
        &["Variant", "Type", "Tag", "Description"][..]
    } else {
        &["Variant", "Type", "Description"]
    };
    table::head(&mut page.out, columns);
    for (index, variant) in union.variants.iter().enumerate() {
        let boxed = context.analysis.is_boxed(id, index);
        let mut cells = vec![
            in_code(&context.names[id].members[index]),
            links::type_markdown(context, &variant.slot.ty, boxed),
        ];
        if tagged {
            let tags: Vec<String> = variant.tags.iter().map(|tag| in_code(tag)).collect();
            cells.push(tags.join(", "));
        }
        cells.push(about(context, variant));
        table::row(&mut page.out, &cells);
    }
    page.paragraph(&match &union.tag {
        Some(tag) => about_tag(context, id, tag),
        None => "There is no tag. The variant that agrees best with a value is read: by its JSON type, required members \
                 and constants, then by the number of known members. Among equals, the first one."
            .to_owned(),
    });
    page.paragraph(&match union.rest {
        Rest::Refused => "To read any other value is an error.".to_owned(),
        Rest::Unknown | Rest::Other(_) => format!(
            "Any other value is read as `{}(serde_json::Value)`, and written back unchanged.",
            context.names[id].rest
        ),
    });
}

/// The selection by tag.
fn about_tag(context: &Context<'_>, id: TypeId, tag: &Tag) -> String {
    let mut text = format!(
        "The member {} is the tag: it selects the variant",
        in_code(&tag.member)
    );
    text.push_str(if tag.is_certain {
        "."
    } else {
        ", if the value is valid for it."
    });
    if let Some(index) = tag.default {
        let default = in_code(&context.names[id].members[index]);
        text.push_str(&format!(
            " A value without one of these tags is read as {default}."
        ));
    }
    text
}

/// The description of a variant, or of its type.
fn about(context: &Context<'_>, variant: &Variant) -> String {
    let own = notes::of_variant(context, variant);
    match &variant.slot.ty {
        Type::Named(id) if own.is_empty() => context.model[*id]
            .docs
            .about()
            .map(markdown::sentence)
            .unwrap_or_default(),
        _ => own,
    }
}
