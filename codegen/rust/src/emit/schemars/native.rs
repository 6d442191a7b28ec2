//! Writes constraints for which `schemars` has words of its own, and corrects integers for which its derive states too much.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::emit::json;
use cratify_model::model::{Bound, Constraint, Count, Integer, Slot, Type};
use cratify_schema::source::Value;

/// The constraints for which schemars has a word of its own.
pub(super) fn native(slot: &Slot) -> Vec<TokenStream> {
    let constraints = slot.constraints.iter();
    let native = constraints.filter(|one| is_native(slot, one));
    let (mut length, mut range, mut pattern) = ([None, None], [None, None], None);
    for constraint in native {
        match constraint {
            Constraint::Count(Count::MinLength, least) => length[0] = Some(Value::from(*least)),
            Constraint::Count(_, most) => length[1] = Some(Value::from(*most)),
            Constraint::Bound(Bound::Minimum, least) => range[0] = Some(Value::from(least.clone())),
            Constraint::Bound(_, most) => range[1] = Some(Value::from(most.clone())),
            Constraint::Pattern(text) => pattern = Some(Value::from(text.as_str())),
            _ => {}
        }
    }
    let mut attributes = Vec::new();
    for (word, ends) in [("length", length), ("range", range)] {
        let word = format_ident!("{word}");
        match ends.map(|end| end.as_ref().map(json::tokens)) {
            [Some(low), Some(high)] => attributes.push(quote! { #word(min = #low, max = #high) }),
            [Some(low), None] => attributes.push(quote! { #word(min = #low) }),
            [None, Some(high)] => attributes.push(quote! { #word(max = #high) }),
            [None, None] => {}
        }
    }
    if let Some(pattern) = pattern.as_ref().map(json::tokens) {
        attributes.push(quote! { regex(pattern = #pattern) });
    }
    attributes
}

pub(super) fn is_native(slot: &Slot, constraint: &Constraint) -> bool {
    let ty = slot.ty.non_null();
    match constraint {
        Constraint::Count(Count::MinLength | Count::MaxLength, _) | Constraint::Pattern(_) => {
            *ty == Type::String
        }
        Constraint::Bound(Bound::Minimum | Bound::Maximum, number) => {
            matches!(ty, Type::Integer(_)) && number.is_i64()
        }
        _ => false,
    }
}

/// The type that stands for the slot where the derive would say too much of the real one.
pub(super) fn schema_type(slot: &Slot) -> Option<&'static str> {
    bounded_by_width(slot)?;
    Some(if matches!(slot.ty, Type::Option(_)) {
        "Option<i64>"
    } else {
        UNBOUNDED
    })
}

/// The integer type for which the derive states no bounds.
pub(super) const UNBOUNDED: &str = "i64";

/// The width of a number for which the derive states bounds that the document does not: zero for
/// unsigned ones, and both ends for integers of 8 and 16 bits.
pub(super) fn bounded_by_width(slot: &Slot) -> Option<&'static str> {
    let Type::Integer(width) = slot.ty.non_null() else {
        return None;
    };
    let narrow = matches!(
        width,
        Integer::I8 | Integer::I16 | Integer::U8 | Integer::U16
    );
    let unsigned = width.is_unsigned() && slot.constraints.bound(Bound::Minimum).is_none();
    (narrow || unsigned).then(|| width.as_str())
}
