//! Turns a pointer into an error raised at the very place it leads to.
//!
//! The deserializer adds the position to the error, so that one place - anything, even where
//! reading fails a little later - costs one reading of the text up to there.

use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

use super::Part;

/// The message by which a probe's own error is known.
pub(super) const REACHED: &str = "the place asked for is reached";

/// The seed for the value that the tokens lead on from.
pub(super) struct Probe<'a> {
    pub(super) tokens: &'a [String],
    /// Whether to stop at the last token's key or at its value.
    pub(super) part: Part,
    /// How many members of the last token's name to pass by.
    pub(super) occurrence: usize,
}

impl<'de> DeserializeSeed<'de> for Probe<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Probe<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Shown as "invalid type: ..., expected ..." for whatever scalar is arrived at.
        formatter.write_str(REACHED)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<(), A::Error> {
        let (_, content) = tagged.variant::<String>()?;
        content.newtype_variant_seed(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<(), A::Error> {
        let Some((token, rest)) = self.tokens.split_first() else {
            return Err(A::Error::custom(REACHED));
        };
        for index in 0_usize.. {
            if index.to_string() == *token {
                let deeper = Probe {
                    tokens: rest,
                    ..self
                };
                sequence.next_element_seed(deeper)?;
                break;
            }
            if sequence.next_element::<IgnoredAny>()?.is_none() {
                break;
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Some((token, rest)) = self.tokens.split_first() else {
            return Err(A::Error::custom(REACHED));
        };
        let mut skip = if rest.is_empty() { self.occurrence } else { 0 };
        loop {
            let stop = rest.is_empty() && self.part == Part::Key && skip == 0;
            let Some(matches) = map.next_key_seed(ProbeKey { token, stop })? else {
                return Ok(());
            };
            if matches && skip == 0 {
                let deeper = Probe {
                    tokens: rest,
                    ..self
                };
                return map.next_value_seed(deeper);
            }
            skip -= usize::from(matches);
            map.next_value::<IgnoredAny>()?;
        }
    }
}

struct ProbeKey<'a> {
    token: &'a str,
    stop: bool,
}

impl<'de> DeserializeSeed<'de> for ProbeKey<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for ProbeKey<'_> {
    type Value = bool;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a scalar key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<bool, E> {
        let matches = key == self.token;
        if matches && self.stop {
            return Err(E::custom(REACHED));
        }
        Ok(matches)
    }
}
