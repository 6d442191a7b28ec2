//! Words of a part of a type to those without the words of the type.

use super::snake_case;

/// The words without those of the union that they are in, where they begin with these: the name of a variant does not
/// repeat that of its enum.
pub fn without_owner(owner: &str, words: &str) -> String {
    if owner.is_empty() {
        return words.to_owned();
    }
    let (owner, name) = (snake_case(owner), snake_case(words));
    let rest = name
        .strip_prefix(&*owner)
        .and_then(|rest| rest.strip_prefix('_'));
    match rest.filter(|rest| rest.starts_with(char::is_alphabetic)) {
        Some(rest) => rest.to_owned(),
        None => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::without_owner;

    #[test]
    fn the_name_of_the_union_is_left_out() {
        for (owner, words, rest) in [
            ("Event", "EventCaptured", "captured"),
            ("Event", "event-captured", "captured"),
            ("Event", "Eventual", "Eventual"),
            ("Event", "Event", "Event"),
            ("Event", "Event 2", "Event 2"),
            ("Order line", "OrderLineDiscount", "discount"),
        ] {
            assert_eq!(without_owner(owner, words), rest);
        }
    }
}
