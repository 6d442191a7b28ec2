//! Names the variants of unions.

use super::explicit::{Named, check_members};
use super::scope::{Claim, Scope};
use super::types::Stem;
use crate::ident::{Candidates, LONGEST, upper_camel_candidates};
use crate::model::{Type, Union, Variant};
use cratify_schema::diagnostic::Diagnostics;
use cratify_schema::document::is_name;

/// The candidates for a variant.
pub(super) fn variant_candidates(words: &str) -> Candidates {
    upper_camel_candidates(words, LONGEST)
}

/// The identifiers of the variants of a union.
pub(super) fn name_variants(
    union: &Union,
    rest: &str,
    stems: &[Stem],
    diagnostics: &mut Diagnostics,
) -> Vec<String> {
    let reserved = [rest, "Self"];
    let mut scope = Scope::reserving(&reserved, "Value");
    let wire_names: Vec<String> = union
        .variants
        .iter()
        .map(|variant| variant_words(union, variant, stems))
        .collect();
    let named = wire_names.iter().zip(&union.variants);
    let requested = named
        .clone()
        .filter_map(|(words, variant)| Some((words.as_str(), variant.rename.as_ref()?)));
    check_members(requested, Named::Variant, &reserved, diagnostics);
    let claims: Vec<Claim<'_>> = named
        .map(|(words, variant)| {
            let claim = match &variant.rename {
                Some(rename) => Claim::requested(words, rename),
                None => Claim::new(words, 1, variant_candidates(words)),
            };
            let alternative = match &variant.slot.ty {
                Type::Named(id) => stems[id.0 as usize].qualified.clone(),
                _ => None,
            };
            Claim {
                alternative,
                ..claim
            }
        })
        .collect();
    scope.assign(&claims)
}

/// The words for a variant: its tag, the document's name for it, its type, or its kind.
fn variant_words(union: &Union, variant: &Variant, stems: &[Stem]) -> String {
    if let (Some(_), [tag]) = (&union.tag, &variant.tags[..]) {
        return tag.clone();
    }
    if let Some(name) = variant.name.as_ref().filter(|name| is_name(name)) {
        return name.clone();
    }
    kind_words(&variant.slot.ty, stems)
}

fn kind_words(ty: &Type, stems: &[Stem]) -> String {
    match ty {
        Type::Any => "value".to_owned(),
        Type::Object => "object".to_owned(),
        Type::Null => "null".to_owned(),
        Type::Bool => "bool".to_owned(),
        Type::Integer(_) => "integer".to_owned(),
        Type::Float | Type::Number => "number".to_owned(),
        Type::String => "string".to_owned(),
        Type::List(item) => format!("{} list", kind_words(&item.ty, stems)),
        Type::Tuple(_) => "tuple".to_owned(),
        Type::Map(_, value) => format!("{} map", kind_words(&value.ty, stems)),
        Type::Option(inner) => kind_words(inner, stems),
        // The last word of its path, without arguments.
        Type::Mapped(mapped) => {
            let path = mapped
                .extern_type
                .path
                .split('<')
                .next()
                .unwrap_or_default();
            path.rsplit("::").next().unwrap_or_default().to_owned()
        }
        Type::Named(id) => stems[id.0 as usize].name.clone(),
    }
}
