//! Turns the files of a crate into one file: a module for any place of another crate.
//!
//! The files of the crate become modules in the file, and `include_str!` becomes the text. Paths from the root of the
//! crate become paths from the [name](Joiner::name) of the outermost module, which each module imports from the one around
//! it. So the file needs no knowledge of the place that it is used at: it is good for `include!`, as the file of a `mod`, and
//! as text.

mod tokens;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::text::RawStringLiteral;
use crate::tree::FileTree;
use tokens::{Kind, Token, tokens};

/// The keys of attributes of serde and schemars whose values are paths of Rust.
const PATH_KEYS: [&str; 14] = [
    "bound",
    "crate",
    "default",
    "deserialize_with",
    "from",
    "getter",
    "into",
    "remote",
    "schema_with",
    "serialize_with",
    "skip_serializing_if",
    "transform",
    "try_from",
    "with",
];

/// The text of the module. `crate_ident` is the name of the crate in its examples.
#[must_use]
pub fn module(tree: &FileTree, crate_ident: &str) -> String {
    let root = tree.get("src/lib.rs").unwrap_or_default();
    let all = || tree.iter().filter(|(path, _)| path.starts_with("src/"));
    let mut name = "types".to_owned();
    while all().any(|(_, text)| mentions(text, &name)) {
        name.push('_');
    }
    let idents = tokens(root).filter(|token| token.kind == Kind::Ident);
    let joiner = Joiner {
        tree,
        name: &name,
        at_root: idents.map(|token| token.text).collect(),
        example: format!("/// use {crate_ident}::"),
    };
    let mut text = String::new();
    text.extend(
        root.lines()
            .take_while(|line| line.starts_with("// "))
            .map(|line| format!("{line}\n")),
    );
    text.push_str(&format!(
        "\n#[rustfmt::skip]\n\
         #[allow(clippy::mixed_attributes_style, dead_code, unexpected_cfgs, unused_attributes, unused_imports, reason = \"a crate uses parts of it, and may have no such features\")]\n\
         mod {name} {{\n"
    ));
    joiner.file("src/lib.rs", &mut text);
    text.push_str(&format!("}}\n\npub use {name}::*;\n"));
    text
}

/// Whether Rust has a name in its code, or in a path in a string. A field cannot be mistaken for a module.
fn mentions(text: &str, name: &str) -> bool {
    let all: Vec<Token<'_>> = tokens(text).collect();
    all.iter().enumerate().any(|(at, token)| {
        let is_path = || token.kind == Kind::String && is_path_value(&all[..at]);
        token.text == name && !is_field(&all, at) || token.text.contains(name) && is_path()
    })
}

/// Whether the token at an index is the name of a field: `name: …` or `.name`.
fn is_field(all: &[Token<'_>], at: usize) -> bool {
    let mut after = solid(&all[at + 1..]).map(|(_, token)| token.text);
    let is_named = after.next() == Some(":") && after.next() != Some(":");
    is_named || at > 0 && all[at - 1].text == "."
}

/// Puts the files together.
struct Joiner<'a> {
    tree: &'a FileTree,
    /// The name of the outermost module.
    name: &'a str,
    /// The identifiers of `lib.rs`: among them are all names at the root of the crate.
    at_root: BTreeSet<&'a str>,
    /// The start of a line that belongs to an example.
    example: String,
}

impl Joiner<'_> {
    /// Adds the content of a file, with the files of its modules.
    fn file(&self, path: &str, out: &mut String) {
        let text = self.tree.get(path).unwrap_or_default();
        let all: Vec<Token<'_>> = tokens(text).collect();
        let mut at = 0;
        while let Some(token) = all.get(at) {
            let rest = &all[at..];
            at += 1;
            match token.kind {
                Kind::Ident if token.text == "crate" && self.is_root_path(rest) => {
                    // `$crate` is the crate of a macro: its callers import the name as well.
                    if out.ends_with('$') {
                        out.pop();
                    }
                    out.push_str(self.name);
                }
                Kind::Ident if token.text == "mod" => {
                    out.push_str(token.text);
                    at += self.submodule(rest, path, out);
                }
                Kind::Ident if token.text == "include_str" => match self.included(rest, path) {
                    Some((literal, length)) => {
                        out.push_str(&literal);
                        at += length - 1;
                    }
                    None => out.push_str(token.text),
                },
                Kind::String if is_path_value(&all[..at - 1]) => {
                    out.push_str(&self.path_value(token.text));
                }
                Kind::Comment => out.push_str(&self.comment(token.text, rest)),
                _ => out.push_str(token.text),
            }
        }
        let import = self.name;
        out.push_str(&format!("\nuse super::{import};\n"));
    }

    /// Whether tokens from `crate` on are a path to something at the root of the generated crate.
    fn is_root_path(&self, tokens: &[Token<'_>]) -> bool {
        let mut next = solid(&tokens[1..]).map(|(_, token)| token.text);
        if (next.next(), next.next()) != (Some(":"), Some(":")) {
            return false;
        }
        next.next()
            .is_some_and(|name| name == "{" || self.at_root.contains(name))
    }

    /// Replaces `mod name;` by the module with its content. The result is the number of tokens after `mod` that it took.
    fn submodule(&self, tokens: &[Token<'_>], path: &str, out: &mut String) -> usize {
        let mut next = solid(&tokens[1..]);
        let (Some((_, name)), Some((end, semicolon))) = (next.next(), next.next()) else {
            return 0;
        };
        let plain = name.text.trim_start_matches("r#");
        let folder = match path.rsplit_once('/') {
            Some((folder, "lib.rs" | "mod.rs")) => folder,
            _ => path.trim_end_matches(".rs"),
        };
        let files = [
            format!("{folder}/{plain}.rs"),
            format!("{folder}/{plain}/mod.rs"),
        ];
        let file = files.iter().find(|file| self.tree.get(file).is_some());
        let Some(file) = file.filter(|_| semicolon.text == ";") else {
            return 0;
        };
        out.push_str(&format!(" {} {{\n", name.text));
        self.file(file, out);
        out.push('}');
        end + 1
    }

    /// The text that `include_str!("…")` includes, as a literal, and the number of tokens of it.
    fn included(&self, tokens: &[Token<'_>], path: &str) -> Option<(String, usize)> {
        let mut next = solid(tokens).skip(1);
        let opening = (next.next()?.1.text, next.next()?.1.text);
        let (_, literal) = next.next()?;
        let (end, closing) = next.next()?;
        if opening != ("!", "(") || literal.kind != Kind::String || closing.text != ")" {
            return None;
        }
        let text = self
            .tree
            .get(&joined(path, literal.text.trim_matches('"')))?;
        Some((RawStringLiteral::json(text).to_string(), end + 1))
    }

    /// The value of an attribute that is a path, with its quotes.
    fn path_value(&self, literal: &str) -> String {
        let inner = literal.trim_matches('"');
        let mut out = String::from("\"");
        let all: Vec<Token<'_>> = tokens(inner).collect();
        for (at, token) in all.iter().enumerate() {
            let is_root = token.text == "crate" && self.is_root_path(&all[at..]);
            out.push_str(if is_root { self.name } else { token.text });
        }
        out.push('"');
        out
    }

    /// A comment. Examples name the crate: they are not run, since the module is part of another one.
    fn comment(&self, text: &str, rest: &[Token<'_>]) -> String {
        let mut following = rest
            .iter()
            .skip(1)
            .filter(|token| token.kind == Kind::Comment);
        let begins_example = text == "/// ```"
            && following
                .next()
                .is_some_and(|next| next.text.starts_with(&self.example));
        if begins_example {
            return "/// ```ignore".to_owned();
        }
        text.replace("](crate::", &format!("]({}::", self.name))
    }
}

/// The tokens that are neither space nor comments, with their places.
fn solid<'t, 'a>(tokens: &'t [Token<'a>]) -> impl Iterator<Item = (usize, &'t Token<'a>)> {
    let all = tokens.iter().enumerate();
    all.filter(|(_, token)| !matches!(token.kind, Kind::Space | Kind::Comment))
}

/// Whether the tokens end with `key =`, of an attribute whose value is a path.
fn is_path_value(before: &[Token<'_>]) -> bool {
    let mut solid = before
        .iter()
        .rev()
        .filter(|token| token.kind != Kind::Space);
    let equals = solid.next().is_some_and(|token| token.text == "=");
    equals
        && solid
            .next()
            .is_some_and(|token| PATH_KEYS.contains(&token.text))
}

/// The path that a file names relative to itself.
fn joined(file: &str, path: &str) -> String {
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}
