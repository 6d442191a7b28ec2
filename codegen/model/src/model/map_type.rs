//! The types of maps.

use super::Type;

/// The type of a map, and of the field that keeps members without a field of their own.
///
/// A free-form object is a `serde_json::Map` in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum MapType {
    /// `std::collections::BTreeMap`: in the order of the keys.
    #[default]
    BTreeMap,
    /// `std::collections::HashMap`: in no order, also where it is written.
    ///
    /// ```
    /// # use std::collections::HashMap;
    /// # pub struct Order {
    /// /// `additionalProperties: { type: number }`
    /// pub prices: HashMap<String, f64>,
    /// # }
    /// ```
    HashMap,
    /// `indexmap::IndexMap`: in the order in which the members were read. The generated crate
    /// then depends on `indexmap`.
    IndexMap,
}

impl MapType {
    /// Rust's name of the type.
    pub const fn ident(self) -> &'static str {
        match self {
            Self::BTreeMap => "BTreeMap",
            Self::HashMap => "HashMap",
            Self::IndexMap => "IndexMap",
        }
    }

    /// The crate that has the type, where it is not the standard library.
    pub const fn crate_name(self) -> Option<&'static str> {
        match self {
            Self::BTreeMap | Self::HashMap => None,
            Self::IndexMap => Some("indexmap"),
        }
    }

    /// Where the type is.
    pub const fn module(self) -> &'static str {
        match self {
            Self::BTreeMap | Self::HashMap => "std::collections",
            Self::IndexMap => "indexmap",
        }
    }
}

/// A map: its type, and the type of its keys.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// The type of the map.
    pub ty: MapType,
    /// The enum that its keys are; `None` for strings.
    pub key: Option<Box<Type>>,
}

impl Map {
    /// A map from strings.
    pub const fn of_strings(ty: MapType) -> Self {
        Self { ty, key: None }
    }
}
