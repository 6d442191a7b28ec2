//! The commands, each a function from its arguments to an outcome.

pub(crate) mod new;
