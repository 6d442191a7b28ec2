//! Settings of a document as a whole: how its schemas are published.

/// How the JSON Schemas of types are published: what the files of the folder `schema` have in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SchemaFiles {
    /// Complete, unless that comes to more than 16 MiB: then shared.
    #[default]
    Automatic,
    /// Each schema is complete in itself: what it refers to is in it, under `$defs`.
    Complete,
    /// What schemas refer to is in one file, `shared-definitions.schema.json`, and in the constant
    /// `DEFINITIONS` of the crate.
    Shared,
}
