//! Descriptions that were made to do harm.

use std::time::{Duration, Instant};

use super::super::{heading, line, link, page, plain, rustdoc, sentence, summary};
use super::oracle::harm;

/// Writes a text for every position.
pub(super) fn check(text: &str) {
    let lines = rustdoc(text, usize::MAX);
    for line in &lines {
        assert!(!line.contains(['\n', '\r']), "{line:?} of {text:?}");
    }
    let one_line = [
        plain(text),
        link(text, "https://x.y"),
        link("a", text),
        link(text, text),
        heading(1, text),
    ];
    for line in &one_line {
        assert!(!line.contains('\n'), "{line:?} of {text:?}");
    }
    assert!(!sentence(text).contains('\n'), "{text:?}");
    let cell = line(text).replace("<br>", " ");
    assert!(!cell.contains('\n'), "{cell:?} of {text:?}");
    // A cell is never the start of a line.
    let cells = [cell, sentence(text)].map(|cell| format!("x {cell}"));
    let blocks = [lines.join("\n"), page(text, 2)];
    for markdown in blocks.into_iter().chain(cells).chain(one_line) {
        if let Some(harm) = harm(&markdown) {
            panic!("{text:?} becomes {markdown:?}: {harm}");
        }
    }
    if let Some(summary) = summary(text) {
        assert!(
            !summary.contains(|next: char| next.is_control()),
            "{summary:?}"
        );
    }
}

#[test]
fn nothing_becomes_code_or_html_or_a_link_to_elsewhere() {
    for text in [
        "see\n```\nassert!(false);\n```\n",
        "```rust\nx",
        "~~~~ {.rust}\nx\n~~~\ny",
        "```rust,ignore\nx\n```",
        "``` text rust\nx\n```",
        "````\n```rust\nx\n```\n````",
        "- a\n\n      x\n- ~~~\n  y",
        "> ```\n> x\n\n    y",
        "\tx",
        "1.     x",
        "x\r```\ry\r```",
        "a\u{2028}```\u{2029}x\u{85}#![y]",
        "&#10;&#10;```&#10;x",
        "&NewLine;    x",
        "\\`\\`\\`\nx",
        // The first `<` and the code span must not become a mail address.
        "\\<`@b.c>a` `<code>`",
        "&grave;&grave;&grave;\nx",
        "<script>alert(1)</script>",
        "<div onclick=x>\n\n    y",
        "<pre>\n```\n</pre>\n```rust\nx",
        "<x-y a=\"\n\n```\nz",
        "<img src=javascript:x onerror=y>",
        "<a href=\"java&#115;cript:x\">a</a>",
        "<a href='https://x.y/\"onclick=\"z'>a</a>",
        "[a](JaVaScRiPt:b) [c](data:d) [e](vbscript:f)",
        "[a](java&Tab;script:b) [a](&#1;javascript:b)",
        "![a](javascript:b)",
        "[a]: javascript:b\n\n[a]",
        "[Type] [`Type`] [a](Type) [a][Type] [Type][] [crate::x]: y",
        "[a](https://x.y/?&#x202e;) &#x202e; &rlm; &ZeroWidthSpace;",
        "- [ ] a\n- [x] b\n\na[^1]\n\n[^1]: c",
        "> [!WARNING]\n> a",
        "a | b\n--|--\nc | d",
        "<!--\n```\n-->x",
        "<![CDATA[\nx]]>",
        "<?php x ?>",
        "<b\u{0}>",
        "</",
        "\\",
        "x\\\n",
    ] {
        check(text);
    }
}

/// How many bytes a long text has: enough for what grows with the square to take minutes.
const LONG: usize = 1 << 17;

/// A list in which each item is in the one before.
fn deep_list(depth: usize) -> String {
    let items = (0..depth).map(|depth| "  ".repeat(depth) + "- a\n");
    items.collect()
}

#[test]
fn time_grows_with_the_length_alone() {
    let half = |part: &str| part.repeat(LONG / 2 / part.len());
    for text in [
        format!("{}{}", ">".repeat(10_000), half("a\n")),
        format!("{}{}", half("> "), half("a\n")),
        format!("{}{}", half("- "), half("a\n")),
        deep_list(150) + &half("a\n"),
        half("!["),
        half("<?"),
        half("<pre><"),
        half("_a_ "),
        half("` ``"),
        format!("{}{}", half("?"), half("a.")),
        format!("[a]: https://x.y/{}\n\n{}", half("b"), half("[a] ")),
        format!("|{}\n|{}\n{}", half("a|"), half("-|"), half("b\n")),
    ] {
        let start = Instant::now();
        let _ = (
            rustdoc(&text, usize::MAX),
            line(&text),
            sentence(&text),
            summary(&text),
        );
        let took = start.elapsed();
        let start: String = text.chars().take(20).collect();
        assert!(took < Duration::from_secs(30), "{took:?} for {start:?}");
    }
}

#[test]
fn depth_costs_no_stack() {
    for part in [
        ">",
        "> ",
        "- ",
        "[",
        "![",
        "*a ",
        "**",
        "<ul><li>",
        "<b>",
        "<blockquote>",
        "<h1>",
    ] {
        check(&format!("{}x", part.repeat(10_000)));
    }
}
