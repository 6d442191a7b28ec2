//! Turns the direction in which values of a type are sent into a sentence.

use super::{CodeSpan, Sentence, sentence};
use cratify_model::model::Direction;
use cratify_schema::document::Form;

/// The sentence: which form of a schema a type is, and what it leaves out.
pub fn phrase_of_direction(direction: &Direction) -> Sentence {
    let (sent, why) = match direction.form {
        Form::Request => ("Sent in requests", "read-only"),
        Form::Response => ("Sent in responses", "write-only"),
    };
    match &direction.without[..] {
        [] => sentence![sent, "."],
        [name] => sentence![
            sent,
            ": without ",
            CodeSpan::new(name),
            ", which is ",
            why,
            "."
        ],
        names => {
            let names = Sentence::join(names.iter().map(CodeSpan::new), ", ");
            sentence![sent, ": without ", names, ", which are ", why, "."]
        }
    }
}
