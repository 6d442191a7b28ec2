//! Descriptions, each with the Markdown that is made of it.

use super::super::{heading, line, link, page, plain, rustdoc, sentence, summary};

fn doc(text: &str) -> String {
    rustdoc(text, usize::MAX).join("\n")
}

#[test]
fn what_is_well_written_stays_as_it_is() {
    for text in [
        "a\nb",
        "a *b* _c_ **d** __e__ ~~f~~ `g` snake_case 2 * 3 ~4 _id /v1/*",
        "a [b](https://x.y/z_(w) \"t\\\"u\") <https://x.y> ![i](https://x.y/i.png)",
        "# A\n\n### B \\#\n\nC#",
        "- a\n  b\n  - c\n    1. d\n    2. e\n- f",
        "- a\n\n  b\n\n- c",
        "3. a\n4. b",
        "> a\n> b\n>\n> > c",
        "```json\n{\n\n  \"a\": 1\n}\n```",
        "- a\n  ```text\n  b\n  ```",
        "| a | b | |\n| :-- | --: | :-: |\n| 1 | `\\|` | \\| |",
        "a\n\n---\n\nb\\\nc",
        "a & b &c d; 5 > 4 <5 <= a < b",
        "\\[kept\\] \\`kept\\` \\<kept>",
    ] {
        assert_eq!(doc(text), text);
        assert_eq!(page(text, 0), text);
    }
}

#[test]
fn long_lines_are_broken_where_nothing_else_is_read() {
    for (text, expected) in [
        ("one two three four", "one two\nthree four"),
        ("one\ntwo three four five", "one\ntwo three\nfour five"),
        ("a-long-word-alone and b", "a-long-word-alone\nand b"),
        ("one two - three 1. four", "one two -\nthree 1.\nfour"),
        ("one two 3 - four", "one two 3\n\\- four"),
        ("the `code of one span` b", "the\n`code of one span`\nb"),
        (
            "see [a b](https://x.y \"a b\") c",
            "see [a\nb](https://x.y \"a b\")\nc",
        ),
        ("- one two three four", "- one two\n  three\n  four"),
        ("> one two three", "> one two\n> three"),
        ("# one two three four", "# one two three four"),
        ("    one two three four", "```text\none two three four\n```"),
    ] {
        assert_eq!(rustdoc(text, 10).join("\n"), expected);
    }
}

#[test]
fn text_that_would_be_markup_is_escaped() {
    for (text, expected) in [
        ("a [b] c", "a \\[b\\] c"),
        ("[^1] - [ ] [!NOTE]", "\\[^1\\] - \\[ \\] \\[!NOTE\\]"),
        ("an ` alone", "an \\` alone"),
        ("Bearer <token>", "Bearer \\<token>"),
        ("<std::string> A <a@b.c>", "\\<std::string> A \\<a@b.c>"),
        ("&lt;1@b.c> &lt;.@b.c>", "\\<1@b.c> \\<.@b.c>"),
        ("1\\. a\n\\- b\n\\# c\n\\> d", "1\\. a\n\\- b\n\\# c\n\\> d"),
        (
            "a\n\\---\n\\===\nb\\|c\n\\-|-",
            "a\n\\---\n\\===\nb|c\n\\-|-",
        ),
        ("&lt;b&gt; &amp;lt; &eacute;", "\\<b> \\&lt; é"),
        ("\\*a* \\_b_", "\\*a\\* \\_b\\_"),
        ("wow\\![a](https://x.y)", "wow\\![a](https://x.y)"),
        ("\\\\ a\\\\*b*", "\\ a\\\\*b*"),
    ] {
        assert_eq!(doc(text), expected, "{text:?}");
    }
}

#[test]
fn urls_are_links_and_other_links_are_their_labels() {
    for (text, expected) in [
        ("at https://x.y/z.", "at <https://x.y/z>."),
        ("(https://x.y/z?a=1&b)", "(<https://x.y/z?a=1&b>)"),
        (
            "https://x.y/?a&amp;copy;b",
            "[https://x.y/?a\\&copy;b](https://x.y/?a\\&copy;b)",
        ),
        (
            "[a][b] [b]\n\n[b]: https://x.y",
            "[a](https://x.y) [b](https://x.y)",
        ),
        ("[a](<https://x.y/z w>)", "[a](https://x.y/z%20w)"),
        ("a[](https://x.y)", "a"),
        ("see [docs](#anchor).", "see docs."),
        ("[a](Type) [b](javascript:alert) ![c](c.png)", "a b c"),
    ] {
        assert_eq!(doc(text), expected, "{text:?}");
    }
}

#[test]
fn code_has_a_language_that_is_not_tested() {
    for (text, expected) in [
        ("```\nlet x = [1];", "```text\nlet x = [1];\n```"),
        ("```rust\nfoo\n```", "```text\nfoo\n```"),
        ("~~~JSON\n```\n~~~", "````json\n```\n````"),
        ("a\n\n    b\n\n\tc", "a\n\n```text\nb\n\nc\n```"),
        ("- ```rust\n  x", "- ```text\n  x\n  ```"),
        (
            "> ```should_panic\n>     x\n> ```",
            "> ```text\n>     x\n> ```",
        ),
        ("1. a\n\n       x", "1. a\n\n   ```text\n   x\n   ```"),
    ] {
        assert_eq!(doc(text), expected, "{text:?}");
    }
}

#[test]
fn blocks_are_apart_and_nested_as_they_were() {
    for (text, expected) in [
        ("Title\n===\ntext", "# Title\n\ntext"),
        (
            "* one\nlazy\n  * two\nmore\n\nplain",
            "- one\n  lazy\n  - two\n    more\n\nplain",
        ),
        ("- a\n* b\n+ c", "- a\n\n* b\n\n- c"),
        ("a\n* b", "a\n\n- b"),
        ("2.", "2."),
        ("1) a\n1) b", "1. a\n2. b"),
        ("* ---\n* - a", "- ___\n- - a"),
        ("a|b\n-|-\n1", "| a | b |\n| --- | --- |\n| 1 | |"),
        ("> a\nb\n\n> c", "> a\n> b\n\n> c"),
    ] {
        assert_eq!(doc(text), expected, "{text:?}");
    }
}

#[test]
fn html_becomes_markdown_where_there_is_some() {
    for (text, expected) in [
        (
            "<b>a</b> <i>b</i> <del>c</del> <code>d<e></code>",
            "**a** *b* ~~c~~ `d<e>`",
        ),
        ("a<br>b<br/><br/>c", "a\\\nb\n\nc"),
        (
            "<p>One <a href='https://x.y'>two</a>.</p>\n<p>Three &amp; **four**</p>",
            "One [two](https://x.y).\n\nThree & **four**",
        ),
        (
            "Is:<ul><li>a<li>b<ol><li>c</ol></ul>after",
            "Is:\n\n- a\n- b\n  1. c\n\nafter",
        ),
        ("<h2>A</h2>b<hr>", "## A\n\nb\n\n---"),
        ("<blockquote>a</blockquote>", "> a"),
        (
            "<pre><code>a\n  &lt;b&gt;</code></pre>",
            "```text\na\n  <b>\n```",
        ),
        ("<div align=center><span>a</span><sub>1</sub></div>", "a1"),
        ("a<!-- b --> c", "a c"),
        ("<a href='javascript:x'>a</a> <img src=x alt=b>", "a b"),
        ("<b> a </b>b", "**a** b"),
        ("x<b>\"y\"</b>z", "x\"y\"z"),
        (
            "| a |\n| - |\n| <ul><li>b<br>c |",
            "| a |\n| --- |\n| b c |",
        ),
        ("</p></b></ul>a", "a"),
        ("*a <b>b* c</b>", "*a **b*** c"),
    ] {
        assert_eq!(doc(text), expected, "{text:?}");
    }
}

#[test]
fn headings_of_a_page_are_below_its_own() {
    assert_eq!(page("# A\n\n###### B", 2), "### A\n\n###### B");
    assert_eq!(heading(1, "a <b> #"), "# a \\<b> \\#");
}

#[test]
fn text_without_markup_is_shown_as_it_is() {
    for (text, expected) in [
        ("at https://x.y.", "at <https://x.y>."),
        ("Every_kind of <type>", "Every_kind of \\<type>"),
        ("# A\n```\n*b* _c_", "\\# A \\`\\`\\` \\*b\\* \\_c\\_"),
        ("[a](https://x.y) &lt;", "\\[a\\](<https://x.y>) \\&lt;"),
    ] {
        assert_eq!(plain(text), expected, "{text:?}");
    }
}

#[test]
fn links_have_a_label() {
    for (label, url, expected) in [
        ("All *of* it", "https://x.y", "[All *of* it](https://x.y)"),
        (
            "a\n```\nassert!(false);\n```",
            "https://x.y",
            "[a `assert!(false);`](https://x.y)",
        ),
        (
            "[a](https://z) ]",
            "https://x.y/)",
            "[a \\]](https://x.y/%29)",
        ),
        ("See", "javascript:alert(1)", "See: `javascript:alert(1)`"),
        ("See", "/x\n```\n", "See: ```` /x ```  ````"),
        ("", "https://x.y", "<https://x.y>"),
    ] {
        assert_eq!(link(label, url), expected, "{label:?} {url:?}");
    }
}

#[test]
fn a_line_has_all_that_is_said() {
    assert_eq!(
        line("# A\nOne\ntwo.\n\nThree:\n\n* x\n  y\n* z\n\n```json\n{ \"a\":\n 1 }\n```\nEnd"),
        "**A**<br>One two.<br>Three:<br>• x y<br>• z<br>`{ \"a\": 1 }`<br>End"
    );
    assert_eq!(
        line("**A**\n=\n\n> b\\\n> c\n\n|d|e|\n|-|-|\n"),
        "**A**<br>b<br>c<br>d | e"
    );
    assert_eq!(line(" \n\n<!-- a -->"), "");
}

#[test]
fn a_sentence_ends_where_it_does() {
    for (text, expected) in [
        ("A id, e.g. `a. B`. More.", "A id, e.g. `a. B`."),
        ("See [x. Y](https://x.y). More", "See [x. Y](https://x.y)."),
        ("Ends.\nMore", "Ends."),
        ("# Title\n\nText", "Text"),
        ("- no\n\nText v1.2! More", "Text v1.2!"),
    ] {
        assert_eq!(sentence(text), expected, "{text:?}");
    }
    assert_eq!(sentence(&"word ".repeat(60)).chars().count(), 200);
}

#[test]
fn a_summary_is_the_first_text() {
    for (text, expected) in [
        ("# A\n\n`b` *c* [d](https://x.y) <br>e", Some("b c d e")),
        ("[![a](b.svg)](https://x.y)\n\n- c\n- d", Some("c")),
        ("| a |\n|-|\n\n```\nb\n```", None),
    ] {
        assert_eq!(summary(text).as_deref(), expected, "{text:?}");
    }
}
