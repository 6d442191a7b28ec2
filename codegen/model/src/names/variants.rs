//! Names the variants of unions.

use super::explicit::{Named, check_members};
use super::released::TypeLock;
use super::scope::{Claim, Scope};
use super::types::Stem;
use crate::ident::{Candidates, LONGEST, upper_camel_candidates, without_owner};
use crate::model::{Branching, Type, Union, Variant};
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
    own: &Stem,
    stems: &[Stem],
    lock: Option<&TypeLock>,
    diagnostics: &mut Diagnostics,
) -> Vec<String> {
    let reserved = [rest, "Self"];
    let mut scope = Scope::reserving(&reserved, "Value");
    let wire_names = all_words(union, stems);
    let named = wire_names.iter().zip(&union.variants);
    let requested = named
        .clone()
        .filter_map(|(words, variant)| Some((words.as_str(), variant.rename.as_ref()?)));
    check_members(requested, Named::Variant, &reserved, diagnostics);
    let claims: Vec<Claim<'_>> = named
        .enumerate()
        .map(|(place, (words, variant))| {
            if let Some(rename) = &variant.rename {
                return Claim::requested(words, rename);
            }
            let rest = without_owner(&own.name, words);
            let candidates = variant_candidates(&rest);
            if let Some(name) = lock.and_then(|lock| lock.member(place)) {
                return Claim::released(words, name, candidates);
            }
            Claim {
                alternative: Some(alternative(variant, words, stems)),
                ..Claim::new(words, 2, candidates)
            }
        })
        .collect();
    scope.assign(&claims)
}

/// The words for all variants of a union.
pub(super) fn all_words(union: &Union, stems: &[Stem]) -> Vec<String> {
    let variants = union.variants.iter();
    let words = variants.map(|variant| variant_words(union, variant, stems));
    told_apart(union, &words.collect::<Vec<_>>(), stems)
}

/// The words, with more detail for variants of equal words that are only called by their kind.
fn told_apart(union: &Union, words: &[String], stems: &[Stem]) -> Vec<String> {
    let detailed = union.variants.iter().zip(words).map(|(variant, own)| {
        let is_rival = words.iter().filter(|words| *words == own).nth(1).is_some();
        let detail = is_rival.then(|| kind_words(&variant.slot.ty, stems, Detail::All));
        detail.unwrap_or_else(|| own.clone())
    });
    detailed.collect()
}

/// The name for a variant whose name is taken: its type with the module of the type, the name with the name of the union, or
/// the width of its integers.
fn alternative(variant: &Variant, words: &str, stems: &[Stem]) -> String {
    let words = match &variant.slot.ty {
        Type::Named(id) => match &stems[id.0 as usize].qualified {
            Some(qualified) => return qualified.clone(),
            None => words.to_owned(),
        },
        Type::Integer(integer) => integer.as_str().to_owned(),
        _ => format!("{words} value"),
    };
    variant_candidates(&words).plain
}

/// The words for a variant: its own, its tag in a family, its type, or its kind.
fn variant_words(union: &Union, variant: &Variant, stems: &[Stem]) -> String {
    if let Some(name) = variant.name.as_ref().filter(|name| is_name(name)) {
        return name.clone();
    }
    if let (Branching::Extensions(_), [tag]) = (union.branching, &variant.tags[..]) {
        return tag.clone();
    }
    kind_words(&variant.slot.ty, stems, Detail::Kind)
}

/// How much the words for a kind of type say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Detail {
    /// The kind: an integer, a tuple.
    Kind,
    /// The width of integers and the elements of tuples as well.
    All,
}

fn kind_words(ty: &Type, stems: &[Stem], detail: Detail) -> String {
    match ty {
        Type::Any => "value".to_owned(),
        Type::Object => "object".to_owned(),
        Type::Null => "null".to_owned(),
        Type::Bool => "bool".to_owned(),
        Type::Integer(integer) if detail == Detail::All => integer.as_str().to_owned(),
        Type::Integer(_) => "integer".to_owned(),
        Type::Float | Type::Number => "number".to_owned(),
        Type::String => "string".to_owned(),
        Type::List(item) => format!("{} list", kind_words(&item.ty, stems, detail)),
        Type::Tuple(slots) if detail == Detail::All => {
            let words = slots.iter().map(|slot| kind_words(&slot.ty, stems, detail));
            format!("{} tuple", words.collect::<Vec<_>>().join(" "))
        }
        Type::Tuple(_) => "tuple".to_owned(),
        Type::Map(_, value) => format!("{} map", kind_words(&value.ty, stems, detail)),
        Type::Option(inner) => kind_words(inner, stems, detail),
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
