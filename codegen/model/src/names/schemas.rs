//! Names types in JSON Schemas.

use std::collections::HashMap;

use crate::ident::upper_camel_case;
use crate::model::{Model, Origin, TypeDef};

/// Names for `$defs`. The document's names make the published schemas easy to find again in it.
pub(super) fn name_schemas(model: &Model, idents: &[String], spaces: &[String]) -> Vec<String> {
    let mut bearers: HashMap<&str, usize> = HashMap::new();
    for ident in idents {
        *bearers.entry(ident).or_default() += 1;
    }
    // The document has no name for a form.
    let is_named = |def: &TypeDef| def.origin == Origin::Named && def.form.is_none();
    let mut users: HashMap<&str, usize> = HashMap::new();
    for (def, ident) in model.types.iter().zip(idents) {
        *users.entry(ident).or_default() += 1;
        if is_named(def) && def.wire_name != *ident {
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
        if is_named(def) && fits(&def.wire_name) && users[def.wire_name.as_str()] == 1 {
            def.wire_name.clone()
        } else if bearers[ident.as_str()] > 1 {
            upper_camel_case(&format!("{space} {ident}"))
        } else {
            ident.clone()
        }
    });
    named.collect()
}
