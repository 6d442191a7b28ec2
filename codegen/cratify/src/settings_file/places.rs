//! Reads settings for places: `[at."Order.status"]`.

use cratify_model::settings::PlaceSettings;
use toml_edit::Item;

use super::keys::{FORMERLY, Key, keys_of_place};
use super::reader::Reader;
use crate::config::Config;

/// Reads the settings of all places.
pub(super) fn read(config: Config, item: &Item, reader: &mut Reader) -> Config {
    let Some(places) = reader.table("at", item) else {
        return config;
    };
    let known = keys_of_place();
    places.iter().fold(config, |mut config, (place, item)| {
        let Some(table) = reader.table(place, item) else {
            return config;
        };
        let key_at = places.key(place).and_then(toml_edit::Key::span);
        config.location = Some(reader.at(key_at.or(item.span())));
        config.at(place, |mut settings| {
            for (name, item) in table.iter() {
                let key_at = table.key(name).and_then(toml_edit::Key::span);
                match known.iter().find(|key| key.name == name) {
                    Some(key) => {
                        settings = settings.requested_at(reader.at(item.span().or(key_at)));
                        settings = set(settings, key, item, reader);
                    }
                    None => reader.unknown_key(key_at, name, &known),
                }
            }
            settings
        })
    })
}

fn set(settings: PlaceSettings, key: &Key, item: &Item, reader: &mut Reader) -> PlaceSettings {
    if key.name == "rename-value" {
        let pairs = reader.pairs(key, item).into_iter();
        return pairs.fold(settings, |settings, (value, name)| {
            settings.rename_value(value, name)
        });
    }
    let words = reader.texts(key, item).into_iter();
    words.fold(settings, |settings, word| match key.name {
        "rename" => settings.rename(word),
        "rename-type" => settings.rename_type(word),
        FORMERLY => settings.formerly(word),
        "attribute" => settings.attribute(word),
        "type-attribute" => settings.type_attribute(word),
        "derive" => settings.derive(word),
        name => match settings.clone().set(name, &word) {
            Ok(settings) => settings,
            Err(words) => {
                reader.unknown_word(item, name, &word, &words);
                settings
            }
        },
    })
}
