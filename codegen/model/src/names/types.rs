//! Names types.

use std::borrow::Cow;

use super::clashes::NamedTypes;
use super::former::FormerNames;
use super::released::Lock;
use super::scope::{Claim, Scope, assign_in_spaces};
use crate::ident::{LONGEST, normalized, upper_camel_candidates, upper_camel_case};
use crate::model::{Affixes, Model, Origin, TypeDef};
use cratify_schema::diagnostic::Diagnostics;

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

/// The rank of an inline type, whose name the document does not have.
pub(super) const INLINE: u8 = 4;

/// The identifiers of all types, in the model's order, and their former ones.
pub(super) fn name_types(
    model: &Model,
    spaces: &[String],
    lock: &Lock,
    diagnostics: &mut Diagnostics,
) -> (Vec<String>, Vec<Vec<String>>) {
    let Affixes { prefix, suffix } = &model.affixes;
    let longest = LONGEST - prefix.len() - suffix.len();
    let affixed = |name: &str| normalized(&[&**prefix, name, &**suffix].concat()).into_owned();
    let candidates = |words: &str| upper_camel_candidates(words, longest).map(affixed);
    let words: Vec<Cow<'_, str>> = model.types.iter().map(TypeDef::words).collect();
    let mut claims: Vec<Claim<'_>> = model
        .iter()
        .zip(&words)
        .map(|((id, def), words)| {
            let released = lock
                .get(id.0 as usize)
                .and_then(|lock| lock.ident.as_deref());
            if let (None, Some(name)) = (&def.rename, released) {
                return Claim::released(words, name, candidates(words));
            }
            // The document gives no name to the schema of an operation, nor to a form.
            let is_named = def.usage.is_none() && def.form.is_none();
            let rank = match (&def.rename, def.origin, is_named) {
                (Some(_), ..) => 0,
                (None, Origin::Named, true) => 2,
                (None, Origin::Named, false) => 3,
                (None, Origin::Inline(_), _) => INLINE,
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
    let former = FormerNames::of(model, lock);
    let mut all_spaces = spaces.to_vec();
    for (index, claim) in former.claims() {
        claims.push(claim);
        all_spaces.push(spaces[index].clone());
    }
    let scope = || Scope::reserving(&RESERVED_TYPES, "Type");
    let mut idents = assign_in_spaces(&claims, &all_spaces, scope);
    let given = idents.split_off(model.types.len());
    claims.truncate(model.types.len());
    let former = former.given(&idents, given, diagnostics);
    let named = NamedTypes {
        model,
        spaces,
        claims: &claims,
        idents: &idents,
        former: &former,
    };
    named.report(&RESERVED_TYPES, diagnostics);
    for (index, words) in words.iter().enumerate() {
        let usual = candidates(words).plain;
        diagnostics.extend(
            lock.get(index)
                .and_then(|lock| named.kept(index, lock, &usual)),
        );
    }
    (idents, former)
}

/// The name of a type as variants have it: without the prefix and the suffix of all type names.
pub(super) struct Stem {
    pub(super) name: String,
    /// The name behind the name of its module, if it is in one.
    pub(super) qualified: Option<String>,
}

impl Stem {
    /// The stems of all types before any name is decided: the words of the document.
    pub(super) fn all_of_words(model: &Model) -> Vec<Self> {
        let stems = model.types.iter().map(|def| Self {
            name: def.words().into_owned(),
            qualified: None,
        });
        stems.collect()
    }

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
