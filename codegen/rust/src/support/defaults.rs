//! Turns a table of defaults into methods that return an optional member, or else its default.

/// Implements `…_or_default` for each member with a default: `name = field: way type, default;`. A value is copied, text is
/// read as `str`, and an enum is borrowed. Attributes of a method stand before it.
macro_rules! defaults {
    (impl $name:ident {
        $($(#[$attribute:meta])* $method:ident = $field:ident: $way:ident $ty:ty, $default:expr;)+
    }) => {
        impl $name {
            $(crate::support::defaults::$way!($(#[$attribute])* $method, $field, $ty, $default);)+
        }
    };
}

macro_rules! copies {
    ($(#[$attribute:meta])* $method:ident, $field:ident, $ty:ty, $default:expr) => {
        #[doc = concat!("The value of `", stringify!($field), "`, or else the default of the schema.")]
        $(#[$attribute])*
        #[must_use]
        pub fn $method(&self) -> $ty {
            self.$field.unwrap_or($default)
        }
    };
}

macro_rules! reads {
    ($(#[$attribute:meta])* $method:ident, $field:ident, $ty:ty, $default:expr) => {
        #[doc = concat!("The value of `", stringify!($field), "`, or else the default of the schema.")]
        $(#[$attribute])*
        #[must_use]
        pub fn $method(&self) -> &$ty {
            self.$field.as_deref().unwrap_or($default)
        }
    };
}

macro_rules! borrows {
    ($(#[$attribute:meta])* $method:ident, $field:ident, $ty:ty, $default:expr) => {
        #[doc = concat!("The value of `", stringify!($field), "`, or else the default of the schema.")]
        $(#[$attribute])*
        #[must_use]
        pub fn $method(&self) -> &$ty {
            self.$field.as_ref().unwrap_or($default)
        }
    };
}

pub(crate) use {borrows, copies, defaults, reads};
