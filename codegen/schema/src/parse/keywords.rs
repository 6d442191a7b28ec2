//! Every keyword of JSON Schema 2020-12 and of OpenAPI's schema object, and what becomes of it.

/// What the generator does with a keyword.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// It shapes the Rust type.
    Shapes,
    /// No Rust type expresses it: strict reading enforces it, and the docs say it.
    Enforced,
    /// It is documentation.
    Documents,
    /// It names or finds schemas: nothing of it is left after the graph is built.
    Structural,
}

/// What a keyword does; `None` for one that neither JSON Schema nor OpenAPI defines.
///
/// Extensions (`x-…`) are not keywords: they are for the one who asks for them by name.
pub fn effect_of(keyword: &str) -> Option<Effect> {
    use Effect::{Documents, Enforced, Shapes, Structural};
    Some(match keyword {
        "type"
        | "enum"
        | "const"
        | "properties"
        | "required"
        | "additionalProperties"
        | "patternProperties"
        | "items"
        | "prefixItems"
        | "allOf"
        | "anyOf"
        | "oneOf"
        | "$ref"
        | "$dynamicRef"
        | "format"
        | "discriminator" => Shapes,
        "minimum"
        | "maximum"
        | "exclusiveMinimum"
        | "exclusiveMaximum"
        | "multipleOf"
        | "minLength"
        | "maxLength"
        | "pattern"
        | "minItems"
        | "maxItems"
        | "uniqueItems"
        | "contains"
        | "minContains"
        | "maxContains"
        | "minProperties"
        | "maxProperties"
        | "propertyNames"
        | "dependentRequired"
        | "dependentSchemas"
        | "dependencies"
        | "not"
        | "if"
        | "then"
        | "else"
        | "unevaluatedItems"
        | "unevaluatedProperties" => Enforced,
        "title" | "description" | "default" | "examples" | "example" | "deprecated"
        | "readOnly" | "writeOnly" | "externalDocs" | "$comment" | "contentEncoding"
        | "contentMediaType" | "contentSchema" | "xml" => Documents,
        "$schema" | "$id" | "$anchor" | "$dynamicAnchor" | "$defs" | "definitions"
        | "$vocabulary" => Structural,
        _ => return None,
    })
}

/// All keywords, for the suggestion in a diagnostic about an unknown one.
pub(super) const KNOWN: [&str; 58] = [
    "type",
    "enum",
    "const",
    "properties",
    "required",
    "additionalProperties",
    "patternProperties",
    "items",
    "prefixItems",
    "allOf",
    "anyOf",
    "oneOf",
    "$ref",
    "format",
    "discriminator",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "uniqueItems",
    "contains",
    "minContains",
    "maxContains",
    "minProperties",
    "maxProperties",
    "propertyNames",
    "dependentRequired",
    "dependentSchemas",
    "not",
    "if",
    "then",
    "else",
    "unevaluatedItems",
    "unevaluatedProperties",
    "$dynamicRef",
    "title",
    "description",
    "default",
    "examples",
    "example",
    "deprecated",
    "readOnly",
    "writeOnly",
    "externalDocs",
    "$comment",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    "$schema",
    "$id",
    "$anchor",
    "$defs",
];
