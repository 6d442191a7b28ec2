//! Findings and messages to standard error, in the form that the user asks for.

mod forms;

use std::io::{IsTerminal, Write};

use cratify::{Code, Error, Generated, Located, Severity};

use crate::Stop;
use crate::arguments::{Colour, Format, OutputArguments};

/// The problems that are not of a document.
const CANNOT_RUN: [Code; 7] = [
    Code::FileMissing,
    Code::IsDirectory,
    Code::Unreadable,
    Code::TooLarge,
    Code::NoSingleDocument,
    Code::ForeignFile,
    Code::WriteFailed,
];

/// Standard output and standard error.
pub(crate) struct Terminal {
    format: Format,
    coloured: bool,
    quiet: bool,
}

impl Terminal {
    pub(crate) fn new(arguments: &OutputArguments) -> Self {
        let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Self {
            format: arguments.format,
            coloured: match arguments.color {
                Colour::Always => true,
                Colour::Never => false,
                Colour::Auto => !refused && std::io::stderr().is_terminal(),
            },
            quiet: arguments.quiet,
        }
    }

    /// Writes the errors of a document, and its warnings. Without a document that can be read, or a folder that can
    /// be written, the command could not run.
    pub(crate) fn errors(&self, error: &Error) -> Stop {
        let human = if self.coloured {
            error.coloured().to_owned()
        } else {
            error.to_string()
        };
        let diagnostics = error.diagnostics();
        self.findings(&human, diagnostics);
        if diagnostics.iter().any(|one| CANNOT_RUN.contains(&one.code)) {
            Stop::Shown
        } else {
            Stop::Findings
        }
    }

    /// Writes the warnings about a document.
    pub(crate) fn warnings(&self, generated: &Generated) {
        let human = if self.coloured {
            generated.coloured_warnings()
        } else {
            generated.rendered_warnings()
        };
        if !self.quiet {
            self.findings(human, generated.warnings());
        }
    }

    fn findings(&self, human: &str, located: &[Located]) {
        let shown = located.iter();
        let shown = shown.filter(|one| !self.quiet || one.severity == Severity::Error);
        match self.format {
            Format::Human | Format::Markdown | Format::Sarif => to_stderr(human),
            Format::Short => to_stderr(&shown.map(forms::short).collect::<String>()),
            Format::Json => to_stderr(&shown.map(forms::json).collect::<String>()),
            Format::Github => to_stderr(&shown.map(forms::github).collect::<String>()),
        }
    }

    /// Writes a message of progress.
    pub(crate) fn message(&self, text: &str) {
        if !self.quiet {
            to_stderr(&format!("{text}\n"));
        }
    }

    /// Writes the reason why the command could not run.
    #[expect(
        clippy::unused_self,
        reason = "all that is written goes through the terminal"
    )]
    pub(crate) fn failure(&self, text: &str) {
        to_stderr(&format!("error: {}\n", text.trim_end()));
    }

    /// Writes a result.
    ///
    /// # Errors
    ///
    /// Standard output cannot be written. A closed pipe is no error: its reader has seen enough.
    #[expect(
        clippy::unused_self,
        reason = "all that is written goes through the terminal"
    )]
    pub(crate) fn result(&self, text: &str) -> Result<(), String> {
        let mut stdout = std::io::stdout().lock();
        match stdout
            .write_all(text.as_bytes())
            .and_then(|()| stdout.flush())
        {
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
                Err(format!("cannot write to standard output: {error}"))
            }
            _ => Ok(()),
        }
    }
}

/// Standard error may be closed: then nobody reads it.
fn to_stderr(text: &str) {
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}
