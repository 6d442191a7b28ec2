// src/serde_impls/kept.rs
use crate::Kept;

impl crate::support::members::Object for Kept {
    const NAME: &'static str = "Kept";

    const MEMBERS: &'static [&'static str] = &["id"];

    const OTHERS: crate::support::members::Others = crate::support::members::Others::Kept;

    fn read<'de, A: serde::de::MapAccess<'de>>(
        mut reader: crate::support::members::Reader<'de, A>,
    ) -> Result<Self, A::Error> {
        let mut id = None;
        let mut kept = crate::support::kept::Kept::default();
        while let Some(index) = reader.next_field()? {
            match index {
                0 => reader.nullable(&mut id),
                _ => reader.keep(&mut kept),
            }?;
        }
        Ok(Self {
            id,
            additional_properties: kept.read()?,
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
        mut reader: crate::support::members::Reader<'de, A>,
    ) -> Result<Self, A::Error> {
        let mut sum = None;
        let mut kept = crate::support::kept::Kept::default();
        while let Some(index) = reader.next_field()? {
            match index {
                0 => reader.number(&mut sum),
                _ => reader.keep(&mut kept),
            }?;
        }
        let Some(sum) = sum else {
            return reader.missing(&[0]);
        };
        Ok(Self {
            sum,
            additional_properties: kept
                .read_by::<crate::support::codec_number::Numbers, _, _>()?,
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
        mut reader: crate::support::members::Reader<'de, A>,
    ) -> Result<Self, A::Error> {
        let mut id = None;
        while reader.next_field()?.is_some() {
            reader.nullable(&mut id)?;
        }
        Ok(Self { id })
    }

    fn write<W: crate::support::members::Writer>(&self, writer: &mut W) {
        writer.optional(&self.id);
    }
}

crate::support::members::object!(Refused);
