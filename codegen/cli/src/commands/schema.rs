//! `schema`: prints the JSON Schemas by which editors check settings files and documents.

use crate::arguments::{Described, Schema};
use crate::findings::Terminal;
use crate::stop::Outcome;
use crate::workspace;

pub(crate) fn run(arguments: &Schema, terminal: &Terminal) -> Outcome {
    terminal.result(&match arguments.subject {
        Described::Settings => cratify::settings_schema(),
        Described::Extensions => workspace::extensions_schema(),
    })?;
    Ok(())
}
