// src/serde_impls/mod.rs
mod payment;

// src/serde_impls/payment.rs
use crate::{Payment, PaymentLine};

impl crate::support::members::Object for Payment {
    const NAME: &'static str = "Payment";
    const MEMBERS: &'static [&'static str] = &["line"];

    fn read<'de, A: serde::de::MapAccess<'de>>(
        reader: &mut crate::support::members::Reader<'de, A>,
    ) -> Option<Self> {
        let mut line = None;
        while reader.next_index() == 0 {
            reader.value(&mut line);
        }
        let Some(line) = line else {
            return reader.missing(&[0]);
        };
        Some(Self {
            line,
            record: reader.record(),
        })
    }

    fn write<W: crate::support::members::Writer>(&self, writer: &mut W) {
        writer.record(&self.record);
        writer.value(&self.line);
    }
}

crate::support::members::recorded_object!(Payment);

impl crate::support::members::Object for PaymentLine {
    const NAME: &'static str = "PaymentLine";
    const MEMBERS: &'static [&'static str] = &["text"];

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

crate::support::members::recorded_object!(PaymentLine);
