//! `explain`: turns a diagnostic code into its page, or a schema into its Rust type and the outcome of each keyword.

mod definition;
mod page;
mod schema;
mod settings;

use cratify::Code;

use crate::arguments::Explain;
use crate::findings::Terminal;
use crate::stop::Outcome;

pub(crate) fn run(arguments: &Explain, terminal: &Terminal) -> Outcome {
    let subject = arguments.subject.as_str();
    if is_code(subject) {
        let mut codes = Code::ALL.iter();
        let code = codes.find(|code| code.as_str().eq_ignore_ascii_case(subject));
        let code = code
            .ok_or_else(|| format!("there is no diagnostic {subject}; the first one is CR0101"))?;
        terminal.result(&page::section(*code))?;
        return Ok(());
    }
    schema::explain(arguments, terminal)
}

/// Whether a word has the form of a code: `CR0201`.
fn is_code(word: &str) -> bool {
    let digits = word.get(2..).unwrap_or_default();
    word.len() == 6
        && word
            .get(..2)
            .is_some_and(|start| start.eq_ignore_ascii_case("CR"))
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}
