//! Turns the values of an enum of strings or integers into its derived schema.

use schemars::Schema;
use serde_json::{Value, json};

/// Implements `JsonSchema` for an enum: the JSON type of its values, an iterator of them, then lists with at most one
/// element: the mark that other values of the type are valid, the name of the schema, more keywords, and the mark that
/// the schema has no name.
macro_rules! listed {
    (
        $name:ident, $json_type:literal, $values:expr, [$($others:ident)?], [$($schema:literal)?], [$($keywords:literal)?],
        [$($place:ident)?]
    ) => {
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                [$(stringify!($place),)? ""].len() > 1
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                [$($schema,)? stringify!($name)][0].into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                crate::support::listed::schema(
                    $json_type,
                    $values,
                    [$(stringify!($others),)? ""].len() > 1,
                    [$($keywords,)? "{}"][0],
                    Self::docs,
                )
            }
        }
    };
}

pub(crate) use listed;

/// The schema of an enum. `docs` adds the annotations, also of single values, which then become branches.
pub(crate) fn schema(
    name: &str,
    values: impl Iterator<Item: Into<Value>>,
    others: bool,
    keywords: &str,
    docs: fn(&mut Schema),
) -> Schema {
    let values: Vec<Value> = values.map(Into::into).collect();
    let branches = values
        .iter()
        .map(|value| json!({ "type": name, "const": value }));
    let others = others.then(|| json!({ "type": name }));
    let branches: Vec<Value> = branches.chain(others).collect();
    let mut schema = crate::support::schema::schema(keywords);
    schema.insert("anyOf".to_owned(), branches.into());
    docs(&mut schema);
    let is_bare = |branch: &Value| {
        branch.get("const").is_some() && branch.as_object().is_some_and(|branch| branch.len() == 2)
    };
    let branches = schema.get("anyOf").and_then(Value::as_array);
    if branches.is_some_and(|branches| branches.iter().all(is_bare)) {
        schema.remove("anyOf");
        schema.insert("type".to_owned(), name.into());
        schema.insert("enum".to_owned(), values.into());
    }
    schema
}
