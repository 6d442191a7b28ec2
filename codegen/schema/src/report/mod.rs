//! Diagnostics as text for people and as data for programs.
//!
//! A [`Diagnostic`](crate::diagnostic::Diagnostic) points to a value of a document. Only when it is shown, the
//! [`Resolver`] looks the value up in the text.

pub mod forms;
mod located;
mod render;
mod resolver;
mod window;

#[cfg(test)]
mod tests;

pub use located::{Located, locate};
pub use render::{Style, render};
pub use resolver::Resolver;
