//! Tests of what is written from the data of a package.

mod licenses;
mod manifest;
