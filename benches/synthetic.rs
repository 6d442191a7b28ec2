//! A document of any size, the same one each time.

use serde_json::{Map, Value, json};

/// How many schemas refer to each other. A published schema is complete in itself, so that the size
/// of the crate follows from how far references lead: as in real documents, not everywhere.
const GROUP: usize = 10;

/// An API description with that many schemas, of all constructs in turn.
#[must_use]
pub fn document(schemas: usize) -> Value {
    let schemas: Map<String, Value> = (0..schemas)
        .map(|index| (name(index), schema(index, schemas)))
        .collect();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Synthetic",
            "version": "1.0.0",
            "license": { "name": "MIT", "identifier": "MIT" },
        },
        "paths": {},
        "components": { "schemas": schemas },
    })
}

fn name(index: usize) -> String {
    let kind = [
        "Order", "Status", "Payment", "Card", "Transfer", "Labels", "Amount", "Note", "Lookup",
        "Page",
    ];
    format!("{}{}", kind[index % GROUP], index / GROUP)
}

fn schema(index: usize, schemas: usize) -> Value {
    // The member of the group at this place, or, in a group that is cut short, one that is there.
    let to = |place: usize| {
        let target = index - index % GROUP + place;
        json!({ "$ref": format!("#/components/schemas/{}", name(if target < schemas { target } else { index })) })
    };
    match index % GROUP {
        0 => json!({
            "type": "object",
            "description": "An order, with everything that a customer has asked for.",
            "required": ["id", "status", "amount"],
            "properties": {
                "id": { "type": "string", "format": "uuid", "description": "The id of the order." },
                "status": to(1),
                "amount": to(6),
                "payment": { "anyOf": [to(2), { "type": "null" }] },
                "labels": to(5),
                "created_at": { "type": "string", "format": "date-time", "examples": ["2013-07-16T19:23:00.000+00:00"] },
                "count": { "type": "integer", "minimum": 0, "maximum": 1000, "default": 1 },
                "ratio": { "type": ["number", "null"], "description": "A share of the whole." },
                "shipping": {
                    "type": "object",
                    "description": "Where the order goes.",
                    "properties": {
                        "street": { "type": "string", "maxLength": 200 },
                        "country": { "enum": ["DE", "FR", "GB"], "type": "string" },
                    },
                },
            },
        }),
        1 => json!({
            "type": "string",
            "description": "Where an order stands.",
            "enum": ["open", "paid", "shipped", "returned"],
        }),
        2 => json!({
            "description": "How an order is paid.",
            "oneOf": [to(3), to(4)],
            "discriminator": { "propertyName": "kind" },
        }),
        3 => json!({
            "type": "object",
            "description": "Payment by card.",
            "required": ["kind", "number"],
            "properties": {
                "kind": { "const": "card" },
                "number": { "type": "string", "pattern": "^[0-9]{12,19}$" },
                "holder": { "type": ["string", "null"] },
            },
            "additionalProperties": false,
        }),
        4 => json!({
            "type": "object",
            "description": "Payment by bank transfer.",
            "required": ["kind", "account"],
            "properties": {
                "kind": { "const": "transfer" },
                "account": { "type": "string", "minLength": 1 },
            },
        }),
        5 => json!({
            "type": "object",
            "description": "What the merchant calls the order.",
            "additionalProperties": { "type": "string" },
        }),
        6 => {
            json!({ "type": "integer", "description": "An amount in the smallest unit.", "minimum": 0 })
        }
        7 => json!({
            "description": "A note, by itself or with an author.",
            "anyOf": [
                { "type": "string" },
                { "type": "object", "required": ["text"], "properties": { "text": { "type": "string" }, "author": { "type": "string" } } },
            ],
        }),
        8 => json!({
            "allOf": [to(3), { "type": "object", "properties": { "bank": { "type": "string" }, "score": { "type": "number" } } }],
            "description": "What is known of a card.",
        }),
        _ => json!({
            "type": "object",
            "description": "A page of a list.",
            "required": ["items"],
            "properties": {
                "items": { "type": "array", "items": to(0) },
                "notes": { "type": "array", "items": to(7), "maxItems": 10 },
                "next": { "type": ["string", "null"], "description": "Where the next page begins." },
            },
        }),
    }
}
