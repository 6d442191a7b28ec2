//! Adds requests for all types, for a kind of type, and for places around a type.

use super::Subject;
use crate::lower::{Lowerer, push_unique};
use crate::model::TypeKind;
use crate::settings::{DeriveList, Kind};

impl Lowerer<'_, '_> {
    /// Adds the requests for all types, for a kind, and for places around a type.
    pub(in crate::lower) fn add_extras(&mut self) {
        let requests = self.settings.global_requests();
        for def in &mut self.model.types {
            let kind = match &def.kind {
                TypeKind::Struct(_) => Some(Kind::Struct),
                TypeKind::StringEnum(_) | TypeKind::ValueEnum(_) => Some(Kind::Enum),
                TypeKind::Union(_) => Some(Kind::Union),
                TypeKind::Newtype(_) => Some(Kind::Newtype),
                TypeKind::Constant(_) | TypeKind::Never => None,
                // It is not a type of its own.
                TypeKind::Alias(_) | TypeKind::Extern(_) => continue,
            };
            let concerns = |of: Option<Kind>| of.is_none() || of == kind;
            let derives = requests.derives.iter().filter(|(of, _)| concerns(*of));
            let attributes = requests.attributes.iter().filter(|(of, _)| concerns(*of));
            let extras = &mut def.extras;
            let paths = |list: &DeriveList| list.paths.clone();
            extras.derives = derives.flat_map(|(_, list)| paths(list)).collect();
            let own = std::mem::take(&mut extras.attributes);
            for text in attributes
                .map(|(_, attribute)| attribute.text.clone())
                .chain(own)
            {
                push_unique(&mut extras.attributes, text);
            }
            for (at, derives) in self.settings.derives_around(&def.at) {
                extras.derives.extend(derives.iter().flat_map(paths));
                self.requests.used.insert((at, Subject::Derives));
            }
        }
    }
}
