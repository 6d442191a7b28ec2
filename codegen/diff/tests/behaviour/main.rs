//! Turns two sides into reports on the edit between them, as one program.

mod annotations;
mod data;
mod languages;
mod record;
mod renames;
mod rust;
mod surface;
mod table;
mod usage;
