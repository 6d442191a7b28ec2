//! The support code of generated crates: the code that their types share.
//!
//! `emit/support.rs` copies the files of this folder, unchanged, into each generated crate whose types
//! use them. The generator itself does not use them. The package `cratify-support-tests` mounts this
//! module to compile, lint and test it.
//!
//! A file refers to other files by `super::…`, in macros by `crate::support::…`, and to the re-exports
//! of the `lib.rs` of a generated crate by `crate::…`.

pub(crate) mod absence;
pub(crate) mod annotations;
pub(crate) mod arbitrary;
pub(crate) mod arbitrary_draw;
pub(crate) mod arbitrary_parts;
pub(crate) mod arbitrary_scalars;
pub(crate) mod base64;
pub(crate) mod branches;
pub(crate) mod closed_constant;
pub(crate) mod closed_enum;
pub(crate) mod codec;
pub(crate) mod codec_index;
pub(crate) mod codec_number;
pub(crate) mod constant;
pub(crate) mod construct;
pub(crate) mod content;
pub(crate) mod content_reader;
pub(crate) mod decimal;
pub(crate) mod defaults;
pub(crate) mod equality;
pub(crate) mod facts;
pub(crate) mod hidden_codec;
pub(crate) mod kept;
pub(crate) mod kept_codec;
pub(crate) mod listed;
pub(crate) mod members;
pub(crate) mod never;
pub(crate) mod newtype;
pub(crate) mod number;
pub(crate) mod number_index;
pub(crate) mod object;
pub(crate) mod open_enum;
pub(crate) mod path_error;
pub(crate) mod present;
pub(crate) mod present_number;
pub(crate) mod published;
pub(crate) mod reader;
pub(crate) mod reader_codec;
pub(crate) mod reader_number;
pub(crate) mod reader_record;
pub(crate) mod record;
pub(crate) mod recorded_object;
pub(crate) mod recorded_read;
pub(crate) mod recorded_write;
pub(crate) mod schema;
pub(crate) mod secret;
pub(crate) mod secret_object;
pub(crate) mod secret_recorded_object;
pub(crate) mod shared;
pub(crate) mod strict;
pub(crate) mod time_of_day;
pub(crate) mod union;
pub(crate) mod unknown;
pub(crate) mod unread;
pub(crate) mod writer;
pub(crate) mod writer_codec;
pub(crate) mod writer_number;

mod tests;
