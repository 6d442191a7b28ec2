//! Names the fields of structs and the values of enums.

use super::UNKNOWN;
use super::explicit::{Named, check_members};
use super::released::TypeLock;
use super::scope::{Claim, RELEASED, Scope};
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
    lock: Option<&TypeLock>,
    diagnostics: &mut Diagnostics,
) -> (Vec<String>, String) {
    let released = |place: usize| lock.and_then(|lock| lock.member(place));
    match &def.kind {
        TypeKind::Struct(object) => {
            let mut scope = Scope::reserving(&NEVER_RAW, "_");
            let fields = object.fields.iter().enumerate();
            let claims = fields.map(|(place, field)| {
                let name = &field.wire_name;
                let candidates = || snake_candidates(name);
                match (&field.rename, released(place)) {
                    (Some(rename), _) => Claim::requested(name, rename),
                    (None, Some(released)) => Claim::released(name, released, candidates()),
                    (None, None) => Claim::new(name, 2, candidates()),
                }
            });
            let mut claims: Vec<Claim<'_>> = claims.collect();
            let requested = object
                .fields
                .iter()
                .filter_map(|field| Some((field.wire_name.as_str(), field.rename.as_ref()?)));
            check_members(requested, Named::Field, &[], diagnostics);
            if !matches!(object.unknown, UnknownMembers::Kept(..)) {
                return (scope.assign(&claims), String::new());
            }
            let usual = Claim::exactly("", ADDITIONAL.to_owned());
            let Some(rest) = released(claims.len()) else {
                let members = scope.assign(&claims);
                return (members, scope.assign(&[usual]).remove(0));
            };
            claims.push(Claim {
                wanted: rest.to_owned(),
                alternative: Some(usual.wanted),
                rank: RELEASED,
                ..usual
            });
            let mut members = scope.assign(&claims);
            let rest = members.pop().unwrap_or_default();
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
            let variants = name_values(&named, values.unlisted, lock, diagnostics);
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
            let variants = name_values(&named, values.unlisted, lock, diagnostics);
            (variants, String::new())
        }
        TypeKind::Union(union) => {
            let rest = match union.rest {
                Rest::Unknown => UNKNOWN,
                Rest::Other(_) => "Other",
                Rest::Refused => "",
            };
            let variants = name_variants(union, rest, own, stems, lock, diagnostics);
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
    lock: Option<&TypeLock>,
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
        .enumerate()
        .map(|(place, (value, name, rename))| {
            if let Some(rename) = rename {
                return Claim::requested(value, rename);
            }
            let given = name.filter(|name| is_name(name));
            let candidates = variant_candidates(given.unwrap_or(value));
            match lock.and_then(|lock| lock.member(place)) {
                Some(released) => Claim::released(value, released, candidates),
                None => Claim::new(value, if given.is_some() { 2 } else { 3 }, candidates),
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
