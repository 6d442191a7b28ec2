//! Turns a table of branches into the conversions of a union: from the type of a branch, and back.

/// Implements a method for each branch: `as_… = Variant: way type;`, and `is_unknown`. A scalar is copied, anything else
/// is borrowed. Attributes of a method stand before it.
macro_rules! accessors {
    (impl $name:ident {
        $($(#[$attribute:meta])* $method:ident = $variant:ident: $way:ident $ty:ty;)+
    }) => {
        impl $name {
            $(crate::support::branches::$way!($(#[$attribute])* $method, $variant, $ty);)+
        }
    };
}

macro_rules! borrows {
    ($(#[$attribute:meta])* $method:ident, $variant:ident, $ty:ty) => {
        #[doc = concat!("The value, if it is `", stringify!($variant), "`.")]
        $(#[$attribute])*
        #[must_use]
        #[allow(unreachable_patterns, reason = "a closed union may have one variant")]
        pub fn $method(&self) -> Option<&$ty> {
            match self {
                Self::$variant(value) => Some(value),
                _ => None,
            }
        }
    };
}

macro_rules! copies {
    ($(#[$attribute:meta])* $method:ident, $variant:ident, $ty:ty) => {
        #[doc = concat!("The value, if it is `", stringify!($variant), "`.")]
        $(#[$attribute])*
        #[must_use]
        #[allow(unreachable_patterns, reason = "a closed union may have one variant")]
        pub const fn $method(&self) -> Option<$ty> {
            match self {
                Self::$variant(value) => Some(*value),
                _ => None,
            }
        }
    };
}

macro_rules! finds {
    ($method:ident, $variant:ident, $ty:ty) => {
        /// Whether the value is of no branch that this version of the schema has.
        #[must_use]
        pub const fn $method(&self) -> $ty {
            matches!(self, Self::$variant(_))
        }
    };
}

/// Implements `From` for the types that become a branch: `Variant = type;`, with `=> function` where the value is
/// converted.
macro_rules! from {
    (impl $name:ident {
        $($variant:ident = $given:ty $(=> $convert:path)?;)+
    }) => {
        $(
            impl From<$given> for $name {
                fn from(value: $given) -> Self {
                    Self::$variant($($convert)?(value))
                }
            }
        )+
    };
}

pub(crate) use {accessors, borrows, copies, finds, from};
