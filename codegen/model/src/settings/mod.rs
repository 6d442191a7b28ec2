//! Settings: what a schema leaves open, decided by the one who generates.
//!
//! A setting is said for everything by a method of [`Config`](crate::Config); for one place and all
//! that is in it by [`Config::at`](crate::Config::at), or by the document itself:
//!
//! ```yaml
//! Order:
//!   type: object
//!   x-cratify: { untyped: literal }
//! ```
//!
//! For a schema, what the builder says of its place holds before what the document says there, and
//! both before what is said for everything. Of two places, one in the other, the inner one holds.
//! A place ends where `$ref` leads away: what is referred to has a place of its own. A type that
//! `allOf` and `$ref` make of several schemas takes each choice from the first of them whose place
//! makes it, from the outermost on.

mod affix;
mod allowed;
mod choice;
mod choices;
mod convention;
mod dependencies;
mod derives;
mod document;
mod extension;
mod extern_type;
mod formats;
mod modules;
mod place;
mod presets;
mod requests;
mod resolve;
mod rust_type;
mod selection;
mod selector;
mod written_names;

use std::panic::Location;

use crate::model::Requested;
use crate::package::Dependency;
pub use affix::Affixes;
pub use choice::{
    Inheritance, MapType, NullMembers, UnknownBranches, UnknownMembers, UnknownValues, Untyped,
};
pub use choices::{Choices, Overrides};
pub use derives::DeriveList;
pub use document::SchemaFiles;
pub use extension::is_setting;
pub use extern_type::ExternType;
pub use formats::Formats;
pub use formats::{FormatRule, FormatRules};
pub use modules::Modules;
pub use place::PlaceSettings;
pub use requests::{GlobalRequests, Kind, PlaceRequests};
pub use resolve::Resolved;
pub use rust_type::Extern;
pub use selection::Only;

/// Everything that the builder was told about the types.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// For everything.
    pub choices: Choices,
    /// The schemas that become types; all, if none is named.
    pub only: Option<Only>,
    /// How types are divided into modules.
    pub modules: Modules,
    /// What the names of types begin and end with.
    pub affixes: Affixes,
    /// Derives and attributes, for everything.
    pub requests: GlobalRequests,
    /// Formats that become types of other crates, for everything.
    pub formats: FormatRules,
    /// Schemas that types of other crates take the place of.
    pub externs: Vec<Extern>,
    /// Dependencies of the generated crate.
    pub dependencies: Vec<Dependency>,
    /// The crates that the document may name as well.
    pub allowed_crates: Vec<Requested>,
    /// How schemas are published.
    pub schema_files: SchemaFiles,
    /// For single places, in the order in which they were named.
    pub places: Vec<Place>,
}

impl Settings {
    /// The attributes that are requested anywhere: text that only a parser of Rust can check.
    pub fn attributes(&self) -> impl Iterator<Item = &Requested> {
        let everywhere = self.requests.attributes.iter();
        let places = self.places.iter();
        everywhere
            .map(|(_, attribute)| attribute)
            .chain(places.flat_map(|place| place.settings.requests.all_attributes()))
    }
}

/// What the builder was told about a place.
#[derive(Debug, Clone)]
pub struct Place {
    /// The place, as it was named.
    pub selector: String,
    /// The line of the program that names it.
    pub caller: &'static Location<'static>,
    /// What is to hold there.
    pub settings: PlaceSettings,
}
