//! Reads the builder settings in the header of a fixture: the key is the name of a method with `-` for `_`,
//! the value its arguments.

use std::path::Path;

use cratify::{
    Arbitrary, BoxedBranches, Config, Dependency, ExternType, FeatureGroups, Formats, Forms,
    Inheritance, InlineTypes, Kind, Layout, MapKeys, MapType, Modules, NullMembers, Operations,
    PlaceSettings, SchemaFiles, SerdeCode, UnknownBranches, UnknownMembers, UnknownValues,
    Unresolved, Unstable, Untyped,
};
use serde_json::{Map, Value};

/// The settings that `Config` and `PlaceSettings` share.
macro_rules! choose {
    ($target:ident, $key:expr, $value:expr, $other:expr) => {
        match $key {
            "unknown-members" => $target.unknown_members(word(
                $value,
                &[
                    ("drop", UnknownMembers::Drop),
                    ("keep", UnknownMembers::Keep),
                    ("refuse", UnknownMembers::Refuse),
                ],
            )),
            "unknown-values" => {
                $target.unknown_values(word($value, &[("refuse", UnknownValues::Refuse)]))
            }
            "unknown-branches" => {
                $target.unknown_branches(word($value, &[("refuse", UnknownBranches::Refuse)]))
            }
            "null-members" => $target.null_members(word(
                $value,
                &[
                    ("absent", NullMembers::Absent),
                    ("distinct", NullMembers::Distinct),
                ],
            )),
            "untyped" => $target.untyped(word($value, &[("literal", Untyped::Literal)])),
            "inheritance" => $target.inheritance(word($value, &[("struct", Inheritance::Struct)])),
            "boxed-branches" => {
                $target.boxed_branches(word($value, &[("all", BoxedBranches::All)]))
            }
            "forms" => $target.forms(word($value, &[("split", Forms::Split)])),
            "serde" => $target.serde(word($value, &[("written", SerdeCode::Written)])),
            "unstable" => $target.unstable(word($value, &[("true", Unstable::True)])),
            "unresolved" => $target.unresolved(word($value, &[("any", Unresolved::Any)])),
            "map-keys" => $target.map_keys(word($value, &[("enum", MapKeys::Enum)])),
            "inline-types" => {
                $target.inline_types(word($value, &[("shared", InlineTypes::Shared)]))
            }
            "map-type" => $target.map_type(word(
                $value,
                &[
                    ("hash-map", MapType::HashMap),
                    ("index-map", MapType::IndexMap),
                ],
            )),
            "formats" => {
                let formats = texts($value).into_iter();
                formats.fold($target, |target, name| target.formats(formats_of(name)))
            }
            _ => $other,
        }
    };
}

/// Applies one setting. Paths are relative to the folder.
pub(crate) fn apply(config: Config, key: &str, value: &Value, folder: &Path) -> Config {
    choose!(
        config,
        key,
        value,
        match key {
            "further-documents" => {
                let first = config.schema_path().to_owned();
                let further = texts(value).into_iter().map(|path| folder.join(path));
                config.schemas(std::iter::once(first).chain(further))
            }
            "operations" => config.operations(word(value, &[("all", Operations::All)])),
            "modules" => config.modules(word(value, &[("files", Modules::Files)])),
            "feature-groups" => config.feature_groups(word(
                value,
                &[
                    ("operations", FeatureGroups::Operations),
                    ("schemas", FeatureGroups::Schemas),
                ],
            )),
            "layout" => config.layout(word(value, &[("packed", Layout::Packed)])),
            "schema-files" => config.schema_files(word(value, &[("shared", SchemaFiles::Shared)])),
            "arbitrary" => config.arbitrary(word(value, &[("feature", Arbitrary::Feature)])),
            "type-prefix" => config.type_prefix(text(value)),
            "type-suffix" => config.type_suffix(text(value)),
            "only" => config.only(texts(value)),
            "allow-crates" => config.allow_crates(texts(value)),
            "derive" => config.derive(text(value)),
            "derive-for" => each(config, value, |config, kind, traits| {
                config.derive_for(kind_of(kind), text(traits))
            }),
            "attribute" => config.attribute(text(value)),
            "attribute-for" => each(config, value, |config, kind, attribute| {
                config.attribute_for(kind_of(kind), text(attribute))
            }),
            "dependency" => config.dependency(dependency(value, folder)),
            "format" => each(config, value, |config, format, ty| {
                config.format(format, extern_type(ty, folder))
            }),
            "extern-type" => each(config, value, |config, schema, ty| {
                config.extern_type(schema, extern_type(ty, folder))
            }),
            "at" => each(config, value, |config, place, settings| {
                config.at(place, |place| each(place, settings, at_place))
            }),
            _ => panic!("`{key}` is not a setting of a fixture"),
        }
    )
}

/// Applies a setting of one place.
fn at_place(place: PlaceSettings, key: &str, value: &Value) -> PlaceSettings {
    choose!(
        place,
        key,
        value,
        match key {
            "rename" => place.rename(text(value)),
            "rename-type" => place.rename_type(text(value)),
            "rename-value" => each(place, value, |place, value, name| {
                place.rename_value(value, text(name))
            }),
            "derive" => place.derive(text(value)),
            "attribute" => place.attribute(text(value)),
            "type-attribute" => place.type_attribute(text(value)),
            "value-attribute" => each(place, value, |place, value, attribute| {
                place.value_attribute(value, text(attribute))
            }),
            _ => panic!("`{key}` is not a setting of a place in a fixture"),
        }
    )
}

/// Applies each member of an object.
fn each<T>(target: T, value: &Value, apply: impl Fn(T, &str, &Value) -> T) -> T {
    let members = object(value).iter();
    members.fold(target, |target, (name, value)| apply(target, name, value))
}

fn extern_type(value: &Value, folder: &Path) -> ExternType {
    let ty = ExternType::new(text(&value["path"]));
    each(ty, value, |ty, key, value| match key {
        "path" => ty,
        "with" => ty.with(text(value)),
        "dependency" => ty.dependency(dependency(value, folder)),
        _ => panic!("`{key}` is not a setting of a type"),
    })
}

fn dependency(value: &Value, folder: &Path) -> Dependency {
    let dependency = Dependency::new(text(&value["name"]), text(&value["version"]));
    each(dependency, value, |dependency, key, value| match key {
        "name" | "version" => dependency,
        "path" => dependency.path(folder.join(text(value))),
        "features" => texts(value)
            .into_iter()
            .fold(dependency, Dependency::feature),
        "default-features" => dependency.without_default_features(),
        _ => panic!("`{key}` is not a setting of a dependency"),
    })
}

fn kind_of(word: &str) -> Kind {
    match word {
        "struct" => Kind::Struct,
        "enum" => Kind::Enum,
        "union" => Kind::Union,
        "newtype" => Kind::Newtype,
        _ => panic!("`{word}` is not a kind of type"),
    }
}

fn formats_of(word: &str) -> Formats {
    match word {
        "uuid" => Formats::Uuid,
        "url" => Formats::Url,
        "jiff" => Formats::Jiff,
        "chrono" => Formats::Chrono,
        "time" => Formats::Time,
        "rust-decimal" => Formats::RustDecimal,
        "base64" => Formats::Base64,
        _ => panic!("`{word}` is not a crate with types for formats"),
    }
}

fn word<T: Copy>(value: &Value, words: &[(&str, T)]) -> T {
    let found = words.iter().find(|(word, _)| *word == text(value));
    found
        .unwrap_or_else(|| panic!("{value} is not a choice that a fixture can make"))
        .1
}

pub(crate) fn text(value: &Value) -> &str {
    value
        .as_str()
        .unwrap_or_else(|| panic!("{value} is not a string"))
}

pub(crate) fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::Array(values) => values.iter().map(text).collect(),
        value => vec![text(value)],
    }
}

fn object(value: &Value) -> &Map<String, Value> {
    value
        .as_object()
        .unwrap_or_else(|| panic!("{value} is not an object"))
}
