//! The table of keywords, in the order of the vocabularies.
//!
//! To add a keyword, add a row here. A test holds the rows to the meta-schemas of the dialects.

use super::Dialect::{
    JsonSchema201909, JsonSchema202012, JsonSchemaDraft4, JsonSchemaDraft6, JsonSchemaDraft7,
    OpenApi30, OpenApi31, Swagger20,
};
use super::Effect::{Documents, Enforced, Organises, Shapes};
use super::ValueKind::{
    Count, Data, DataList, Discriminator, Flag, NameLists, Names, Number, Object, Pattern,
    PositiveNumber, Reference, Schema, SchemaList, SchemaMap, SchemaOrList, SchemaOrNamesMap, Text,
    Types,
};
use super::{Dialects, JsonType, Keyword, Subject, TypeSet, Vocabulary};

const ANY: TypeSet = TypeSet::ALL;
const OBJECTS: TypeSet = TypeSet::only(JsonType::Object);
const ARRAYS: TypeSet = TypeSet::only(JsonType::Array);
const STRINGS: TypeSet = TypeSet::only(JsonType::String);
const NUMBERS: TypeSet = TypeSet::only(JsonType::Number);

const ALL: Dialects = Dialects::ALL;
const DRAFT_4: Dialects = Dialects::since(JsonSchemaDraft4);
const DRAFT_6: Dialects = Dialects::since(JsonSchemaDraft6);
const DRAFT_7: Dialects = Dialects::since(JsonSchemaDraft7);
const DRAFT_2019: Dialects = Dialects::since(JsonSchema201909);
const DRAFT_2020: Dialects = Dialects::since(JsonSchema202012);
const DRAFT_4_ONLY: Dialects = Dialects::only(JsonSchemaDraft4);
const DRAFT_2019_ONLY: Dialects = Dialects::only(JsonSchema201909);
const UNTIL_2019: Dialects = Dialects::until(JsonSchema201909);
const OPENAPI: Dialects = Dialects::only(Swagger20).and(OpenApi30).and(OpenApi31);

/// The applicators whose annotations `unevaluatedItems` and `unevaluatedProperties` take into account
/// (2020-12, core, section 11), with the keywords that are only for arrays or objects.
macro_rules! evaluated_by {
    ($($own:literal),*) => {
        &[
            $($own,)*
            "allOf", "anyOf", "oneOf", "if", "then", "else", "$ref", "$dynamicRef",
        ]
    };
}

/// Makes the table, and the function that looks a name up in it.
macro_rules! keywords {
    ($($vocabulary:ident {
        $($name:literal: $dialects:expr, $kind:expr, $types:expr, $effect:expr
            $(, about $subject:ident)? $(, shown $shown:literal)? $(, depends on $siblings:expr)?;)*
    })*) => {
        /// All keywords.
        pub const KEYWORDS: &[Keyword] = &[$($(
            keywords!(@row $vocabulary, $name, $dialects, $kind, $types, $effect,
                [$(Subject::$subject,)? Subject::Other], [$($shown,)? true], [$($siblings,)? &[]]),
        )*)*];

        /// The keyword of this name in any dialect.
        pub fn find(name: &str) -> Option<&'static Keyword> {
            match name {
                $($($name => Some(&const {
                    keywords!(@row $vocabulary, $name, $dialects, $kind, $types, $effect,
                        [$(Subject::$subject,)? Subject::Other], [$($shown,)? true], [$($siblings,)? &[]])
                }),)*)*
                _ => None,
            }
        }
    };
    (@row $vocabulary:ident, $name:expr, $dialects:expr, $kind:expr, $types:expr, $effect:expr,
        $subjects:expr, $shown:expr, [$siblings:expr $(, $none:expr)?]) => {
        Keyword {
            name: $name,
            vocabulary: Vocabulary::$vocabulary,
            dialects: $dialects,
            kind: $kind,
            applies_to: $types,
            effect: $effect,
            subject: $subjects[0],
            is_shown: $shown[0],
            depends_on: $siblings,
        }
    };
}

keywords! {
    Core {
        "$schema": DRAFT_4, Text, ANY, Organises;
        "id": DRAFT_4_ONLY, Text, ANY, Organises;
        "$id": DRAFT_6, Text, ANY, Organises;
        "$anchor": DRAFT_2019, Text, ANY, Organises;
        "$dynamicAnchor": DRAFT_2020, Text, ANY, Organises;
        "$recursiveAnchor": DRAFT_2019_ONLY, Flag, ANY, Organises;
        "$vocabulary": DRAFT_2019, Object, ANY, Organises;
        "$comment": DRAFT_7, Text, ANY, Documents, shown false;
        "$ref": ALL, Reference, ANY, Shapes, about Value;
        "$dynamicRef": DRAFT_2020, Reference, ANY, Shapes, about Value;
        "$recursiveRef": DRAFT_2019_ONLY, Reference, ANY, Shapes, about Value;
        "$defs": DRAFT_2019, SchemaMap, ANY, Organises;
        // 2019-09 renamed it to `$defs`, and goes on to describe it.
        "definitions": DRAFT_4, SchemaMap, ANY, Organises;
    }
    Applicator {
        "properties": ALL, SchemaMap, OBJECTS, Shapes;
        "patternProperties": DRAFT_4, SchemaMap, OBJECTS, Shapes;
        "additionalProperties": ALL, Schema, OBJECTS, Shapes,
            depends on &["properties", "patternProperties"];
        "propertyNames": DRAFT_6, Schema, OBJECTS, Enforced;
        // 2019-09 took it apart, and validators go on to apply it.
        "dependencies": DRAFT_4, SchemaOrNamesMap, OBJECTS, Enforced, about Value;
        "dependentSchemas": DRAFT_2019, SchemaMap, OBJECTS, Enforced, about Value;
        "prefixItems": DRAFT_2020, SchemaList, ARRAYS, Shapes;
        "items": ALL, SchemaOrList, ARRAYS, Shapes, depends on &["prefixItems"];
        "additionalItems": UNTIL_2019, Schema, ARRAYS, Shapes, depends on &["items"];
        "contains": DRAFT_6, Schema, ARRAYS, Enforced;
        "allOf": ALL, SchemaList, ANY, Shapes, about Value;
        "anyOf": DRAFT_4.and(OpenApi30), SchemaList, ANY, Shapes, about Value;
        "oneOf": DRAFT_4.and(OpenApi30), SchemaList, ANY, Shapes, about Value;
        "not": DRAFT_4.and(OpenApi30), Schema, ANY, Enforced, about Negation;
        "if": DRAFT_7, Schema, ANY, Enforced, about Condition;
        "then": DRAFT_7, Schema, ANY, Enforced, about Value, depends on &["if"];
        "else": DRAFT_7, Schema, ANY, Enforced, about Value, depends on &["if"];
    }
    Unevaluated {
        "unevaluatedItems": DRAFT_2019, Schema, ARRAYS, Enforced,
            depends on evaluated_by!("prefixItems", "items", "contains");
        "unevaluatedProperties": DRAFT_2019, Schema, OBJECTS, Enforced,
            depends on evaluated_by!(
                "properties", "patternProperties", "additionalProperties", "dependentSchemas",
                "dependencies"
            );
    }
    Validation {
        "type": ALL, Types, ANY, Shapes;
        "enum": ALL, DataList, ANY, Shapes;
        "const": DRAFT_6, Data, ANY, Shapes;
        "multipleOf": ALL, PositiveNumber, NUMBERS, Enforced;
        "minimum": ALL, Number, NUMBERS, Enforced;
        "maximum": ALL, Number, NUMBERS, Enforced;
        // Up to draft-04 and OpenAPI 3.0, a flag for the keyword without `exclusive`.
        "exclusiveMinimum": ALL, Number, NUMBERS, Enforced;
        "exclusiveMaximum": ALL, Number, NUMBERS, Enforced;
        "minLength": ALL, Count, STRINGS, Enforced;
        "maxLength": ALL, Count, STRINGS, Enforced;
        "pattern": ALL, Pattern, STRINGS, Enforced;
        "minItems": ALL, Count, ARRAYS, Enforced;
        "maxItems": ALL, Count, ARRAYS, Enforced;
        "uniqueItems": ALL, Flag, ARRAYS, Enforced;
        "minContains": DRAFT_2019, Count, ARRAYS, Enforced, depends on &["contains"];
        "maxContains": DRAFT_2019, Count, ARRAYS, Enforced, depends on &["contains"];
        "minProperties": ALL, Count, OBJECTS, Enforced;
        "maxProperties": ALL, Count, OBJECTS, Enforced;
        "required": ALL, Names, OBJECTS, Shapes;
        "dependentRequired": DRAFT_2019, NameLists, OBJECTS, Enforced;
    }
    MetaData {
        "title": ALL, Text, ANY, Documents;
        "description": ALL, Text, ANY, Documents;
        "default": ALL, Data, ANY, Documents;
        "examples": DRAFT_6, DataList, ANY, Documents;
        "deprecated": DRAFT_2019.and(OpenApi30), Flag, ANY, Documents;
        "readOnly": DRAFT_7.and(OpenApi30).and(Swagger20), Flag, ANY, Documents;
        "writeOnly": DRAFT_7.and(OpenApi30), Flag, ANY, Documents;
    }
    Format {
        "format": ALL, Text, ANY, Shapes;
    }
    Content {
        "contentEncoding": DRAFT_7, Text, STRINGS, Documents, shown false;
        "contentMediaType": DRAFT_7, Text, STRINGS, Documents, shown false;
        "contentSchema": DRAFT_2019, Schema, STRINGS, Documents, shown false, depends on &["contentMediaType"];
    }
    OpenApi {
        // Swagger 2.0 has the name of the member alone.
        "discriminator": OPENAPI, Discriminator, ANY, Shapes;
        "example": OPENAPI, Data, ANY, Documents;
        "externalDocs": OPENAPI, Object, ANY, Documents;
        "xml": OPENAPI, Object, ANY, Documents, shown false;
        "nullable": Dialects::only(OpenApi30), Flag, ANY, Shapes;
        // An extension by its name, and what all programs take for `nullable`.
        "x-nullable": Dialects::only(Swagger20), Flag, ANY, Shapes;
    }
}
