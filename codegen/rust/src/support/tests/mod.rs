//! Tests of the support code, a file for each file of it. They are not copied.

mod base64;
mod codec;
mod content;
mod decimal;
mod listed;
mod number;
mod object;
mod same;
mod schema;
mod secret;
mod shared;
mod strict;
mod text;
mod there;
mod time_of_day;
mod union;
mod value;
