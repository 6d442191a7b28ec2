//! The commands, each a function from its arguments to an outcome.

pub(crate) mod check;
#[cfg(feature = "diff")]
pub(crate) mod diff;
pub(crate) mod docs;
pub(crate) mod explain;
pub(crate) mod generate;
pub(crate) mod init;
pub(crate) mod ledger;
pub(crate) mod new;
pub(crate) mod prove;
#[cfg(feature = "diff")]
pub(crate) mod release;
pub(crate) mod schema;
pub(crate) mod shell;
pub(crate) mod sync;
pub(crate) mod watch;
