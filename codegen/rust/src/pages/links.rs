//! Turns Rust types into Markdown with links to their pages.

use crate::emit::Context;
use cratify_model::ident::is_keyword;
use cratify_model::markdown;
use cratify_model::model::{Type, TypeId, TypeKind};
use cratify_model::settings::Layout;
use cratify_schema::text::in_code;

/// The page that lists the others.
pub(super) const INDEX: &str = "README.md";

/// The page that a type is on, in the folder of pages.
pub(super) fn file(context: &Context<'_>, id: TypeId) -> String {
    format!("{}.md", context.names[id].page)
}

/// Whether a type of the crate has a page: the page of its type says what a member always is.
pub(super) fn has_page(context: &Context<'_>, id: TypeId) -> bool {
    !matches!(context.model[id].kind, TypeKind::Constant(_))
}

/// A link to the page of a type, from another page.
pub(super) fn link(context: &Context<'_>, id: TypeId) -> String {
    link_from(context, id, "")
}

/// A link to the page of a type, from a folder that has the pages in `folder`.
pub(super) fn link_from(context: &Context<'_>, id: TypeId, folder: &str) -> String {
    if let TypeKind::Extern(replaced) = &context.model[id].kind {
        // An extern type has no page.
        return in_code(&replaced.extern_type.path);
    }
    if !has_page(context, id) {
        return in_code(&context.names[id].path);
    }
    let path = &context.names[id].path;
    let ident = markdown::plain(path);
    let anchor = match context.model.layout {
        Layout::Packed => format!("#{}", anchor(path)),
        _ => String::new(),
    };
    format!("[{ident}]({folder}{}{anchor})", file(context, id))
}

/// The anchor that GitHub gives to a heading with the path of a type.
fn anchor(path: &str) -> String {
    path.replace("::", "").to_lowercase()
}

/// The name of a field in code: raw if it is a keyword.
pub(super) fn field(member: &str) -> String {
    if is_keyword(member) {
        format!("r#{member}")
    } else {
        member.to_owned()
    }
}

/// A type as Markdown: a code span, or text with links where it names types of the crate.
///
/// With `boxed`, named types that it contains by value are in a `Box`, as in the code.
pub(super) fn type_markdown(context: &Context<'_>, ty: &Type, boxed: bool) -> String {
    if mentions_named(ty) {
        spell(ty, boxed, &|id| link(context, id), ["\\<", "\\>"])
    } else {
        in_code(&spell(
            ty,
            boxed,
            &|id| context.names[id].path.clone(),
            ["<", ">"],
        ))
    }
}

fn mentions_named(ty: &Type) -> bool {
    let mut found = false;
    ty.visit(&mut |ty| found |= matches!(ty, Type::Named(_)));
    found
}

fn spell(
    ty: &Type,
    boxed: bool,
    named: &dyn Fn(TypeId) -> String,
    [open, close]: [&str; 2],
) -> String {
    let spell = |ty: &Type, boxed| spell(ty, boxed, named, [open, close]);
    match ty {
        Type::Any => "serde_json::Value".to_owned(),
        Type::Object => format!("serde_json::Map{open}String, serde_json::Value{close}"),
        Type::Null => "()".to_owned(),
        Type::Bool => "bool".to_owned(),
        Type::Integer(width) => width.as_str().to_owned(),
        Type::Float => "f64".to_owned(),
        Type::Number => "serde_json::Number".to_owned(),
        Type::String => "String".to_owned(),
        Type::Mapped(mapped) => {
            let path = &mapped.extern_type.path;
            path.replace('<', open).replace('>', close)
        }
        Type::List(item) => format!("Vec{open}{}{close}", spell(&item.ty, false)),
        Type::Map(map, value) => {
            let key = map.key.as_deref().unwrap_or(&Type::String);
            let (key, value) = (spell(key, false), spell(&value.ty, false));
            format!("{}{open}{key}, {value}{close}", map.ty.ident())
        }
        Type::Option(inner) => format!("Option{open}{}{close}", spell(inner, boxed)),
        Type::Tuple(slots) => {
            let slots: Vec<String> = slots.iter().map(|slot| spell(&slot.ty, boxed)).collect();
            format!(
                "({}{})",
                slots.join(", "),
                if slots.len() == 1 { "," } else { "" }
            )
        }
        Type::Named(id) if boxed => format!("Box{open}{}{close}", named(*id)),
        Type::Named(id) => named(*id),
    }
}

#[cfg(test)]
mod tests {
    use super::spell;
    use cratify_model::model::{Slot, Type, TypeId};
    use cratify_model::settings::MapType;

    fn text(ty: &Type, boxed: bool) -> String {
        spell(ty, boxed, &|_| "[X](x.md)".to_owned(), ["\\<", "\\>"])
    }

    #[test]
    fn types_link_wherever_they_stand() {
        let named = Type::Named(TypeId(0));
        let list = |ty: Type| Type::List(Box::new(Slot::of(ty)));
        assert_eq!(text(&named, true), "Box\\<[X](x.md)\\>");
        assert_eq!(
            text(&list(named.clone()).or_null(), true),
            "Option\\<Vec\\<[X](x.md)\\>\\>"
        );
        assert_eq!(
            text(&named.clone().or_null(), true),
            "Option\\<Box\\<[X](x.md)\\>\\>"
        );
        assert_eq!(
            text(
                &Type::map(MapType::BTreeMap, Slot::of(list(named.clone()))),
                false
            ),
            "BTreeMap\\<String, Vec\\<[X](x.md)\\>\\>"
        );
        assert_eq!(
            text(
                &Type::Tuple(vec![Slot::of(named), Slot::of(Type::Float)]),
                false
            ),
            "([X](x.md), f64)"
        );
    }
}
