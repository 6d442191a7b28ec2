// src/serde_impls/order.rs
use crate::Order;
use crate::support::writer_number::WriteNumber as _;

impl crate::support::members::Object for Order {
    const NAME: &'static str = "Order";
    const MEMBERS: &'static [&'static str] = &[
        "id",
        "note",
        "kind",
        "version",
        "amount",
        "total",
        "type",
        "part",
        "index",
    ];

    fn read<'de, A: serde::de::MapAccess<'de>>(
        mut reader: crate::support::members::Reader<'de, A>,
    ) -> Result<Self, A::Error> {
        let mut id = None;
        let mut note = None;
        let mut kind = None;
        let mut version = None;
        let mut amount = None;
        let mut total = None;
        let mut r#type = None;
        let mut part = None;
        let mut index = None;
        while let Some(index_) = reader.next_field()? {
            match index_ {
                0 => reader.value(&mut id),
                1 => reader.value(&mut note),
                2 => reader.value(&mut kind),
                3 => reader.value(&mut version),
                4 => reader.nullable_number(&mut amount),
                5 => reader.nullable_number(&mut total),
                6 => reader.nullable(&mut r#type),
                7 => reader.nullable(&mut part),
                _ => reader.nullable(&mut index),
            }?;
        }
        let (Some(id), Some(note), Some(kind)) = (id, note, kind) else {
            return reader.missing(&[0, 1, 2]);
        };
        let mut value = Self {
            record: Default::default(),
            id,
            note,
            kind,
            version: version.unwrap_or_default(),
            amount,
            total,
            r#type,
            part,
            index,
        };
        reader.record(&mut value);
        Ok(value)
    }

    fn write<W: crate::support::members::Writer>(&self, writer: &mut W) {
        writer.record(&self.record);
        writer.value(&self.id);
        writer.value(&self.note);
        writer.value(&self.kind);
        writer.value(&self.version);
        writer.optional(&self.amount);
        writer.optional_number(&self.total);
        writer.optional(&self.r#type);
        writer.optional(&self.part);
        writer.optional(&self.index);
    }
}

crate::support::members::recorded_object!(Order);
