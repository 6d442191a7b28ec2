//! Names the fields of structs and the values of enums.

use super::UNKNOWN;
use super::explicit::{Named, check_members};
use super::scope::{Claim, Scope};
use super::types::Stem;
use super::variants::{name_variants, variant_candidates};
use crate::ident::{NEVER_RAW, snake_candidates};
use crate::model::{Requested, Rest, TypeDef, TypeKind, UnknownMembers, Unlisted};
use cratify_schema::diagnostic::Diagnostics;
use cratify_schema::document::is_name;
use cratify_schema::source::Value;

/// The field that keeps unknown members.
const ADDITIONAL: &str = "additional_properties";

/// The identifiers of the fields or variants of a type, and of the field or variant that keeps the rest.
pub(super) fn name_members(
    def: &TypeDef,
    own: &Stem,
    stems: &[Stem],
    diagnostics: &mut Diagnostics,
) -> (Vec<String>, String) {
    match &def.kind {
        TypeKind::Struct(object) => {
            let mut scope = Scope::reserving(&NEVER_RAW, "_");
            let claims: Vec<Claim<'_>> = object
                .fields
                .iter()
                .map(|field| match &field.rename {
                    Some(rename) => Claim::requested(&field.wire_name, rename),
                    None => Claim::new(&field.wire_name, 1, snake_candidates(&field.wire_name)),
                })
                .collect();
            let requested = object
                .fields
                .iter()
                .filter_map(|field| Some((field.wire_name.as_str(), field.rename.as_ref()?)));
            check_members(requested, Named::Field, &[], diagnostics);
            let members = scope.assign(&claims);
            let rest = match object.unknown {
                UnknownMembers::Kept(..) => scope
                    .assign(&[Claim::exactly("", ADDITIONAL.to_owned())])
                    .remove(0),
                _ => String::new(),
            };
            (members, rest)
        }
        TypeKind::StringEnum(values) => {
            let named = values.values.iter().map(|value| {
                (
                    value.value.clone(),
                    value.name.as_deref(),
                    value.rename.as_ref(),
                )
            });
            let named: Vec<_> = named.collect();
            let variants = name_values(&named, values.unlisted, diagnostics);
            (variants, String::new())
        }
        TypeKind::ValueEnum(values) => {
            let named = values.values.iter().map(|value| {
                (
                    spell(&value.value),
                    value.name.as_deref(),
                    value.rename.as_ref(),
                )
            });
            let named: Vec<_> = named.collect();
            let variants = name_values(&named, values.unlisted, diagnostics);
            (variants, String::new())
        }
        TypeKind::Union(union) => {
            let rest = match union.rest {
                Rest::Unknown => UNKNOWN,
                Rest::Other(_) => "Other",
                Rest::Refused => "",
            };
            let variants = name_variants(union, rest, own, stems, diagnostics);
            (variants, rest.to_owned())
        }
        TypeKind::Constant(_)
        | TypeKind::Newtype(_)
        | TypeKind::Alias(_)
        | TypeKind::Never
        | TypeKind::Extern(_) => (Vec::new(), String::new()),
    }
}

/// A value of an enum: its spelling, the document's name for it, the requested name.
type NamedValue<'a> = (String, Option<&'a str>, Option<&'a Requested>);

/// The variants of an enum of values. A name from the document holds as long as it is one.
fn name_values(
    values: &[NamedValue<'_>],
    unlisted: Unlisted,
    diagnostics: &mut Diagnostics,
) -> Vec<String> {
    let reserved: &[&str] = match unlisted {
        Unlisted::Allowed | Unlisted::Kept => &[UNKNOWN, "Self"],
        Unlisted::Refused => &["Self"],
    };
    let requested = values
        .iter()
        .filter_map(|(value, _, rename)| Some((value.as_str(), (*rename)?)));
    check_members(requested, Named::Variant, reserved, diagnostics);
    let mut scope = Scope::reserving(reserved, "Value");
    let claims: Vec<Claim<'_>> = values
        .iter()
        .map(|(value, name, rename)| {
            let given = name.filter(|name| is_name(name));
            match (rename, given) {
                (Some(rename), _) => Claim::requested(value, rename),
                (None, Some(given)) => Claim::new(value, 1, variant_candidates(given)),
                (None, None) => Claim::new(value, 2, variant_candidates(value)),
            }
        })
        .collect();
    scope.assign(&claims)
}

/// How a value that is not a string is read aloud.
fn spell(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string().replace('.', " point "),
        other => other.to_string(),
    }
}
