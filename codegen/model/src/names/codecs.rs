//! Names the types that read and write by the modules of extern types.

use std::collections::{BTreeMap, BTreeSet};

use super::scope::{Claim, Scope};
use crate::ident::upper_camel_case;
use crate::model::{Model, Type, TypeKind};

/// The identifier for each module that reads and writes values: `ChronoSerdeTsSeconds` for
/// `chrono::serde::ts_seconds`.
pub(super) fn name_codecs(model: &Model) -> BTreeMap<String, String> {
    let mut modules: BTreeSet<&str> = BTreeSet::new();
    for (_, def) in model.iter() {
        if let TypeKind::Extern(replaced) = &def.kind {
            modules.extend(replaced.extern_type.codec.module());
        }
        def.kind.visit_types(&mut |ty| {
            if let Type::Mapped(mapped) = ty {
                modules.extend(mapped.extern_type.codec.module());
            }
        });
    }
    let claims = modules.iter().map(|module| {
        let path = module.strip_prefix("crate::support::").unwrap_or(module);
        Claim::exactly(module, upper_camel_case(&path.replace("::", " ")))
    });
    let claims: Vec<Claim<'_>> = claims.collect();
    let names = Scope::reserving(&["Codec", "Deserializer", "Serializer"], "Codec").assign(&claims);
    let modules = modules.into_iter().map(str::to_owned);
    modules.zip(names).collect()
}
