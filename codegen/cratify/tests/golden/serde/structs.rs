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
        reader: &mut crate::support::members::Reader<'de, A>,
    ) -> Option<Self> {
        let mut id = None;
        let mut note = None;
        let mut kind = None;
        let mut version = None;
        let mut amount = None;
        let mut total = None;
        let mut r#type = None;
        let mut part = None;
        let mut index = None;
        loop {
            match reader.next_index() {
                0 => reader.value(&mut id),
                1 => reader.value(&mut note),
                2 => reader.value(&mut kind),
                3 => reader.value(&mut version),
                4 => reader.nullable_number(&mut amount),
                5 => reader.nullable_number(&mut total),
                6 => reader.nullable(&mut r#type),
                7 => reader.nullable(&mut part),
                8 => reader.nullable(&mut index),
                _ => break,
            }
        }
        let (Some(id), Some(note), Some(kind)) = (id, note, kind) else {
            return reader.missing(&[0, 1, 2]);
        };
        Some(Self {
            id,
            note,
            kind,
            version: version.unwrap_or_else(crate::OrderVersion::absent),
            amount,
            total,
            r#type,
            part,
            index,
            record: reader.record(),
        })
    }

    fn write<W: crate::support::members::Writer>(&self, writer: &mut W) {
        writer.record(&self.record);
        writer.value(&self.id);
        writer.value(&self.note);
        writer.value(&self.kind);
        if self.version.is_absent() {
            writer.skip();
        } else {
            writer.value(&self.version);
        }
        writer.optional(&self.amount);
        writer.optional_number(&self.total);
        writer.optional(&self.r#type);
        writer.optional(&self.part);
        writer.optional(&self.index);
    }
}

crate::support::members::recorded_object!(Order);
