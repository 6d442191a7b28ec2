//! The seven JSON types of JSON Schema (`integer` counted by itself), and sets of them.

use std::fmt;

/// A value of the keyword `type` (JSON Schema validation, section 6.1.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum JsonType {
    /// `null`.
    Null = 1,
    /// `boolean`.
    Boolean = 2,
    /// `integer`: a number without a fraction, `1.0` included.
    Integer = 4,
    /// `number`, integers included.
    Number = 8,
    /// `string`.
    String = 16,
    /// `array`.
    Array = 32,
    /// `object`.
    Object = 64,
}

impl JsonType {
    /// Every type, in the order in which a union lists them.
    pub const ALL: [Self; 7] = [
        Self::Null,
        Self::Boolean,
        Self::Integer,
        Self::Number,
        Self::String,
        Self::Array,
        Self::Object,
    ];

    /// The name of the type in `type`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "boolean",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::String => "string",
            Self::Array => "array",
            Self::Object => "object",
        }
    }

    /// The type with this name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ty| ty.as_str() == text)
    }

    /// The most precise type of a value.
    pub fn of(value: &serde_json::Value) -> Self {
        use serde_json::Value;
        match value {
            Value::Null => Self::Null,
            Value::Bool(_) => Self::Boolean,
            Value::Number(number) => match number.as_f64() {
                Some(float) if float.fract() == 0.0 => Self::Integer,
                _ => Self::Number,
            },
            Value::String(_) => Self::String,
            Value::Array(_) => Self::Array,
            Value::Object(_) => Self::Object,
        }
    }
}

/// A set of JSON types. A set with `number` in it has `integer` in it too.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TypeSet(u8);

impl TypeSet {
    /// No type.
    pub const NONE: Self = Self(0);
    /// Every type.
    pub const ALL: Self = Self(127);

    /// Every type but null.
    pub const NOT_NULL: Self = Self::ALL.without(JsonType::Null);

    /// The set of one type (and of `integer`, for `number`).
    pub const fn only(ty: JsonType) -> Self {
        match ty {
            JsonType::Number => Self(JsonType::Number as u8 | JsonType::Integer as u8),
            _ => Self(ty as u8),
        }
    }

    /// Whether the type is in the set.
    pub const fn has(self, ty: JsonType) -> bool {
        self.0 & ty as u8 != 0
    }

    /// Both sets together.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The types that both sets have.
    #[must_use]
    pub const fn intersect(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// This set without the type (`number` takes `integer` along).
    #[must_use]
    pub const fn without(self, ty: JsonType) -> Self {
        Self(self.0 & !Self::only(ty).0)
    }

    /// Whether the set is empty.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The types as a union lists them: `number` alone where `integer` is only part of it.
    pub fn iter(self) -> impl Iterator<Item = JsonType> {
        JsonType::ALL.into_iter().filter(move |ty| {
            self.has(*ty) && !(*ty == JsonType::Integer && self.has(JsonType::Number))
        })
    }

    /// The only type of the set, if it has just one.
    pub fn single(self) -> Option<JsonType> {
        let mut types = self.iter();
        types.next().filter(|_| types.next().is_none())
    }
}

impl FromIterator<JsonType> for TypeSet {
    fn from_iter<I: IntoIterator<Item = JsonType>>(types: I) -> Self {
        types
            .into_iter()
            .fold(Self::NONE, |set, ty| set.union(Self::only(ty)))
    }
}

impl fmt::Debug for TypeSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set()
            .entries(self.iter().map(JsonType::as_str))
            .finish()
    }
}
