//! Turns what people call licences into SPDX ids.

use super::spdx::Expression;

/// Ids in their official spelling: the licences documents and crates use. An
/// id that is missing here is still taken, only not corrected.
const IDS: &[&str] = &[
    "0BSD",
    "AFL-3.0",
    "AGPL-3.0",
    "AGPL-3.0-only",
    "AGPL-3.0-or-later",
    "Apache-1.1",
    "Apache-2.0",
    "Artistic-2.0",
    "BlueOak-1.0.0",
    "BSD-1-Clause",
    "BSD-2-Clause",
    "BSD-2-Clause-Patent",
    "BSD-3-Clause",
    "BSD-3-Clause-Clear",
    "BSD-4-Clause",
    "BSL-1.0",
    "BUSL-1.1",
    "CC-BY-3.0",
    "CC-BY-4.0",
    "CC-BY-NC-4.0",
    "CC-BY-NC-SA-4.0",
    "CC-BY-ND-4.0",
    "CC-BY-SA-3.0",
    "CC-BY-SA-4.0",
    "CC0-1.0",
    "CDDL-1.0",
    "CDDL-1.1",
    "CDLA-Permissive-2.0",
    "CECILL-2.1",
    "ECL-2.0",
    "Elastic-2.0",
    "EPL-1.0",
    "EPL-2.0",
    "EUPL-1.1",
    "EUPL-1.2",
    "GFDL-1.3-only",
    "GFDL-1.3-or-later",
    "GPL-2.0",
    "GPL-2.0-only",
    "GPL-2.0-or-later",
    "GPL-3.0",
    "GPL-3.0-only",
    "GPL-3.0-or-later",
    "ISC",
    "LGPL-2.1",
    "LGPL-2.1-only",
    "LGPL-2.1-or-later",
    "LGPL-3.0",
    "LGPL-3.0-only",
    "LGPL-3.0-or-later",
    "MIT",
    "MIT-0",
    "MPL-1.1",
    "MPL-2.0",
    "MS-PL",
    "MS-RL",
    "MulanPSL-2.0",
    "NCSA",
    "ODbL-1.0",
    "ODC-By-1.0",
    "OFL-1.1",
    "OGL-UK-1.0",
    "OGL-UK-2.0",
    "OGL-UK-3.0",
    "OpenSSL",
    "OSL-3.0",
    "PDDL-1.0",
    "PostgreSQL",
    "PSF-2.0",
    "Python-2.0",
    "SSPL-1.0",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "UPL-1.0",
    "Vim",
    "W3C",
    "WTFPL",
    "X11",
    "Zlib",
    "ZPL-2.1",
];

/// Squeezed names (see [`squeezed`]) that are not squeezed ids.
const NAMES: &[(&str, &str)] = &[
    ("apache", "Apache-2.0"),
    ("apachesoftware2.0", "Apache-2.0"),
    ("asl2.0", "Apache-2.0"),
    ("asf2.0", "Apache-2.0"),
    ("expat", "MIT"),
    ("mitnoattribution", "MIT-0"),
    ("mitexpat", "MIT"),
    ("2clausebsd", "BSD-2-Clause"),
    ("bsd2", "BSD-2-Clause"),
    ("simplifiedbsd", "BSD-2-Clause"),
    ("bsdsimplified", "BSD-2-Clause"),
    ("bsd2clausesimplified", "BSD-2-Clause"),
    ("freebsd", "BSD-2-Clause"),
    ("3clausebsd", "BSD-3-Clause"),
    ("bsd3", "BSD-3-Clause"),
    ("newbsd", "BSD-3-Clause"),
    ("modifiedbsd", "BSD-3-Clause"),
    ("revisedbsd", "BSD-3-Clause"),
    ("bsd3clauseneworrevised", "BSD-3-Clause"),
    ("bsdzeroclause", "0BSD"),
    ("zeroclausebsd", "0BSD"),
    ("boostsoftware1.0", "BSL-1.0"),
    ("boost1.0", "BSL-1.0"),
    ("internetsystemsconsortium", "ISC"),
    ("cc01.0universal", "CC0-1.0"),
    ("cc0", "CC0-1.0"),
    ("creativecommonszero1.0universal", "CC0-1.0"),
    ("creativecommonsattribution4.0", "CC-BY-4.0"),
    ("creativecommonsattribution4.0international", "CC-BY-4.0"),
    ("attribution4.0international", "CC-BY-4.0"),
    (
        "creativecommonsattributionsharealike4.0international",
        "CC-BY-SA-4.0",
    ),
    ("mozilla2.0", "MPL-2.0"),
    ("mozillapublic2.0", "MPL-2.0"),
    ("eclipsepublic2.0", "EPL-2.0"),
    ("eclipsepublic1.0", "EPL-1.0"),
    ("europeanunionpublic1.2", "EUPL-1.2"),
    ("gpl3", "GPL-3.0-only"),
    ("gpl3.0", "GPL-3.0-only"),
    ("gnugpl3", "GPL-3.0-only"),
    ("gnugeneralpublic3", "GPL-3.0-only"),
    ("gnugeneralpublic3.0", "GPL-3.0-only"),
    ("gpl2", "GPL-2.0-only"),
    ("gpl2.0", "GPL-2.0-only"),
    ("gnugeneralpublic2.0", "GPL-2.0-only"),
    ("agpl3", "AGPL-3.0-only"),
    ("agpl3.0", "AGPL-3.0-only"),
    ("gnuafferogeneralpublic3.0", "AGPL-3.0-only"),
    ("lgpl3", "LGPL-3.0-only"),
    ("lgpl3.0", "LGPL-3.0-only"),
    ("gnulessergeneralpublic3.0", "LGPL-3.0-only"),
    ("lgpl2.1", "LGPL-2.1-only"),
    ("gnulessergeneralpublic2.1", "LGPL-2.1-only"),
    ("opengovernment3.0", "OGL-UK-3.0"),
    ("opendatacommonsopendatabase1.0", "ODbL-1.0"),
];

/// The official spelling of an id, whatever its case.
pub(super) fn known_id(id: &str) -> Option<&'static str> {
    IDS.iter()
        .find(|known| known.eq_ignore_ascii_case(id))
        .copied()
}

/// Every id known here, to suggest one.
pub(super) fn ids() -> &'static [&'static str] {
    IDS
}

/// The SPDX expression for a licence name, if the name is well known. A
/// choice of two, such as `MIT/Apache-2.0`, is one too.
pub(super) fn from_name(name: &str) -> Option<String> {
    if let Ok(expression) = Expression::parse(name)
        && expression.unknown().next().is_none()
        && !expression.has_reference()
    {
        // The old GNU ids are names here: what they leave open is the same.
        return Some(one(name).map_or(expression.text, str::to_owned));
    }
    if let Some(id) = one(name) {
        return Some(id.to_owned());
    }
    let spelled = name.replace('/', " or ");
    let words: Vec<&str> = spelled.split_whitespace().collect();
    let choices: Vec<String> = words
        .split(|word| word.eq_ignore_ascii_case("or"))
        .map(|part| part.join(" "))
        .collect();
    if choices.len() < 2 {
        return None;
    }
    let ids: Option<Vec<&str>> = choices.iter().map(|part| one(part)).collect();
    ids.map(|ids| ids.join(" OR "))
}

fn one(name: &str) -> Option<&'static str> {
    let wanted = squeezed(name);
    NAMES
        .iter()
        .find(|(name, _)| *name == wanted)
        .map(|(_, id)| *id)
        .or_else(|| IDS.iter().find(|id| squeezed(id) == wanted).copied())
}

/// A name without case, punctuation, and the words that vary: `The Apache
/// License, Version 2.0` and `Apache-2.0` both become `apache2.0`.
fn squeezed(name: &str) -> String {
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
    let squeezed = kept.concat();
    match squeezed.strip_suffix("apache2") {
        Some("") => "apache2.0".to_owned(),
        _ => squeezed,
    }
}
