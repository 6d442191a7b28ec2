//! Tokens to text: rustfmt's look, by prettyplease, with a blank line between items.

use proc_macro2::TokenStream;

/// A file: its header as it is, then its items.
///
/// prettyplease writes items without blank lines between them, so each is formatted by itself.
///
/// # Panics
///
/// Where the tokens are not Rust, which is a fault of the emitter, whatever the input.
pub fn file(header: &str, items: Vec<TokenStream>) -> String {
    let mut out = String::from(header);
    for tokens in items {
        let file: syn::File = match syn::parse2(tokens.clone()) {
            Ok(file) => file,
            Err(error) => panic!("emission wrote what is not Rust ({error}): {tokens}"),
        };
        if !file.attrs.is_empty() {
            out.push('\n');
            out.push_str(&prettyplease::unparse(&syn::File { shebang: None, frontmatter: None, attrs: file.attrs, items: Vec::new() }));
        }
        let mut after_line = false;
        for item in file.items {
            // Declarations of a line each stay together.
            let line = matches!(item, syn::Item::Use(_) | syn::Item::Mod(_));
            if !(line && after_line) {
                out.push('\n');
            }
            after_line = line;
            out.push_str(&prettyplease::unparse(&syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] }));
        }
    }
    out
}
