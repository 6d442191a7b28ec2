//! Turns a misspelt word into the one that was probably meant.

/// The candidate closest to `word`, if one is close enough to be a slip.
pub(super) fn closest<'a>(word: &str, candidates: &[&'a str]) -> Option<&'a str> {
    // Longer words are not slips of any candidate, and would cost time.
    if word.len() > 64 {
        return None;
    }
    let word = squeezed(word);
    let allowed = (word.len() / 3).clamp(1, 3);
    candidates
        .iter()
        .map(|candidate| (distance(&word, &squeezed(candidate)), *candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Case and separators are what people get wrong most and see least.
fn squeezed(word: &str) -> Vec<char> {
    word.chars()
        .filter(|c| !matches!(c, '-' | '_' | ' '))
        .flat_map(char::to_lowercase)
        .collect()
}

/// The number of characters to insert, delete or replace.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let replaced = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_recognised_and_other_words_are_not() {
        let members = ["name", "license", "rust-version", "keywords"];
        for (word, meant) in [
            ("licence", Some("license")),
            ("rust_version", Some("rust-version")),
            ("rustVersion", Some("rust-version")),
            ("Keyword", Some("keywords")),
            ("nmae", None),
            ("naem", None),
            ("nam", Some("name")),
            ("edition", None),
            ("", None),
        ] {
            assert_eq!(closest(word, &members), meant, "{word}");
        }
        assert_eq!(closest(&"x".repeat(100_000), &members), None);
    }
}
