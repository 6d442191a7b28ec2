//! Writes Rust that creates a struct: `new` with its arguments, and one optional member.

use super::build::{Builder, WIDTH};
use super::fenced;
use crate::emit::Context;
use cratify_model::model::{Field, Presence, Struct, Type, TypeId};
use cratify_schema::source::Value;

/// A call with more arguments does not help a reader.
const MOST_ARGUMENTS: usize = 6;

/// Creates a struct from its sample, if its arguments are simple.
pub(in super::super) fn make(
    context: &Context<'_>,
    id: TypeId,
    object: &Struct,
    sample: Option<&Value>,
) -> Option<String> {
    let names = &context.names[id];
    let mut builder = Builder::new(context);
    let call = builder.construct(id, object, sample, MOST_ARGUMENTS, 0)?;
    let optional = object.fields.iter().enumerate().find_map(|(index, field)| {
        let value = sample?
            .get(&field.wire_name)
            .filter(|value| !value.is_null())?;
        if !is_worth_setting(field) {
            return None;
        }
        // A field that turns out too complex imports nothing.
        let mut attempt = builder.clone();
        let set = attempt.set(id, object, index, value)?;
        builder = attempt;
        Some(set)
    });
    let mut code = format!(
        "use {}::{};\n\n",
        context.crate_ident,
        builder.imports(&names.path)?
    );
    let set = optional.unwrap_or_default();
    let statement = format!("let value = {call}{set};\n");
    let is_broken = call.contains('\n') || set.is_empty() || statement.len() <= WIDTH + 1;
    code.push_str(&if is_broken {
        statement
    } else {
        format!("let value = {call}\n    {set};\n")
    });
    // An unused variable would be a warning.
    code.push_str("println!(\"{value:?}\");\n");
    Some(fenced("rust", &code))
}

/// Whether an example sets a member.
fn is_worth_setting(field: &Field) -> bool {
    let is_plain = !matches!(
        field.slot.ty.non_null(),
        Type::Any | Type::Object | Type::Null
    );
    matches!(field.presence, Presence::Optional | Presence::NullRecorded)
        && !field.docs.deprecated
        && !field.docs.read_only
        && is_plain
}
