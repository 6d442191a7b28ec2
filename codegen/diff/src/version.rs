//! Turns the verdicts on an edit into the distance that the version has to move, by Cargo's rules.
//!
//! In `1.4.2`, a break moves the first number, an addition the second, anything else the third. In `0.4.2`, a break moves
//! the second number, and all else the third; in `0.0.2`, everything moves the third.

use semver::{BuildMetadata, Prerelease, Version};
use serde::{Deserialize, Serialize};

/// How much an edit changes.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Bump {
    /// Nothing.
    #[default]
    None,
    /// Nothing that code can name.
    Patch,
    /// It adds.
    Minor,
    /// It breaks.
    Major,
}

impl Bump {
    /// The word in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

/// The smallest version after `old` that may be what an edit makes of it.
pub fn next(old: &Version, bump: Bump) -> Version {
    let mut next = Version {
        build: BuildMetadata::EMPTY,
        ..old.clone()
    };
    if bump == Bump::None {
        return old.clone();
    }
    if !old.pre.is_empty() {
        next.pre = later(&old.pre);
        return next;
    }
    match (bump, old.major, old.minor) {
        (Bump::Major, 1.., _) => Version::new(old.major.saturating_add(1), 0, 0),
        (Bump::Major, 0, 1..) | (Bump::Minor, 1.., _) => {
            Version::new(old.major, old.minor.saturating_add(1), 0)
        }
        _ => Version::new(old.major, old.minor, old.patch.saturating_add(1)),
    }
}

/// The pre-release after another: `beta.2` after `beta.1`. Between pre-releases, Cargo promises nothing.
fn later(pre: &Prerelease) -> Prerelease {
    let text = pre.as_str();
    let (start, last) = text
        .rsplit_once('.')
        .map_or(("", text), |(start, last)| (start, last));
    let text = match (last.parse::<u64>(), start) {
        (Ok(number), "") => number.saturating_add(1).to_string(),
        (Ok(number), start) => format!("{start}.{}", number.saturating_add(1)),
        (Err(_), _) => format!("{text}.1"),
    };
    Prerelease::new(&text).unwrap_or_else(|_| pre.clone())
}

/// The version that an edit needs, and the one that it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Versions {
    /// The version of the old side.
    pub old: String,
    /// The version of the new side.
    pub new: String,
    /// The smallest version that the edit allows.
    pub needed: String,
    /// Whether the new side has that one, or a later one.
    pub enough: bool,
}

impl Versions {
    /// Holds the version of the new side against what an edit asks for.
    pub fn of(old: &str, new: &str, bump: Bump) -> Self {
        let parsed = (Version::parse(old), Version::parse(new));
        let (needed, enough) = match parsed {
            (Ok(old), Ok(new)) => {
                let needed = next(&old, bump);
                let enough = new >= needed;
                (needed.to_string(), enough)
            }
            // The generator writes versions that can be read.
            _ => (old.to_owned(), old == new && bump == Bump::None),
        };
        Self {
            old: old.to_owned(),
            new: new.to_owned(),
            needed,
            enough,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Bump, Versions, next};

    fn needed(old: &str, bump: Bump) -> String {
        next(&old.parse().unwrap(), bump).to_string()
    }

    #[test]
    fn versions_follow_the_rules_of_cargo() {
        let table = [
            ("1.4.2", ["1.4.2", "1.4.3", "1.5.0", "2.0.0"]),
            ("0.4.2", ["0.4.2", "0.4.3", "0.4.3", "0.5.0"]),
            ("0.0.2", ["0.0.2", "0.0.3", "0.0.3", "0.0.3"]),
            (
                "2.0.0-beta.1",
                [
                    "2.0.0-beta.1",
                    "2.0.0-beta.2",
                    "2.0.0-beta.2",
                    "2.0.0-beta.2",
                ],
            ),
            (
                "2.0.0-rc",
                ["2.0.0-rc", "2.0.0-rc.1", "2.0.0-rc.1", "2.0.0-rc.1"],
            ),
            ("1.0.0+7", ["1.0.0+7", "1.0.1", "1.1.0", "2.0.0"]),
        ];
        for (old, expected) in table {
            let bumps = [Bump::None, Bump::Patch, Bump::Minor, Bump::Major];
            assert_eq!(bumps.map(|bump| needed(old, bump)), expected, "{old}");
        }
    }

    #[test]
    fn a_later_version_is_enough() {
        assert!(Versions::of("1.4.2", "3.0.0", Bump::Major).enough);
        assert!(Versions::of("1.4.2", "1.4.2", Bump::None).enough);
        assert!(!Versions::of("1.4.2", "1.4.2", Bump::Patch).enough);
        assert!(!Versions::of("1.4.2", "1.9.0", Bump::Major).enough);
        assert!(!Versions::of("0.4.2", "0.4.9", Bump::Major).enough);
    }
}
