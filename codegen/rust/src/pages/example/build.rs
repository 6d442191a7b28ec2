//! JSON values to Rust expressions, if they are simple enough for an example.

use std::collections::BTreeSet;

use super::{is_short, last};
use crate::emit::Context;
use crate::text::StringLiteral;
use cratify_model::analyze::{fits, resolve_alias};
use cratify_model::model::{Integer, Presence, Struct, Type, TypeId, TypeKind, Union, ValueEnum};
use cratify_schema::source::Value;

/// The depth of an expression.
const DEPTH: usize = 3;
/// The number of arguments of a struct in another one.
const MOST_INNER_ARGUMENTS: usize = 2;
/// The length of a line of code.
const WIDTH: usize = 88;

/// Writes expressions, and collects the types that they name.
#[derive(Debug, Clone)]
pub(super) struct Builder<'a, 'b> {
    context: &'b Context<'a>,
    used: BTreeSet<&'a str>,
}

impl<'a, 'b> Builder<'a, 'b> {
    pub(super) fn new(context: &'b Context<'a>) -> Self {
        Self {
            context,
            used: BTreeSet::new(),
        }
    }

    /// The imports: a type, and all types that the expressions name. `None` if two of them have one name.
    pub(super) fn imports(&self, path: &str) -> Option<String> {
        let mut all: BTreeSet<&str> = self.used.iter().copied().collect();
        all.insert(path);
        let names: BTreeSet<&str> = all.iter().map(|path| last(path)).collect();
        if names.len() < all.len() {
            return None;
        }
        let all: Vec<&str> = all.into_iter().collect();
        Some(match &all[..] {
            [one] => (*one).to_owned(),
            _ if all.join(", ").len() <= WIDTH => format!("{{{}}}", all.join(", ")),
            _ => format!("{{\n    {},\n}}", all.join(",\n    ")),
        })
    }

    /// A call of `new`.
    pub(super) fn construct(
        &mut self,
        id: TypeId,
        object: &Struct,
        sample: Option<&Value>,
        most: usize,
        depth: usize,
    ) -> Option<String> {
        let required: Vec<_> = object
            .fields
            .iter()
            .filter(|field| field.presence == Presence::Required)
            .collect();
        if required.len() > most || depth > DEPTH {
            return None;
        }
        let mut arguments = Vec::new();
        for field in required {
            let value = sample?.get(&field.wire_name)?;
            arguments.push(match (&field.slot.ty, value) {
                (Type::String, Value::String(text)) if is_short(value) => {
                    StringLiteral::new(text).to_string()
                }
                (ty, value) => self.expression(ty, value, depth)?,
            });
        }
        Some(call(&format!("{}::new", self.name(id)), &arguments))
    }

    /// A value where the code may want it in a `Box`.
    pub(super) fn boxed(
        &mut self,
        ty: &Type,
        boxed: bool,
        value: &Value,
        depth: usize,
    ) -> Option<String> {
        if boxed && !matches!(ty, Type::Named(_)) {
            return None;
        }
        let inner = self.expression(ty, value, depth)?;
        Some(if boxed {
            format!("Box::new({inner})")
        } else {
            inner
        })
    }

    fn name(&mut self, id: TypeId) -> &'a str {
        let names = &self.context.names[id];
        self.used.insert(&names.path);
        &names.ident
    }

    fn expression(&mut self, ty: &Type, value: &Value, depth: usize) -> Option<String> {
        if depth > DEPTH {
            return None;
        }
        Some(match (ty, value) {
            (Type::Any, Value::String(text)) if is_short(value) => {
                format!("{}.into()", StringLiteral::new(text))
            }
            (Type::Any, Value::Bool(_)) => format!("{value}.into()"),
            (Type::Object, _) => "serde_json::Map::new()".to_owned(),
            (Type::Null, Value::Null) => "()".to_owned(),
            (Type::Bool, Value::Bool(_)) => value.to_string(),
            (Type::Integer(width), Value::Number(_)) if width.holds(value) => value.to_string(),
            (Type::Float, Value::Number(number)) => format!("{:?}", number.as_f64()?),
            (Type::Number, Value::Number(_)) if Integer::I32.holds(value) => {
                format!("{value}.into()")
            }
            (Type::String, Value::String(text)) if is_short(value) => {
                format!("{}.to_owned()", StringLiteral::new(text))
            }
            (Type::List(item), Value::Array(values)) => match values.first() {
                Some(value) => format!("vec![{}]", self.expression(&item.ty, value, depth + 1)?),
                None => "Vec::new()".to_owned(),
            },
            (Type::Tuple(slots), Value::Array(values))
                if slots.len() == values.len() && slots.len() > 1 =>
            {
                let slots = slots.iter().zip(values);
                let parts = slots.map(|(slot, value)| self.expression(&slot.ty, value, depth + 1));
                format!("({})", parts.collect::<Option<Vec<_>>>()?.join(", "))
            }
            (Type::Map(map, _), Value::Object(_)) => {
                format!("{}::{}::new()", map.module(), map.ident())
            }
            (Type::Option(_), Value::Null) => "None".to_owned(),
            (Type::Option(inner), value) => {
                format!("Some({})", self.expression(inner, value, depth)?)
            }
            (Type::Named(id), value) => {
                self.named(resolve_alias(self.context.model, *id), value, depth)?
            }
            _ => return None,
        })
    }

    fn named(&mut self, id: TypeId, value: &Value, depth: usize) -> Option<String> {
        let context = self.context;
        let members = &context.names[id].members;
        match &context.model[id].kind {
            TypeKind::Struct(object) => {
                self.construct(id, object, Some(value), MOST_INNER_ARGUMENTS, depth + 1)
            }
            TypeKind::StringEnum(enumeration) => {
                let index = enumeration
                    .values
                    .iter()
                    .position(|known| Some(known.value.as_str()) == value.as_str())?;
                Some(format!("{}::{}", self.name(id), members[index]))
            }
            TypeKind::ValueEnum(ValueEnum { values, .. }) => {
                let index = values.iter().position(|known| known.value == *value)?;
                Some(format!("{}::{}", self.name(id), members[index]))
            }
            TypeKind::Union(union) => {
                let index = branch(context, union, value)?;
                let boxed = context.analysis.is_boxed(id, index);
                let inner = self.boxed(&union.variants[index].slot.ty, boxed, value, depth + 1)?;
                Some(format!("{}::{}({inner})", self.name(id), members[index]))
            }
            TypeKind::Newtype(slot) => {
                let inner =
                    self.boxed(&slot.ty, context.analysis.is_boxed(id, 0), value, depth + 1)?;
                Some(format!("{}({inner})", self.name(id)))
            }
            TypeKind::Alias(_) | TypeKind::Never | TypeKind::Extern(_) => None,
        }
    }
}

/// The variant that a value is an example of.
fn branch(context: &Context<'_>, union: &Union, value: &Value) -> Option<usize> {
    union.variants.iter().position(|variant| {
        let tagged = union.tag.as_ref().is_none_or(|tag| {
            let found = value.get(&tag.member).and_then(Value::as_str);
            found.is_some_and(|found| variant.tags.iter().any(|tag| tag == found))
        });
        tagged && fits(context.model, &variant.slot, value)
    })
}

/// A call on one line, or with a line for each argument.
fn call(function: &str, arguments: &[String]) -> String {
    let line = format!("{function}({})", arguments.join(", "));
    if line.len() <= WIDTH && !line.contains('\n') {
        return line;
    }
    let arguments: Vec<String> = arguments
        .iter()
        .map(|argument| format!("    {},\n", argument.replace('\n', "\n    ")))
        .collect();
    format!("{function}(\n{})", arguments.concat())
}
