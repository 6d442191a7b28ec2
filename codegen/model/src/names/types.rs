//! Names types.

use std::borrow::Cow;
use std::collections::HashMap;

use super::explicit::{Named, check_case};
use super::scope::{Claim, Scope, assign_in_spaces};
use crate::ident::{LONGEST, normalized, upper_camel_candidates, upper_camel_case};
use crate::model::{Affixes, Model, Origin, TypeDef};
use cratify_schema::diagnostic::{Code, Diagnostic, Diagnostics};

/// Names that generated code uses for other things: types of the prelude, which it writes without a path, and
/// what it imports.
const RESERVED_TYPES: [&str; 26] = [
    "Self",
    "Option",
    "Some",
    "None",
    "Result",
    "Ok",
    "Err",
    "String",
    "Vec",
    "Box",
    "Default",
    "From",
    "Into",
    "Serialize",
    "Deserialize",
    "BTreeMap",
    "HashMap",
    "IndexMap",
    "Send",
    "Sync",
    "ToString",
    "AsRef",
    "UnknownValue",
    "Violation",
    "Violations",
    "DEFINITIONS",
];

/// The identifiers of all types, in the model's order.
pub(super) fn name_types(
    model: &Model,
    spaces: &[String],
    diagnostics: &mut Diagnostics,
) -> Vec<String> {
    let Affixes { prefix, suffix } = &model.affixes;
    let longest = LONGEST - prefix.len() - suffix.len();
    let affixed = |name: &str| normalized(&[&**prefix, name, &**suffix].concat()).into_owned();
    let candidates = |words: &str| upper_camel_candidates(words, longest).map(affixed);
    let words: Vec<Cow<'_, str>> = model.types.iter().map(TypeDef::words).collect();
    let claims: Vec<Claim<'_>> = model
        .types
        .iter()
        .zip(&words)
        .map(|(def, words)| {
            // The document gives no name to the schema of an operation, nor to a form.
            let is_named = def.usage.is_none() && def.form.is_none();
            let rank = match (&def.rename, def.origin, is_named) {
                (Some(_), ..) => 0,
                (None, Origin::Named, true) => 1,
                (None, Origin::Named, false) => 2,
                (None, Origin::Inline(_), _) => 3,
            };
            let claim = match &def.rename {
                Some(rename) => Claim::requested(words, rename),
                None => Claim::new(words, rank, candidates(words)),
            };
            let alternative = match (&def.usage, def.form, def.origin) {
                (Some(usage), ..) => Some(usage.alternative.clone()),
                (None, Some(_), _) => Some(format!("{words} form")),
                (None, None, Origin::Inline(_)) => Some(format!("{words} value")),
                (None, None, Origin::Named) => None,
            };
            Claim {
                alternative: alternative.map(|words| candidates(&words).plain),
                ..claim
            }
        })
        .collect();
    let scope = || Scope::reserving(&RESERVED_TYPES, "Type");
    let idents = assign_in_spaces(&claims, spaces, scope);
    let mut first: HashMap<(&str, &str), usize> = HashMap::new();
    for (index, claim) in claims.iter().enumerate() {
        let def = &model.types[index];
        let reserved = RESERVED_TYPES.contains(&claim.wanted.as_str());
        if let Some(rename) = &def.rename {
            check_case(rename, Named::Type, diagnostics);
        }
        if let (Some(rename), true) = (&def.rename, reserved) {
            diagnostics.push(
                Diagnostic::warning(
                    Code::NameClash,
                    rename.location.clone(),
                    format!(
                        "the generated code uses the name `{}` for something else",
                        claim.wanted
                    ),
                )
                .label(format!("becomes `{}`", idents[index]))
                .help("choose another name"),
            );
        }
        if claim.rank == 3 || claim.took_other(&idents[index]) {
            continue;
        }
        let key = (spaces[index].as_str(), claim.wanted.as_str());
        let Some(&other) = first.get(&key) else {
            first.insert(key, index);
            continue;
        };
        diagnostics.push(clash(
            def,
            &model.types[other],
            &claim.wanted,
            &idents[index],
            &idents[other],
        ));
    }
    idents
}

/// The name of a type as variants have it: without the prefix and the suffix of all type names.
pub(super) struct Stem {
    pub(super) name: String,
    /// The name with that of its module, if it is in one.
    pub(super) qualified: Option<String>,
}

impl Stem {
    pub(super) fn new(model: &Model, def: &TypeDef, ident: &str, space: &str) -> Self {
        let mut name = ident;
        if def.rename.is_none() {
            let Affixes { prefix, suffix } = &model.affixes;
            name = name.strip_prefix(&**prefix).unwrap_or(name);
            name = name.strip_suffix(&**suffix).unwrap_or(name);
        }
        Self {
            name: name.to_owned(),
            qualified: (!space.is_empty()).then(|| upper_camel_case(&format!("{space} {name}"))),
        }
    }
}

/// The report of two names in the document that become one Rust name: an error where both are requested, a warning
/// where one of them gives way.
fn clash(
    def: &TypeDef,
    other: &TypeDef,
    wanted: &str,
    ident: &str,
    other_ident: &str,
) -> Diagnostic {
    let message = format!(
        "`{}` and `{}` both become the Rust type `{wanted}`",
        other.wire_name, def.wire_name
    );
    if let (Some(rename), Some(taken)) = (&def.rename, &other.rename)
        && def.at != other.at
    {
        return Diagnostic::error(Code::NameClash, rename.location.clone(), message)
            .label("the name is taken")
            .also(taken.location.clone(), "by this one")
            .help("give each schema a name of its own");
    }
    Diagnostic::warning(Code::NameClash, def.at.key(), message)
        .label(format!(
            "becomes `{ident}`, and the other one `{other_ident}`"
        ))
        .also(other.at.key(), "the other one")
        .help("choose a name with `x-rust-name: …` in one of the schemas")
}
