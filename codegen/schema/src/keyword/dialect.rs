//! The dialects that schemas are spelled in, and sets of them.

use crate::options::JsonSchema;

/// A version of JSON Schema or of OpenAPI's Schema Object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Dialect {
    /// Swagger 2.0: draft-04 with `x-nullable` and `definitions`.
    Swagger20,
    /// OpenAPI 3.0: draft-05 with `nullable`.
    OpenApi30,
    /// OpenAPI 3.1 and 3.2: JSON Schema 2020-12 with `discriminator`.
    OpenApi31,
    /// JSON Schema draft-04.
    JsonSchemaDraft4,
    /// JSON Schema draft-06.
    JsonSchemaDraft6,
    /// JSON Schema draft-07.
    JsonSchemaDraft7,
    /// JSON Schema 2019-09.
    JsonSchema201909,
    /// JSON Schema 2020-12.
    JsonSchema202012,
}

impl Dialect {
    /// The drafts of JSON Schema in their order.
    pub const DRAFTS: [Self; 5] = [
        Self::JsonSchemaDraft4,
        Self::JsonSchemaDraft6,
        Self::JsonSchemaDraft7,
        Self::JsonSchema201909,
        Self::JsonSchema202012,
    ];

    /// Whether a document of this dialect is itself a schema.
    pub const fn is_json_schema(self) -> bool {
        !matches!(self, Self::Swagger20 | Self::OpenApi30 | Self::OpenApi31)
    }

    /// Whether `$ref` hides its sibling keywords: JSON Schema draft-07, core, section 8.3; `OpenAPI`
    /// 3.0.3 and Swagger 2.0, "Reference Object".
    pub const fn reference_stands_alone(self) -> bool {
        !matches!(
            self,
            Self::OpenApi31 | Self::JsonSchema201909 | Self::JsonSchema202012
        )
    }

    /// The usual name.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Swagger20 => "Swagger 2.0",
            Self::OpenApi30 => "OpenAPI 3.0",
            Self::OpenApi31 => "OpenAPI 3.1",
            Self::JsonSchemaDraft4 => "JSON Schema draft-04",
            Self::JsonSchemaDraft6 => "JSON Schema draft-06",
            Self::JsonSchemaDraft7 => "JSON Schema draft-07",
            Self::JsonSchema201909 => "JSON Schema 2019-09",
            Self::JsonSchema202012 => "JSON Schema 2020-12",
        }
    }
}

impl From<JsonSchema> for Dialect {
    fn from(named: JsonSchema) -> Self {
        match named {
            JsonSchema::Draft4 => Self::JsonSchemaDraft4,
            JsonSchema::Draft6 => Self::JsonSchemaDraft6,
            JsonSchema::Draft7 => Self::JsonSchemaDraft7,
            JsonSchema::Draft201909 => Self::JsonSchema201909,
            JsonSchema::Draft202012 => Self::JsonSchema202012,
        }
    }
}

/// A set of dialects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialects(u8);

impl Dialects {
    /// Every dialect.
    pub const ALL: Self = Self(u8::MAX);

    /// The set of one dialect.
    pub(super) const fn only(dialect: Dialect) -> Self {
        Self(1 << dialect as u8)
    }

    /// A draft of JSON Schema and all later ones. OpenAPI 3.1 is in the set, since it has all keywords
    /// of 2020-12.
    pub(super) const fn since(draft: Dialect) -> Self {
        assert!(draft.is_json_schema());
        Self(u8::MAX << draft as u8).and(Dialect::OpenApi31)
    }

    /// A draft of JSON Schema and all earlier ones.
    pub(super) const fn until(draft: Dialect) -> Self {
        assert!(draft.is_json_schema());
        let drafts = u8::MAX << Dialect::JsonSchemaDraft4 as u8;
        Self(drafts & u8::MAX >> (Dialect::JsonSchema202012 as u8 - draft as u8))
    }

    /// The set with one more dialect.
    #[must_use]
    pub(super) const fn and(self, dialect: Dialect) -> Self {
        Self(self.0 | Self::only(dialect).0)
    }

    /// Whether a dialect is in the set.
    pub const fn has(self, dialect: Dialect) -> bool {
        self.0 & Self::only(dialect).0 != 0
    }

    /// The first draft of JSON Schema in the set.
    pub fn first_draft(self) -> Option<Dialect> {
        Dialect::DRAFTS.into_iter().find(|draft| self.has(*draft))
    }
}
