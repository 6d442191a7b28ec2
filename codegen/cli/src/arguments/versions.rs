//! The options of the commands that compare versions.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Place;
use crate::settings::{Settings, pair};

/// `diff`.
#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// The old version: a document, a record or a packed crate, as a file or as `REVISION:PATH` in the git repository.
    pub old: String,
    /// The new version.
    pub new: String,
    /// The bump that a break of the data asks for, where no Rust code breaks.
    #[arg(long, value_enum, default_value_t = DataBreak::Minor, value_name = "BUMP")]
    pub data_break: DataBreak,
    /// A file with entries for breaks that are accepted on purpose.
    #[arg(long, value_name = "FILE")]
    pub accepted: Option<PathBuf>,
    /// Prints, in the place of the report, an entry for each break that is not accepted.
    #[arg(long)]
    pub print_entries: bool,
    /// A setting of the old version alone, in the words of `x-cratify`.
    #[arg(long, value_name = "KEY=WORD", value_parser = pair)]
    pub set_old: Vec<(String, String)>,
    /// A setting of the new version alone, in the words of `x-cratify`.
    #[arg(long, value_name = "KEY=WORD", value_parser = pair)]
    pub set_new: Vec<(String, String)>,
    #[command(flatten)]
    pub settings: Settings,
}

/// `release`.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(crate) struct Release {
    /// The document.
    ///
    /// Default: the document of `cratify.toml`, or else the folder `schema`.
    pub document: Option<PathBuf>,
    /// The folder of the crate.
    #[arg(long, short, value_name = "FOLDER")]
    pub output: Option<PathBuf>,
    /// Writes the record of the release, and the entry of `CHANGELOG.md` beside the folder of the records.
    #[arg(long)]
    pub execute: bool,
    /// Releases a document even if files of the git repository have changes that are not committed.
    #[arg(long)]
    pub allow_dirty: bool,
    /// Neither proves the crate nor packages it.
    #[arg(long)]
    pub no_verify: bool,
    /// Prints, in the place of the report, an entry for each break that is not accepted: for `accepted.toml` in the folder of
    /// the records.
    #[arg(long)]
    pub print_entries: bool,
    /// The folder of the records. Default: the folder of the settings file, or else `released`.
    #[arg(long, value_name = "FOLDER")]
    pub records: Option<PathBuf>,
    /// Compares with this version, in the place of the last release: as for `diff`, a file or `REVISION:PATH`.
    #[arg(long, value_name = "VERSION")]
    pub against: Option<String>,
    /// Compares with every recorded release, as stored data needs it.
    #[arg(long, conflicts_with = "against")]
    pub transitive: bool,
    /// The bump that a break of the data asks for, where no Rust code breaks.
    #[arg(long, value_enum, default_value_t = DataBreak::Minor, value_name = "BUMP")]
    pub data_break: DataBreak,
    #[command(flatten)]
    pub settings: Settings,
}

impl Release {
    /// The settings, and where the crate is.
    pub(crate) fn place(&self) -> Result<Place, String> {
        let mut place = Place::new(
            &self.settings,
            self.document.as_slice(),
            self.output.as_deref(),
            None,
        )?;
        if let Some(records) = &self.records {
            place.config = place.config.records(records);
        }
        Ok(place)
    }
}

/// The bump that a break of the data asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DataBreak {
    /// A minor version: code still compiles.
    Minor,
    /// A major version.
    Major,
}
