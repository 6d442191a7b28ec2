//! Options of the command line to settings of the library.

use cratify::Config;

/// Makes a setting by its key and its word, as `x-cratify` has them.
pub(crate) fn set(config: Config, key: &str, word: &str) -> Result<Config, String> {
    config.set(key, word).map_err(|words| {
        let words = words.iter().map(|word| format!("`{word}`"));
        let words = words.collect::<Vec<_>>().join(", ");
        format!("the setting `{key}` cannot be `{word}`: there are {words}")
    })
}
