//! Text of the document to text of the output: Markdown for rustdoc and for pages, constraints in
//! words.

mod constraints;
mod markdown;
mod unseen;

pub(crate) use constraints::{constraints, in_code};
pub(crate) use markdown::to_rustdoc;
pub(crate) use unseen::show_unseen;

/// A number that is made of all of a text, and is the same with every release of every tool: FNV-1a, in
/// 64 bits.
pub(crate) fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
