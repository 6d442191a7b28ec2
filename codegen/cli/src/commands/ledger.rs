//! `ledger`: turns a document into the outcome of each of its keywords.

use crate::arguments::{Ledger, LedgerForm};
use crate::findings::Terminal;
use crate::stop::Outcome;

pub(crate) fn run(arguments: &Ledger, terminal: &Terminal) -> Outcome {
    let config = arguments.settings.config(&arguments.documents.paths)?;
    let ledger = config.ledger().map_err(|error| terminal.errors(&error))?;
    terminal.result(&match arguments.form {
        LedgerForm::All => ledger.to_string(),
        LedgerForm::Summary => ledger.summary(),
        LedgerForm::Json => format!("{}\n", serde_json::json!(ledger)),
    })?;
    Ok(())
}
