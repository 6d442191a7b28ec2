//! Writes `docs/….md`, the page of a type, or of several.

use std::fmt::Write as _;

mod object;
mod other;
mod union;
mod values;

use super::{PageContext, example, links, notes};
use cratify_model::markdown;
use cratify_model::model::{TypeDef, TypeId, TypeKind};
use cratify_model::settings::Layout;
use cratify_schema::text::in_code;

/// The number of types under "Used by".
const MOST_USERS: usize = 20;

/// The text of a page. In a [packed](Layout::Packed) crate it has several types, and each is a section.
pub(super) fn text(pages: &PageContext<'_>, types: &[TypeId]) -> String {
    // About the usual length of a page, so that it grows once at most.
    let mut page = Page {
        out: String::with_capacity(2 * 1024),
        level: 1,
    };
    if pages.context.model.layout == Layout::Packed {
        let name = types.first().map(|id| &*pages.context.names[*id].page);
        let title = format!("Models of {}", name.unwrap_or_default());
        let _ = writeln!(page.out, "{}", markdown::heading(1, &title));
        page.level = 2;
    }
    for id in types {
        if !page.out.is_empty() {
            page.out.push('\n');
        }
        add_type(pages, *id, &mut page);
    }
    page.out
}

fn add_type(pages: &PageContext<'_>, id: TypeId, page: &mut Page) {
    let context = &pages.context;
    let def = &context.model[id];
    let level = page.level;
    let _ = writeln!(
        page.out,
        "{}",
        markdown::heading(level, &context.names[id].path)
    );
    if def.docs.deprecated {
        page.paragraph("> **Deprecated.**");
    }
    match &def.usage {
        Some(usage) => {
            for text in usage.texts(def.docs.about()) {
                page.paragraph(&markdown::page(text, level + 1));
            }
        }
        None => {
            if let Some(about) = def.docs.about() {
                page.paragraph(&markdown::page(about, level + 1));
            }
        }
    }
    if let Some(title) = def.docs.heading(&def.wire_name) {
        page.paragraph(&format!("Title: {}", markdown::plain(title)));
    }
    for note in notes::of_type(context, def) {
        page.paragraph(&note);
    }
    match &def.kind {
        TypeKind::Struct(object) => object::add(context, id, object, page),
        TypeKind::StringEnum(enumeration) => {
            values::add_strings(context, id, enumeration, page);
        }
        TypeKind::ValueEnum(enumeration) => values::add_values(context, id, enumeration, page),
        TypeKind::Union(union) => union::add(context, id, union, page),
        TypeKind::Newtype(slot) => other::add_newtype(context, id, slot, page),
        TypeKind::Alias(target) => other::add_alias(context, *target, page),
        // They have no pages.
        TypeKind::Constant(_) | TypeKind::Extern(_) => {}
        TypeKind::Never => {
            page.paragraph("No value is valid: the type has no values.");
        }
    }
    add_example(pages, id, def, page);
    add_schema(pages, id, def, page);
    add_users(pages, id, page);
}

/// The text of a page so far.
struct Page {
    out: String,
    /// The level of the heading of a type.
    level: usize,
}

impl Page {
    fn heading(&mut self, text: &str) {
        let marks = "#".repeat(self.level + 1);
        let _ = writeln!(self.out, "\n{marks} {text}");
    }

    /// Adds paragraphs after a blank line.
    fn paragraph(&mut self, markdown: &str) {
        // A description may have nothing to show.
        if !markdown.is_empty() {
            let _ = writeln!(self.out, "\n{}", markdown.trim_end());
        }
    }
}

fn add_example(pages: &PageContext<'_>, id: TypeId, def: &TypeDef, page: &mut Page) {
    let blocks = example::of_type(&pages.context, id, def);
    if !blocks.is_empty() {
        page.heading("Example");
        for block in blocks {
            page.paragraph(&block);
        }
    }
}

fn add_schema(pages: &PageContext<'_>, id: TypeId, def: &TypeDef, page: &mut Page) {
    let path = crate::publish::path(pages.context.names, id);
    let name = path.rsplit('/').next().unwrap_or_default();
    let origin = in_code(&pages.context.place(&def.at));
    page.heading("Schema");
    page.paragraph(&format!(
        "[{}](../{path}), from {origin}.",
        markdown::plain(name)
    ));
}

fn add_users(pages: &PageContext<'_>, id: TypeId, page: &mut Page) {
    let users = pages.users_of(id);
    if users.is_empty() {
        return;
    }
    page.heading("Used by");
    let mut list: Vec<String> = users
        .iter()
        .take(MOST_USERS)
        .map(|user| format!("- {}", links::link(&pages.context, *user)))
        .collect();
    if users.len() > MOST_USERS {
        list.push(format!("- and {} more", users.len() - MOST_USERS));
    }
    page.paragraph(&list.join("\n"));
}
