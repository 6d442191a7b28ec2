//! Turns definitions of types into schemas of a language.

use serde_json::{Map, Value, json};

use super::keywords::or_null;
use super::{Language, Writer};
use cratify_model::model::{
    ConstantValue, Field, Others, Presence, Struct, Type, TypeDef, TypeId, TypeKind,
    UnknownMembers, Unlisted, ValueRepr,
};

impl Writer<'_> {
    /// The definition of a type.
    pub(super) fn definition(&mut self, id: TypeId) -> Value {
        let def = &self.model[id];
        self.note_definition(def);
        let schema = match &def.kind {
            TypeKind::Struct(object) => self.object(def, object),
            TypeKind::StringEnum(values) => {
                let listed = values.values.iter();
                let listed = listed.map(|value| Value::from(value.value.as_str()));
                self.listed(&listed.collect::<Vec<_>>(), values.unlisted, "string")
            }
            TypeKind::ValueEnum(values) => {
                let listed = values.values.iter().map(|value| value.value.clone());
                let others = match values.repr {
                    ValueRepr::Integer => "integer",
                    ValueRepr::Mixed => "",
                };
                self.listed(&listed.collect::<Vec<_>>(), values.unlisted, others)
            }
            TypeKind::Constant(constant) => {
                let unlisted = if constant.is_closed {
                    Unlisted::Refused
                } else {
                    Unlisted::Kept
                };
                let others = match constant.value {
                    ConstantValue::Text(_) => "string",
                    ConstantValue::Integer(_) => "integer",
                    ConstantValue::Number(_) | ConstantValue::Bool(_) => "",
                };
                self.listed(&[constant.value.to_json()], unlisted, others)
            }
            TypeKind::Union(union) => self.union(union),
            TypeKind::Newtype(slot) => self.slot(slot),
            TypeKind::Alias(target) => self.named(*target),
            TypeKind::Extern(_) => self.published(id),
            TypeKind::Never => Value::Bool(false),
        };
        self.with(schema, &def.constraints)
    }

    /// An enum. `others` is the type of the values that it keeps; empty for any.
    fn listed(&self, values: &[Value], unlisted: Unlisted, others: &str) -> Value {
        let keeps = unlisted == Unlisted::Allowed
            || self.language == Language::Read && unlisted == Unlisted::Kept;
        match (keeps, others) {
            (false, _) => json!({ "enum": values }),
            (true, "") => Value::Bool(true),
            (true, ty) => json!({ "type": ty }),
        }
    }

    fn object(&mut self, def: &TypeDef, object: &Struct) -> Value {
        let language = self.language;
        let mut properties = Map::new();
        let mut required = Vec::new();
        let allows_others = self.other_members(object) == Value::Bool(true);
        for field in &object.fields {
            // Only a condition describes it: what is accepted has the condition itself.
            let is_described =
                !field.under_condition || matches!(language, Language::Written | Language::Read);
            if !is_described {
                continue;
            }
            let name = field.wire_name.as_str();
            let schema = self.inside(&["properties", name], |writer| {
                writer.note_member(def, name);
                writer.member(field)
            });
            // A member that is required and has no property is not evaluated.
            let is_other =
                allows_others && schema == Value::Bool(true) && self.member_of(def, name).is_none();
            if !is_other {
                properties.insert(name.to_owned(), schema);
            }
            let is_filled_in =
                field.presence == Presence::Defaulted && !self.model.is_optional_constant(field);
            let is_required = matches!(field.presence, Presence::Required | Presence::Fixed)
                || is_filled_in && language == Language::Written;
            if is_required {
                required.push(Value::from(name));
            }
        }
        let mut schema = Map::from_iter([("type".to_owned(), "object".into())]);
        if !properties.is_empty() {
            schema.insert("properties".to_owned(), Value::Object(properties));
        }
        if !required.is_empty() {
            schema.insert("required".to_owned(), Value::Array(required));
        }
        match self.other_members(object) {
            Value::Bool(true) => {}
            others => {
                schema.insert("additionalProperties".to_owned(), others);
            }
        }
        Value::Object(schema)
    }

    fn member(&mut self, field: &Field) -> Value {
        let slot = &field.slot;
        match (self.language, field.presence, &slot.ty) {
            // Null and absent are one `None`, which is written as an absent member.
            (Language::Written, Presence::Optional, Type::Option(inner)) => {
                self.type_with(inner, &slot.constraints)
            }
            (
                Language::Read,
                Presence::Optional | Presence::NullRecorded | Presence::NullOrAbsent,
                _,
            ) => or_null(self.slot(slot)),
            _ => self.slot(slot),
        }
    }

    /// The members that no field stands for.
    fn other_members(&mut self, object: &Struct) -> Value {
        let kept = |writer: &mut Self| match &object.unknown {
            UnknownMembers::Kept(_, slot) => {
                writer.inside(&["additionalProperties"], |writer| writer.slot(slot))
            }
            // Recorded members are passed on, and are not made by the program.
            UnknownMembers::Recorded { .. } | UnknownMembers::Dropped | UnknownMembers::Refused => {
                Value::Bool(false)
            }
        };
        match self.language {
            Language::Accepted | Language::Meant => match object.others {
                Others::Allowed => Value::Bool(true),
                Others::Forbidden => Value::Bool(false),
                Others::Described => kept(self),
            },
            Language::Written if object.others == Others::Forbidden => Value::Bool(false),
            Language::Written => kept(self),
            Language::Read => match &object.unknown {
                UnknownMembers::Recorded { .. } | UnknownMembers::Dropped => Value::Bool(true),
                _ => kept(self),
            },
        }
    }

    /// The published schema of what an extern type replaces: only that type knows more.
    fn published(&self, id: TypeId) -> Value {
        let mut schema = serde_json::to_value(self.publisher.write_schema(id, false))
            .unwrap_or(Value::Bool(true));
        if let Some(members) = schema.as_object_mut() {
            // References in it lead to its own definitions.
            let uri = format!("urn:cratify:{}", self.keys[&id]);
            members.shift_insert(0, "$id".to_owned(), uri.into());
        }
        schema
    }
}
