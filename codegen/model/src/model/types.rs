//! Types at the point of their use.

use super::{Constraints, Docs, Integer, Map, MapType, Mapped, TypeId};

/// A type at the point of its use, with the restrictions and the documentation of that point.
#[derive(Debug, Clone, PartialEq)]
pub struct Slot {
    /// The type.
    pub ty: Type,
    /// The restrictions that the type does not express.
    pub constraints: Constraints,
    /// The documentation of an element of an array or a map. A field has its own.
    pub docs: Docs,
    /// Whether the value must not be shown, though its type would show it.
    pub secret: bool,
}

impl Slot {
    /// A slot without constraints.
    pub fn of(ty: Type) -> Self {
        Self::new(ty, Constraints::default())
    }

    /// Whether a value in it must not be shown, at any depth of its containers.
    pub fn has_secret(&self) -> bool {
        self.secret
            || match self.ty.non_null() {
                Type::List(slot) | Type::Map(_, slot) => slot.has_secret(),
                Type::Tuple(slots) => slots.iter().any(Self::has_secret),
                _ => false,
            }
    }

    /// The slot without extern types: each is the type that its schema has in JSON.
    #[must_use]
    pub fn as_json(&self) -> Self {
        Self {
            ty: self.ty.as_json(),
            ..self.clone()
        }
    }

    /// A slot with constraints.
    pub fn new(ty: Type, constraints: Constraints) -> Self {
        Self {
            ty,
            constraints,
            docs: Docs::default(),
            secret: false,
        }
    }
}

/// A Rust type at the place where it is used.
#[derive(Debug, Clone, PartialEq)]
pub enum Type {
    /// Any JSON value: `serde_json::Value`.
    Any,
    /// An object without known members: `serde_json::Map<String, Value>`.
    Object,
    /// `null` alone: `()`.
    Null,
    /// `bool`.
    Bool,
    /// A whole number.
    Integer(Integer),
    /// `f64`.
    Float,
    /// A number whose spelling matters, whole or not: `serde_json::Number`.
    Number,
    /// `String`.
    String,
    /// An array of any length: `Vec`.
    List(Box<Slot>),
    /// An array of exactly these elements: a tuple.
    Tuple(Vec<Slot>),
    /// An object with equal members: a map.
    Map(Map, Box<Slot>),
    /// A value or null: `Option`.
    Option(Box<Type>),
    /// A string or a number that has a type of another crate.
    Mapped(Box<Mapped>),
    /// A type with a definition in the model.
    Named(TypeId),
}

impl Type {
    /// A map from strings.
    #[must_use]
    pub fn map(ty: MapType, value: Slot) -> Self {
        Self::Map(Map::of_strings(ty), Box::new(value))
    }

    /// The type, or null.
    #[must_use]
    pub fn or_null(self) -> Self {
        match self {
            Self::Any | Self::Option(_) | Self::Null => self,
            other => Self::Option(Box::new(other)),
        }
    }

    /// Calls `found` for the type and for every type in it.
    pub fn visit<'t>(&'t self, found: &mut impl FnMut(&'t Self)) {
        found(self);
        match self {
            Self::List(slot) => slot.ty.visit(found),
            Self::Map(map, slot) => {
                if let Some(key) = &map.key {
                    key.visit(found);
                }
                slot.ty.visit(found);
            }
            Self::Tuple(slots) => slots.iter().for_each(|slot| slot.ty.visit(found)),
            Self::Option(inner) => inner.visit(found),
            _ => {}
        }
    }

    /// The type without extern types: see [`Slot::as_json`].
    #[must_use]
    pub fn as_json(&self) -> Self {
        match self {
            Self::Mapped(mapped) => mapped.wire.clone(),
            Self::List(slot) => Self::List(Box::new(slot.as_json())),
            Self::Map(map, slot) => Self::Map(map.clone(), Box::new(slot.as_json())),
            Self::Tuple(slots) => Self::Tuple(slots.iter().map(Slot::as_json).collect()),
            Self::Option(inner) => Self::Option(Box::new(inner.as_json())),
            other => other.clone(),
        }
    }

    /// The type without the `Option` that stands for null.
    pub fn non_null(&self) -> &Self {
        match self {
            Self::Option(inner) => inner,
            other => other,
        }
    }
}
