// src/serde_impls/kept.rs
use crate::Kept;

impl crate::support::members::Object for Kept {
    const NAME: &'static str = "Kept";

    const MEMBERS: &'static [&'static str] = &["id"];

    const OTHERS: crate::support::members::Others = crate::support::members::Others::Kept;

    fn read<'de, A: serde::de::MapAccess<'de>>(
        reader: &mut crate::support::members::Reader<'de, A>,
    ) -> Option<Self> {
        let mut id = None;
        let mut kept = crate::support::kept::Kept::default();
        loop {
            match reader.next_index() {
                0 => reader.nullable(&mut id),
                1 => reader.keep(&mut kept),
                _ => break,
            }
        }
        Some(Self {
            id,
            additional_properties: reader.kept(kept)?,
        })
    }

    fn write<W: crate::support::members::Writer>(&self, writer: &mut W) {
        writer.optional(&self.id);
        writer.others(&self.additional_properties);
    }
}

crate::support::members::open_object!(Kept);

// src/serde_impls/numbers.rs
use crate::Numbers;
use crate::support::writer_codec::WriteByCodec as _;
use crate::support::writer_number::WriteNumber as _;

impl crate::support::members::Object for Numbers {
    const NAME: &'static str = "Numbers";

    const MEMBERS: &'static [&'static str] = &["sum"];

    const OTHERS: crate::support::members::Others = crate::support::members::Others::Kept;

    fn read<'de, A: serde::de::MapAccess<'de>>(
        reader: &mut crate::support::members::Reader<'de, A>,
    ) -> Option<Self> {
        let mut sum = None;
        let mut kept = crate::support::kept::Kept::default();
        loop {
            match reader.next_index() {
                0 => reader.number(&mut sum),
                1 => reader.keep(&mut kept),
                _ => break,
            }
        }
        let Some(sum) = sum else {
            return reader.missing(&[0]);
        };
        Some(Self {
            sum,
            additional_properties: reader
                .kept_by::<crate::support::codec_number::Numbers, _>(kept)?,
        })
    }

    fn write<W: crate::support::members::Writer>(&self, writer: &mut W) {
        writer.number(&self.sum);
        writer
            .others_by::<
                crate::support::codec_number::Numbers,
                _,
            >(&self.additional_properties);
    }
}

crate::support::members::open_object!(Numbers);

// src/serde_impls/refused.rs
use crate::Refused;

impl crate::support::members::Object for Refused {
    const NAME: &'static str = "Refused";

    const MEMBERS: &'static [&'static str] = &["id"];

    const OTHERS: crate::support::members::Others = crate::support::members::Others::Refused;

    fn read<'de, A: serde::de::MapAccess<'de>>(
        reader: &mut crate::support::members::Reader<'de, A>,
    ) -> Option<Self> {
        let mut id = None;
        while reader.next_index() == 0 {
            reader.nullable(&mut id);
        }
        Some(Self { id })
    }

    fn write<W: crate::support::members::Writer>(&self, writer: &mut W) {
        writer.optional(&self.id);
    }
}

crate::support::members::object!(Refused);
