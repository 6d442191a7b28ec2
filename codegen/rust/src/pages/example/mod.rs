//! Writes the examples of a page: a sample in JSON, and Rust that uses it.
//!
//! Every block of Rust here compiles as a doctest of the generated crate.

use std::fmt::Write as _;

mod build;
mod object;
mod values;

use crate::emit::Context;
use crate::text::RawStringLiteral;
use cratify_model::analyze::sample;
use cratify_model::model::{Rest, TypeDef, TypeId, TypeKind, Union, ValueRepr};
use cratify_schema::source::Value;

pub(super) use object::make;

/// The number of lines of a sample in Rust code; a longer one is left out.
const LONGEST_IN_CODE: usize = 16;

/// The example of a page, a block each.
pub(super) fn of_type(context: &Context<'_>, id: TypeId, def: &TypeDef) -> Vec<String> {
    if matches!(def.kind, TypeKind::Alias(_) | TypeKind::Never) {
        return Vec::new();
    }
    let path = &context.names[id].path;
    let sample = sample(context.model, id);
    let text = sample.as_ref().map(crate::text::json);
    let mut blocks: Vec<String> = text.iter().map(|text| fenced("json", text)).collect();
    match (&def.kind, text) {
        (TypeKind::StringEnum(enumeration), _) => {
            let name = context.names[id].members.first();
            blocks.extend(name.map(|name| values::strings(context, path, name, enumeration)));
        }
        (TypeKind::ValueEnum(enumeration), _) if enumeration.repr == ValueRepr::Integer => {
            let name = context.names[id].members.first();
            blocks.extend(name.map(|name| values::integers(context, path, name, enumeration)));
        }
        (TypeKind::Struct(object), text) => {
            blocks
                .extend(text.map(|text| reading(context, path, &text, "println!(\"{value:?}\");")));
            if let Some(built) = make(context, id, object, sample.as_ref()) {
                blocks.push("Create one:".to_owned());
                blocks.push(built);
            }
        }
        (TypeKind::Union(union), Some(text)) => {
            blocks.push(reading(context, path, &text, &matching(context, id, union)));
        }
        (TypeKind::ValueEnum(_), Some(text)) => {
            blocks.push(reading(
                context,
                path,
                &text,
                "println!(\"{}\", value.to_value());",
            ));
        }
        (TypeKind::Newtype(_), Some(text)) => blocks.push(reading(
            context,
            path,
            &text,
            "println!(\"{:?}\", value.0);",
        )),
        (_, Some(text)) => blocks.push(reading(context, path, &text, "println!(\"{value:?}\");")),
        (_, None) => {}
    }
    blocks
}

/// The name at the end of a path.
pub(super) fn last(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or(path)
}

/// A block of code.
pub(super) fn fenced(language: &str, code: &str) -> String {
    format!("```{language}\n{}\n```", code.trim_end())
}

/// Rust that reads a sample as a type, followed by `then`.
pub(super) fn reading(context: &Context<'_>, path: &str, json: &str, then: &str) -> String {
    let ident = last(path);
    let mut code = format!("use {}::{path};\n\n", context.crate_ident);
    let then: Vec<String> = then.lines().map(|line| format!("    {line}\n")).collect();
    let then = then.concat();
    if json.lines().count() > LONGEST_IN_CODE {
        let _ = writeln!(
            code,
            "fn read(json: &str) -> Result<(), serde_json::Error> {{\n    let value: {ident} = serde_json::from_str(json)?;"
        );
    } else {
        let json = RawStringLiteral::json(json);
        let _ = writeln!(
            code,
            "fn main() -> Result<(), serde_json::Error> {{\n    let json = {json};\n    \
             let value: {ident} = serde_json::from_str(json)?;"
        );
    }
    let _ = writeln!(code, "{then}    Ok(())\n}}");
    fenced("rust", &code)
}

/// A `match` on some variants of a union.
fn matching(context: &Context<'_>, id: TypeId, union: &Union) -> String {
    let names = &context.names[id];
    let mut code = "match value {\n".to_owned();
    for (_, name) in union.variants.iter().zip(&names.members).take(3) {
        let _ = writeln!(
            code,
            "    {}::{name}(value) => println!(\"{{value:?}}\"),",
            names.ident
        );
    }
    let rest = match union.rest {
        Rest::Unknown => Some("new"),
        Rest::Other(_) => Some("else"),
        Rest::Refused => None,
    };
    if let Some(rest) = rest {
        let _ = writeln!(
            code,
            "    {}::{}(value) => println!(\"something {rest}: {{value}}\"),",
            names.ident, names.rest,
        );
    }
    code.push_str(if rest.is_none() && union.variants.len() <= 3 {
        "}"
    } else {
        "    _ => {}\n}"
    });
    code
}

/// Whether a value fits into a line of code.
fn is_short(value: &Value) -> bool {
    value.to_string().len() <= 72
}
