//! Settings for the document as a whole: how its schemas are published, which files and which features its crate
//! has, which names stay.

/// How the JSON Schemas of types are published: what the files of the folder `schema` contain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SchemaFiles {
    /// Complete schemas, or shared ones where complete ones exceed 16 MiB.
    #[default]
    Automatic,
    /// Each schema contains what it refers to, under `$defs`.
    Complete,
    /// One file, `shared-definitions.schema.json`, and the constant `DEFINITIONS` of the crate contain what
    /// schemas refer to.
    Shared,
}

/// Whether values can be made of the bytes of a fuzzer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Arbitrary {
    /// The crate has no code for it.
    #[default]
    Absent,
    /// With its feature `arbitrary`, the crate implements `arbitrary::Arbitrary` for every type.
    Feature,
}

/// Whether the names of the last release hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ReleasedNames {
    /// Each item of the last release keeps its name. A name that is replaced by request is an alias from then on.
    #[default]
    Keep,
    /// Names are decided as if nothing was released.
    Ignore,
}
