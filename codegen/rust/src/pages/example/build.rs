//! Turns JSON values into Rust expressions, if they are simple enough for an example.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{is_short, last};
use crate::emit::{Context, field_ident};
use crate::text::StringLiteral;
use cratify_model::analyze::fits;
use cratify_model::model::{
    Constructor, Integer, Struct, Type, TypeId, TypeKind, Union, ValueEnum,
};
use cratify_model::names::REQUIRED;
use cratify_schema::source::Value;

/// The depth of an expression.
const DEPTH: usize = 3;
/// The number of arguments of a struct in another one.
const MOST_INNER_ARGUMENTS: usize = 2;
/// The length of a line of code.
pub(super) const WIDTH: usize = 88;

/// Writes expressions, and collects the types that they name.
#[derive(Debug, Clone)]
pub(super) struct Builder<'a, 'b> {
    context: &'b Context<'a>,
    used: BTreeSet<Cow<'a, str>>,
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
        let mut all: BTreeSet<&str> = self.used.iter().map(|path| &**path).collect();
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
        let constructor = self.context.analysis.constructor(id);
        let (Constructor::Arguments(required) | Constructor::ByName(required)) = constructor else {
            return Some(format!("{}::new()", self.name(id)));
        };
        if required.len() > most || depth > DEPTH {
            return None;
        }
        let mut values = Vec::new();
        for index in required {
            let field = &object.fields[*index];
            let value = sample?.get(&field.wire_name)?;
            values.push(match (&field.slot.ty, constructor) {
                (Type::String, Constructor::Arguments(_)) => converted(value)?,
                (ty, _) => self.expression(ty, value, depth)?,
            });
        }
        let name = self.name(id);
        if let Constructor::Arguments(_) = constructor {
            return Some(call(&format!("{name}::new"), &values));
        }
        let names = &self.context.names[id];
        let fields = required.iter().zip(values).map(|(index, value)| {
            let field = field_ident(&names.members[*index]);
            format!("{field}: {value}")
        });
        let module = match names.space.as_str() {
            "" => REQUIRED.to_owned(),
            space => format!("{space}::{REQUIRED}"),
        };
        self.used.insert(Cow::Owned(module));
        let fields: Vec<String> = fields.collect();
        Some(literal(&format!("{name}::new({REQUIRED}::{name}"), &fields))
    }

    /// A call of the setter of a member.
    pub(super) fn set(
        &mut self,
        id: TypeId,
        object: &Struct,
        index: usize,
        value: &Value,
    ) -> Option<String> {
        let argument = match object.fields[index].slot.ty.non_null() {
            Type::String => converted(value)?,
            // In a tuple, some parts may be in a `Box`.
            Type::Tuple(_) if self.context.analysis.is_boxed(id, index) => return None,
            ty => self.expression(ty, value, 0)?,
        };
        let setter = &self.context.names[id].methods.setters[index];
        Some(format!(".{setter}({argument})"))
    }

    /// A value where the code may want it in a `Box`.
    fn boxed(&mut self, ty: &Type, boxed: bool, value: &Value, depth: usize) -> Option<String> {
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
        self.used.insert(Cow::Borrowed(&names.path));
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
                format!("{}::{}::new()", map.ty.module(), map.ty.ident())
            }
            (Type::Option(_), Value::Null) => "None".to_owned(),
            (Type::Option(inner), value) => {
                format!("Some({})", self.expression(inner, value, depth)?)
            }
            (Type::Named(id), value) => {
                self.named(self.context.model.resolve_alias(*id), value, depth)?
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
            TypeKind::Constant(constant) => (constant.value.to_json() == *value)
                .then(|| format!("{}::default()", self.name(id))),
            TypeKind::Alias(_) | TypeKind::Never | TypeKind::Extern(_) => None,
        }
    }
}

/// Text where the code takes what can be converted into a `String`.
fn converted(value: &Value) -> Option<String> {
    let text = value.as_str().filter(|_| is_short(value))?;
    Some(StringLiteral::new(text).to_string())
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
    lines_for_each(line, &format!("{function}("), arguments, ")")
}

/// A call with a struct as its argument, on one line, or with a line for each field.
fn literal(start: &str, fields: &[String]) -> String {
    let line = format!("{start} {{ {} }})", fields.join(", "));
    lines_for_each(line, &format!("{start} {{"), fields, "})")
}

/// The line if it is short, or else a line for each element between `before` and `after`.
fn lines_for_each(line: String, before: &str, elements: &[String], after: &str) -> String {
    if line.len() <= WIDTH && !line.contains('\n') {
        return line;
    }
    let elements = elements.iter();
    let elements = elements.map(|element| format!("    {},\n", element.replace('\n', "\n    ")));
    let elements: String = elements.collect();
    format!("{before}\n{elements}{after}")
}
