//! Writes the attributes of serde: `schemars` reads them as well.

use proc_macro2::{TokenStream, TokenTree};
use syn::Attribute;

use super::is_written;
use crate::emit::{attributes, schemars};
use crate::syntax;
use cratify_model::model::{Model, Requested, TypeDef, TypeKind};
use cratify_schema::diagnostic::{Code, Diagnostic, visible};

/// The attributes of serde that change a schema.
const FOR_SCHEMAS: [&str; 6] = [
    "default",
    "flatten",
    "rename",
    "skip_serializing_if",
    "transparent",
    "untagged",
];

/// `#[serde(…)]`, where a type derives serde's traits. Elsewhere it is `#[schemars(…)]`, with the arguments
/// that change a schema, if there are any.
pub(in crate::emit) fn attribute(def: &TypeDef, arguments: Vec<TokenStream>) -> Option<Attribute> {
    if !is_written(def) {
        return (!arguments.is_empty()).then(|| syntax::list("serde", syntax::commas(arguments)));
    }
    let stated: Vec<TokenStream> = arguments.into_iter().filter(changes_schema).collect();
    (!stated.is_empty()).then(|| schemars::arguments(stated))
}

/// The same for a type, before the derive of its schema and after it: `#[schemars(…)]` cannot stand before its derive.
pub(in crate::emit) fn around_derive(
    def: &TypeDef,
    argument: TokenStream,
) -> [Option<Attribute>; 2] {
    let attribute = attribute(def, vec![argument]);
    if is_written(def) {
        [None, attribute]
    } else {
        [attribute, None]
    }
}

fn changes_schema(argument: &TokenStream) -> bool {
    match argument.clone().into_iter().next() {
        Some(TokenTree::Ident(name)) => FOR_SCHEMAS.iter().any(|known| name == known),
        _ => false,
    }
}

/// Reports requested attributes of serde on types that do not derive its traits: only a derive reads them.
pub fn check<'r>(model: &Model, requested: impl Iterator<Item = &'r Requested>) -> Vec<Diagnostic> {
    let underived: Vec<&TypeDef> = model
        .own_types()
        .map(|(_, def)| def)
        .filter(|def| !def.has_serde_impls() || is_written(def))
        .collect();
    let is_on_underived = |text: &String| {
        underived
            .iter()
            .any(|def| attributes_of(def).any(|one| one == text))
    };
    let requested = requested.filter(|one| {
        attributes::requested(std::slice::from_ref(&one.text)).any(|one| is_of_serde(&one))
    });
    let idle = requested.filter(|one| is_on_underived(&one.text));
    let report = |one: &Requested| {
        Diagnostic::error(
            Code::IdleSetting,
            one.location.clone(),
            format!("`{}` has no effect on a type that does not derive the traits of serde", visible(&one.text)),
        )
        .help("remove the attribute, or let this place derive the traits: structs and unions do so with `.serde(SerdeCode::Derive)`")
    };
    idle.map(report).collect()
}

/// Whether an attribute is one of serde, under a condition or not.
fn is_of_serde(attribute: &Attribute) -> bool {
    let is_conditional = attribute.path().is_ident("cfg_attr");
    let mut words = match &attribute.meta {
        syn::Meta::List(list) => list.tokens.clone().into_iter(),
        _ => TokenStream::new().into_iter(),
    };
    let is_serde = |token: TokenTree| matches!(token, TokenTree::Ident(name) if name == "serde");
    attribute.path().is_ident("serde") || is_conditional && words.any(is_serde)
}

/// The attributes that are requested for a type and for its members.
fn attributes_of(def: &TypeDef) -> Box<dyn Iterator<Item = &String> + '_> {
    let members: Box<dyn Iterator<Item = &String>> = match &def.kind {
        TypeKind::Struct(object) => {
            Box::new(object.fields.iter().flat_map(|field| &field.attributes))
        }
        TypeKind::StringEnum(values) => {
            Box::new(values.values.iter().flat_map(|value| &value.attributes))
        }
        TypeKind::ValueEnum(values) => {
            Box::new(values.values.iter().flat_map(|value| &value.attributes))
        }
        TypeKind::Union(union) => Box::new(
            union
                .variants
                .iter()
                .flat_map(|variant| &variant.attributes),
        ),
        _ => Box::new(std::iter::empty()),
    };
    Box::new(def.extras.attributes.iter().chain(members))
}
