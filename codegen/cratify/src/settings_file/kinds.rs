//! Reads derives and attributes for kinds of types: `derive-for = { enum = "Hash" }`.

use cratify_model::settings::Kind;
use cratify_schema::diagnostic::{closest, list};
use toml_edit::Item;

use super::keys::{KINDS, Key, ValueKind};
use super::reader::Reader;
use crate::config::Config;

/// Reads the texts for each kind, and makes a request of each.
pub(super) fn read(
    config: Config,
    key: &Key,
    item: &Item,
    reader: &mut Reader,
    request: impl Fn(Config, Kind, String) -> Config,
) -> Config {
    let Some(kinds) = reader.table(key.name, item) else {
        return config;
    };
    kinds.iter().fold(config, |mut config, (name, item)| {
        let key_at = kinds.key(name).and_then(toml_edit::Key::span);
        let Some((word, kind)) = KINDS.iter().find(|(word, _)| *word == name) else {
            let words = KINDS.map(|(word, _)| word);
            let help = match closest(name, &words) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("the kinds are {}", list(&words)),
            };
            let message = format!("there is no kind `{name}` of types");
            reader.error(key_at.or(item.span()), message, "no kind", help);
            return config;
        };
        let of_kind = Key {
            name: word,
            kind: ValueKind::Texts,
            description: String::new(),
        };
        config.location = Some(reader.at(item.span().or(key_at)));
        let texts = reader.texts(&of_kind, item).into_iter();
        texts.fold(config, |config, text| request(config, *kind, text))
    })
}
