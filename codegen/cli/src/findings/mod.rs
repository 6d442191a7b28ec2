//! Writes findings and messages to standard error, in the form that the user asks for.

mod forms;
mod progress;
pub(crate) mod proof;
mod reports;

use std::cell::RefCell;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;

use cratify::forms::{Finding, FindingLevel, Place};
use cratify::{Error, Generated, Located, Severity};

use crate::arguments::{Colour, Format, OutputArguments};
use crate::stop::Stop;

use progress::Progress;

/// Standard output and standard error.
pub(crate) struct Terminal {
    format: Format,
    coloured: bool,
    quiet: bool,
    /// Whether standard error is a terminal on which lines can be written over.
    is_live: bool,
    /// The findings so far, for a report of all of them.
    reported: RefCell<Vec<Located>>,
    /// The generated files that are not up to date, for such a report.
    drift: RefCell<Vec<Finding>>,
    /// The reason why the command could not run, for such a report.
    failed: RefCell<Option<String>>,
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
            is_live: std::io::stderr().is_terminal()
                && std::env::var_os("TERM").is_none_or(|kind| kind != "dumb"),
            reported: RefCell::default(),
            drift: RefCell::default(),
            failed: RefCell::default(),
        }
    }

    /// Whether there is one report at the end, and nothing else on standard error.
    fn reports(&self) -> bool {
        matches!(self.format, Format::Sarif | Format::Junit)
    }

    /// Whether something is left for a report: a finding, or a reason why the command could not run.
    pub(crate) fn has_findings(&self) -> bool {
        !self.reported.borrow().is_empty() || self.failed.borrow().is_some()
    }

    /// Writes the report of all findings, if one is asked for.
    pub(crate) fn finish(&self) {
        let (found, failed) = (self.reported.borrow(), self.failed.borrow());
        match self.format {
            Format::Sarif => to_stderr(&reports::sarif(
                &found,
                &self.drift.borrow(),
                failed.as_deref(),
            )),
            Format::Junit => to_stderr(&reports::junit(&found, failed.as_deref())),
            _ => {}
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
        if diagnostics.iter().any(|one| one.code.is_of_disk()) {
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
            Format::Human | Format::Markdown => to_stderr(human),
            Format::Sarif | Format::Junit => {
                self.reported.borrow_mut().extend(shown.cloned());
            }
            Format::Short => to_stderr(&shown.map(forms::short).collect::<String>()),
            Format::Json => to_stderr(&shown.map(forms::json).collect::<String>()),
            Format::Github => {
                let lines = shown.map(|one| cratify::forms::github(&one.into()));
                to_stderr(&lines.collect::<String>());
            }
        }
    }

    /// Shows that work goes on, until the result is dropped: on a terminal, for people, without `--quiet`.
    pub(crate) fn progress(&self, what: &str) -> Progress {
        let is_for_people = matches!(self.format, Format::Human | Format::Short);
        if self.is_live && is_for_people && !self.quiet {
            Progress::on_stderr(what)
        } else {
            Progress::none()
        }
    }

    /// Whether findings have colours.
    pub(crate) fn is_coloured(&self) -> bool {
        self.coloured
    }

    /// Writes what another program has written to its standard error.
    #[expect(
        clippy::unused_self,
        reason = "all that is written goes through the terminal"
    )]
    pub(crate) fn of_program(&self, text: &[u8]) {
        to_stderr(&String::from_utf8_lossy(text));
    }

    /// Writes a message of progress.
    pub(crate) fn message(&self, text: &str) {
        if !self.quiet && !self.reports() {
            to_stderr(&format!("{text}\n"));
        }
    }

    /// Writes that generated files differ from what they would be: in the forms of programs each of them, with what to do.
    pub(crate) fn difference(&self, files: &[(PathBuf, &str)], help: &[String]) {
        let found = files.iter().map(|(path, what)| Finding {
            level: FindingLevel::Error,
            id: "not-up-to-date".to_owned(),
            message: format!("{} {what}", path.display()),
            place: Some(Place {
                file: path.to_string_lossy().into_owned(),
                position: None,
                end_column: None,
                pointer: None,
            }),
        });
        let found: Vec<Finding> = found.collect();
        match self.format {
            Format::Human | Format::Short | Format::Markdown => {
                self.message(&format!("not up to date; {}", help.join("\n")));
            }
            Format::Json => {
                let lines = found.iter().map(|one| forms::json_of_drift(one, help));
                to_stderr(&lines.collect::<String>());
            }
            Format::Github => {
                let lines = found.iter().map(cratify::forms::github);
                to_stderr(&lines.collect::<String>());
            }
            Format::Sarif => self.drift.borrow_mut().extend(found),
            Format::Junit => {
                let messages: Vec<String> = found.into_iter().map(|one| one.message).collect();
                let message = format!("not up to date: {}", messages.join("; "));
                *self.failed.borrow_mut() = Some(message);
            }
        }
    }

    /// Writes the reason why the command could not run.
    pub(crate) fn failure(&self, text: &str) {
        if self.reports() {
            *self.failed.borrow_mut() = Some(text.trim_end().to_owned());
        } else {
            to_stderr(&format!("error: {}\n", text.trim_end()));
        }
    }

    /// Writes a result.
    ///
    /// # Errors
    ///
    /// Standard output cannot be written. A closed pipe is not an error: its reader has seen enough.
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

/// Standard error may be closed: then the text is dropped.
fn to_stderr(text: &str) {
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}
