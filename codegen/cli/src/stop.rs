//! How a command ends.

/// Why a command did not end well.
pub(crate) enum Stop {
    /// The document or the output has faults, and they have been shown. Exit status 1.
    Findings,
    /// The command could not run: the message. Exit status 2.
    Failure(String),
    /// The command could not run, and the reason has been shown. Exit status 2.
    Shown,
}

impl From<String> for Stop {
    fn from(message: String) -> Self {
        Self::Failure(message)
    }
}

/// The end of a command.
pub(crate) type Outcome<T = ()> = Result<T, Stop>;
