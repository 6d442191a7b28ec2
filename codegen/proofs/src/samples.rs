//! Finds the examples in the documentation of generated types: the JSON that their doctests decode.

use serde_json::{Map, Value};
use syn::{Expr, ExprLit, Item, Lit, Pat, Stmt, UseTree};

/// The examples of the files of a crate, by the path of the type in the crate.
pub(crate) fn samples<'f>(files: impl Iterator<Item = (&'f str, &'f str)>) -> Map<String, Value> {
    let sources = files.filter(|(path, _)| path.starts_with("src/"));
    let blocks = sources.flat_map(|(_, text)| blocks(text));
    blocks.filter_map(|block| sample(&block)).collect()
}

/// The blocks of code in the documentation of a file.
fn blocks(text: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut open: Option<String> = None;
    for line in text.lines() {
        let Some(line) = line.trim_start().strip_prefix("///") else {
            open = None;
            continue;
        };
        let line = line.strip_prefix(' ').unwrap_or(line);
        match (&mut open, line) {
            (None, "```") => open = Some(String::new()),
            (Some(_), "```") => blocks.extend(open.take()),
            (Some(block), line) if !line.starts_with("# ") => {
                block.push_str(line);
                block.push('\n');
            }
            _ => {}
        }
    }
    blocks
}

/// The type that a block imports, and the JSON that it decodes.
fn sample(block: &str) -> Option<(String, Value)> {
    let block: syn::Block = syn::parse_str(&format!("{{{block}}}")).ok()?;
    let path = block.stmts.iter().find_map(|stmt| match stmt {
        Stmt::Item(Item::Use(import)) => path_in_crate(&import.tree),
        _ => None,
    })?;
    let json = block.stmts.iter().find_map(json)?;
    Some((path, serde_json::from_str(&json).ok()?))
}

/// The path of an import without the name of the crate.
fn path_in_crate(tree: &UseTree) -> Option<String> {
    let UseTree::Path(root) = tree else {
        return None;
    };
    let mut parts = Vec::new();
    let mut tree = &*root.tree;
    loop {
        match tree {
            UseTree::Path(path) => {
                parts.push(path.ident.to_string());
                tree = &path.tree;
            }
            UseTree::Name(name) => {
                parts.push(name.ident.to_string());
                return Some(parts.join("::"));
            }
            _ => return None,
        }
    }
}

/// The text of `let json = "…";`.
fn json(stmt: &Stmt) -> Option<String> {
    let Stmt::Local(local) = stmt else {
        return None;
    };
    match (&local.pat, &*local.init.as_ref()?.expr) {
        (
            Pat::Ident(name),
            Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }),
        ) if name.ident == "json" => Some(text.value()),
        _ => None,
    }
}
