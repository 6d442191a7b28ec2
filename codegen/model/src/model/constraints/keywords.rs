//! Groups of keywords whose constraints have the same form.

/// Defines an enum of keywords.
macro_rules! keywords {
    ($(#[$about:meta])* $name:ident { $($variant:ident: $keyword:literal,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name {
            $(#[doc = concat!("`", $keyword, "`.")] $variant,)*
        }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The keyword.
            pub const fn keyword(self) -> &'static str {
                match self {
                    $(Self::$variant => $keyword,)*
                }
            }

            /// The one with this keyword.
            pub fn parse(keyword: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.keyword() == keyword)
            }
        }
    };
}

keywords! {
    /// A bound of a number.
    Bound {
        Minimum: "minimum",
        Maximum: "maximum",
        ExclusiveMinimum: "exclusiveMinimum",
        ExclusiveMaximum: "exclusiveMaximum",
    }
}

keywords! {
    /// How many characters, elements or members there are, at least or at most.
    Count {
        MinLength: "minLength",
        MaxLength: "maxLength",
        MinItems: "minItems",
        MaxItems: "maxItems",
        MinProperties: "minProperties",
        MaxProperties: "maxProperties",
        MinContains: "minContains",
        MaxContains: "maxContains",
    }
}

keywords! {
    /// A keyword with one subschema.
    Applicator {
        Not: "not",
        If: "if",
        Then: "then",
        Else: "else",
        Contains: "contains",
        PropertyNames: "propertyNames",
        UnevaluatedItems: "unevaluatedItems",
        UnevaluatedProperties: "unevaluatedProperties",
        Items: "items",
        AdditionalProperties: "additionalProperties",
    }
}

keywords! {
    /// A keyword with a list of subschemas.
    ListApplicator {
        AnyOf: "anyOf",
        OneOf: "oneOf",
        PrefixItems: "prefixItems",
    }
}

keywords! {
    /// A keyword with a subschema for each name.
    MapApplicator {
        Properties: "properties",
        PatternProperties: "patternProperties",
        DependentSchemas: "dependentSchemas",
    }
}
