//! Writes the table of values of an enum, and the treatment of other values.

use super::super::{notes, table};
use super::Page;
use crate::emit::Context;
use cratify_model::markdown;
use cratify_model::model::{Docs, StringEnum, TypeId, Unlisted, ValueEnum, ValueRepr};
use cratify_schema::source::Value;
use cratify_schema::text::in_code;

/// Adds the values of an enum of strings.
pub(super) fn add_strings(
    context: &Context<'_>,
    id: TypeId,
    enumeration: &StringEnum,
    page: &mut Page,
) {
    let values = enumeration
        .values
        .iter()
        .map(|value| (notes::json(&Value::from(value.value.as_str())), &value.docs));
    add(context, id, &values.collect::<Vec<_>>(), page);
    page.paragraph(match enumeration.unlisted {
        Unlisted::Refused => "To read any other string is an error.",
        Unlisted::Kept => {
            "Any other string is read as `Unknown(String)`, and written back unchanged."
        }
        Unlisted::Allowed => {
            "The schema allows any other string. It is read as `Unknown(String)`, and written back unchanged."
        }
    });
}

/// Adds the values of an enum of other values.
pub(super) fn add_values(
    context: &Context<'_>,
    id: TypeId,
    enumeration: &ValueEnum,
    page: &mut Page,
) {
    let values = enumeration
        .values
        .iter()
        .map(|value| (notes::json(&value.value), &value.docs));
    add(context, id, &values.collect::<Vec<_>>(), page);
    let (what, unknown) = match enumeration.repr {
        ValueRepr::Integer => ("integer", "i64"),
        ValueRepr::Mixed => ("value", "serde_json::Value"),
    };
    page.paragraph(&match enumeration.unlisted {
        Unlisted::Refused => format!("To read any other {what} is an error."),
        Unlisted::Kept | Unlisted::Allowed => {
            format!("Any other {what} is read as `Unknown({unknown})`, and written back unchanged.")
        }
    });
}

fn add(context: &Context<'_>, id: TypeId, values: &[(String, &Docs)], page: &mut Page) {
    page.heading("Values");
    let described = values.iter().any(|(_, docs)| docs.about().is_some());
    let columns = if described {
        &["Name", "Value", "Description"][..]
    } else {
        &["Name", "Value"]
    };
    table::head(&mut page.out, columns);
    for ((value, docs), name) in values.iter().zip(&context.names[id].members) {
        let mut cells = vec![in_code(name), in_code(value)];
        if described {
            cells.push(docs.about().map(markdown::line).unwrap_or_default());
        }
        table::row(&mut page.out, &cells);
    }
}
