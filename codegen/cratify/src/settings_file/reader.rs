//! Reads values of a settings file, and reports wrong ones.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use cratify_schema::diagnostic::{Code, Diagnostic, SourceLocation, closest, list, visible};
use toml_edit::{Item, TableLike, Value};

use super::keys::{Key, ValueKind};

/// A file that is being read.
pub(super) struct Reader {
    path: PathBuf,
    /// The folder of the file, which its paths are relative to.
    pub(super) folder: PathBuf,
    text: Arc<str>,
    pub(super) faults: Vec<Diagnostic>,
}

impl Reader {
    pub(super) fn new(path: &Path, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            folder: path.parent().unwrap_or(Path::new("")).to_owned(),
            text: text.into(),
            faults: Vec::new(),
        }
    }

    /// The location of a range; the start of the file without a range.
    pub(super) fn at(&self, range: Option<Range<usize>>) -> SourceLocation {
        SourceLocation::InlineText {
            path: self.path.clone(),
            text: Arc::clone(&self.text),
            range: range.unwrap_or(0..0),
        }
    }

    pub(super) fn error(
        &mut self,
        range: Option<Range<usize>>,
        message: impl AsRef<str>,
        label: &str,
        help: impl Into<String>,
    ) {
        let message = visible(message.as_ref());
        let diagnostic = Diagnostic::error(Code::UnknownSetting, self.at(range), message);
        self.faults.push(diagnostic.label(label).help(help));
    }

    pub(super) fn unknown_key(&mut self, range: Option<Range<usize>>, name: &str, known: &[Key]) {
        let names: Vec<&str> = known.iter().map(|key| key.name).collect();
        let help = match closest(name, &names) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the settings are {}", list(&names)),
        };
        let message = format!("there is no setting `{name}`");
        self.error(range, message, "not a setting", help);
    }

    pub(super) fn unknown_word(&mut self, item: &Item, key: &str, word: &str, known: &[&str]) {
        let help = match closest(word, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the choices are {}", list(known)),
        };
        let message = format!("the setting `{key}` cannot be `{word}`");
        self.error(item.span(), message, "no such choice", help);
    }

    fn wrong_form(&mut self, item: &Item, key: &Key) {
        let (what, example) = match key.kind {
            ValueKind::Flag => ("`true` or `false`", "= true"),
            ValueKind::Text | ValueKind::Word(_) => ("a string", "= \"…\""),
            ValueKind::Texts | ValueKind::Words(_) => {
                ("a string or a list of strings", "= [\"…\"]")
            }
            ValueKind::Pairs => ("a table of strings", "= { \"…\" = \"…\" }"),
            ValueKind::Dependencies | ValueKind::Types | ValueKind::Places | ValueKind::Kinds => {
                ("a table", "= { … }")
            }
        };
        let name = key.name;
        let message = format!("the setting `{name}` must be {what}");
        let found = format!("found {}", item.type_name());
        self.error(
            item.span(),
            message,
            &found,
            format!("write `{name} {example}`"),
        );
    }

    /// The strings of a value: one, the word of a flag, or the elements of a list where the key takes a list.
    pub(super) fn texts(&mut self, key: &Key, item: &Item) -> Vec<String> {
        let takes_list = matches!(key.kind, ValueKind::Texts | ValueKind::Words(_));
        let found = match item {
            Item::Value(Value::Boolean(flag)) if matches!(key.kind, ValueKind::Flag) => {
                Some(vec![flag.value().to_string()])
            }
            Item::Value(Value::String(text)) => Some(vec![text.value().clone()]),
            Item::Value(Value::Array(values)) if takes_list => {
                let texts = values.iter().map(|value| value.as_str().map(str::to_owned));
                texts.collect()
            }
            _ => None,
        };
        found.unwrap_or_else(|| {
            self.wrong_form(item, key);
            Vec::new()
        })
    }

    /// The paths of a value.
    pub(super) fn paths(&mut self, key: &Key, item: &Item) -> Vec<PathBuf> {
        let texts = self.texts(key, item).into_iter();
        texts.map(|text| self.folder.join(text)).collect()
    }

    /// A table of strings.
    pub(super) fn pairs(&mut self, key: &Key, item: &Item) -> Vec<(String, String)> {
        let pairs = item.as_table_like().and_then(|table| {
            let pairs = table.iter();
            let pair =
                |(name, item): (&str, &Item)| Some((name.to_owned(), item.as_str()?.to_owned()));
            pairs.map(pair).collect()
        });
        pairs.unwrap_or_else(|| {
            self.wrong_form(item, key);
            Vec::new()
        })
    }

    /// A table, by the name of its key.
    pub(super) fn table<'i>(&mut self, name: &str, item: &'i Item) -> Option<&'i dyn TableLike> {
        let table = item.as_table_like();
        if table.is_none() {
            let message = format!("`{name}` must be a table");
            let found = format!("found {}", item.type_name());
            self.error(
                item.span(),
                message,
                &found,
                format!("write `{name} = {{ … }}`"),
            );
        }
        table
    }
}
