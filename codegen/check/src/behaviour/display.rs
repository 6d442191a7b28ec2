//! Asks a type for its `Display`, if it has one.

use std::fmt::Display;

/// A value of a type that may or may not have `Display`. Method calls on `&&Shown` find the
/// implementation for displayable types first.
#[doc(hidden)]
#[derive(Debug)]
pub struct Shown<T>(pub T);

#[doc(hidden)]
pub trait Displayed {
    fn shown(&self) -> Option<String>;
}

impl<T: Display> Displayed for &Shown<T> {
    fn shown(&self) -> Option<String> {
        Some(self.0.to_string())
    }
}

#[doc(hidden)]
pub trait NotDisplayed {
    fn shown(&self) -> Option<String>;
}

impl<T> NotDisplayed for Shown<T> {
    fn shown(&self) -> Option<String> {
        None
    }
}
