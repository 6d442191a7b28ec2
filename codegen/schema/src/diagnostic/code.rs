//! Turns kinds of problems into stable codes, for people to look up and for programs to match.
//!
//! The codes are public: a number is never given to another kind, and a kind never gets another
//! number. New kinds are added at the end of their group.

use std::fmt;

/// What it takes to raise a code.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cause {
    /// A short document.
    Document,
    /// More than that: other files, the builder, a release, a large document.
    More,
    /// A file or a folder, whatever a document in it says.
    Disk,
}

/// Declares the codes, so that number, title, cause and documentation are in one row. Without a cause, it is a document.
macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $text:literal, $title:literal $(, $cause:ident)?;)+) => {
        /// The kind of problem of a diagnostic.
        ///
        /// `CR01xx` is about reading files, `CR02xx` about keywords, `CR03xx` about references,
        /// `CR04xx` about meaning, `CR05xx` about names, `CR06xx` about package data,
        /// `CR07xx` about writing files, `CR08xx` about settings.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Code {
            /// All codes, in order.
            pub const ALL: &'static [Code] = &[$(Code::$name,)+];

            /// The stable form, such as `CR0101`.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Code::$name => $text,)+
                }
            }

            /// A short title, in lower case and without a full stop.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self {
                    $(Code::$name => $title,)+
                }
            }

            fn cause(self) -> Cause {
                match self {
                    $(Code::$name => [$(Cause::$cause,)? Cause::Document][0],)+
                }
            }

            /// The problem, in one or two sentences of Markdown.
            #[must_use]
            pub fn explanation(self) -> &'static str {
                match self {
                    $(Code::$name => concat!($($doc),+).trim_ascii(),)+
                }
            }
        }
    };
}

codes! {
    /// There is no file at the path.
    FileMissing = "CR0101", "no such file", Disk;
    /// The path leads to a folder.
    IsDirectory = "CR0102", "not a file but a folder", Disk;
    /// The file exists and cannot be read: no permission, a device, a failing disk.
    Unreadable = "CR0103", "unreadable file", Disk;
    /// The file is larger than 256 MiB.
    TooLarge = "CR0104", "document too large", Disk;
    /// The file's bytes are not UTF-8.
    NotUtf8 = "CR0105", "not UTF-8", More;
    /// The file holds nothing, or nothing but white space and comments.
    EmptyDocument = "CR0106", "empty document";
    /// The text breaks JSON's grammar.
    JsonSyntax = "CR0107", "invalid JSON";
    /// The text breaks YAML's grammar.
    YamlSyntax = "CR0108", "invalid YAML";
    /// A mapping has the same key twice, so that one of the values would be lost.
    DuplicateKey = "CR0109", "duplicate key";
    /// A value has a YAML tag (`!name`) that is not of YAML's core schema, or contradicts its tag.
    UnknownTag = "CR0110", "unknown YAML tag";
    /// A value is infinite, not a number, or beyond the range of a 64-bit float.
    NotANumber = "CR0111", "not a JSON number";
    /// The file holds several YAML documents, separated by `---`.
    SeveralDocuments = "CR0112", "several YAML documents";
    /// A YAML mapping has a list or a mapping as a key.
    ComplexKey = "CR0113", "key is not text";
    /// The document is nested beyond 128 levels, or an alias is part of the value it stands for.
    TooDeep = "CR0114", "nested too deeply";
    /// Aliases within aliases stand for more content than could be held.
    AliasExpansion = "CR0115", "aliases expand too far", More;
    /// A YAML alias (`*name`) is used without, or before, its anchor (`&name`).
    UnknownAnchor = "CR0116", "unknown anchor";
    /// The text contains a control character that YAML does not allow.
    ControlCharacter = "CR0117", "forbidden character", More;
    /// A YAML merge key (`<<`) has something other than mappings as its value.
    InvalidMerge = "CR0118", "invalid merge key";
    /// The folder that was named has no document in it, or more than one.
    NoSingleDocument = "CR0119", "not one document", Disk;
    /// An overlay is not one of `OpenAPI` Overlay 1.0 or 1.1, or has an action that cannot be applied.
    InvalidOverlay = "CR0120", "invalid overlay", More;
    /// An action of an overlay, or a part of one, changes nothing.
    IdleAction = "CR0121", "overlay without effect", More;
    /// A word without quotes is text to YAML 1.2, and something else to readers of YAML 1.1.
    OlderYaml = "CR0122", "word of older YAML";

    /// A keyword's value is not of the type the specification asks for.
    WrongKeywordType = "CR0201", "wrong type for a keyword";
    /// `$schema` or `openapi` names a dialect or version that is not supported.
    UnknownDialect = "CR0202", "unknown dialect";
    /// The document is neither an `OpenAPI` description nor a JSON Schema.
    NotASchemaDocument = "CR0203", "not a schema document";
    /// A keyword is unknown, or has no effect where it is. It is ignored.
    IgnoredKeyword = "CR0204", "keyword without effect";
    /// An API description gives no schema a name; types were made for the schemas of its operations.
    UnnamedSchemas = "CR0205", "no named schemas";
    /// A path, a body or another part of an operation is a reference to nothing, or to a file that cannot be read.
    MissingPart = "CR0206", "part of an operation cannot be read";

    /// A reference names nothing that exists.
    UnresolvedReference = "CR0301", "unresolved reference";
    /// A reference leads to itself, through other references only.
    ReferenceCycle = "CR0302", "reference cycle";
    /// A reference leads to a URL, or to a file in a folder that is not allowed.
    ExternalReference = "CR0303", "external reference";
    /// Two schemas have the same `$id`, or two of one resource the same `$anchor`.
    DuplicateIdentifier = "CR0304", "duplicate identifier";

    /// Keywords contradict each other, so that no value could be valid.
    Contradiction = "CR0401", "contradiction";
    /// A `pattern` is not a regular expression, or uses what cannot be supported.
    InvalidPattern = "CR0402", "invalid pattern";
    /// A schema has no `type`, and is taken to describe an object.
    AssumedObject = "CR0403", "object assumed", More;
    /// Some values fit several branches of a union; the branch that keeps most of such a value is taken.
    AmbiguousUnion = "CR0404", "ambiguous union";
    /// An example or default is not valid for the schema it illustrates.
    ExampleMismatch = "CR0405", "example does not match";
    /// Schemas combine so many others, so deeply, that no set of types could follow.
    TooComplex = "CR0406", "too complex", More;
    /// `required` has a name that differs by one slip from the name of a property.
    MisspeltMember = "CR0407", "misspelt member";

    /// Two types, fields or variants would have the same Rust name.
    NameClash = "CR0501", "name clash";
    /// A name cannot be turned into, or is not, a Rust identifier.
    InvalidName = "CR0502", "invalid name";
    /// A schema has another place and another name than in the last release, and its type keeps the name.
    ReleasedName = "CR0503", "released name kept", More;

    /// A field of the package to generate has a value Cargo would not accept.
    InvalidPackage = "CR0601", "invalid package data";
    /// A field of the package to generate is required and not given.
    MissingPackageData = "CR0602", "missing package data";

    /// A file that was not generated is where one should be written.
    ForeignFile = "CR0701", "foreign file in the way", Disk;
    /// A file or folder could not be written.
    WriteFailed = "CR0702", "writing failed", Disk;
    /// The manifest of the package whose build script generates lacks a dependency or a feature of the generated crate.
    ManifestLacks = "CR0703", "incomplete manifest", More;
    /// A member of the workspace depends on the folder of the generated crate, and may compile it before it is written.
    StaleMember = "CR0704", "member with old types", More;
    /// Somebody has edited a generated file; it was generated again.
    EditedFile = "CR0705", "generated file edited", More;
    /// The crate differs from its last release, and the document's version was not raised.
    VersionStays = "CR0706", "version not raised", More;
    /// The record of the last release cannot be read, so the names in it are not known.
    ReleaseUnknown = "CR0707", "unknown release", More;

    /// A setting in the document has a name, or a value, that does not exist.
    UnknownSetting = "CR0801", "unknown setting";
    /// A setting is for a place that the document does not have.
    NoSuchPlace = "CR0802", "setting for no place", More;
    /// A setting names a Rust type or module with an invalid Rust path, or with an invalid example value.
    InvalidRustPath = "CR0803", "not a Rust type";
    /// A dependency for the generated crate is missing, cannot be read, or contradicts another one.
    InvalidDependency = "CR0804", "invalid dependency", More;
    /// A setting is for a place of which no type, field or variant is made.
    IdleSetting = "CR0805", "setting without effect", More;
    /// A derive or an attribute that a setting asks for is not Rust.
    NotRust = "CR0806", "not Rust";
    /// The document asks for a crate or a derive that no setting of the builder allows; that was ignored.
    CrateNotAllowed = "CR0807", "crate not allowed";
    /// A crate that is divided by `feature-groups` would have more features than a registry takes.
    TooManyFeatures = "CR0808", "too many features", More;
}

impl Code {
    /// Whether a short document raises it by itself: its explanation has one.
    #[must_use]
    pub fn is_of_document(self) -> bool {
        self.cause() == Cause::Document
    }

    /// Whether a file or a folder is the problem, and not a document in it: nothing can be read, or nothing written.
    #[must_use]
    pub fn is_of_disk(self) -> bool {
        self.cause() == Cause::Disk
    }
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_distinct_and_in_order() {
        let all: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert!(all.is_sorted_by(|a, b| a < b), "{all:?}");
        for code in Code::ALL {
            assert!(code.explanation().ends_with('.'), "{code}");
            assert!(!code.title().ends_with('.'), "{code}");
        }
    }
}
