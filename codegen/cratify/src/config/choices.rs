//! The settings that are a choice of a few, for everything.

use cratify_model::settings::{
    Inheritance, MapType, NullMembers, UnknownBranches, UnknownMembers, UnknownValues, Unresolved,
    Untyped,
};

use super::Config;

macro_rules! builder_methods {
    ($($(#[$meta:meta])* $field:ident: $ty:ident = $key:literal;)+) => {
        impl Config {
            $(
                $(#[$meta])*
                #[must_use]
                pub fn $field(mut self, choice: $ty) -> Self {
                    self.settings.choices.$field = choice;
                    self
                }
            )+
        }
    };
}

cratify_model::with_choices!(builder_methods);
