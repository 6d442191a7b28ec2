//! Faults in generated Markdown: pages, and doc comments.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use super::document::Files;

/// How many code blocks of a text rustdoc would compile.
pub(crate) fn tests_of(markdown: &str) -> usize {
    let blocks = Parser::new_ext(markdown, Options::ENABLE_TABLES).filter(|event| match event {
        Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => true,
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
            let other = ["json", "sh", "text", "toml", "yaml"];
            !other.contains(&language.split([',', ' ']).next().unwrap_or_default())
        }
        _ => false,
    });
    blocks.count()
}

/// HTML, and links that lead nowhere or to a program.
pub(crate) fn markdown_faults(text: &str, folder: &str, files: &Files) -> Vec<String> {
    let mut faults = Vec::new();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Html(html) | Event::InlineHtml(html)
                if !["<br>", "<code>", "</code>"].contains(&html.trim()) =>
            {
                faults.push(format!("has the HTML {html}"));
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                let is_web = ["https://", "http://"]
                    .iter()
                    .any(|scheme| dest_url.starts_with(scheme));
                let target = match dest_url.strip_prefix("../") {
                    Some(path) => path.to_owned(),
                    None if folder.is_empty() => dest_url.to_string(),
                    None => format!("{folder}/{dest_url}"),
                };
                if !is_web && !files.contains_key(&target) {
                    faults.push(format!("links to {dest_url}"));
                }
            }
            _ => {}
        }
    }
    faults
}
