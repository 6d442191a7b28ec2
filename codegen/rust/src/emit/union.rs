//! Turns unions into enums with a variant for each branch, and the facts that select it.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::access::Access;
use super::context::Context;
use super::types::emit_type;
use super::{attributes, branches, debug, docs, json, schemars, serde};
use crate::format::{Code, Comments};
use crate::syntax;
use crate::text::{DocLines, Rust, Sentence};
use cratify_model::model::{
    Branching, Facts, Rest, Secrecy, Type, TypeDef, TypeId, Union, Variant,
};
use cratify_model::names::TypeNames;
use cratify_schema::keyword::{JsonType, TypeSet};
use cratify_schema::source::Value;

/// The enum, and the selection of its branch.
pub(super) fn emit(
    context: &Context<'_>,
    id: TypeId,
    def: &TypeDef,
    union: &Union,
    comments: &mut Comments,
) -> Vec<Code> {
    let names = &context.names[id];
    let ident = syntax::ident(&names.ident);
    let item = emit_enum(context, id, def, union, comments);
    let tag = if let Some(tag) = &union.tag {
        let member = &tag.member;
        quote! { Some(#member) }
    } else {
        quote! { None }
    };
    let facts = union
        .variants
        .iter()
        .map(|variant| emit_facts(union, variant));
    let (branch, read) = emit_read(context, def, union, &names.members);
    let rest = emit_unknown(def, union, names);
    let uncertain = union.tag.as_ref().filter(|tag| !tag.is_certain);
    let certain = uncertain.map(|_| quote! { const CERTAIN: bool = false; });
    let overlaps = uncertain.filter(|_| union.may_overlap());
    let overlaps = overlaps.map(|_| quote! { const OVERLAPS: bool = true; });
    let default = union.tag.as_ref().and_then(|tag| tag.default);
    let default = default.map(|index| {
        let index = proc_macro2::Literal::usize_unsuffixed(index);
        quote! { const DEFAULT: Option<usize> = Some(#index); }
    });
    let choice = quote! {
        impl crate::support::union::Branches for #ident {
            const TAG: Option<&'static str> = #tag;
            const FACTS: &'static [crate::support::union::Facts] = {
                use crate::support::union;
                &[#(#facts),*]
            };
            #certain
            #overlaps
            #default

            fn read<'de, D: serde::Deserializer<'de>>(
                #branch: usize,
                deserializer: D,
            ) -> Result<Self, D::Error> {
                #read
            }

            #rest
        }
    };
    let read = Rust::of(&[&"crate::support::union::union!(", &ident, &");\n"]);
    let mut items = vec![item.into()];
    items.extend(branches::emit(context, id, union));
    items.extend([choice.into(), read.into()]);
    if let Branching::Extensions(base) = union.branching {
        items.push(schemars::same_as(context, id, base).into());
    }
    items
}

/// The enum.
fn emit_enum(
    context: &Context<'_>,
    id: TypeId,
    def: &TypeDef,
    union: &Union,
    comments: &mut Comments,
) -> syn::Item {
    let names = &context.names[id];
    // The support code reads it.
    let serde_derive = (!serde::is_written(def)).then_some("Serialize");
    let traits = context.analysis.traits(id);
    let derive = attributes::derive(def, traits, serde_derive.as_slice(), &["From"]);
    let mut attrs = vec![derive];
    let [before, after] = serde::around_derive(def, quote! { untagged });
    attrs.extend(before);
    let transform = match union.branching {
        Branching::Any => Some(None),
        Branching::One => Some(Some(quote! { transform = crate::support::schema::one_of })),
        // The union has the schema of the base.
        Branching::Extensions(_) => None,
    };
    let is_derived = transform.is_some();
    attrs.extend(
        transform
            .into_iter()
            .flat_map(|more| schemars::container(context, id, def, more)),
    );
    attrs.extend(after.filter(|_| is_derived));
    attrs.extend(attributes::deprecated(&def.docs));
    attrs.extend(attributes::requested(&def.extras.attributes));
    if !matches!(union.rest, Rest::Refused) {
        attrs.push(syntax::word("non_exhaustive"));
    }
    let mut variants: Vec<syn::Variant> = Vec::with_capacity(union.variants.len() + 1);
    for (index, variant) in union.variants.iter().enumerate() {
        let boxed = context.analysis.is_boxed(id, index);
        let ty = emit_type(context, &variant.slot.ty, boxed);
        let schemars = schemars::variant(context, variant, boxed);
        let mut attrs = vec![comments.add(docs::variant_docs(context, variant))];
        attrs.extend(schemars.filter(|_| is_derived));
        attrs.extend(attributes::deprecated(&variant.docs));
        attrs.extend(attributes::requested(&variant.attributes));
        let write = Access::of(context, &variant.slot.ty).writing();
        let write = write.and_then(|write| serde::attribute(def, vec![write]));
        let holds = Some((write.into_iter().collect(), ty));
        variants.push(syntax::variant(attrs, &names.members[index], holds));
    }
    variants.extend(emit_rest(context, def, union, &names.rest, comments));
    syntax::enumeration(attrs, &names.ident, variants)
}

/// The code that reads a branch by its index, and the name of the index.
fn emit_read(
    context: &Context<'_>,
    def: &TypeDef,
    union: &Union,
    members: &[String],
) -> (Ident, TokenStream) {
    let mut reads = union.variants.iter().zip(members).map(|(variant, name)| {
        let name = format_ident!("{name}");
        let read = Access::of(context, &variant.slot.ty).reader();
        let hide = debug::is_hidden(def, &variant.slot)
            .then(|| quote! { .map_err(crate::support::secret::hide) });
        quote! { #read(deserializer) #hide.map(Self::#name) }
    });
    // The last branch is the arm for all other indices.
    let Some(last) = reads.next_back() else {
        return (format_ident!("_branch"), TokenStream::new());
    };
    if reads.len() == 0 {
        return (format_ident!("_branch"), last);
    }
    let arms = reads.enumerate().map(|(index, read)| {
        let index = proc_macro2::Literal::usize_unsuffixed(index);
        quote! { #index => #read, }
    });
    let read = quote! {
        match branch {
            #(#arms)*
            _ => #last,
        }
    };
    (format_ident!("branch"), read)
}

/// The code for a value of no branch.
fn emit_unknown(def: &TypeDef, union: &Union, names: &TypeNames) -> TokenStream {
    if !matches!(union.rest, Rest::Refused) {
        let rest = syntax::ident(&names.rest);
        return quote! {
            fn unknown(value: serde_json::Value) -> Option<Self> {
                Some(Self::#rest(value))
            }
        };
    }
    let name = &names.ident;
    // The error of one branch may show a secret of another one.
    let shown = (def.secrecy != Secrecy::Open).then(|| quote! { const EXPLAINS: bool = false; });
    quote! {
        const NAME: &'static str = #name;
        #shown
    }
}

const UNKNOWN_BRANCH: &str = "A value of a branch that this version of the schema does not have";
const UNKNOWN_TAG: &str = "A value with a tag that this version of the schema does not have, or that does not agree with its tag";
const SEVERAL_BRANCHES: &str = ", or of several branches at once with members of each";

/// The variant for a value of no branch, if the union is open.
fn emit_rest(
    context: &Context<'_>,
    def: &TypeDef,
    union: &Union,
    name: &str,
    comments: &mut Comments,
) -> Option<syn::Variant> {
    let is_certain = union.tag.as_ref().is_none_or(|tag| tag.is_certain);
    let (about, schemars) = match &union.rest {
        Rest::Refused => return None,
        Rest::Unknown => {
            let first = if is_certain {
                UNKNOWN_BRANCH
            } else {
                UNKNOWN_TAG
            };
            let several = if union.may_overlap() {
                SEVERAL_BRANCHES
            } else {
                ""
            };
            let about = Sentence::of(&[&first, &several, &"."]);
            (about, Some(schemars::skip()))
        }
        Rest::Other(constraints) => (
            "Any other value that the schema accepts.".into(),
            schemars::rest(context, constraints),
        ),
    };
    let docs = DocLines::of(about);
    let mut attrs = vec![comments.add(docs)];
    // The schema of a base is not derived.
    if !matches!(union.branching, Branching::Extensions(_)) {
        attrs.extend(schemars);
    }
    let value = syntax::named(&["serde_json", "Value"]);
    let is_unknown = matches!(union.rest, Rest::Unknown);
    let write = (is_unknown && !serde::is_written(def)).then(syntax::writes_unknown);
    let holds = Some((write.into_iter().collect(), value));
    Some(syntax::variant(attrs, name, holds))
}

/// The facts of a branch as a constant, without the empty ones, in the scope of an import of the module `union`.
fn emit_facts(union: &Union, variant: &Variant) -> TokenStream {
    let facts = &variant.facts;
    let mut parts = Vec::new();
    if union.tag.is_some() {
        let tags = &variant.tags;
        parts.push(quote! { tags: &[#(#tags),*] });
    }
    if matches!(union.branching, Branching::Extensions(_)) {
        // Only the tag selects a subtype.
        return quote! { union::Facts { #(#parts,)* ..union::Facts::NONE } };
    }
    let types = kinds(facts.types);
    parts.push(quote! { types: &[#(#types),*] });
    if facts.types.has(JsonType::Object) && !matches!(variant.slot.ty, Type::Map(..) | Type::Object)
    {
        object_facts(facts, &mut parts);
    }
    if let Some(strings) = &facts.strings {
        parts.push(quote! { strings: &[#(#strings),*] });
    }
    if facts.types.has(JsonType::Array) && facts.elements != TypeSet::ALL {
        let elements = kinds(facts.elements);
        parts.push(quote! { elements: &[#(#elements),*] });
    }
    quote! { union::Facts { #(#parts,)* ..union::Facts::NONE } }
}

fn object_facts(facts: &Facts, parts: &mut Vec<TokenStream>) {
    let (required, known) = (&facts.required, &facts.known);
    if !required.is_empty() {
        parts.push(quote! { required: &[#(#required),*] });
    }
    if !known.is_empty() {
        let known = known.iter().map(|(name, types)| {
            // A type that every value has is not a fact.
            let types = if *types == TypeSet::ALL {
                Vec::new()
            } else {
                kinds(*types)
            };
            quote! { (#name, &[#(#types),*]) }
        });
        parts.push(quote! { known: &[#(#known),*] });
    }
    if !facts.fixed.is_empty() {
        let fixed = facts.fixed.iter().map(|(name, values)| {
            let values = values.iter().map(scalar);
            quote! { (#name, &[#(#values),*]) }
        });
        parts.push(quote! { fixed: &[#(#fixed),*] });
    }
    if !facts.nested.is_empty() {
        let nested = facts.nested.iter().map(|(path, values)| {
            let values = values.iter().map(scalar);
            quote! { (&[#(#path),*], &[#(#values),*]) }
        });
        parts.push(quote! { nested: &[#(#nested),*] });
    }
}

/// A constant of a member.
fn scalar(value: &Value) -> TokenStream {
    let literal = json::tokens(value);
    let kind = match value {
        Value::Bool(_) => format_ident!("Bool"),
        Value::Number(_) => format_ident!("Whole"),
        _ => format_ident!("Text"),
    };
    quote! { union::Scalar::#kind(#literal) }
}

fn kinds(types: TypeSet) -> Vec<TokenStream> {
    types
        .iter()
        .map(|ty| {
            let kind = format_ident!(
                "{}",
                match ty {
                    JsonType::Null => "Null",
                    JsonType::Boolean => "Boolean",
                    JsonType::Integer => "Integer",
                    JsonType::Number => "Number",
                    JsonType::String => "String",
                    JsonType::Array => "Array",
                    JsonType::Object => "Object",
                }
            );
            quote! { union::Kind::#kind }
        })
        .collect()
}
