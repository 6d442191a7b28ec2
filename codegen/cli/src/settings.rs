//! Turns options of the command line into settings of the library.

use std::io::Read;
use std::path::Path;

use clap::Args;
use cratify::{Config, Formats, Operations, document_settings};

/// Settings, as the builder and `x-cratify` have them.
#[derive(Debug, Args)]
#[command(next_help_heading = "Settings")]
pub(crate) struct Settings {
    /// A file with settings; without this, `cratify.toml` if there is one. Options hold before it.
    #[arg(long, value_name = "FILE")]
    pub config: Option<std::path::PathBuf>,
    /// A setting for everything, in the words of `x-cratify`: `untyped=literal`, `map-type=hash-map`.
    #[arg(long = "set", value_name = "KEY=WORD", value_parser = pair)]
    pub choices: Vec<(String, String)>,
    #[arg(long, value_delimiter = ',', value_name = "LIST", help = help_for_formats())]
    pub formats: Vec<String>,
    /// Makes types for these schemas and for the schemas that they need, and for no others.
    #[arg(long, value_delimiter = ',', value_name = "SCHEMAS")]
    pub only: Vec<String>,
    /// Makes types for the schemas of operations as well.
    #[arg(long, value_name = "WHICH", value_parser = ["bodies", "all"])]
    pub operations: Option<String>,
    /// Warnings that are not reported: codes, or `warnings` for all.
    #[arg(long, value_delimiter = ',', value_name = "CODES")]
    pub allow: Vec<String>,
    /// Warnings that are errors: codes, or `warnings` for all.
    #[arg(long, value_delimiter = ',', value_name = "CODES")]
    pub deny: Vec<String>,
    /// An overlay (OpenAPI Overlay 1.0 or 1.1) to apply to the document before anything else; may be repeated.
    #[arg(long, value_name = "FILE")]
    pub overlay: Vec<std::path::PathBuf>,
    /// Lets references lead to files of this folder.
    #[arg(long, value_name = "FOLDER")]
    pub allow_references_to: Vec<std::path::PathBuf>,
}

/// The settings file that is read without being named.
const SETTINGS_FILE: &str = "cratify.toml";

/// The help for `--formats`, with all words.
pub(crate) fn help_for_formats() -> String {
    let words = Formats::words().into_iter();
    let words = words.filter(|word| Formats::named(word) != Some(Formats::Plain));
    let words = words.collect::<Vec<_>>().join(", ");
    format!("Formats that become types of other crates: {words}")
}

/// A setting as an option has it: `KEY=WORD`.
pub(crate) fn pair(text: &str) -> Result<(String, String), String> {
    let (key, word) = text.split_once('=').ok_or("write KEY=WORD")?;
    Ok((key.to_owned(), word.to_owned()))
}

impl Settings {
    /// Whether there is a file with settings.
    pub(crate) fn has_file(&self) -> bool {
        self.config.is_some() || Path::new(SETTINGS_FILE).is_file()
    }

    /// The configuration for a document: a file, a folder with one, or `-` for standard input; or for several files. Without
    /// a document, it is the document of the settings file, or else the folder `schema`.
    pub(crate) fn config(&self, documents: &[impl AsRef<Path>]) -> Result<Config, String> {
        let mut config = cratify::configure();
        let usual = Path::new(SETTINGS_FILE);
        let usual = Some(usual).filter(|path| path.is_file());
        if let Some(path) = self.config.as_deref().or(usual) {
            config = config.settings_file(path);
        } else if documents.is_empty() && !config.schema_path().exists() {
            return Err(format!(
                "name the document: here is neither `{SETTINGS_FILE}` nor the folder `{}`",
                config.schema_path().display()
            ));
        }
        let stdin = Path::new("-");
        config = match documents {
            [document] if document.as_ref() == stdin => {
                config.schema_text("stdin", standard_input()?)
            }
            _ if documents.iter().any(|one| one.as_ref() == stdin) => {
                return Err("standard input has one document: name files".to_owned());
            }
            _ => config.schemas(documents),
        };
        for (key, word) in &self.choices {
            config = set(config, key, word)?;
        }
        let lists = [
            ("formats", &self.formats),
            ("allow", &self.allow),
            ("deny", &self.deny),
        ];
        for (key, words) in lists {
            for word in words {
                config = set(config, key, word)?;
            }
        }
        if !self.only.is_empty() {
            let option = format!("--only {}", self.only.join(","));
            config = config.requested_by(option).only(&self.only);
        }
        for overlay in &self.overlay {
            config = config.overlay(overlay);
        }
        for folder in &self.allow_references_to {
            config = config.allow_references_to(folder);
        }
        Ok(match self.operations.as_deref() {
            Some("all") => config.operations(Operations::All),
            Some(_) => config.operations(Operations::Bodies),
            None => config,
        })
    }
}

/// Makes a setting by its key and its word, as `x-cratify` has them.
pub(crate) fn set(config: Config, key: &str, word: &str) -> Result<Config, String> {
    let is_key = document_settings().iter().any(|setting| setting.key == key);
    config.set(key, word).map_err(|words| {
        if let Some(near) = cratify::closest(word, &words).filter(|_| is_key) {
            return format!("`{key}` cannot be `{word}`: did you mean `{near}`?");
        }
        let words = words.iter().map(|word| format!("`{word}`"));
        let words = words.collect::<Vec<_>>().join(", ");
        if is_key {
            format!("`{key}` cannot be `{word}`: it can be {words}")
        } else {
            format!("there is no setting `{key}`: there are {words}")
        }
    })
}

/// The text of standard input. A pipe that is cut off gives what came before, which is seldom a document.
fn standard_input() -> Result<String, String> {
    let mut text = String::new();
    let read = std::io::stdin().lock().read_to_string(&mut text);
    read.map_err(|error| format!("cannot read standard input: {error}"))?;
    Ok(text)
}
