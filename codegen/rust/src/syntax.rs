//! Builds syntax trees: to build a tree takes a fraction of the time of writing and parsing tokens.

#![allow(
    clippy::default_trait_access,
    reason = "the field has the name of the token"
)]

use proc_macro2::{Delimiter, Punct, Spacing};
use proc_macro2::{Group, Ident, Literal, Span, TokenStream, TokenTree};
use syn::punctuated::Punctuated;
use syn::{
    AngleBracketedGenericArguments, AttrStyle, Attribute, Expr, ExprLit, Field, FieldModifiers,
    Fields, FieldsNamed, FieldsUnnamed, GenericArgument, Generics, Item, ItemEnum, ItemStruct, Lit,
    LitStr, MacroDelimiter, Meta, MetaList, MetaNameValue, Path, PathArguments, PathSegment, Type,
    TypePath, TypeTuple, Variant, Visibility,
};

/// An identifier that is no keyword.
pub(crate) fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// `#[name]`.
pub(crate) fn word(name: &str) -> Attribute {
    attribute(Meta::Path(ident(name).into()))
}

/// `#[name(…)]`.
pub(crate) fn list(name: &str, tokens: TokenStream) -> Attribute {
    attribute(Meta::List(MetaList {
        path: ident(name).into(),
        delimiter: MacroDelimiter::Paren(Default::default()),
        tokens,
    }))
}

/// `#[name = "text"]`.
pub(crate) fn text(name: &str, text: &str) -> Attribute {
    attribute(Meta::NameValue(MetaNameValue {
        path: ident(name).into(),
        eq_token: Default::default(),
        value: Expr::Lit(ExprLit {
            attrs: Vec::new(),
            lit: Lit::Str(LitStr::new(text, Span::call_site())),
        }),
    }))
}

/// The attribute of what a variant `Unknown` has: the support code finds it by the function that writes it.
pub(crate) fn writes_unknown() -> Attribute {
    let write = equals_text("serialize_with", "crate::support::unknown::write");
    list("serde", write)
}

fn attribute(meta: Meta) -> Attribute {
    Attribute {
        pound_token: Default::default(),
        style: AttrStyle::Outer,
        bracket_token: Default::default(),
        meta,
    }
}

/// Tokens with commas between them; interpolation would copy each.
pub(crate) fn commas(parts: impl IntoIterator<Item = TokenStream>) -> TokenStream {
    let mut all = TokenStream::new();
    for part in parts {
        if !all.is_empty() {
            all.extend([TokenTree::Punct(Punct::new(',', Spacing::Alone))]);
        }
        all.extend(part);
    }
    all
}

/// `name(…)`.
pub(crate) fn call(name: &str, arguments: TokenStream) -> TokenStream {
    [
        TokenTree::Ident(ident(name)),
        TokenTree::Group(Group::new(Delimiter::Parenthesis, arguments)),
    ]
    .into_iter()
    .collect()
}

/// `name = "text"`.
pub(crate) fn equals_text(name: &str, text: &str) -> TokenStream {
    equals(
        TokenTree::Ident(ident(name)),
        TokenTree::Literal(Literal::string(text)).into(),
    )
}

/// `name = …`.
pub(crate) fn equals(name: TokenTree, value: TokenStream) -> TokenStream {
    let mut all: TokenStream = [name, TokenTree::Punct(Punct::new('=', Spacing::Alone))]
        .into_iter()
        .collect();
    all.extend(value);
    all
}

/// The path of a type, without arguments.
pub(crate) fn named(segments: &[&str]) -> Type {
    path(segments, PathArguments::None)
}

/// A type with arguments.
pub(crate) fn generic(segments: &[&str], arguments: impl IntoIterator<Item = Type>) -> Type {
    let arguments = AngleBracketedGenericArguments {
        colon2_token: None,
        lt_token: Default::default(),
        args: arguments.into_iter().map(GenericArgument::Type).collect(),
        gt_token: Default::default(),
    };
    path(segments, PathArguments::AngleBracketed(arguments))
}

fn path(segments: &[&str], arguments: PathArguments) -> Type {
    let mut segments: Punctuated<PathSegment, _> = segments
        .iter()
        .map(|segment| PathSegment::from(ident(segment)))
        .collect();
    if let Some(last) = segments.last_mut() {
        last.arguments = arguments;
    }
    Type::Path(TypePath {
        attrs: Vec::new(),
        qself: None,
        path: Path {
            leading_colon: None,
            segments,
        },
    })
}

/// A type with more arguments in its last segment.
pub(crate) fn with_arguments(mut ty: Type, arguments: impl Iterator<Item = Type>) -> Type {
    let mut arguments = arguments.peekable();
    if arguments.peek().is_none() {
        return ty;
    }
    if let Type::Path(path) = &mut ty
        && let Some(last) = path.path.segments.last_mut()
    {
        let mut all = match std::mem::take(&mut last.arguments) {
            PathArguments::AngleBracketed(known) => known,
            _ => AngleBracketedGenericArguments {
                colon2_token: None,
                lt_token: Default::default(),
                args: Punctuated::new(),
                gt_token: Default::default(),
            },
        };
        all.args.extend(arguments.map(GenericArgument::Type));
        last.arguments = PathArguments::AngleBracketed(all);
    }
    ty
}

/// A tuple of types.
pub(crate) fn tuple(elements: impl IntoIterator<Item = Type>) -> Type {
    let mut elems: Punctuated<Type, _> = elements.into_iter().collect();
    if elems.len() == 1 {
        elems.push_punct(Default::default());
    }
    Type::Tuple(TypeTuple {
        attrs: Vec::new(),
        paren_token: Default::default(),
        elems,
    })
}

/// `name: type`, which is public.
pub(crate) fn field(attrs: Vec<Attribute>, name: Ident, ty: Type) -> Field {
    Field {
        vis: Visibility::Public(Default::default()),
        colon_token: Some(Default::default()),
        ident: Some(name),
        ..unnamed(attrs, ty)
    }
}

/// A field without a name.
fn unnamed(attrs: Vec<Attribute>, ty: Type) -> Field {
    Field {
        attrs,
        vis: Visibility::Inherited,
        modifiers: FieldModifiers::default(),
        ident: None,
        colon_token: None,
        ty,
        default: None,
    }
}

/// A public struct with named fields.
pub(crate) fn structure(attrs: Vec<Attribute>, name: &str, fields: Vec<Field>) -> Item {
    Item::Struct(ItemStruct {
        attrs,
        vis: Visibility::Public(Default::default()),
        struct_token: Default::default(),
        ident: ident(name),
        generics: Generics::default(),
        fields: Fields::Named(FieldsNamed {
            brace_token: Default::default(),
            named: fields.into_iter().collect(),
        }),
        semi_token: None,
    })
}

/// A variant, with the attributes and the type of its value.
pub(crate) fn variant(
    attrs: Vec<Attribute>,
    name: &str,
    holds: Option<(Vec<Attribute>, Type)>,
) -> Variant {
    let fields = match holds {
        None => Fields::Unit,
        Some((attrs, ty)) => Fields::Unnamed(FieldsUnnamed {
            paren_token: Default::default(),
            unnamed: std::iter::once(unnamed(attrs, ty)).collect(),
        }),
    };
    Variant {
        attrs,
        ident: ident(name),
        fields,
        discriminant: None,
    }
}

/// A public enum.
pub(crate) fn enumeration(attrs: Vec<Attribute>, name: &str, variants: Vec<Variant>) -> Item {
    Item::Enum(ItemEnum {
        attrs,
        vis: Visibility::Public(Default::default()),
        enum_token: Default::default(),
        ident: ident(name),
        generics: Generics::default(),
        brace_token: Default::default(),
        variants: variants.into_iter().collect(),
    })
}
