//! Cuts names to the one limit for their length.

use cratify_schema::text::fingerprint;

/// How long a name may be, in bytes: an identifier, or the name of a file.
///
/// File systems end at 255 bytes. The name of a file may have two names in it, of a module and of a type,
/// with a number that tells it from another one and an ending for its format; rustdoc adds about as much.
pub const LONGEST: usize = 110;

/// How a shortened name ends.
#[derive(Debug, Clone, Copy)]
pub(super) enum Cut {
    /// `LongNam9D9121DE`.
    UpperCamel,
    /// `long_nam_9d9121de`.
    Snake,
    /// `long nam 9d9121de`.
    Words,
}

/// The words of a name: where they are far longer than an identifier, they end as one does that is shortened.
pub fn shortened_words(words: String) -> String {
    shortened(words, 8 * LONGEST, Cut::Words)
}

/// The name in at most so many bytes: one that is longer ends with a number that is made of all of it.
/// `longest` is at least 20.
pub(super) fn shortened(mut name: String, longest: usize, cut: Cut) -> String {
    if name.len() <= longest {
        return name;
    }
    let number = fingerprint(&name) >> 32;
    let end = match cut {
        Cut::UpperCamel => format!("{number:08X}"),
        Cut::Snake => format!("_{number:08x}"),
        Cut::Words => format!(" {number:08x}"),
    };
    let mut start = longest - end.len();
    while !name.is_char_boundary(start) {
        start -= 1;
    }
    name.truncate(name[..start].trim_end_matches('_').len());
    name + &end
}

#[cfg(test)]
mod tests {
    use super::{Cut, LONGEST, shortened};

    #[test]
    fn long_names_are_short_and_differ() {
        let long =
            |end: &str| shortened(format!("{}{end}", "long_".repeat(200)), LONGEST, Cut::Snake);
        assert_eq!(long("a").len(), LONGEST);
        assert_ne!(long("a"), long("b"));
        assert!(long("a").starts_with(&"long_".repeat(20)));
        let fits = "a".repeat(LONGEST);
        assert_eq!(shortened(fits.clone(), LONGEST, Cut::Snake), fits);
        // No character is cut in half.
        let wide = |letters: usize| shortened("名".repeat(letters), 20, Cut::UpperCamel);
        assert_eq!(wide(6), "名".repeat(6));
        assert_eq!(wide(7).chars().filter(|letter| *letter == '名').count(), 4);
    }
}
