//! Turns types into text, with the spaces that a person writes.

use syn::{Expr, ExprLit, GenericArgument, Lit, PathArguments, Type};

/// A path, a tuple, a slice or an array.
pub(super) fn spell(ty: &Type) -> String {
    let mut text = String::new();
    spell_into(ty, &mut text);
    text
}

fn spell_into(ty: &Type, text: &mut String) {
    match ty {
        Type::Tuple(tuple) => {
            text.push('(');
            for (index, element) in tuple.elems.iter().enumerate() {
                text.push_str(if index == 0 { "" } else { ", " });
                spell_into(element, text);
            }
            text.push_str(if tuple.elems.len() == 1 { ",)" } else { ")" });
        }
        Type::Path(path) => {
            for (index, segment) in path.path.segments.iter().enumerate() {
                text.push_str(if index == 0 { "" } else { "::" });
                text.push_str(&segment.ident.to_string());
                let PathArguments::AngleBracketed(arguments) = &segment.arguments else {
                    continue;
                };
                text.push('<');
                for (index, argument) in arguments.args.iter().enumerate() {
                    text.push_str(if index == 0 { "" } else { ", " });
                    if let GenericArgument::Type(ty) = argument {
                        spell_into(ty, text);
                    }
                }
                text.push('>');
            }
        }
        Type::Slice(slice) => {
            text.push('[');
            spell_into(&slice.elem, text);
            text.push(']');
        }
        Type::Array(array) => {
            text.push('[');
            spell_into(&array.elem, text);
            if let Expr::Lit(ExprLit {
                lit: Lit::Int(length),
                ..
            }) = &array.len
            {
                text.push_str("; ");
                text.push_str(length.base10_digits());
            }
            text.push(']');
        }
        _ => {}
    }
}
