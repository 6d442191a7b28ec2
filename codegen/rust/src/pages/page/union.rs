//! The variants of a union, and how one of them is chosen.

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
        None => "No member is a tag. A value is read as the variant that agrees with it best: in its JSON type, in the \
                 members that must be there or have fixed values, then in how many of its members the variant knows. \
                 Where several agree equally, the first is taken."
            .to_owned(),
    });
    page.paragraph(&match union.rest {
        Rest::Refused => "Reading what is none of these is an error.".to_owned(),
        Rest::Unknown | Rest::Other(_) => format!(
            "What is none of these is read as `{}(serde_json::Value)`, and written back as it was read.",
            context.names[id].rest
        ),
    });
}

/// What the tag decides.
fn about_tag(context: &Context<'_>, id: TypeId, tag: &Tag) -> String {
    let mut text = format!(
        "The member {} is the tag: it says which variant a value is",
        in_code(&tag.member)
    );
    text.push_str(if tag.is_certain {
        "."
    } else {
        ", if it is what that variant says."
    });
    if let Some(index) = tag.default {
        let default = in_code(&context.names[id].members[index]);
        text.push_str(&format!(
            " Without a tag of this table it is read as {default}."
        ));
    }
    text
}

/// What is said of the variant, or of its type where nothing is.
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
