//! Enums of strings whose code for serde is written out.

/// Implements `Serialize` for an enum of strings, on top of `as_str`.
macro_rules! written_string {
    ($name:ident) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

pub(crate) use written_string;
