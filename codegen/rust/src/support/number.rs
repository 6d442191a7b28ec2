//! Turns JSON numbers into Rust's and back: `201.0` is read as an integer, and a whole `f64` is written as one.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

/// Reads a number, or an `Option`, a `Vec`, a map or a tuple of numbers.
pub(crate) fn read<'de, T: Number, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    T::read(deserializer)
}

/// Writes a number, or an `Option`, a `Vec`, a map or a tuple of numbers.
pub(crate) fn write<T: Number, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    value.write(serializer)
}

/// A number, or something that contains numbers.
pub(crate) trait Number: Sized {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
}

/// An integer type.
trait Whole: TryFrom<i64> + TryFrom<u64> {
    const NAME: &'static str;
}

/// Reads an integer in each spelling.
struct WholeVisitor<T>(PhantomData<T>);

impl<'de, T: Whole> Visitor<'de> for WholeVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number of type ")?;
        f.write_str(T::NAME)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        T::try_from(number).map_err(|_| E::invalid_value(Unexpected::Signed(number), &self))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        T::try_from(number).map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the bounds are checked, and there is no fraction"
    )]
    fn visit_f64<E: Error>(self, number: f64) -> Result<T, E> {
        let fits = number.fract() == 0.0;
        // The bounds are powers of two, which `f64` holds exactly.
        if fits && (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&number) {
            return self.visit_i64(number as i64);
        }
        if fits && (0.0..18_446_744_073_709_551_616.0).contains(&number) {
            return self.visit_u64(number as u64);
        }
        Err(E::invalid_value(Unexpected::Float(number), &self))
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<T, A::Error> {
        let number = spelled(members, &self)?;
        match (number.as_i64(), number.as_u64(), number.as_f64()) {
            (Some(number), ..) => self.visit_i64(number),
            (_, Some(number), _) => self.visit_u64(number),
            (_, _, Some(number)) => self.visit_f64(number),
            _ => Err(A::Error::invalid_value(Unexpected::Other("number"), &self)),
        }
    }
}

/// Reads the object that `serde_json` puts in the place of a number, if any crate of the program enables
/// its feature `arbitrary_precision`.
fn spelled<'de, A: MapAccess<'de>>(
    members: A,
    expected: &impl Visitor<'de>,
) -> Result<serde_json::Number, A::Error> {
    let number = serde_json::Number::deserialize(MapAccessDeserializer::new(members));
    number.map_err(|_| A::Error::invalid_type(Unexpected::Map, expected))
}

macro_rules! whole {
    ($($name:ident),*) => {$(
        impl Whole for $name {
            const NAME: &'static str = stringify!($name);
        }

        impl Number for $name {
            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                // With a hint, some deserializers refuse `201.0`.
                deserializer.deserialize_any(WholeVisitor(PhantomData))
            }

            fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.serialize(serializer)
            }
        }
    )*};
}

whole!(i8, i16, i32, i64, u8, u16, u32, u64);

/// Reads a number with or without a fraction.
struct FloatVisitor;

impl<'de> Visitor<'de> for FloatVisitor {
    type Value = f64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    #[allow(
        clippy::cast_precision_loss,
        reason = "a number is as exact as an `f64` is"
    )]
    fn visit_i64<E: Error>(self, number: i64) -> Result<f64, E> {
        Ok(number as f64)
    }

    #[allow(
        clippy::cast_precision_loss,
        reason = "a number is as exact as an `f64` is"
    )]
    fn visit_u64<E: Error>(self, number: u64) -> Result<f64, E> {
        Ok(number as f64)
    }

    #[allow(
        clippy::cast_precision_loss,
        reason = "a number is as exact as an `f64` is"
    )]
    fn visit_i128<E: Error>(self, number: i128) -> Result<f64, E> {
        Ok(number as f64)
    }

    #[allow(
        clippy::cast_precision_loss,
        reason = "a number is as exact as an `f64` is"
    )]
    fn visit_u128<E: Error>(self, number: u128) -> Result<f64, E> {
        Ok(number as f64)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<f64, E> {
        Ok(number)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<f64, A::Error> {
        let number = spelled(members, &self)?.as_f64();
        number.ok_or_else(|| A::Error::invalid_value(Unexpected::Other("number"), &self))
    }
}

impl Number for f64 {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FloatVisitor)
    }

    #[allow(
        clippy::cast_possible_truncation,
        reason = "the bounds are checked, and there is no fraction"
    )]
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Below 2^53, an integer has the same value.
        let whole = self.fract() == 0.0 && self.abs() < 9_007_199_254_740_992.0;
        if whole && !(*self == 0.0 && self.is_sign_negative()) {
            return serializer.serialize_i64(*self as i64);
        }
        serializer.serialize_f64(*self)
    }
}

/// An element that serde reads as a number.
pub(super) struct Element<T>(pub(super) T);

impl<'de, T: Number> Deserialize<'de> for Element<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read(deserializer).map(Element)
    }
}

/// An element that serde writes as a number.
pub(super) struct ElementRef<'a, T>(pub(super) &'a T);

impl<T: Number> Serialize for ElementRef<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}

impl<T: Number> Number for Option<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let element = Option::<Element<T>>::deserialize(deserializer)?;
        Ok(element.map(|element| element.0))
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_ref().map(ElementRef).serialize(serializer)
    }
}

impl<T: Number> Number for Vec<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let elements = Vec::<Element<T>>::deserialize(deserializer)?;
        Ok(elements.into_iter().map(|element| element.0).collect())
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(ElementRef))
    }
}

/// Implements `Number` for a map, whose keys have these traits.
macro_rules! map {
    ($map:ident<$($key:path),+>) => {
        impl<K, T> $crate::support::number::Number for $map<K, T>
        where
            K: $($key +)+ serde::Serialize + serde::de::DeserializeOwned,
            T: $crate::support::number::Number,
        {
            fn read<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let members: $map<K, $crate::support::number::Element<T>> =
                    serde::Deserialize::deserialize(deserializer)?;
                Ok(members
                    .into_iter()
                    .map(|(name, element)| (name, element.0))
                    .collect())
            }

            fn write<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let members = self.iter();
                serializer.collect_map(
                    members.map(|(name, value)| (name, $crate::support::number::ElementRef(value))),
                )
            }
        }
    };
}

map!(BTreeMap<Ord>);
map!(HashMap<Eq, std::hash::Hash>);

pub(super) use map;

macro_rules! tuple {
    ($($name:ident)*) => {
        impl<$($name: Number),*> Number for ($($name,)*) {
            fn read<'de, De: Deserializer<'de>>(deserializer: De) -> Result<Self, De::Error> {
                #[allow(non_snake_case, reason = "the names of the types serve for the values")]
                let ($($name,)*) = <($(Element<$name>,)*)>::deserialize(deserializer)?;
                Ok(($($name.0,)*))
            }

            fn write<Se: Serializer>(&self, serializer: Se) -> Result<Se::Ok, Se::Error> {
                #[allow(non_snake_case, reason = "the names of the types serve for the values")]
                let ($($name,)*) = self;
                ($(ElementRef($name),)*).serialize(serializer)
            }
        }
    };
}

tuple!(A);
tuple!(A B);
tuple!(A B C);
tuple!(A B C D);
