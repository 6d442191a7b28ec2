//! Turns documents into the reports and files of the library. One program: each further one would be linked by itself,
//! and would leave processors idle at its end.

mod aliases;
mod dialects;
mod feature_groups;
mod hostile_text;
mod keyword_locations;
mod layout;
mod limits;
mod names;
mod operations;
mod package_text;
mod pages;
mod public_items;
mod references;
mod released_forms;
mod released_names;
mod settings;
mod several_documents;
mod spelling;
mod unresolved;
