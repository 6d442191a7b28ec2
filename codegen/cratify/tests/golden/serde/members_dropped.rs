// src/serde_impls/note.rs
use crate::Note;

impl crate::support::members::Object for Note {
    const NAME: &'static str = "Note";

    const MEMBERS: &'static [&'static str] = &["text"];

    const OTHERS: crate::support::members::Others = crate::support::members::Others::Ignored;

    fn read<'de, A: serde::de::MapAccess<'de>>(
        reader: &mut crate::support::members::Reader<'de, A>,
    ) -> Option<Self> {
        let mut text = None;
        while reader.next_index() == 0 {
            reader.nullable(&mut text);
        }
        Some(Self {
            text,
            record: reader.record(),
        })
    }

    fn write<W: crate::support::members::Writer>(&self, writer: &mut W) {
        writer.record(&self.record);
        writer.optional(&self.text);
    }
}

crate::support::members::recorded_object!(Note);

// src/serde_impls/order.rs
use crate::Order;

impl crate::support::members::Object for Order {
    const NAME: &'static str = "Order";

    const MEMBERS: &'static [&'static str] = &["id"];

    const OTHERS: crate::support::members::Others = crate::support::members::Others::Ignored;

    fn read<'de, A: serde::de::MapAccess<'de>>(
        reader: &mut crate::support::members::Reader<'de, A>,
    ) -> Option<Self> {
        let mut id = None;
        while reader.next_index() == 0 {
            reader.number(&mut id);
        }
        let Some(id) = id else {
            return reader.missing(&[0]);
        };
        Some(Self { id })
    }

    fn write<W: crate::support::members::Writer>(&self, writer: &mut W) {
        writer.value(&self.id);
    }
}

crate::support::members::object!(Order);
