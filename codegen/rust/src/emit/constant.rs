//! Turns a constant into a struct with a private field, and a line that says its value.

use quote::quote;

use super::attributes;
use super::context::Context;
use crate::format::Code;
use crate::syntax;
use crate::text::{Rust, StringLiteral};
use cratify_model::model::{Constant, ConstantValue, TypeDef, TypeId};

/// The traits of conversions, which would make other values.
const WRITTEN: [&str; 5] = ["AsRef", "Display", "From", "FromStr", "TryFrom"];

/// The struct, and the macro that implements the rest.
pub(super) fn emit(
    context: &Context<'_>,
    id: TypeId,
    def: &TypeDef,
    constant: &Constant,
) -> Vec<Code> {
    let ident = syntax::ident(&context.names[id].ident);
    let (kind, kept) = match &constant.value {
        ConstantValue::Text(_) => ("text", quote! { Option<String> }),
        ConstantValue::Integer(_) => ("integer", quote! { Option<i64> }),
        ConstantValue::Number(_) | ConstantValue::Bool(_) => {
            ("value", quote! { Option<serde_json::Value> })
        }
    };
    let (support, kept) = if constant.is_closed {
        ("closed_constant", quote! { () })
    } else {
        ("constant", kept)
    };
    let derive = attributes::derive(def, context.analysis.traits(id), &[], &WRITTEN);
    let requested = attributes::requested(&def.extras.attributes);
    let deprecated = attributes::deprecated(&def.docs);
    let absence = constant
        .may_be_absent
        .then(|| quote! { , crate::support::absence::Absence });
    let item = quote! {
        #derive
        #deprecated
        #(#requested)*
        pub struct #ident(#kept #absence);
    };
    // The error of a closed constant lists the value as text.
    let is_text = matches!(constant.value, ConstantValue::Text(_));
    let text = constant.value.to_json().to_string();
    let text = (constant.is_closed && !is_text).then(|| StringLiteral::new(&text));
    let text = text.map(|text| Rust::of(&[&", ", &text]));
    let implementations = Rust::template(
        "crate::support::$support::$kind!($ident = $value$text$absence);\n",
        &[
            ("support", &support),
            ("kind", &kind),
            ("ident", &ident),
            ("value", &literal(&constant.value)),
            ("text", &text.unwrap_or_default()),
            (
                "absence",
                &if constant.may_be_absent {
                    ", optional"
                } else {
                    ""
                },
            ),
        ],
    );
    vec![item.into(), implementations.into()]
}

/// The value in Rust. A number that does not fit `i32`, the type of a bare integer, has a suffix. Among the tokens of a macro,
/// a sign stands by itself.
fn literal(value: &ConstantValue) -> Rust {
    match value {
        ConstantValue::Text(text) => Rust::of(&[&StringLiteral::new(text)]),
        ConstantValue::Integer(number) => {
            let suffix = if i32::try_from(*number).is_ok() {
                ""
            } else {
                "i64"
            };
            let digits = Rust::integer(i128::from(*number).abs());
            Rust::of(&[&sign(*number < 0), &digits, &suffix])
        }
        ConstantValue::Number(number) => {
            if let Some(number) = number.as_u64() {
                return Rust::of(&[&Rust::integer(number.into()), &"u64"]);
            }
            let number = number.as_f64().unwrap_or_default();
            let is_negative = number.is_sign_negative();
            Rust::of(&[&sign(is_negative), &Rust::float(number.abs())])
        }
        ConstantValue::Bool(value) => if *value { "true" } else { "false" }.into(),
    }
}

const fn sign(is_negative: bool) -> &'static str {
    if is_negative { "- " } else { "" }
}
