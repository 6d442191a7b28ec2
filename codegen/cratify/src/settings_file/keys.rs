//! Lists the keys of a settings file: their names, the kind of their values, and their purpose.

use ValueKind::{Dependencies, Kinds, Pairs, Places, Text, Texts, Types};
use cratify_model::settings::{
    Arbitrary, FeatureGroups, Kind, Layout, Modules, ReleasedNames, SchemaFiles, document_settings,
};
use cratify_schema::{JsonSchema, Operations};

/// A key, as the file and its JSON Schema have it.
pub(super) struct Key {
    pub(super) name: &'static str,
    pub(super) kind: ValueKind,
    pub(super) description: String,
}

/// The kind of a value.
pub(super) enum ValueKind {
    /// A string.
    Text,
    /// A string, or a list of strings.
    Texts,
    /// `true` or `false`.
    Flag,
    /// One of these words.
    Word(Vec<&'static str>),
    /// One of these words, or a list of them.
    Words(Vec<&'static str>),
    /// A table of strings.
    Pairs,
    /// A table of versions, or of tables as in a manifest.
    Dependencies,
    /// A table of paths, or of tables with a path.
    Types,
    /// A table of settings for places.
    Places,
    /// A table with a string, or a list of strings, for kinds of types.
    Kinds,
}

/// The key of the names that a type had before.
pub(super) const FORMERLY: &str = "formerly";

pub(super) const OPERATIONS: [(&str, Operations); 3] = [
    ("none", Operations::None),
    ("bodies", Operations::Bodies),
    ("all", Operations::All),
];

pub(super) const MODULES: [(&str, Modules); 2] =
    [("flat", Modules::Flat), ("files", Modules::Files)];

pub(super) const LAYOUT: [(&str, Layout); 2] =
    [("separate", Layout::Separate), ("packed", Layout::Packed)];

pub(super) const FEATURE_GROUPS: [(&str, FeatureGroups); 3] = [
    ("none", FeatureGroups::None),
    ("operations", FeatureGroups::Operations),
    ("schemas", FeatureGroups::Schemas),
];

pub(super) const SCHEMA_FILES: [(&str, SchemaFiles); 3] = [
    ("automatic", SchemaFiles::Automatic),
    ("complete", SchemaFiles::Complete),
    ("shared", SchemaFiles::Shared),
];

pub(super) const ARBITRARY: [(&str, Arbitrary); 2] = [
    ("absent", Arbitrary::Absent),
    ("feature", Arbitrary::Feature),
];

pub(super) const RELEASED_NAMES: [(&str, ReleasedNames); 2] = [
    ("keep", ReleasedNames::Keep),
    ("ignore", ReleasedNames::Ignore),
];

pub(super) const DIALECTS: [(&str, JsonSchema); 5] = [
    ("draft-04", JsonSchema::Draft4),
    ("draft-06", JsonSchema::Draft6),
    ("draft-07", JsonSchema::Draft7),
    ("2019-09", JsonSchema::Draft201909),
    ("2020-12", JsonSchema::Draft202012),
];

pub(super) const KINDS: [(&str, Kind); 4] = [
    ("struct", Kind::Struct),
    ("enum", Kind::Enum),
    ("union", Kind::Union),
    ("newtype", Kind::Newtype),
];

fn words<T>(table: &[(&'static str, T)]) -> ValueKind {
    ValueKind::Word(table.iter().map(|(word, _)| *word).collect())
}

fn key(name: &'static str, kind: ValueKind, description: &str) -> Key {
    Key {
        name,
        kind,
        description: description.to_owned(),
    }
}

/// All keys at the top of a file.
pub(super) fn keys() -> Vec<Key> {
    let mut keys = vec![
        key(
            "schema",
            Texts,
            "The document, or a folder with one; a list of several documents of one API.",
        ),
        key("output", Text, "The folder of the generated crate."),
        key("records", Text, "The folder with the records of releases."),
        key(
            "released-names",
            words(&RELEASED_NAMES),
            "Whether the names of the last release stay.",
        ),
        key(
            "module",
            Text,
            "The name of a module, in the place of a crate.",
        ),
        key(
            "overlay",
            Texts,
            "Overlays to apply to the document before anything else.",
        ),
        key(
            "allow-references-to",
            Texts,
            "Folders that references may lead to.",
        ),
        key(
            "map-references",
            Pairs,
            "Prefixes of URIs, and the folder for each.",
        ),
        key(
            "only",
            Texts,
            "Schemas that become types, with the schemas that they need; no others do.",
        ),
        key(
            "operations",
            words(&OPERATIONS),
            "Types for the schemas of operations.",
        ),
        key(
            "modules",
            words(&MODULES),
            "Whether types are divided into modules by file.",
        ),
        key("layout", words(&LAYOUT), "The source files of types."),
        key(
            "feature-groups",
            words(&FEATURE_GROUPS),
            "Whether features of the crate select its types.",
        ),
        key("type-prefix", Text, "The start of all type names."),
        key("type-suffix", Text, "The end of all type names."),
        key("derive-for", Kinds, "Derives of all types of a kind."),
        key("attribute", Texts, "Attributes on all types."),
        key("attribute-for", Kinds, "Attributes on all types of a kind."),
        key(
            "schema-files",
            words(&SCHEMA_FILES),
            "How JSON Schemas are published.",
        ),
        key(
            "arbitrary",
            words(&ARBITRARY),
            "Whether the crate has a feature by which values are made of bytes.",
        ),
        key(
            "default-dialect",
            words(&DIALECTS),
            "The dialect of a JSON Schema without `$schema`.",
        ),
        key("allow-crates", Texts, "Crates that the document may name."),
    ];
    keys.extend(tables());
    // Only the type of a place had a name before.
    keys.extend(choices().into_iter().filter(|key| key.name != FORMERLY));
    keys
}

/// The keys whose values are tables.
fn tables() -> [Key; 4] {
    [
        key(
            "dependencies",
            Dependencies,
            "Dependencies of the generated crate, as in a manifest.",
        ),
        key(
            "format",
            Types,
            "Formats that become types of other crates.",
        ),
        key(
            "extern-type",
            Types,
            "Schemas that types of other crates replace.",
        ),
        key(
            "at",
            Places,
            "Settings for places of the document, by their names or JSON Pointers.",
        ),
    ]
}

/// The keys for one place.
pub(super) fn keys_of_place() -> Vec<Key> {
    let mut keys = vec![
        key(
            "rename",
            Text,
            "The Rust name of the type, the field or the variant.",
        ),
        key(
            "rename-type",
            Text,
            "The Rust name of the type that is made for a member or a branch.",
        ),
        key("rename-value", Pairs, "Rust names of values of an enum."),
        key(
            "attribute",
            Texts,
            "Attributes on the type, the field or the variant.",
        ),
        key(
            "type-attribute",
            Texts,
            "Attributes on the type that is made for a member or a branch.",
        ),
    ];
    // The levels of warnings are for everything, or stated by the document.
    keys.extend(
        choices()
            .into_iter()
            .filter(|key| !["allow", "deny"].contains(&key.name)),
    );
    keys
}

/// The settings that `x-cratify` has.
fn choices() -> Vec<Key> {
    let settings = document_settings().into_iter();
    let choices = settings.map(|setting| Key {
        name: setting.key,
        kind: match setting.is_list {
            _ if setting.words.is_empty() => Texts,
            _ if setting.is_flag() => ValueKind::Flag,
            true => ValueKind::Words(setting.words),
            false => ValueKind::Word(setting.words),
        },
        description: setting.description,
    });
    choices.collect()
}
