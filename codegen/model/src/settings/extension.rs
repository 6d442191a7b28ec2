//! Turns `x-cratify` in the document into settings.

use super::allowed::{AllowedCrates, not_allowed};
use super::written_names::check_name;
use super::{Formats, MapType, Overrides, PlaceSettings, convention, derives, formats, levels};
use crate::model::Requested;
use cratify_schema::SchemaLocation;
use cratify_schema::diagnostic::{
    Code, Diagnostic, Diagnostics, closest, describe, list, wrong_type,
};
use cratify_schema::source::Value;

/// The member by which a document states settings.
pub(super) const NAME: &str = "x-cratify";

/// The key of the names that a type had before.
const FORMERLY: &str = "formerly";

/// A setting that `x-cratify` may have.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DocumentSetting {
    /// The key.
    pub key: &'static str,
    /// The words that it takes, the default first; none if it takes other text.
    pub words: Vec<&'static str>,
    /// Whether it also takes a list of the words.
    pub is_list: bool,
    /// The decision that it makes, in a sentence.
    pub description: String,
}

impl DocumentSetting {
    /// Whether it is on or off.
    #[must_use]
    pub fn is_flag(&self) -> bool {
        self.words == ["false", "true"]
    }
}

/// All settings that `x-cratify` may have.
#[must_use]
pub fn document_settings() -> Vec<DocumentSetting> {
    let mut all = Overrides::table();
    all.push(DocumentSetting {
        key: formats::KEY,
        words: Formats::words(),
        is_list: true,
        description: "The formats that become types of other crates.".to_owned(),
    });
    all.push(DocumentSetting {
        key: derives::KEY,
        words: Vec::new(),
        is_list: false,
        description: "Derives for the types: `Eq, Hash`.".to_owned(),
    });
    all.push(DocumentSetting {
        key: FORMERLY,
        words: Vec::new(),
        is_list: true,
        description: "Names that the type of the schema had before, and keeps as deprecated ones."
            .to_owned(),
    });
    let descriptions = [
        "Warnings that are not reported.",
        "Warnings that are errors.",
    ];
    let levels = levels::KEYS.into_iter().zip(descriptions);
    all.extend(levels.map(|(key, description)| DocumentSetting {
        key,
        words: levels::words(),
        is_list: true,
        description: description.to_owned(),
    }));
    all
}

/// Whether a member of a schema states settings.
pub fn is_setting(name: &str, value: &Value) -> bool {
    name == NAME || convention::is_setting(name, value)
}

/// Reads the value of `x-cratify`, which stands at `at`.
pub(super) fn read(
    at: &SchemaLocation,
    value: &Value,
    allowed: &AllowedCrates,
    diagnostics: &mut Diagnostics,
) -> PlaceSettings {
    let mut found = PlaceSettings::default();
    let Some(members) = value.as_object() else {
        diagnostics.push(
            wrong_type(at.value(), "`x-cratify`", "an object", value).help(format!(
                "name a setting and its value: the settings are {}",
                list(&keys())
            )),
        );
        return found;
    };
    for (key, value) in members {
        if key == formats::KEY {
            let rules = &mut found.formats;
            formats::read(&at.join(key), value, allowed, rules, diagnostics);
            continue;
        }
        if key == derives::KEY {
            let derives = derives::read(&at.join(key), value, allowed, diagnostics);
            found.requests.derives.extend(derives);
            continue;
        }
        if key == FORMERLY {
            read_former(&at.join(key), value, &mut found, diagnostics);
            continue;
        }
        if levels::KEYS.contains(&key.as_str()) {
            levels::check(&at.join(key), key, value, diagnostics);
            continue;
        }
        let flag = value.as_bool().map(|flag| flag.to_string());
        let word = flag.as_deref().or(value.as_str());
        let Err(words) = found.choices.choose(key, word) else {
            let map_type = &mut found.choices.map_type;
            let name = map_type.and_then(MapType::crate_name);
            if let Some(name) = name.filter(|name| !allowed.has(name)) {
                *map_type = None;
                let mend = ", or choose the type of maps there";
                diagnostics.push(not_allowed(at.join(key).value(), name, mend));
            }
            continue;
        };
        diagnostics.push(if words.is_empty() {
            unknown_key(&at.join(key), key)
        } else {
            unknown_word(&at.join(key), key, value, &words)
        });
    }
    found
}

/// Reads the names that a type had before: a name, or a list of names.
fn read_former(
    at: &SchemaLocation,
    value: &Value,
    found: &mut PlaceSettings,
    diagnostics: &mut Diagnostics,
) {
    let names = match value {
        Value::Array(names) => {
            let names = names.iter().enumerate();
            let names = names.map(|(index, name)| (at.join(&index.to_string()), name));
            names.collect()
        }
        name => vec![(at.clone(), name)],
    };
    for (at, name) in names {
        let Some(text) = name.as_str() else {
            let wrong = wrong_type(at.value(), "`formerly`", "a name, or a list of names", name);
            diagnostics.push(wrong.help("name the type as the last release does"));
            continue;
        };
        let request = Requested::by(at.value(), text);
        match check_name(text, at.value()) {
            None => found.requests.former_names.push(request),
            Some(problem) => diagnostics.push(problem),
        }
    }
}

/// The names of the settings in a document.
fn keys() -> Vec<&'static str> {
    let all = document_settings().into_iter();
    all.map(|setting| setting.key).collect()
}

fn unknown_key(at: &SchemaLocation, key: &str) -> Diagnostic {
    Diagnostic::error(
        Code::UnknownSetting,
        at.key(),
        format!("there is no setting `{key}`"),
    )
    .label("not a setting")
    .help(match closest(key, &keys()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("the settings are {}", list(&keys())),
    })
}

pub(super) fn unknown_word(
    at: &SchemaLocation,
    key: &str,
    found: &Value,
    words: &[&'static str],
) -> Diagnostic {
    let near = found.as_str().and_then(|word| closest(word, words));
    Diagnostic::error(
        Code::UnknownSetting,
        at.value(),
        format!("the setting `{key}` cannot be {}", describe(found)),
    )
    .label("no such choice")
    .help(match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("the choices are {}", list(words)),
    })
}
