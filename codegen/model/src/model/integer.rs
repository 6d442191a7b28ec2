//! The integer types of Rust.

use cratify_schema::source::Value;

/// The width of a whole number, from `format` and bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Integer {
    /// `i8`.
    I8,
    /// `i16`.
    I16,
    /// `i32`.
    I32,
    /// `i64`: the default.
    I64,
    /// `u8`.
    U8,
    /// `u16`.
    U16,
    /// `u32`.
    U32,
    /// `u64`.
    U64,
}

impl Integer {
    /// Rust's name of the type.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::I8 => "i8",
            Self::I16 => "i16",
            Self::I32 => "i32",
            Self::I64 => "i64",
            Self::U8 => "u8",
            Self::U16 => "u16",
            Self::U32 => "u32",
            Self::U64 => "u64",
        }
    }

    /// Whether the type holds a number.
    pub fn holds(self, value: &Value) -> bool {
        let (signed, unsigned) = (value.as_i64(), value.as_u64());
        match self {
            Self::I8 => signed.is_some_and(|number| i8::try_from(number).is_ok()),
            Self::I16 => signed.is_some_and(|number| i16::try_from(number).is_ok()),
            Self::I32 => signed.is_some_and(|number| i32::try_from(number).is_ok()),
            Self::I64 => signed.is_some(),
            Self::U8 => unsigned.is_some_and(|number| u8::try_from(number).is_ok()),
            Self::U16 => unsigned.is_some_and(|number| u16::try_from(number).is_ok()),
            Self::U32 => unsigned.is_some_and(|number| u32::try_from(number).is_ok()),
            Self::U64 => unsigned.is_some(),
        }
    }

    /// Whether the type has no negative values.
    pub const fn is_unsigned(self) -> bool {
        matches!(self, Self::U8 | Self::U16 | Self::U32 | Self::U64)
    }
}
