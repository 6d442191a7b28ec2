//! Turns a union whose branches list values into one enum of these values.

use super::branches::Branch;
use crate::lower::Lowerer;
use crate::lower::enums::enum_of;
use crate::model::{EnumValue, TypeKind, Unlisted};
use cratify_schema::keyword::{JsonType, TypeSet};
use cratify_schema::source::Value;

impl Lowerer<'_, '_> {
    /// The values of all branches, if each branch only lists values.
    pub(super) fn all_values(&mut self, branches: &[Branch]) -> Option<Vec<EnumValue<Value>>> {
        let mut values: Vec<EnumValue<Value>> = Vec::new();
        for branch in branches {
            for value in self.branch_values(&branch.conjunction)? {
                if values.iter().any(|known| known.value == value.value) {
                    return None;
                }
                values.push(value);
            }
        }
        (!values.is_empty()).then_some(values)
    }

    /// An open enum of strings: `anyOf: [enum, string]` lists the values of today.
    pub(super) fn open_enum(&mut self, branches: &[Branch]) -> Option<TypeKind> {
        let mut values: Vec<EnumValue<Value>> = Vec::new();
        let mut open = false;
        for branch in branches {
            let view = self.view(&branch.conjunction);
            if view.types != TypeSet::only(JsonType::String) || view.has_unions() {
                return None;
            }
            if view.values.is_none() {
                if !view.constraints().is_empty() {
                    return None;
                }
                self.usage_log.shape(&view, &["type"]);
                open = true;
                continue;
            }
            for value in self.branch_values(&branch.conjunction)? {
                if !values.iter().any(|known| known.value == value.value) {
                    values.push(value);
                }
            }
        }
        (open && !values.is_empty()).then(|| enum_of(values, Unlisted::Allowed))
    }
}
