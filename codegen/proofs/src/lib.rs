//! Proves documents: generates their crates, compiles these with all warnings denied, and compares the types
//! with their schemas by means of `cratify_check`.
//!
//! All documents of a test share one program in the temporary folder of the test. Cargo builds it offline, with
//! the lock file of the repository. A [`Suite`] makes a test of each document and check, which runs the program
//! once.

pub mod cargo;
mod drawn;
mod faults;
mod folder;
mod program;
mod samples;
mod subject;
mod trials;
mod twins;
mod workspace;

pub use drawn::draw;
pub use faults::faults;
pub use folder::{lock, repository, write};
pub use subject::Subject;
pub use trials::Suite;
pub use twins::compare as compare_twins;
pub use workspace::{program, workspace};
