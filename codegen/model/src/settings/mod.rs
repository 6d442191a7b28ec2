//! Settings: decisions that a schema leaves open.
//!
//! A setting holds for everything (a method of `Config`), or for one place and everything in it (`Config::at`, or
//! the document):
//!
//! ```yaml
//! Order:
//!   type: object
//!   x-cratify: { untyped: literal }
//! ```
//!
//! For a schema, a setting of the builder for its place holds before one of the document, and both hold before
//! the settings for everything. Of two places, one in the other, the inner one holds. A place ends at a `$ref`: the
//! target has a place of its own. A type that `allOf` and `$ref` make of several schemas takes each choice from
//! the first of them whose place makes it, from the outermost on.

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
mod feature_groups;
mod formats;
mod forms;
mod levels;
mod modules;
mod place;
mod presets;
mod requests;
mod resolve;
mod rust_type;
mod selection;
mod selector;
mod unresolved;
mod written_names;

use crate::model::Requested;
pub use crate::model::{Layout, MapType, SerdeCode};
use crate::package::Dependency;
pub use affix::AffixRequests;
pub use choice::{
    BoxedBranches, Forms, Inheritance, InlineTypes, MapKeys, NullMembers, UnknownBranches,
    UnknownMembers, UnknownValues, Unresolved, Unstable, Untyped,
};
pub use choices::{Choices, Overrides};
use cratify_schema::diagnostic::SourceLocation;
pub use derives::DeriveList;
pub use document::{Arbitrary, ReleasedNames, SchemaFiles};
pub use extension::{DocumentSetting, document_settings, is_setting};
pub use extern_type::ExternType;
pub use feature_groups::FeatureGroups;
pub use formats::Formats;
pub use formats::{FormatRule, FormatRules};
pub use levels::{Level, Levels, Warnings};
pub use modules::Modules;
pub use place::PlaceSettings;
pub use requests::{GlobalRequests, Kind, PlaceRequests};
pub use resolve::Resolved;
pub use rust_type::ReplacedSchema;
pub use selection::Only;

/// All settings of the builder for the types.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// The choices for everything.
    pub choices: Choices,
    /// The schemas that become types; all, if none is named.
    pub only: Option<Only>,
    /// The modules of the crate; `None` leaves the choice to the number of documents.
    pub modules: Option<Modules>,
    /// The features of the crate that select types.
    pub feature_groups: FeatureGroups,
    /// The source files of types.
    pub layout: Layout,
    /// The prefix and the suffix of type names.
    pub affixes: AffixRequests,
    /// Derives and attributes, for everything.
    pub requests: GlobalRequests,
    /// Formats that become extern types, for everything.
    pub formats: FormatRules,
    /// Schemas that extern types replace.
    pub externs: Vec<ReplacedSchema>,
    /// Dependencies of the generated crate.
    pub dependencies: Vec<Dependency>,
    /// The crates that the document may name as well.
    pub allowed_crates: Vec<Requested>,
    /// The warnings that are allowed or denied.
    pub levels: Levels,
    /// How schemas are published.
    pub schema_files: SchemaFiles,
    /// Whether values can be made of bytes.
    pub arbitrary: Arbitrary,
    /// Whether the names of the last release hold.
    pub released_names: ReleasedNames,
    /// The settings for places, in the order in which they were made.
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

/// Settings of the builder for one place.
#[derive(Debug, Clone)]
pub struct Place {
    /// The place, as the builder names it.
    pub selector: String,
    /// The location of the request: a line of the build script, a key of a settings file.
    pub location: SourceLocation,
    /// The settings.
    pub settings: PlaceSettings,
}
