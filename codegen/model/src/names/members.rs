//! Names the fields of structs and the values of enums.

use super::UNKNOWN;
use super::explicit::{Named, check_members};
use super::former_members::{claims, former, of_fields, of_values};
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

/// The names of the constants of an enum of values, which no variant can have, nor a former name.
const CONSTANTS: [&str; 2] = ["ALL", "LISTED"];

/// The names of the members of a type.
#[derive(Default)]
pub(super) struct Members {
    /// The identifiers of its fields or variants.
    pub(super) idents: Vec<String>,
    /// The identifiers that each of them had before; of the variants of unions, none.
    pub(super) former: Vec<Vec<String>>,
    /// The field or the variant that keeps the rest.
    pub(super) rest: String,
}

/// Names the fields or variants of a type.
pub(super) fn name_members(
    def: &TypeDef,
    own: &Stem,
    stems: &[Stem],
    lock: Option<&TypeLock>,
    diagnostics: &mut Diagnostics,
) -> Members {
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
            let renames = object.fields.iter().map(|field| field.rename.as_ref());
            let former = former(lock, renames);
            let keeps_rest = matches!(object.unknown, UnknownMembers::Kept(..));
            let usual = Claim::exactly("", ADDITIONAL.to_owned());
            let released_rest = released(claims.len()).filter(|_| keeps_rest);
            let is_released = released_rest.is_some();
            claims.extend(released_rest.map(|rest| Claim {
                wanted: rest.to_owned(),
                alternative: Some(usual.wanted.clone()),
                rank: RELEASED,
                ..usual.clone()
            }));
            let mut idents = scope.assign(&claims);
            let rest = match (keeps_rest, is_released) {
                (false, _) => String::new(),
                (true, true) => idents.pop().unwrap_or_default(),
                (true, false) => scope.assign(&[usual]).remove(0),
            };
            Members {
                former: of_fields(&idents, &former),
                idents,
                rest,
            }
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
            name_values(&named, values.unlisted, lock, diagnostics)
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
            name_values(&named, values.unlisted, lock, diagnostics)
        }
        TypeKind::Union(union) => {
            let rest = match union.rest {
                Rest::Unknown => UNKNOWN,
                Rest::Other(_) => "Other",
                Rest::Refused => "",
            };
            Members {
                idents: name_variants(union, rest, own, stems, lock, diagnostics),
                former: Vec::new(),
                rest: rest.to_owned(),
            }
        }
        TypeKind::Constant(_)
        | TypeKind::Newtype(_)
        | TypeKind::Alias(_)
        | TypeKind::Never
        | TypeKind::Extern(_) => Members::default(),
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
) -> Members {
    let mut reserved = vec!["Self"];
    reserved.extend(CONSTANTS);
    if unlisted != Unlisted::Refused {
        reserved.push(UNKNOWN);
    }
    let reserved = &reserved[..];
    let requested = values
        .iter()
        .filter_map(|(value, _, rename)| Some((value.as_str(), (*rename)?)));
    check_members(requested, Named::Variant, reserved, diagnostics);
    let mut scope = Scope::reserving(reserved, "Value");
    let former = former(lock, values.iter().map(|(_, _, rename)| *rename));
    let own = values
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
        });
    let claims: Vec<Claim<'_>> = own.chain(claims(&former)).collect();
    let mut idents = scope.assign(&claims);
    let given = idents.split_off(values.len());
    Members {
        former: of_values(values.len(), &former, given),
        idents,
        rest: String::new(),
    }
}

/// How a value that is not a string is read aloud.
fn spell(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string().replace('.', " point "),
        other => other.to_string(),
    }
}
