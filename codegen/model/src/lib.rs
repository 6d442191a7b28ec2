//! Turns a resolved graph of schemas into a model of a crate in Rust's terms.
//!
//! | module | turns |
//! |---|---|
//! | [`settings`] | what the builder and the document choose into choices for each schema |
//! | [`possible_types`] | schemas into the JSON types of their values |
//! | [`forms`] | schemas that differ between requests and responses into a schema for each |
//! | [`lower`] | schemas into types: every decision about a Rust type |
//! | [`model`] | (the vocabulary of these decisions) |
//! | [`ident`] | text into identifiers, names of files, paths of types |
//! | [`names`] | types and members into identifiers and file names |
//! | [`analyze`] | the model into its analysis: boxes, sample values |
//! | [`markdown`] | descriptions into Markdown that is safe where it stands |
//! | [`package`] | `info` and `x-crate` into the data of the package |

pub mod analyze;
pub mod forms;
pub mod ident;
pub mod lower;
pub mod markdown;
pub mod model;
pub mod names;
pub mod package;
pub mod possible_types;
pub mod settings;
