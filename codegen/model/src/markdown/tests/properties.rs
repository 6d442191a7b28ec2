//! Properties of every description.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::super::prose::prose as read_prose;
use super::super::read::{parse, read};
use super::super::tree::{Block, plain_text};
use super::super::{line, page, rustdoc};
use super::hostile::check;

/// Pieces of which Markdown is made, and pieces that stand in the way.
const PIECES: &[&str] = &[
    "a",
    "B",
    "word",
    "1",
    "é",
    " ",
    "  ",
    "    ",
    "\t",
    "\n",
    "\n\n",
    "\n    ",
    "\n  ",
    "\r",
    "\r\n",
    "\n> ",
    "\n- ",
    "\n  - ",
    "\n* ",
    "\n+ ",
    "\n1. ",
    "\n2) ",
    "\n# ",
    "\n###### ",
    "\n---\n",
    "\n===\n",
    "\n***\n",
    "\n```\n",
    "\n```rust\n",
    "\n~~~\n",
    "\n````json\n",
    "\n```{.rust}\n",
    "\n- ```\n",
    "\n> ```ignore\n",
    "\n| a | b |\n|---|:-:|\n| ",
    " | ",
    "|",
    "\n|-|-|\n",
    "*",
    "**",
    "_",
    "__",
    "~",
    "~~",
    "***",
    "`",
    "``",
    "```",
    "[",
    "]",
    "(",
    ")",
    "![",
    "](",
    "](https://x.y)",
    "](javascript:a)",
    "](#b)",
    "](x.png)",
    "](<",
    ">",
    "\"",
    "[a]: https://x.y\n",
    "\n[a]: b\n",
    "[a]",
    "[a][b]",
    "[Type]",
    "[^1]",
    "\n[^1]: ",
    "[ ] ",
    "[x] ",
    "[!NOTE]",
    "<",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<code>",
    "</code>",
    "<br>",
    "<br/>",
    "<p>",
    "</p>",
    "<ul>",
    "<li>",
    "</li>",
    "</ul>",
    "<ol>",
    "<h2>",
    "</h2>",
    "<pre>",
    "</pre>",
    "<blockquote>",
    "<a href=\"https://x.y\">",
    "</a>",
    "<a href='javascript:x'>",
    "<img src=\"https://x.y\" alt=\"c\">",
    "<script>",
    "<x-y>",
    "<!--",
    "-->",
    "<hr>",
    "https://x.y/z_",
    "http://",
    "<https://x.y>",
    "<a@b.c>",
    "<d:e>",
    "@b.c>",
    "\\",
    "&amp;",
    "&lt;",
    "&#10;",
    "\u{202e}\0",
];

fn markdown() -> impl Strategy<Value = String> {
    vec(select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

/// Sentences, with marks that are whole.
fn prose() -> impl Strategy<Value = String> {
    let words = "[a-zA-Z][a-zA-Z0-9]{0,7}( [a-zA-Z0-9]{1,8}){0,3}[.,;:!?)\"']?";
    let marked = (words, select(&["", "*", "**", "_", "`", "~~"][..]))
        .prop_map(|(words, mark)| format!("{mark}{words}{mark}"));
    vec(vec(marked, 1..6).prop_map(|parts| parts.join(" ")), 1..4)
        .prop_map(|lines| lines.join("\n"))
}

/// The visible text of a description, without white space.
fn seen(blocks: &[Block]) -> String {
    let seen = blocks.iter().map(|block| match block {
        Block::Paragraph(content) | Block::Heading(_, content) => plain_text(content),
        Block::List(list) => list.items.iter().map(|item| seen(item)).collect(),
        Block::Quote(blocks) => seen(blocks),
        Block::Code(_, text) => text.clone(),
        Block::Table(table) => table
            .rows
            .iter()
            .flatten()
            .map(|cell| plain_text(cell))
            .collect(),
        Block::Rule => String::new(),
    });
    seen.collect::<String>().split_whitespace().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_markdown_does_harm(text in markdown()) {
        check(&text);
    }

    #[test]
    fn no_text_does_harm(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn all_words_are_kept(text in markdown()) {
        let written = page(&text, 0);
        prop_assert_eq!(seen(&read(&written)), seen(&read(&text)), "{}", written);
    }

    #[test]
    fn broken_lines_say_the_same(text in markdown(), width in 1..30_usize) {
        let written = rustdoc(&text, width).join("\n");
        prop_assert_eq!(line(&written), line(&page(&text, 0)), "{}", written);
    }

    #[test]
    fn written_once_is_written_for_good(text in markdown()) {
        let once = page(&text, 0);
        prop_assert_eq!(read(&page(&once, 0)), read(&once), "{}", once);
    }

    #[test]
    fn what_needs_no_parser_is_read_as_by_the_parser(text in "[a-zA-Z][ -~]{0,20}") {
        if let Some(read) = read_prose(&text) {
            prop_assert_eq!(read, parse(&text), "{}", text);
        }
    }

    #[test]
    fn prose_stays_as_it_is(text in prose()) {
        prop_assert_eq!(rustdoc(&text, usize::MAX).join("\n"), text);
    }
}
