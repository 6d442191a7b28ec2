//! Turns an error about a value in memory into one with the path to it: `card.cards[0].last4: invalid type: …`.
//!
//! An error of an input has a position, and `serde_path_to_error` can follow the path through the input. It cannot
//! follow a value that was set aside until its branch is known. So the path from there on is part of the message, in
//! the same spelling. It costs nothing unless there is an error.

use std::fmt::{self, Display};

use serde::de::{Error, Expected, Unexpected};

/// An error, and its place in the value that was set aside.
#[derive(Debug)]
pub(crate) struct PathError(Box<Parts>);

#[derive(Debug)]
struct Parts {
    /// The steps to the value, the innermost first.
    path: Vec<Step>,
    message: String,
}

#[derive(Debug)]
enum Step {
    Member(String),
    Element(usize),
}

impl PathError {
    /// An error about the value itself.
    pub(super) fn of(message: impl Display) -> Self {
        Self(Box::new(Parts {
            path: Vec::new(),
            message: message.to_string(),
        }))
    }

    /// The error without the path.
    pub(super) fn message(&self) -> &str {
        &self.0.message
    }

    /// The same error, seen from the object with the value.
    pub(super) fn in_member(mut self, name: &str) -> Self {
        self.0.path.push(Step::Member(name.to_owned()));
        self
    }

    /// The same error, seen from the array with the value.
    pub(super) fn in_element(mut self, index: usize) -> Self {
        self.0.path.push(Step::Element(index));
        self
    }
}

impl Display for PathError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut between = "";
        for step in self.0.path.iter().rev() {
            match step {
                Step::Member(name) => write!(f, "{between}{name}")?,
                Step::Element(index) => write!(f, "[{index}]")?,
            }
            between = ".";
        }
        let colon = if self.0.path.is_empty() { "" } else { ": " };
        write!(f, "{colon}{}", self.0.message)
    }
}

impl std::error::Error for PathError {}

impl Error for PathError {
    fn custom<T: Display>(message: T) -> Self {
        Self::of(message)
    }

    // In the words of JSON, which has no "unit value".

    fn invalid_type(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::of(serde_json::Error::invalid_type(unexpected, expected))
    }

    fn invalid_value(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::of(serde_json::Error::invalid_value(unexpected, expected))
    }
}
