//! Reads dependencies and extern types of a settings file.

use cratify_model::package::Dependency;
use cratify_model::settings::ExternType;
use toml_edit::{Item, TableLike};

use super::reader::Reader;
use crate::config::Config;

/// `[dependencies]`, as a manifest has it.
pub(super) fn dependencies(config: Config, item: &Item, reader: &mut Reader) -> Config {
    let Some(table) = reader.table("dependencies", item) else {
        return config;
    };
    table.iter().fold(config, |config, (name, item)| {
        match dependency(name, item, reader) {
            Some(dependency) => config.dependency(dependency),
            None => config,
        }
    })
}

const KEYS: [&str; 4] = ["version", "path", "features", "default-features"];

/// `money = "1.2"`, or `{ version = "1.2", features = ["serde"] }`.
fn dependency(name: &str, item: &Item, reader: &mut Reader) -> Option<Dependency> {
    let at = reader.at(item.span());
    if let Some(version) = item.as_str() {
        return Some(Dependency::new(name, version).requested_at(at));
    }
    let table = reader.table(name, item)?;
    unknown(table, &KEYS, reader);
    let version = text(table, "version", reader).unwrap_or_else(|| "*".to_owned());
    let mut dependency = Dependency::new(name, version).requested_at(at);
    if let Some(path) = text(table, "path", reader) {
        dependency = dependency.path(path);
    }
    let features = table.get("features").and_then(Item::as_array);
    for feature in features
        .into_iter()
        .flatten()
        .filter_map(|feature| feature.as_str())
    {
        dependency = dependency.feature(feature);
    }
    if table.get("default-features").and_then(Item::as_bool) == Some(false) {
        dependency = dependency.without_default_features();
    }
    Some(dependency)
}

/// `[format]`: a type for each format.
pub(super) fn formats(config: Config, item: &Item, reader: &mut Reader) -> Config {
    each("format", config, item, reader, |config, name, ty| {
        config.format(name, ty)
    })
}

/// `[extern-type]`: a type for each schema.
pub(super) fn extern_types(config: Config, item: &Item, reader: &mut Reader) -> Config {
    each("extern-type", config, item, reader, |config, name, ty| {
        config.extern_type(name, ty)
    })
}

fn each(
    key: &str,
    config: Config,
    item: &Item,
    reader: &mut Reader,
    set: impl Fn(Config, &str, ExternType) -> Config,
) -> Config {
    let Some(table) = reader.table(key, item) else {
        return config;
    };
    table.iter().fold(config, |mut config, (name, item)| {
        config.location = Some(reader.at(item.span()));
        match extern_type(name, item, reader) {
            Some(ty) => set(config, name, ty),
            None => config,
        }
    })
}

/// `"std::net::Ipv4Addr"`, or `{ path = "money::Money", with = "…", example = "…" }`.
fn extern_type(name: &str, item: &Item, reader: &mut Reader) -> Option<ExternType> {
    let at = reader.at(item.span());
    if let Some(path) = item.as_str() {
        return Some(ExternType::new(path).requested_at(at));
    }
    let table = reader.table(name, item)?;
    unknown(table, &["path", "with", "example"], reader);
    let Some(path) = text(table, "path", reader) else {
        let help = "write `path = \"my_crate::Money\"`, and the crate under `[dependencies]`";
        reader.error(
            item.span(),
            format!("the type of `{name}` has no `path`"),
            "",
            help,
        );
        return None;
    };
    let mut ty = ExternType::new(path).requested_at(at);
    if let Some(module) = text(table, "with", reader) {
        ty = ty.with(module);
    }
    if let Some(example) = text(table, "example", reader) {
        ty = ty.example(example);
    }
    Some(ty)
}

/// A string of a table, if it is there.
fn text(table: &dyn TableLike, name: &str, reader: &mut Reader) -> Option<String> {
    let item = table.get(name)?;
    let text = item.as_str();
    if text.is_none() {
        let message = format!("`{name}` must be a string");
        let found = format!("found {}", item.type_name());
        reader.error(
            item.span(),
            message,
            &found,
            format!("write `{name} = \"…\"`"),
        );
    }
    text.map(str::to_owned)
}

fn unknown(table: &dyn TableLike, known: &[&str], reader: &mut Reader) {
    for (name, item) in table.iter().filter(|(name, _)| !known.contains(name)) {
        let range = table.key(name).and_then(toml_edit::Key::span);
        let help = format!("the keys are `{}`", known.join("`, `"));
        reader.error(
            range.or(item.span()),
            format!("there is no key `{name}` here"),
            "",
            help,
        );
    }
}
