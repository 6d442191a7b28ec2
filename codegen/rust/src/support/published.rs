//! Turns the published schema of a type into items: its text, strict reading, the annotations of the derived schema.

/// Implements these items for types: `Name = schema;` for each. A name after the schema is the function for the messages of
/// violations; `shared` follows it where the schema refers to the definitions that all schemas share.
macro_rules! published {
    ($($name:ident = $schema:expr $(, $message:ident $(, $shared:ident)?)?;)+) => {
        $(crate::support::published::published! { @ $name = $schema $(, $message $(, $shared)?)? })+
    };
    (@ $name:ident = $schema:expr) => {
        crate::support::published::published! { @ $name = $schema, shown }
    };
    (@ $name:ident = $schema:expr, $message:ident) => {
        crate::support::published::published! { @ $name = $schema, $message, strict, "", "" }
    };
    (@ $name:ident = $schema:expr, $message:ident, shared) => {
        crate::support::published::published! {
            @ $name = $schema, $message, shared, crate::DEFINITIONS,
            "\nIt refers to [`DEFINITIONS`](crate::DEFINITIONS)."
        }
    };
    (@ $name:ident = $schema:expr, $message:ident, $validators:ident, $definitions:expr, $more:literal) => {
        impl $name {
            /// The JSON Schema of this type, in draft 2020-12.
            #[doc = $more]
            #[must_use]
            pub const fn schema() -> &'static str {
                $schema
            }

            #[cfg(feature = "schemars")]
            fn docs(derived: &mut schemars::Schema) {
                crate::support::annotations::annotate(derived, Self::schema(), $definitions);
            }
        }

        #[cfg(feature = "validate")]
        crate::support::strict::strict!($name, $message, $validators);
    };
}

pub(crate) use published;
