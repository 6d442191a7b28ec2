//! Diagnostics of documents that cannot be read, and the positions of pointers in others.

mod files;
mod fuzz;
mod json;
mod limits;
mod meaning;
mod oracle;
mod positions;
mod tags;
mod yaml;

use super::*;
use crate::report::{Resolver, Style, render};

/// The rendered diagnostics of a text.
fn said(path: &str, text: &str) -> String {
    let mut diagnostics = Diagnostics::new();
    let source = Source::parse(path.into(), text.to_owned(), &mut diagnostics);
    assert_eq!(source.is_none(), diagnostics.has_errors());
    render(
        &diagnostics,
        &Resolver::new(&Sources::new(), &diagnostics),
        Style::Plain,
    )
}

fn root(path: &str, text: &str) -> Value {
    let mut diagnostics = Diagnostics::new();
    let source = Source::parse(path.into(), text.to_owned(), &mut diagnostics);
    let said = render(
        &diagnostics,
        &Resolver::new(&Sources::new(), &diagnostics),
        Style::Plain,
    );
    source.expect(&said).root
}
