//! Finds the settings that would change a type: it tries each word of each setting for its schema alone.

use std::thread;

use cratify::{Config, DocumentSetting, PlaceSettings, document_settings};

use super::definition::Definition;

/// A setting, and the words of it that make another type.
type Change = (DocumentSetting, Vec<&'static str>);

/// The settings that would change the type of the schema at a pointer.
pub(super) fn that_change(config: &Config, pointer: &str) -> Vec<Change> {
    let is_elsewhere = pointer.contains('#');
    let place = format!("{}{pointer}", if is_elsewhere { "" } else { "#" });
    // Types that the schema does not need take time, and say nothing about it.
    let alone = config.clone().only([&place]);
    let usual = made(&alone, pointer);
    let config = if usual.is_some() { &alone } else { config };
    let usual = usual.or_else(|| made(config, pointer));
    let (place, usual) = (&place, &usual);
    thread::scope(|scope| {
        let tries: Vec<_> = document_settings()
            .into_iter()
            .map(|setting| {
                scope.spawn(move || change(config, place, pointer, usual.as_ref(), setting))
            })
            .collect();
        let ends = tries.into_iter().map(thread::ScopedJoinHandle::join);
        ends.filter_map(|end| end.ok().flatten()).collect()
    })
}

fn change(
    config: &Config,
    place: &str,
    pointer: &str,
    usual: Option<&Definition>,
    setting: DocumentSetting,
) -> Option<Change> {
    let changes = |word: &&'static str| {
        // A setting that no type depends on, such as the level of warnings, is not shown for a place.
        let Ok(settings) = PlaceSettings::default().set(setting.key, word) else {
            return false;
        };
        let made = made(&config.clone().at(place, |_| settings), pointer);
        made.is_some() && made.as_ref() != usual
    };
    let words: Vec<&str> = setting.words.iter().copied().filter(changes).collect();
    (!words.is_empty()).then_some((setting, words))
}

/// The definition that a configuration makes of a schema.
fn made(config: &Config, pointer: &str) -> Option<Definition> {
    Definition::of_schema(&config.generate().ok()?, pointer)
}

/// The settings with their words, as lines of text.
pub(super) fn listed(changes: &[Change]) -> String {
    if changes.is_empty() {
        return "no setting would change it\n\n".to_owned();
    }
    let mut text = String::from(
        "settings that would change it, by `.at(…)` in the build script or `x-cratify` in the schema:\n",
    );
    for (setting, words) in changes {
        let (key, words) = (setting.key, words.join(", "));
        text.push_str(&format!(
            "  {key}: {words}\n      {}\n",
            setting.description
        ));
    }
    text.push('\n');
    text
}
