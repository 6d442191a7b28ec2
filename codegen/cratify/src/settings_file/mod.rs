//! Reads `cratify.toml`: the settings of the builder in a file, for users without a build script, in the words of the builder
//! and of `x-cratify`.

mod keys;
mod kinds;
mod places;
mod reader;
mod schema;
mod types;

use std::path::Path;

use cratify_schema::diagnostic::{Code, Diagnostic};
use cratify_schema::source::read_text;
use toml_edit::{Document, Item, Table};

use crate::config::Config;
use keys::{
    ARBITRARY, DIALECTS, FEATURE_GROUPS, Key, LAYOUT, MODULES, OPERATIONS, RELEASED_NAMES,
    SCHEMA_FILES, keys,
};
use reader::Reader;
pub use schema::settings_schema;

impl Config {
    /// Reads the settings of a file in TOML, usually `cratify.toml`, as the calls of the builder that it names: later calls
    /// hold before it. Paths in it are relative to its folder. Mistakes in it are reported with the mistakes of the document.
    ///
    /// ```no_run
    /// cratify::configure().settings_file("cratify.toml")
    /// # ;
    /// ```
    #[must_use]
    pub fn settings_file(mut self, path: impl AsRef<Path>) -> Self {
        let path = path.as_ref();
        self.settings_files.push(path.to_owned());
        let text = match read_text(path) {
            Ok(text) => text,
            Err(diagnostic) => {
                self.faults.push(*diagnostic);
                return self;
            }
        };
        let mut reader = Reader::new(path, &text);
        let config = match Document::parse(text.as_str()) {
            Ok(document) => read_table(self, document.as_table(), &mut reader),
            Err(error) => {
                let at = reader.at(error.span());
                let mut message = error.message().lines();
                let message = format!(
                    "the settings are not TOML: {}",
                    message.next().unwrap_or("no value")
                );
                reader.faults.push(
                    Diagnostic::error(Code::UnknownSetting, at, message)
                        .help("write `key = \"word\"`, one setting on each line"),
                );
                self
            }
        };
        let mut config = config;
        config.faults.append(&mut reader.faults);
        config.location = None;
        config
    }
}

fn read_table(mut config: Config, table: &Table, reader: &mut Reader) -> Config {
    let known = keys();
    for (name, item) in table {
        let key_at = table.key(name).and_then(toml_edit::Key::span);
        let Some(key) = known.iter().find(|key| key.name == name) else {
            reader.unknown_key(key_at, name, &known);
            continue;
        };
        config.location = Some(reader.at(item.span().or(key_at)));
        config = read_key(config, key, item, reader);
    }
    config
}

fn read_key(config: Config, key: &Key, item: &Item, reader: &mut Reader) -> Config {
    match key.name {
        "schema" => config.schemas(reader.paths(key, item)),
        "output" => each(config, reader.paths(key, item), Config::output),
        "records" => each(config, reader.paths(key, item), Config::records),
        "overlay" => each(config, reader.paths(key, item), Config::overlay),
        "allow-references-to" => each(config, reader.paths(key, item), Config::allow_references_to),
        "map-references" => {
            let pairs = reader.pairs(key, item).into_iter();
            pairs.fold(config, |config, (prefix, folder)| {
                config.map_references(prefix, reader.folder.join(folder))
            })
        }
        "module" => each(config, reader.texts(key, item), Config::module),
        "type-prefix" => each(config, reader.texts(key, item), Config::type_prefix),
        "type-suffix" => each(config, reader.texts(key, item), Config::type_suffix),
        "derive" => each(config, reader.texts(key, item), Config::derive),
        "attribute" => each(config, reader.texts(key, item), Config::attribute),
        "derive-for" => kinds::read(config, key, item, reader, Config::derive_for),
        "attribute-for" => kinds::read(config, key, item, reader, Config::attribute_for),
        "only" => match reader.texts(key, item) {
            names if names.is_empty() => config,
            names => config.only(names),
        },
        "allow-crates" => config.allow_crates(reader.texts(key, item)),
        "operations" => word(config, key, item, reader, &OPERATIONS, Config::operations),
        "modules" => word(config, key, item, reader, &MODULES, Config::modules),
        "layout" => word(config, key, item, reader, &LAYOUT, Config::layout),
        "feature-groups" => word(
            config,
            key,
            item,
            reader,
            &FEATURE_GROUPS,
            Config::feature_groups,
        ),
        "schema-files" => word(
            config,
            key,
            item,
            reader,
            &SCHEMA_FILES,
            Config::schema_files,
        ),
        "arbitrary" => word(config, key, item, reader, &ARBITRARY, Config::arbitrary),
        "released-names" => word(
            config,
            key,
            item,
            reader,
            &RELEASED_NAMES,
            Config::released_names,
        ),
        "default-dialect" => word(
            config,
            key,
            item,
            reader,
            &DIALECTS,
            Config::default_dialect,
        ),
        "dependencies" => types::dependencies(config, item, reader),
        "format" => types::formats(config, item, reader),
        "extern-type" => types::extern_types(config, item, reader),
        "at" => places::read(config, item, reader),
        // A choice, formats, or the level of warnings.
        name => {
            let words = reader.texts(key, item).into_iter();
            words.fold(config, |config, word| {
                match config.clone().set(name, &word) {
                    Ok(config) => config,
                    Err(words) => {
                        reader.unknown_word(item, name, &word, &words);
                        config
                    }
                }
            })
        }
    }
}

/// Makes a setting of each value.
fn each<T>(config: Config, values: Vec<T>, set: impl Fn(Config, T) -> Config) -> Config {
    values.into_iter().fold(config, set)
}

fn word<T: Copy>(
    config: Config,
    key: &Key,
    item: &Item,
    reader: &mut Reader,
    words: &[(&'static str, T)],
    set: impl Fn(Config, T) -> Config,
) -> Config {
    let Some(word) = reader.texts(key, item).into_iter().next() else {
        return config;
    };
    if let Some((_, choice)) = words.iter().find(|(known, _)| *known == word) {
        return set(config, *choice);
    }
    let known: Vec<&str> = words.iter().map(|(known, _)| *known).collect();
    reader.unknown_word(item, key.name, &word, &known);
    config
}
