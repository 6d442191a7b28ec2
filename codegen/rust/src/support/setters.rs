//! Setters: each sets an optional member and returns the value, so that calls can be chained.

/// Implements the setters of a struct: `with_…(field: type);` for each optional member, and `=> Box::new` where its
/// value is behind a `Box`.
macro_rules! setters {
    (impl $name:ident {
        $($(#[$attribute:meta])* $setter:ident($field:ident: $given:ty) $(=> $boxed:path)?;)+
    }) => {
        impl $name {
            $(
                #[doc = concat!("Sets `", stringify!($field), "`.")]
                $(#[$attribute])*
                #[must_use]
                #[allow(unreachable_code, unused_mut, reason = "a type may have no values")]
                pub fn $setter(mut self, $field: $given) -> Self {
                    self.$field = Some($($boxed)?($field.into()));
                    self
                }
            )+
        }
    };
}

pub(crate) use setters;
