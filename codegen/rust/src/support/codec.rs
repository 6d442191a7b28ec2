//! Codecs turn JSON whose form differs from serde's into values, and back.
//! The codec of an `Option`, a list, a map or a tuple is made of the codecs of the values in it.

use std::collections::{BTreeMap, HashMap};
use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeOwned, Deserializer};
use serde::ser::{Serialize, Serializer};

/// How values of a type are read and written.
pub(crate) trait Codec<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error>;
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error>;
}

/// A codec in the form that serde expects: `#[serde(with = "As::<…>")]`.
pub(crate) struct As<C>(PhantomData<C>);

impl<C> As<C> {
    pub(crate) fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
    where
        C: Codec<T>,
        D: Deserializer<'de>,
    {
        C::read(deserializer)
    }

    pub(crate) fn serialize<T, S>(value: &T, serializer: S) -> Result<S::Ok, S::Error>
    where
        C: Codec<T>,
        S: Serializer,
    {
        C::write(value, serializer)
    }
}

/// For types with implementations of serde.
pub(crate) struct Own;

impl<T: DeserializeOwned + Serialize> Codec<T> for Own {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        T::deserialize(deserializer)
    }

    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }
}

/// For a member for which null is a value: only an absent one is `None`.
pub(crate) struct Present<C>(PhantomData<C>);

impl<T, C: Codec<T>> Codec<Option<T>> for Present<C> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
        C::read(deserializer).map(Some)
    }

    fn write<S: Serializer>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
        value
            .as_ref()
            .map(ElementRef::<_, C>::new)
            .serialize(serializer)
    }
}

/// An element that serde reads by its codec.
pub(super) struct Element<T, C>(pub(super) T, PhantomData<C>);

impl<'de, T, C: Codec<T>> Deserialize<'de> for Element<T, C> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        C::read(deserializer).map(|value| Self(value, PhantomData))
    }
}

/// An element that serde writes by its codec.
pub(super) struct ElementRef<'a, T, C>(&'a T, PhantomData<C>);

impl<'a, T, C> ElementRef<'a, T, C> {
    pub(super) fn new(value: &'a T) -> Self {
        Self(value, PhantomData)
    }
}

impl<T, C: Codec<T>> Serialize for ElementRef<'_, T, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        C::write(self.0, serializer)
    }
}

impl<T, C: Codec<T>> Codec<Option<T>> for Option<C> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
        let element = Option::<Element<T, C>>::deserialize(deserializer)?;
        Ok(element.map(|element| element.0))
    }

    fn write<S: Serializer>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
        value
            .as_ref()
            .map(ElementRef::<_, C>::new)
            .serialize(serializer)
    }
}

impl<T, C: Codec<T>> Codec<Vec<T>> for Vec<C> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
        let elements = Vec::<Element<T, C>>::deserialize(deserializer)?;
        Ok(elements.into_iter().map(|element| element.0).collect())
    }

    fn write<S: Serializer>(value: &Vec<T>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(value.iter().map(ElementRef::<_, C>::new))
    }
}

/// Implements `Codec` for a map, whose keys have these traits.
macro_rules! map {
    ($map:ident<$($key:path),+>) => {
        impl<K, T, C> $crate::support::codec::Codec<$map<K, T>> for $map<K, C>
        where
            K: $($key +)+ serde::Serialize + serde::de::DeserializeOwned,
            C: $crate::support::codec::Codec<T>,
        {
            fn read<'de, D: serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<$map<K, T>, D::Error> {
                let members: $map<K, $crate::support::codec::Element<T, C>> =
                    serde::Deserialize::deserialize(deserializer)?;
                Ok(members
                    .into_iter()
                    .map(|(name, element)| (name, element.0))
                    .collect())
            }

            fn write<S: serde::Serializer>(
                value: &$map<K, T>,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                let members = value.iter();
                serializer.collect_map(members.map(|(name, value)| {
                    (name, $crate::support::codec::ElementRef::<_, C>::new(value))
                }))
            }
        }
    };
}

map!(BTreeMap<Ord>);
map!(HashMap<Eq, std::hash::Hash>);

pub(super) use map;

macro_rules! tuple {
    ($($value:ident $codec:ident)*) => {
        impl<$($value, $codec: Codec<$value>),*> Codec<($($value,)*)> for ($($codec,)*) {
            fn read<'de, De: Deserializer<'de>>(deserializer: De) -> Result<($($value,)*), De::Error> {
                #[allow(non_snake_case, reason = "the names of the types serve for the values")]
                let ($($value,)*) = <($(Element<$value, $codec>,)*)>::deserialize(deserializer)?;
                Ok(($($value.0,)*))
            }

            fn write<Se: Serializer>(value: &($($value,)*), serializer: Se) -> Result<Se::Ok, Se::Error> {
                #[allow(non_snake_case, reason = "the names of the types serve for the values")]
                let ($($value,)*) = value;
                ($(ElementRef::<_, $codec>::new($value),)*).serialize(serializer)
            }
        }
    };
}

tuple!(A CA);
tuple!(A CA B CB);
tuple!(A CA B CB E CE);
tuple!(A CA B CB E CE F CF);
tuple!(A CA B CB E CE F CF G CG);
tuple!(A CA B CB E CE F CF G CG H CH);
tuple!(A CA B CB E CE F CF G CG H CH I CI);
tuple!(A CA B CB E CE F CF G CG H CH I CI J CJ);
tuple!(A CA B CB E CE F CF G CG H CH I CI J CJ K CK);
tuple!(A CA B CB E CE F CF G CG H CH I CI J CJ K CK L CL);
tuple!(A CA B CB E CE F CF G CG H CH I CI J CJ K CK L CL M CM);
tuple!(A CA B CB E CE F CF G CG H CH I CI J CJ K CK L CL M CM N CN);
