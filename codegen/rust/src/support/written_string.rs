//! Enums of strings whose code for serde is written out.

/// Implements `Serialize` for an enum of strings, on top of `as_str`. The variant of an open enum that keeps other text
/// follows.
macro_rules! written_string {
    ($name:ident $(, $unknown:ident)?) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $(if let Self::$unknown(text) = self {
                    return crate::support::unknown::write(text, serializer);
                })?
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

pub(crate) use written_string;
