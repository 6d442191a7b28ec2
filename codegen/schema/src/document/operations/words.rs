//! Turns paths into words for names, and recognises words that name a role.

use super::name::Role;

/// Whether the name of a component ends in its role.
pub(super) fn names_role(name: &str, role: Role) -> bool {
    let endings: &[&str] = match role {
        Role::Request => &["request", "body", "payload"],
        Role::Response => &["response", "body", "payload"],
        Role::Parameter => &["param", "parameter"],
        Role::Header => &["header"],
        Role::MediaType => &[""],
    };
    let name = name.to_lowercase();
    endings.iter().any(|ending| name.ends_with(ending))
}

/// The words of a path: `/pets/{id}/toys` is "pets by id toys".
pub(super) fn path_words(path: &str) -> String {
    let words: Vec<String> = path
        .split('/')
        .filter(|segment| !segment.is_empty())
        .map(|segment| segment.replace('{', " by ").replace('}', " "))
        .collect();
    if words.is_empty() {
        return "root".to_owned();
    }
    words.join(" ")
}
