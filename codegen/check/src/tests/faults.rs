//! Types with one planted fault each.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, de::Error};
use serde_json::Value;

use super::types::{Currency, NULLABLE, integer, published, require_note};

/// Most types differ from this schema in one thing; [`Item`] does not.
const ITEM: &str = r#"{
  "type": "object",
  "required": ["id"],
  "properties": {
    "id": {"type": "string", "maxLength": 8, "description": "Its id."},
    "size": {"type": ["integer", "null"]}
  }
}"#;

/// Defines a type of [`ITEM`] with the attributes and types of its two members replaced.
macro_rules! item {
    ($(#[$all:meta])* $ty:ident { $(#[$id:meta])* id: $id_type:ty, $(#[$size:meta])* size: $size_type:ty }) => {
        #[derive(Debug, Serialize, Deserialize, JsonSchema)]
        $(#[$all])*
        pub(super) struct $ty {
            $(#[$id])*
            pub(super) id: $id_type,
            $(#[$size])*
            #[serde(skip_serializing_if = "Option::is_none")]
            pub(super) size: $size_type,
        }

        published!($ty, ITEM);
    };
}

item!(#[serde(crate = "crate::tests::objects")] #[schemars(crate = "schemars")] Item {
    #[schemars(length(max = 8), description = "Its id.")] id: String,
    #[serde(default, deserialize_with = "optional")] #[schemars(with = "Option<Whole>")] size: Option<i64>
});
item!(Positional {
    #[schemars(length(max = 8), description = "Its id.")] id: String,
    #[serde(default, deserialize_with = "optional")] #[schemars(with = "Option<Whole>")] size: Option<i64>
});
item!(Renamed {
    #[serde(rename = "ident")] #[schemars(length(max = 8), description = "Its id.")] id: String,
    size: Option<i64>
});
item!(NotRequired {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 8), description = "Its id.")] id: Option<String>,
    size: Option<i64>
});
item!(Unbounded {
    #[schemars(description = "Its id.")] id: String,
    size: Option<i64>
});
item!(NotNullable {
    #[schemars(length(max = 8), description = "Its id.")] id: String,
    #[serde(default, deserialize_with = "never_null")] #[schemars(with = "Whole")] size: Option<i64>
});
item!(Misdescribed {
    #[schemars(length(max = 8), description = "Its name.")] id: String,
    size: Option<i64>
});
item!(Undescribed {
    #[schemars(length(max = 8))] id: String,
    size: Option<i64>
});
item!(#[schemars(title = "An item")] Titled {
    #[schemars(length(max = 8), description = "Its id.", extend("deprecated" = true, "default" = "x"))] id: String,
    size: Option<i64>
});
item!(#[serde(deny_unknown_fields)] Closed {
    #[schemars(length(max = 8), description = "Its id.")] id: String,
    size: Option<i64>
});
item!(Shouting {
    #[serde(serialize_with = "shout")] #[schemars(length(max = 8), description = "Its id.")] id: String,
    size: Option<i64>
});
item!(Panicking {
    #[serde(deserialize_with = "panic")] #[schemars(length(max = 8), description = "Its id.")] id: String,
    size: Option<i64>
});
item!(Inventive {
    #[serde(default)] #[schemars(length(max = 8), description = "Its id.")] id: String,
    size: Option<i64>
});
item!(#[serde(try_from = "Value")] Orderly {
    #[schemars(length(max = 8), description = "Its id.")] id: String,
    size: Option<i64>
});

impl TryFrom<Value> for Orderly {
    type Error = String;

    fn try_from(value: Value) -> Result<Self, String> {
        let members = value.as_object().ok_or("no object")?;
        let id = members.get("id").and_then(Value::as_str).ok_or("no id")?;
        if members.keys().next().is_some_and(|name| name != "id") {
            return Err("the id is not the first member".to_owned());
        }
        let size = members.get("size").filter(|size| !size.is_null());
        Ok(Self {
            id: id.to_owned(),
            size: size
                .map(integer)
                .transpose()
                .map_err(|error| error.to_string())?,
        })
    }
}

/// An integer without a format, as the schemas here have it.
pub(super) struct Whole;

impl JsonSchema for Whole {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Whole".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "integer" })
    }
}

fn optional<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i64>, D::Error> {
    match Value::deserialize(deserializer)? {
        Value::Null => Ok(None),
        value => integer(value).map(Some).map_err(D::Error::custom),
    }
}

fn never_null<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i64>, D::Error> {
    integer(deserializer).map(Some)
}

fn shout<S: serde::Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&text.to_uppercase())
}

fn panic<'de, D: Deserializer<'de>>(_: D) -> Result<String, D::Error> {
    panic!("planted")
}

/// A variant is missing, and nothing takes its place.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub(super) enum Narrow {
    #[serde(rename = "EUR")]
    Eur,
}

published!(Narrow, Currency::schema());

/// All variants, but none for what a newer server sends.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[schemars(description = "A currency.")]
pub(super) enum Rigid {
    #[serde(rename = "EUR")]
    Eur,
    #[serde(rename = "USD")]
    Usd,
}

published!(Rigid, Currency::schema());

/// Required and nullable, but null is left out.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[schemars(transform = require_note)]
pub(super) struct Forgetful {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) note: Option<String>,
}

published!(Forgetful, NULLABLE);

/// Strict reading that says yes to everything.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub(super) struct Lax {
    pub(super) id: String,
}

/// Strict reading that says no to everything.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(crate = "crate::tests::objects")]
#[schemars(crate = "schemars")]
pub(super) struct Prim {
    pub(super) id: String,
}

const ID: &str =
    r#"{"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}"#;

impl Lax {
    pub(super) const fn schema() -> &'static str {
        ID
    }

    #[expect(
        clippy::unnecessary_wraps,
        reason = "the signature that cases! expects"
    )]
    pub(super) fn validate_json(_: &Value) -> Result<(), Violation> {
        Ok(())
    }
}

impl Prim {
    pub(super) const fn schema() -> &'static str {
        ID
    }

    pub(super) fn validate_json(_: &Value) -> Result<(), Violation> {
        Err(Violation)
    }
}

/// Any error that displays will do.
pub(super) struct Violation;

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no")
    }
}
