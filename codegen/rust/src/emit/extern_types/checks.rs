//! Lists extern types for the checks, which ask the types themselves what they read and write.

use super::ExternTypes;
use crate::emit::context::Context;
use crate::emit::types::emit_elsewhere;
use crate::text::Rust;
use cratify_model::model::{Codec, Type, TypeId, TypeKind};

impl ExternTypes<'_> {
    /// Expressions of Rust that tell `cratify_check` of each extern type. `schemas` returns the texts of the
    /// schemas of a type.
    pub fn checks(
        &self,
        context: &Context<'_>,
        schemas: impl Fn(TypeId) -> Vec<String>,
    ) -> Vec<String> {
        let formats = self.formats.iter().map(|(format, extern_type)| {
            let arguments = arguments(&extern_type.path, &extern_type.codec, context);
            format!("cratify_check::extern_type!(format {format:?}: {arguments})")
        });
        let of_schemas = self.schemas.iter().flat_map(|id| {
            let TypeKind::Extern(replaced) = &context.model[*id].kind else {
                return Vec::new();
            };
            let path = Rust::ty(&emit_elsewhere(context, &Type::Named(*id), false));
            let arguments = arguments(path.as_str(), &replaced.extern_type.codec, context);
            let schemas = schemas(*id).into_iter();
            let checks = schemas
                .map(|text| format!("cratify_check::extern_type!(schema {text:?}: {arguments})"));
            checks.collect()
        });
        formats.chain(of_schemas).collect()
    }
}

/// The type and the module of its codec, as the crate of the checks names them; `?` if it cannot.
fn arguments(path: &str, codec: &Codec, context: &Context<'_>) -> String {
    // The types of the generated crate are public, its modules are not.
    let path = path.replace("crate::", &format!("{}::", context.crate_ident));
    match codec {
        Codec::Own => path,
        Codec::Module(module) if !module.starts_with("crate::") => format!("{path}, {module}"),
        Codec::Support {
            like: Some(module), ..
        } => format!("{path}, {module}"),
        Codec::Module(_) | Codec::Support { like: None, .. } => "?".to_owned(),
    }
}
