//! The [table](KEYWORDS) of the keywords of schemas.
//!
//! A row has the dialects that define the keyword, its vocabulary, the form of its value, the JSON types of
//! the values that it applies to, its effect in the generator, what its schemas are about, whether documentation
//! shows it, and the sibling keywords that it depends on.
//! No stage repeats these facts. The parser has an arm for each keyword that it stores. [`Dialect`] and [`JsonType`] are parts of the rows.
//!
//! Schemas are upgraded before they are parsed, to JSON Schema 2020-12 with the additions of OpenAPI 3.1.
//! [`effect_of`] and [`asserts`] know the keywords of this dialect, [`find`] the keywords of all dialects.

mod dialect;
mod table;
mod types;

#[cfg(test)]
mod tests;

pub use dialect::{Dialect, Dialects};
pub use table::{KEYWORDS, find};
pub use types::{JsonType, TypeSet};

/// The extensions that mark a value as secret.
pub const MARKS: [&str; 2] = ["x-sensitive", "x-secret"];

/// The extension that names an extern type for a schema.
pub const RUST_TYPE: &str = "x-rust-type";

/// The extension by which a published schema names a keyword that is assumed: the document does not have it.
pub const ASSUMED: &str = "x-cratify-assumed";

/// The member of a discriminator that names the schema of values without a known tag.
pub const DEFAULT_MAPPING: &str = "defaultMapping";

/// A row of the table: a member of a schema object with a meaning.
#[derive(Debug)]
pub struct Keyword {
    /// The name, as it is written.
    pub name: &'static str,
    /// The vocabulary of JSON Schema 2020-12 that it belongs to.
    pub vocabulary: Vocabulary,
    /// The dialects that define it.
    pub dialects: Dialects,
    /// The kind of its value.
    pub kind: ValueKind,
    /// The JSON types of the values that it applies to.
    pub applies_to: TypeSet,
    /// Its effect in the generator.
    pub effect: Effect,
    /// What the schemas in its value, or named by it, are about.
    pub subject: Subject,
    /// Whether types and pages show it, if it is documentation.
    pub is_shown: bool,
    /// The sibling keywords that decide what it applies to.
    pub depends_on: &'static [&'static str],
}

/// A vocabulary of JSON Schema 2020-12 (core, section 8, to validation, section 9).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vocabulary {
    /// Identifiers, references, definitions.
    Core,
    /// Keywords that apply subschemas.
    Applicator,
    /// `unevaluatedItems`, `unevaluatedProperties`. To 2019-09 they are applicators.
    Unevaluated,
    /// Keywords that compare values.
    Validation,
    /// Annotations.
    MetaData,
    /// `format`.
    Format,
    /// Keywords for the content that a string encodes.
    Content,
    /// Keywords that OpenAPI adds.
    OpenApi,
}

/// The kind of a keyword's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueKind {
    /// Any value. An object in it that looks like a schema is data.
    Data,
    /// A list of any values, which are data.
    DataList,
    /// A string.
    Text,
    /// A string that names a schema.
    Reference,
    /// A regular expression.
    Pattern,
    /// `true` or `false`.
    Flag,
    /// A number.
    Number,
    /// A number above zero.
    PositiveNumber,
    /// An integer that is not negative.
    Count,
    /// A JSON type or a list of them.
    Types,
    /// A list of strings.
    Names,
    /// A list of strings for each name.
    NameLists,
    /// An object without subschemas.
    Object,
    /// OpenAPI's Discriminator Object.
    Discriminator,
    /// A schema.
    Schema,
    /// A list of schemas.
    SchemaList,
    /// A schema; up to 2019-09 also a list of schemas.
    SchemaOrList,
    /// A schema for each name.
    SchemaMap,
    /// A schema or a list of strings for each name.
    SchemaOrNamesMap,
}

/// The effect of a keyword in the generator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// It shapes the Rust type.
    Shapes,
    /// No Rust type expresses it: strict reading enforces it, and the documentation states it.
    Enforced,
    /// It is documentation.
    Documents,
    /// It names schemas or holds them for references. The graph has nothing left of it.
    Organises,
}

/// What the schemas of a keyword are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The value itself, of which they hold.
    Value,
    /// The value itself, of which they need not hold.
    Condition,
    /// The value itself, of which they must not hold.
    Negation,
    /// Other values: members, elements, names. A keyword without schemas has this as well.
    Other,
}

impl Keyword {
    /// Whether a dialect defines the keyword.
    pub const fn is_in(&self, dialect: Dialect) -> bool {
        self.dialects.has(dialect)
    }

    /// Whether a draft after this one introduced the keyword.
    pub fn is_later_than(&self, dialect: Dialect) -> bool {
        dialect.is_json_schema() && self.dialects.first_draft() > Some(dialect)
    }

    /// Whether it can restrict values.
    pub const fn asserts(&self) -> bool {
        matches!(self.effect, Effect::Shapes | Effect::Enforced)
    }

    /// Whether its value is data, whatever it looks like.
    pub const fn holds_data(&self) -> bool {
        matches!(self.kind, ValueKind::Data | ValueKind::DataList)
    }

    /// Whether its value names schemas.
    pub const fn refers(&self) -> bool {
        matches!(self.kind, ValueKind::Reference | ValueKind::Discriminator)
    }

    /// Whether documents have it after the upgrade.
    const fn is_current(&self) -> bool {
        self.is_in(Dialect::JsonSchema202012) || self.is_in(Dialect::OpenApi31)
    }
}

/// The effect of a keyword of an upgraded document; `None` if its dialect has no such keyword.
///
/// Extensions (`x-…`) are not keywords.
pub fn effect_of(name: &str) -> Option<Effect> {
    let keyword = find(name).filter(|keyword| keyword.is_current())?;
    Some(keyword.effect)
}

/// Whether a keyword of an upgraded document can restrict values.
pub fn asserts(name: &str) -> bool {
    matches!(effect_of(name), Some(Effect::Shapes | Effect::Enforced))
}

/// Whether a keyword can reject a value of a JSON type.
pub fn concerns(name: &str, ty: JsonType) -> bool {
    find(name).is_none_or(|keyword| keyword.applies_to.has(ty))
}

/// The keywords that shape a type and apply to values of one JSON type only, in the order of the table.
pub fn that_describe(ty: JsonType) -> Vec<&'static str> {
    let keywords = KEYWORDS.iter().filter(move |keyword| {
        keyword.is_current()
            && keyword.effect == Effect::Shapes
            && keyword.applies_to == TypeSet::only(ty)
    });
    keywords.map(|keyword| keyword.name).collect()
}

/// The names of the keywords of a dialect, in the order of the table.
pub fn names_in(dialect: Dialect) -> Vec<&'static str> {
    let keywords = KEYWORDS.iter().filter(|keyword| keyword.is_in(dialect));
    keywords.map(|keyword| keyword.name).collect()
}

/// What the schemas of a keyword are about.
pub fn subject_of(name: &str) -> Subject {
    find(name).map_or(Subject::Other, |keyword| keyword.subject)
}

/// The annotations that types and pages show, in the order of the table.
pub fn shown() -> impl Iterator<Item = &'static str> {
    let keywords = KEYWORDS.iter();
    let keywords =
        keywords.filter(|keyword| keyword.effect == Effect::Documents && keyword.is_shown);
    keywords.map(|keyword| keyword.name)
}

/// Whether one of two keywords means something else in a schema of its own, without the other as a sibling. The keywords about
/// what is left unevaluated see into `allOf`, so they are none of these.
pub fn stand_together(one: &str, other: &str) -> bool {
    let depends = |one: &str, other: &str| {
        let keyword = find(one).filter(|keyword| keyword.vocabulary != Vocabulary::Unevaluated);
        keyword.is_some_and(|keyword| keyword.depends_on.contains(&other))
    };
    depends(one, other) || depends(other, one)
}

/// The keywords whose meaning depends on this sibling keyword.
pub fn dependents(name: &str) -> impl Iterator<Item = &'static str> {
    let keywords = KEYWORDS.iter();
    let keywords = keywords.filter(move |keyword| keyword.depends_on.contains(&name));
    keywords.map(|keyword| keyword.name)
}
