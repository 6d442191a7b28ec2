// src/serde_impls/file.rs
use std::collections::BTreeMap;

use crate::File;
use crate::support::writer_codec::WriteByCodec as _;

impl crate::support::members::Object for File {
    const NAME: &'static str = "File";

    const MEMBERS: &'static [&'static str] = &["id", "content", "parts", "thumbnail"];

    fn read<'de, A: serde::de::MapAccess<'de>>(
        reader: &mut crate::support::members::Reader<'de, A>,
    ) -> Option<Self> {
        let mut id = None;
        let mut content = None;
        let mut parts = None;
        let mut thumbnail = None;
        loop {
            match reader.next_index() {
                0 => reader.value(&mut id),
                1 => {
                    reader
                        .value_by::<
                            crate::support::extern_codec::Base64,
                            _,
                        >(&mut content)
                }
                2 => {
                    reader
                        .nullable_by::<
                            Option<
                                BTreeMap<String, crate::support::extern_codec::Base64>,
                            >,
                            _,
                        >(&mut parts)
                }
                3 => {
                    reader
                        .nullable_by::<
                            Option<crate::support::extern_codec::Base64>,
                            _,
                        >(&mut thumbnail)
                }
                _ => break,
            }
        }
        reader.absent(0, &mut id);
        let (Some(id), Some(content)) = (id, content) else {
            return reader.missing(&[0, 1]);
        };
        Some(Self {
            id,
            content,
            parts,
            thumbnail,
            record: reader.record(),
        })
    }

    fn write<W: crate::support::members::Writer>(&self, writer: &mut W) {
        writer.record(&self.record);
        writer.value(&self.id);
        writer.value_by::<crate::support::extern_codec::Base64, _>(&self.content);
        writer
            .optional_by::<
                Option<BTreeMap<String, crate::support::extern_codec::Base64>>,
                _,
            >(&self.parts);
        writer
            .optional_by::<
                Option<crate::support::extern_codec::Base64>,
                _,
            >(&self.thumbnail);
    }
}

crate::support::members::recorded_object!(File);

// src/support/extern_codec.rs
use serde::{Deserializer, Serializer};
use super::codec::Codec;

/// The codec of `crate::support::base64`.
pub struct Base64;

impl Codec<Vec<u8>> for Base64 {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        crate::support::base64::deserialize(deserializer)
    }

    fn write<S: Serializer>(value: &Vec<u8>, serializer: S) -> Result<S::Ok, S::Error> {
        crate::support::base64::serialize(value, serializer)
    }
}
