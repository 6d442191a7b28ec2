//! Checks requested names: each is in the case that Rust has for it, and no two in a scope are the same.

use std::collections::HashMap;

use crate::ident::{is_snake_case, is_upper_camel_case, normalized, snake_case, upper_camel_case};
use crate::model::Requested;
use cratify_schema::diagnostic::{Code, Diagnostic, Diagnostics, visible};
use std::borrow::Cow;

/// The kind of thing that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// A type.
    Type,
    /// A variant of an enum.
    Variant,
    /// A field of a struct.
    Field,
}

/// Reports a name that is not in the case that Rust has for what it names.
pub(super) fn check_case(rename: &Requested, named: Named, diagnostics: &mut Diagnostics) {
    let name = &rename.text;
    let (fits, right, what) = match named {
        Named::Type => (is_upper_camel_case(name), upper_camel_case(name), "types"),
        Named::Variant => (
            is_upper_camel_case(name),
            upper_camel_case(name),
            "variants",
        ),
        Named::Field => (is_snake_case(name), snake_case(name), "fields"),
    };
    if !fits {
        diagnostics.push(
            Diagnostic::error(
                Code::InvalidName,
                rename.location.clone(),
                format!("`{name}` is not how Rust writes the names of {what}"),
            )
            .label("in another case")
            .help(format!("write `{right}`")),
        );
    }
}

/// Reports a name that is requested for several members or variants, each given with its name in JSON, and a name
/// that is taken by something else.
pub(super) fn check_members<'a>(
    requested: impl Iterator<Item = (&'a str, &'a Requested)>,
    named: Named,
    reserved: &[&str],
    diagnostics: &mut Diagnostics,
) {
    let mut first: HashMap<Cow<'_, str>, (&str, &Requested)> = HashMap::new();
    for (wire_name, rename) in requested {
        check_case(rename, named, diagnostics);
        if reserved.contains(&rename.text.as_str()) {
            diagnostics.push(
                Diagnostic::error(
                    Code::NameClash,
                    rename.location.clone(),
                    format!(
                        "the enum has a variant `{}` for unknown values",
                        rename.text
                    ),
                )
                .label("the name is taken")
                .help("choose another name"),
            );
        }
        let Some((other, taken)) = first.get(&normalized(&rename.text)) else {
            first.insert(normalized(&rename.text), (wire_name, rename));
            continue;
        };
        diagnostics.push(
            Diagnostic::error(
                Code::NameClash,
                rename.location.clone(),
                format!(
                    "`{}` and `{}` both ask for the name `{}`",
                    visible(other),
                    visible(wire_name),
                    rename.text
                ),
            )
            .label("the name is taken")
            .also(taken.location.clone(), "by this one")
            .help(match named {
                Named::Field => "give each member a name of its own",
                Named::Type | Named::Variant => "give each value a name of its own",
            }),
        );
    }
}
