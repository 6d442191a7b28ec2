//! Tests of the support code, a file for each file of it. They are not copied.

mod annotations;
mod base64;
mod branches;
mod closed_enum;
mod codec;
mod content;
mod decimal;
mod defaults;
mod equality;
mod members;
mod newtype;
mod nulls;
mod number;
mod object;
mod open_enum;
mod present;
mod published;
mod schema;
mod secret;
mod setters;
mod shared;
mod strict;
mod time_of_day;
mod union;
mod union_overlap;
mod unknown;
