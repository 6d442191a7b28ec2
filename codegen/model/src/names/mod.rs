//! Names as the document spells them to Rust's: the only place where an identifier is decided.
//!
//! A name depends on its own spelling and on the names it clashes with, never on the order of
//! others: in each scope the names that come out right by themselves are given first, then those
//! that have to give way, in the order of their spelling.

mod explicit;
mod scope;
mod space;

use std::collections::HashMap;

use explicit::{Named, check_case, check_members};
use scope::{Claim, Scope, assign_in_spaces};
use space::Modules;

use crate::ident::{NEVER_RAW, snake_case, upper_camel_case};
use crate::model::{
    Model, Origin, Requested, Rest, Type, TypeDef, TypeId, TypeKind, Union, UnknownMembers,
    Unlisted, Variant,
};
use cratify_schema::diagnostic::{Code, Diagnostic, Diagnostics};
use cratify_schema::source::Value;

/// Names that generated code uses for other things: types of the prelude that it writes without a
/// path, and what it imports.
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

/// The variant that keeps what the schema does not know.
pub const UNKNOWN: &str = "Unknown";

/// All names of a crate.
#[derive(Debug, Clone)]
pub struct Names {
    types: Vec<TypeNames>,
}

/// The names of a type and of what is in it.
#[derive(Debug, Clone, Default)]
pub struct TypeNames {
    /// The type's identifier.
    pub ident: String,
    /// The public module that it is in; empty for the root of the crate.
    pub space: String,
    /// The type from the root of the crate: its identifier, behind that of its public module.
    pub path: String,
    /// The private module in the public one, and so the file, that it is in.
    pub module: String,
    /// The name of the type in JSON Schemas: the document's own, where it can stand in a URI as it is.
    pub schema_name: String,
    /// The name of the type in file names: that of its module, if it has one of its own.
    pub file: String,
    /// The identifiers of its fields or variants, in the model's order. Keywords are not yet raw.
    pub members: Vec<String>,
    /// The field that keeps unknown members; the variant that keeps a value of no branch.
    pub rest: String,
}

impl std::ops::Index<TypeId> for Names {
    type Output = TypeNames;

    fn index(&self, id: TypeId) -> &TypeNames {
        &self.types[id.0 as usize]
    }
}

impl Names {
    /// Names everything in a model.
    pub fn decide(model: &Model, diagnostics: &mut Diagnostics) -> Self {
        let spaces = space::spaces(model);
        let idents = name_types(model, &spaces, diagnostics);
        let stems: Vec<Stem> = (model.types.iter().zip(&idents).zip(&spaces))
            .map(|((def, ident), space)| Stem::new(model, def, ident, space))
            .collect();
        let schema_names = name_schemas(model, &idents, &spaces);
        let Modules {
            spaces,
            modules,
            files,
        } = space::modules(model, spaces, &idents);
        let types = model
            .iter()
            .map(|(id, def)| {
                let index = id.0 as usize;
                let (ident, space) = (&idents[index], &spaces[index]);
                let (members, rest) = name_members(def, &stems, diagnostics);
                TypeNames {
                    path: if space.is_empty() {
                        ident.clone()
                    } else {
                        format!("{space}::{ident}")
                    },
                    ident: ident.clone(),
                    space: space.clone(),
                    module: modules[index].clone(),
                    schema_name: schema_names[index].clone(),
                    file: files[index].clone(),
                    members,
                    rest,
                }
            })
            .collect();
        Self { types }
    }

    /// Whether all identifiers are ASCII.
    pub fn are_ascii(&self) -> bool {
        self.types
            .iter()
            .all(|names| names.ident.is_ascii() && names.members.iter().all(|name| name.is_ascii()))
    }
}

fn name_types(model: &Model, spaces: &[String], diagnostics: &mut Diagnostics) -> Vec<String> {
    let affixes = &model.affixes;
    let type_name = |words: &str| {
        let name = upper_camel_case(words);
        [affixes.prefix(), &name, affixes.suffix()].concat()
    };
    let claims: Vec<Claim<'_>> = model
        .types
        .iter()
        .map(|def| Claim {
            wire_name: &def.wire_name,
            wanted: match &def.rename {
                Some(rename) => rename.text.clone(),
                None => type_name(&def.wire_name),
            },
            alternative: match (&def.usage, def.origin) {
                (Some(usage), _) => Some(type_name(&usage.alternative)),
                (None, Origin::Inline(_)) => Some(type_name(&format!("{} value", def.wire_name))),
                (None, Origin::Named) => None,
            },
            rank: match (&def.rename, def.origin, &def.usage) {
                (Some(_), ..) => 0,
                (None, Origin::Named, None) => 1,
                (None, Origin::Named, Some(_)) => 2,
                (None, Origin::Inline(_), _) => 3,
            },
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
        if claim.rank == 3 || claim.alternative.as_ref() == Some(&idents[index]) {
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

/// The name of a type as variants have it: without what the names of all types begin and end with.
struct Stem {
    name: String,
    /// The name with that of its module, if it is in one.
    qualified: Option<String>,
}

impl Stem {
    fn new(model: &Model, def: &TypeDef, ident: &str, space: &str) -> Self {
        let mut name = ident;
        if def.rename.is_none() {
            let (prefix, suffix) = (model.affixes.prefix(), model.affixes.suffix());
            name = name.strip_prefix(prefix).unwrap_or(name);
            name = name.strip_suffix(suffix).unwrap_or(name);
        }
        Self {
            name: name.to_owned(),
            qualified: (!space.is_empty()).then(|| upper_camel_case(&format!("{space} {name}"))),
        }
    }
}

/// Two names of the document that come to the same Rust name: an error where the document asked
/// for both, a warning where one of them could give way.
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

/// Names for `$defs`. The document's names make the published schemas easy to find again in it.
fn name_schemas(model: &Model, idents: &[String], spaces: &[String]) -> Vec<String> {
    let mut bearers: HashMap<&str, usize> = HashMap::new();
    for ident in idents {
        *bearers.entry(ident).or_default() += 1;
    }
    let mut users: HashMap<&str, usize> = HashMap::new();
    for (def, ident) in model.types.iter().zip(idents) {
        *users.entry(ident).or_default() += 1;
        if def.origin == Origin::Named && def.wire_name != *ident {
            *users.entry(&def.wire_name).or_default() += 1;
        }
    }
    let fits = |name: &str| {
        !name.is_empty()
            && name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
    };
    let types = model.types.iter().zip(idents).zip(spaces);
    let named = types.map(|((def, ident), space)| {
        if def.origin == Origin::Named && fits(&def.wire_name) && users[def.wire_name.as_str()] == 1
        {
            def.wire_name.clone()
        } else if bearers[ident.as_str()] > 1 {
            upper_camel_case(&format!("{space} {ident}"))
        } else {
            ident.clone()
        }
    });
    named.collect()
}

fn name_members(
    def: &TypeDef,
    stems: &[Stem],
    diagnostics: &mut Diagnostics,
) -> (Vec<String>, String) {
    match &def.kind {
        TypeKind::Struct(object) => {
            let mut scope = Scope::reserving(&NEVER_RAW, "_");
            let claims: Vec<Claim<'_>> = object
                .fields
                .iter()
                .map(|field| Claim {
                    wire_name: &field.wire_name,
                    wanted: match &field.rename {
                        Some(rename) => rename.text.clone(),
                        None => snake_case(&field.wire_name),
                    },
                    alternative: None,
                    rank: u8::from(field.rename.is_none()),
                })
                .collect();
            let asked = object
                .fields
                .iter()
                .filter_map(|field| Some((field.wire_name.as_str(), field.rename.as_ref()?)));
            check_members(asked, Named::Field, &[], diagnostics);
            let members = scope.assign(&claims);
            let rest = match object.unknown {
                UnknownMembers::Kept(..) => scope
                    .assign(&[Claim {
                        wire_name: "",
                        wanted: "additional_properties".to_owned(),
                        alternative: None,
                        rank: 0,
                    }])
                    .remove(0),
                _ => String::new(),
            };
            (members, rest)
        }
        TypeKind::StringEnum(values) => {
            let named = values.values.iter().map(|value| {
                (
                    value.value.clone(),
                    value.name.as_deref(),
                    value.rename.as_ref(),
                )
            });
            let named: Vec<_> = named.collect();
            let variants = name_values(&named, values.unlisted, diagnostics);
            (variants, String::new())
        }
        TypeKind::ValueEnum(values) => {
            let named = values.values.iter().map(|value| {
                (
                    spell(&value.value),
                    value.name.as_deref(),
                    value.rename.as_ref(),
                )
            });
            let named: Vec<_> = named.collect();
            let variants = name_values(&named, values.unlisted, diagnostics);
            (variants, String::new())
        }
        TypeKind::Union(union) => {
            let rest = match union.rest {
                Rest::Unknown => UNKNOWN,
                Rest::Other(_) => "Other",
                Rest::Refused => "",
            };
            let variants = name_variants(union, rest, stems, diagnostics);
            (variants, rest.to_owned())
        }
        TypeKind::Newtype(_) | TypeKind::Alias(_) | TypeKind::Never | TypeKind::Foreign(_) => {
            (Vec::new(), String::new())
        }
    }
}

/// A value of an enum: its spelling, the document's name for it, the name that is asked for.
type NamedValue<'a> = (String, Option<&'a str>, Option<&'a Requested>);

/// The variants of an enum of values. A name from the document holds as long as it is one.
fn name_values(
    values: &[NamedValue<'_>],
    unlisted: Unlisted,
    diagnostics: &mut Diagnostics,
) -> Vec<String> {
    let reserved: &[&str] = match unlisted {
        Unlisted::Allowed | Unlisted::Kept => &[UNKNOWN, "Self"],
        Unlisted::Refused => &["Self"],
    };
    let asked = values
        .iter()
        .filter_map(|(value, _, rename)| Some((value.as_str(), (*rename)?)));
    check_members(asked, Named::Variant, reserved, diagnostics);
    let mut scope = Scope::reserving(reserved, "Value");
    let claims: Vec<Claim<'_>> = values
        .iter()
        .map(|(value, name, rename)| {
            let asked = rename.map(|rename| rename.text.clone());
            let given = name.filter(|name| name.len() <= 60).map(upper_camel_case);
            Claim {
                wire_name: value,
                alternative: None,
                rank: match (&asked, &given) {
                    (Some(_), _) => 0,
                    (None, Some(_)) => 1,
                    (None, None) => 2,
                },
                wanted: asked.or(given).unwrap_or_else(|| upper_camel_case(value)),
            }
        })
        .collect();
    scope.assign(&claims)
}

/// How a value that is not a string is read aloud.
fn spell(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string().replace('.', " point "),
        other => other.to_string(),
    }
}

fn name_variants(
    union: &Union,
    rest: &str,
    stems: &[Stem],
    diagnostics: &mut Diagnostics,
) -> Vec<String> {
    let reserved = [rest, "Self"];
    let mut scope = Scope::reserving(&reserved, "Value");
    let wire_names: Vec<String> = union
        .variants
        .iter()
        .map(|variant| variant_words(union, variant, stems))
        .collect();
    let named = wire_names.iter().zip(&union.variants);
    let asked = named
        .clone()
        .filter_map(|(words, variant)| Some((words.as_str(), variant.rename.as_ref()?)));
    check_members(asked, Named::Variant, &reserved, diagnostics);
    let claims: Vec<Claim<'_>> = named
        .map(|(words, variant)| Claim {
            wire_name: words,
            wanted: match &variant.rename {
                Some(rename) => rename.text.clone(),
                None => upper_camel_case(words),
            },
            alternative: match &variant.slot.ty {
                Type::Named(id) => stems[id.0 as usize].qualified.clone(),
                _ => None,
            },
            rank: u8::from(variant.rename.is_none()),
        })
        .collect();
    scope.assign(&claims)
}

/// What a variant is called: its tag, the document's name for it, its type, or what it is.
fn variant_words(union: &Union, variant: &Variant, stems: &[Stem]) -> String {
    if let (Some(_), [tag]) = (&union.tag, &variant.tags[..]) {
        return tag.clone();
    }
    if let Some(name) = variant.name.as_ref().filter(|name| name.len() <= 60) {
        return name.clone();
    }
    kind_words(&variant.slot.ty, stems)
}

fn kind_words(ty: &Type, stems: &[Stem]) -> String {
    match ty {
        Type::Any => "value".to_owned(),
        Type::Object => "object".to_owned(),
        Type::Null => "null".to_owned(),
        Type::Bool => "bool".to_owned(),
        Type::Integer(_) => "integer".to_owned(),
        Type::Float | Type::Number => "number".to_owned(),
        Type::String => "string".to_owned(),
        Type::List(item) => format!("{} list", kind_words(&item.ty, stems)),
        Type::Tuple(_) => "tuple".to_owned(),
        Type::Map(_, value) => format!("{} map", kind_words(&value.ty, stems)),
        Type::Option(inner) => kind_words(inner, stems),
        // The last word of its path, without arguments.
        Type::Mapped(mapped) => {
            let path = mapped.foreign.path.split('<').next().unwrap_or_default();
            path.rsplit("::").next().unwrap_or_default().to_owned()
        }
        Type::Named(id) => stems[id.0 as usize].name.clone(),
    }
}
