//! Turns common names of licences into SPDX ids.

use spdx::flags::IS_DEPRECATED;
use spdx::identifiers::{EXCEPTIONS, LICENSES};

use super::license_expression::{LONGEST, LicenseExpression};

/// Squeezed names (see [`squeezed`]) that are neither squeezed ids nor squeezed names of the SPDX
/// list.
pub(super) const NAMES: &[(&str, &str)] = &[
    ("apache", "Apache-2.0"),
    ("apachesoftware2.0", "Apache-2.0"),
    ("asl2.0", "Apache-2.0"),
    ("asf2.0", "Apache-2.0"),
    ("expat", "MIT"),
    ("mitexpat", "MIT"),
    ("2clausebsd", "BSD-2-Clause"),
    ("bsd2", "BSD-2-Clause"),
    ("simplifiedbsd", "BSD-2-Clause"),
    ("bsdsimplified", "BSD-2-Clause"),
    ("freebsd", "BSD-2-Clause"),
    ("3clausebsd", "BSD-3-Clause"),
    ("bsd3", "BSD-3-Clause"),
    ("newbsd", "BSD-3-Clause"),
    ("modifiedbsd", "BSD-3-Clause"),
    ("revisedbsd", "BSD-3-Clause"),
    ("zeroclausebsd", "0BSD"),
    ("boost1.0", "BSL-1.0"),
    ("internetsystemsconsortium", "ISC"),
    ("cc01.0universal", "CC0-1.0"),
    ("cc0", "CC0-1.0"),
    ("creativecommonsattribution4.0", "CC-BY-4.0"),
    ("attribution4.0international", "CC-BY-4.0"),
    ("mozilla2.0", "MPL-2.0"),
    ("gnugpl3", "GPL-3.0-only"),
    ("gnugpl2", "GPL-2.0-only"),
];

/// The official spelling of the id of a licence, whatever its case.
pub(super) fn known_license(id: &str) -> Option<&'static str> {
    license_ids().find(|known| known.eq_ignore_ascii_case(id))
}

/// The official spelling of the id of an exception, whatever its case.
pub(super) fn known_exception(id: &str) -> Option<&'static str> {
    exception_ids().find(|known| known.eq_ignore_ascii_case(id))
}

/// The ids of all licences.
pub(super) fn license_ids() -> impl Iterator<Item = &'static str> {
    LICENSES.iter().map(|license| license.name)
}

/// The ids of all exceptions.
pub(super) fn exception_ids() -> impl Iterator<Item = &'static str> {
    EXCEPTIONS.iter().map(|exception| exception.name)
}

/// The SPDX expression for a licence name, if the name is well known. A
/// choice of two, such as `MIT/Apache-2.0`, is one too.
pub(super) fn from_name(name: &str) -> Option<LicenseExpression> {
    if name.len() > LONGEST {
        return None;
    }
    let exact = |text: &str| {
        let expression = LicenseExpression::parse(text).ok()?;
        (expression.unknown.is_empty() && !expression.has_reference).then_some(expression)
    };
    // The old GNU ids are names here: what they leave open is the same.
    if let Some(id) = one(name) {
        return exact(id);
    }
    exact(name).or_else(|| {
        let spelled = name.replace('/', " or ");
        let words: Vec<&str> = spelled.split_whitespace().collect();
        let choices = words
            .split(|word| word.eq_ignore_ascii_case("or"))
            .map(|part| one(&part.join(" ")));
        let ids: Option<Vec<&str>> = choices.collect();
        exact(&ids?.join(" OR "))
    })
}

fn one(name: &str) -> Option<&'static str> {
    let wanted = squeezed(name);
    if let Some((_, id)) = NAMES.iter().find(|(name, _)| *name == wanted) {
        return Some(id);
    }
    let (deprecated, current): (Vec<_>, Vec<_>) = LICENSES
        .iter()
        .partition(|license| license.flags & IS_DEPRECATED != 0);
    let listed: Vec<(String, &str)> = current
        .into_iter()
        .chain(deprecated)
        .flat_map(|license| [license.name, license.full_name].map(|name| (name, license.name)))
        .map(|(name, id)| (squeezed(name), id))
        .collect();
    // `GPL 3` is `GPL-3.0-only`, and `Apache 2` is `Apache-2.0`.
    ["only", ".0only", "", ".0"].into_iter().find_map(|end| {
        let spelling = format!("{wanted}{end}");
        let found = listed.iter().find(|(name, _)| *name == spelling);
        found.map(|(_, id)| *id)
    })
}

/// A name without case, punctuation, and the words that vary: `The Apache
/// License, Version 2.0` and `Apache-2.0` both become `apache2.0`.
pub(super) fn squeezed(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower
        .split(|c: char| !c.is_alphanumeric() && c != '.')
        .map(|word| word.trim_matches('.'))
        .filter(|word| !matches!(*word, "" | "the" | "license" | "licence" | "version" | "v"));
    let mut kept: Vec<String> = Vec::new();
    for word in words {
        // `GPLv3` and `v2.0` lose the `v`; so does nothing without a digit.
        let at = word.find(|c: char| c.is_ascii_digit());
        let word =
            match at.and_then(|at| word[..at].strip_suffix('v').map(|head| (head, &word[at..]))) {
                Some((head, number)) => format!("{head}{number}"),
                None => word.to_owned(),
            };
        // `The MIT License (MIT)` says it twice.
        if kept.last() != Some(&word) {
            kept.push(word);
        }
    }
    kept.concat()
}
