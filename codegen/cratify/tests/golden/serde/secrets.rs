// src/serde_impls/login.rs
use std::collections::BTreeMap;

use crate::Login;

impl crate::support::members::Object for Login {
    const NAME: &'static str = "Login";

    const MEMBERS: &'static [&'static str] = &["pin", "password"];

    const OTHERS: crate::support::members::Others = crate::support::members::Others::Kept;

    fn read<'de, A: serde::de::MapAccess<'de>>(
        mut reader: crate::support::members::Reader<'de, A>,
    ) -> Result<Self, A::Error> {
        let mut pin = None;
        let mut password = None;
        let mut kept = crate::support::kept::Kept::default();
        while let Some(index) = reader.next_field()? {
            match index {
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
                _ => reader.keep(&mut kept),
            }?;
        }
        let Some(pin) = pin else {
            return reader.missing(&[0]);
        };
        Ok(Self {
            pin,
            password,
            additional_properties: kept
                .read_by::<
                    crate::support::hidden_codec::Hidden<crate::support::codec::Own>,
                    _,
                    _,
                >()?,
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
        mut reader: crate::support::members::Reader<'de, A>,
    ) -> Result<Self, A::Error> {
        let mut content = None;
        while reader.next_field()?.is_some() {
            reader.nullable(&mut content)?;
        }
        let mut value = Self {
            record: Default::default(),
            content,
        };
        reader.record(&mut value);
        Ok(value)
    }

    fn write<W: crate::support::members::Writer>(&self, writer: &mut W) {
        writer.record(&self.record);
        writer.optional(&self.content);
    }
}

crate::support::members::recorded_object!(Vault, hide);
