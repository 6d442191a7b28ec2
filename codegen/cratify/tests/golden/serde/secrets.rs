// src/serde_impls/login.rs
use std::collections::BTreeMap;

use crate::Login;

impl crate::support::members::Object for Login {
    const NAME: &'static str = "Login";

    const MEMBERS: &'static [&'static str] = &["pin", "password"];

    const OTHERS: crate::support::members::Others = crate::support::members::Others::Kept;

    fn read<'de, A: serde::de::MapAccess<'de>>(
        reader: &mut crate::support::members::Reader<'de, A>,
    ) -> Option<Self> {
        let mut pin = None;
        let mut password = None;
        let mut kept = crate::support::kept::Kept::default();
        loop {
            match reader.next_index() {
                0 => {
                    reader
                        .value_by::<
                            crate::support::hidden_codec::Hidden<
                                crate::support::codec_number::Numbers,
                            >,
                            _,
                        >(&mut pin)
                }
                1 => reader.nullable(&mut password),
                2 => reader.keep(&mut kept),
                _ => break,
            }
        }
        let Some(pin) = pin else {
            return reader.missing(&[0]);
        };
        Some(Self {
            pin,
            password,
            additional_properties: reader
                .kept_by::<
                    crate::support::hidden_codec::Hidden<crate::support::codec::Own>,
                    _,
                >(kept)?,
        })
    }

    fn write<W: crate::support::members::Writer>(&self, writer: &mut W) {
        writer.value(&self.pin);
        writer.optional(&self.password);
        writer.others(&self.additional_properties);
    }
}

crate::support::members::open_object!(Login);

// src/serde_impls/password.rs
use crate::Password;

impl<'de> serde::Deserialize<'de> for Password {
    fn deserialize<D: serde::Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Self, D::Error> {
        serde::Deserialize::deserialize(deserializer)
            .map_err(crate::support::secret::hide)
            .map(Self)
    }
}

impl serde::Serialize for Password {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serde::Serialize::serialize(&self.0, serializer)
    }
}

// src/serde_impls/vault.rs
use crate::Vault;

impl crate::support::members::Object for Vault {
    const NAME: &'static str = "Vault";
    const MEMBERS: &'static [&'static str] = &["content"];

    fn read<'de, A: serde::de::MapAccess<'de>>(
        reader: &mut crate::support::members::Reader<'de, A>,
    ) -> Option<Self> {
        let mut content = None;
        while reader.next_index() == 0 {
            reader.nullable(&mut content);
        }
        Some(Self {
            content,
            record: reader.record(),
        })
    }

    fn write<W: crate::support::members::Writer>(&self, writer: &mut W) {
        writer.record(&self.record);
        writer.optional(&self.content);
    }
}

crate::support::members::recorded_object!(Vault, hide);
