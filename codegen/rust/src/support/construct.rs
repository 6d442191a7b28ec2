//! Turns a table of members into the constructor and the setters of a struct. Each setter sets an optional member and returns
//! the value, so that calls can be chained.

/// Implements `new` of a struct, and its setters: `Name::new(arguments) { field, field: value }`, then
/// `with_…(field: type);` for each optional member, and `=> Box::new` where its value is behind a `Box`. `new` makes the
/// optional members `None`.
macro_rules! construct {
    (
        $name:ident::new($($argument:ident: $type:ty),* $(,)?) { $($given:ident $(: $value:expr)?),* $(,)? }
        $($(#[$attribute:meta])* $setter:ident($field:ident: $set:ty) $(=> $boxed:path)?;)*
    ) => {
        impl $name {
            /// Creates a value with its required members, and without optional ones.
            #[must_use]
            #[allow(clippy::default_trait_access, reason = "the struct has the types of its fields")]
            pub fn new($($argument: $type),*) -> Self {
                Self {
                    $($given $(: $value)?,)*
                    $($field: None,)*
                }
            }

            $(
                #[doc = concat!("Sets `", stringify!($field), "`.")]
                $(#[$attribute])*
                #[must_use]
                #[allow(unreachable_code, unused_mut, reason = "a type may have no values")]
                pub fn $setter(mut self, $field: $set) -> Self {
                    self.$field = Some($($boxed)?($field.into()));
                    self
                }
            )*
        }
    };
}

/// The same for a struct whose required members are given by name: the argument is a struct of them, from which the value
/// can also be converted. A field without a value is taken from the argument.
macro_rules! by_name {
    (
        $name:ident::new($required:ident: $type:ty $(,)?) { $($given:ident $(: $value:expr)?),* $(,)? }
        $($setters:tt)*
    ) => {
        crate::support::construct::construct! {
            $name::new($required: $type) {
                $($given: crate::support::construct::given!($required.$given $(, $value)?)),*
            }
            $($setters)*
        }

        impl From<$type> for $name {
            fn from(required: $type) -> Self {
                Self::new(required)
            }
        }
    };
}

/// The value of a field, or else the same field of the argument.
macro_rules! given {
    ($required:ident.$given:ident) => {
        $required.$given
    };
    ($required:ident.$given:ident, $value:expr) => {
        $value
    };
}

pub(crate) use {by_name, construct, given};
