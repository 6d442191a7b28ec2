//! Writes Rust as text, in the layout of prettyplease.

use std::fmt;

use proc_macro2::{Ident, Span};

use super::spell::spell;
use super::{RawStringLiteral, StringLiteral};

/// A piece of Rust.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rust(String);

/// A part of [`Rust`].
pub trait RustPart {
    /// Adds its text.
    fn add_to(&self, text: &mut String);
}

/// Our own code: no text of a document lives that long.
impl RustPart for &'static str {
    fn add_to(&self, text: &mut String) {
        text.push_str(self);
    }
}

impl RustPart for Ident {
    fn add_to(&self, text: &mut String) {
        text.push_str(&self.to_string());
    }
}

impl RustPart for StringLiteral {
    fn add_to(&self, text: &mut String) {
        text.push_str(&self.to_string());
    }
}

impl RustPart for RawStringLiteral {
    fn add_to(&self, text: &mut String) {
        text.push_str(&self.to_string());
    }
}

impl RustPart for usize {
    fn add_to(&self, text: &mut String) {
        text.push_str(&self.to_string());
    }
}

impl RustPart for Rust {
    fn add_to(&self, text: &mut String) {
        text.push_str(&self.0);
    }
}

impl Rust {
    /// The parts in a row.
    pub fn of(parts: &[&dyn RustPart]) -> Self {
        let mut text = String::new();
        for part in parts {
            part.add_to(&mut text);
        }
        Self(text)
    }

    /// A path of identifiers, such as `module::Type`.
    ///
    /// # Panics
    ///
    /// If a part of it is not an identifier: names were made so that all are.
    pub fn path(path: &str) -> Self {
        let idents = path
            .split("::")
            .map(|ident| Ident::new(ident, Span::call_site()));
        Self::join(idents, "::")
    }

    /// A whole number.
    pub fn integer(number: i128) -> Self {
        Self(number.to_string())
    }

    /// A finite number, with a fraction or an exponent.
    pub fn float(number: f64) -> Self {
        Self(format!("{number:?}"))
    }

    /// A type.
    pub fn ty(ty: &syn::Type) -> Self {
        Self(spell(ty))
    }

    /// The template with a part in the place of each `$name`.
    ///
    /// # Panics
    ///
    /// If a name of the template has no part.
    pub fn template(template: &'static str, parts: &[(&'static str, &dyn RustPart)]) -> Self {
        let mut text = String::with_capacity(2 * template.len());
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('$') {
            text.push_str(before);
            let end = after.find(|next: char| !next.is_ascii_alphanumeric() && next != '_');
            let (name, after) = after.split_at(end.unwrap_or(after.len()));
            let part = parts.iter().find(|(known, _)| *known == name);
            let (_, part) = part.unwrap_or_else(|| panic!("the template has no part `{name}`"));
            part.add_to(&mut text);
            rest = after;
        }
        text.push_str(rest);
        Self(text)
    }

    /// The parts with something between each two.
    pub fn join<T: RustPart>(parts: impl IntoIterator<Item = T>, between: &'static str) -> Self {
        let mut text = String::new();
        for (index, part) in parts.into_iter().enumerate() {
            if index > 0 {
                text.push_str(between);
            }
            part.add_to(&mut text);
        }
        Self(text)
    }

    /// Adds a part.
    pub fn push(&mut self, part: &dyn RustPart) {
        part.add_to(&mut self.0);
    }

    /// Adds spaces.
    pub fn indent(&mut self, spaces: usize) {
        self.0.extend(std::iter::repeat_n(' ', spaces));
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&'static str> for Rust {
    fn from(code: &'static str) -> Self {
        Self(code.to_owned())
    }
}

impl fmt::Display for Rust {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Rust;
    use crate::text::StringLiteral;

    #[test]
    fn parts_take_the_places_of_their_names() {
        let name = proc_macro2::Ident::new("Order", proc_macro2::Span::call_site());
        let text = StringLiteral::new("$name");
        let rust = Rust::template(
            "impl $name { const A: &str = $text; }$name",
            &[("name", &name), ("text", &text)],
        );
        assert_eq!(
            rust.as_str(),
            "impl Order { const A: &str = \"$name\"; }Order"
        );
    }
}
