//! Descriptions as they are written for each position.

mod examples;
mod hostile;
mod oracle;
mod properties;
