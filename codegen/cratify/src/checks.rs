//! A generated crate to the list of its types, as `cratify_check` takes it.

use std::fmt::Debug;

use crate::generated::{Content, Generated};
use cratify_model::settings::{
    Forms, NullMembers, Overrides, UnknownBranches, UnknownMembers, UnknownValues,
};
use cratify_schema::document::Form;

impl Generated {
    /// The list of all types as `cratify_check` takes it: an expression of Rust.
    #[must_use]
    pub fn checks(&self) -> String {
        let Content {
            ident,
            types,
            promises: uniform,
            extern_types,
            shares,
            ..
        } = &self.content;
        let mut text = match (promises(*uniform, extern_types), *shares) {
            (None, false) => format!("cratify_check::cases!({ident} {{\n"),
            (Some(promises), false) => format!("cratify_check::cases!({ident}, {promises}, {{\n"),
            (promises, true) => format!(
                "cratify_check::cases!({ident}, {}, {ident}::DEFINITIONS, {{\n",
                promises.unwrap_or_else(|| "cratify_check::Promises::DEFAULT".to_owned())
            ),
        };
        // An alias is no type of its own.
        for info in types.iter().filter(|info| !info.alias) {
            let relation = match (info.whole, info.form) {
                (false, _) => "of",
                (true, None) => "at",
                (true, Some(Form::Request)) => "in_requests",
                (true, Some(Form::Response)) => "in_responses",
            };
            text.push_str(&format!(
                "    {} {relation} {:?},\n",
                info.path, info.pointer
            ));
        }
        text.push_str("})\n");
        text
    }
}

/// The promises of the settings, as an expression of Rust; `None` for the defaults.
fn promises(all: Overrides, extern_types: &[String]) -> Option<String> {
    let Overrides {
        untyped: _,
        inheritance: _,
        map_type: _,
        unresolved: _,
        boxed_branches: _,
        serde: _,
        unknown_members,
        unknown_values,
        unknown_branches,
        null_members,
        forms,
    } = all;
    if unknown_members == Some(UnknownMembers::default())
        && unknown_values == Some(UnknownValues::default())
        && unknown_branches == Some(UnknownBranches::default())
        && null_members == Some(NullMembers::default())
        && forms == Some(Forms::default())
        && extern_types.is_empty()
    {
        return None;
    }
    Some(format!(
        "cratify_check::Promises {{ unknown_members: {}, unknown_values: {}, unknown_branches: {}, \
         null_members: {}, forms: {}, extern_types: &[{}] }}",
        path("UnknownMembers", unknown_members),
        path("UnknownValues", unknown_values),
        path("UnknownBranches", unknown_branches),
        path("NullMembers", null_members),
        path("Forms", forms),
        extern_types.join(", "),
    ))
}

/// A variant of an enum of this library.
fn path(name: &str, variant: Option<impl Debug>) -> String {
    match variant {
        Some(variant) => format!("Some(cratify_check::{name}::{variant:?})"),
        None => "None".to_owned(),
    }
}
