//! The integer types of Rust.

use super::{IntegerRange, whole};
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

    /// The integers that the type holds.
    pub fn range(self) -> IntegerRange {
        let (low, high) = match self {
            Self::I8 => (i8::MIN.into(), i8::MAX.into()),
            Self::I16 => (i16::MIN.into(), i16::MAX.into()),
            Self::I32 => (i32::MIN.into(), i32::MAX.into()),
            Self::I64 => (i64::MIN.into(), i64::MAX.into()),
            Self::U8 => (0, u8::MAX.into()),
            Self::U16 => (0, u16::MAX.into()),
            Self::U32 => (0, u32::MAX.into()),
            Self::U64 => (0, u64::MAX.into()),
        };
        IntegerRange {
            low: Some(low),
            high: Some(high),
        }
    }

    /// Whether the type holds a number.
    pub fn holds(self, value: &Value) -> bool {
        let number = value.as_number().and_then(whole);
        let IntegerRange { low, high } = self.range();
        number.is_some_and(|number| Some(number) >= low && Some(number) <= high)
    }

    /// Whether the type has no negative values.
    pub const fn is_unsigned(self) -> bool {
        matches!(self, Self::U8 | Self::U16 | Self::U32 | Self::U64)
    }
}
