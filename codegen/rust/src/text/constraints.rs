//! Rules in words, for the docs.

use cratify_model::model::Rules;
use cratify_schema::source::Value;
use cratify_schema::text::in_code;

/// What the rules ask for, a phrase each.
pub fn constraints(rules: &Rules) -> Vec<String> {
    rules
        .0
        .iter()
        .filter_map(|(keyword, value)| phrase(keyword, value))
        .collect()
}

fn phrase(keyword: &str, value: &Value) -> Option<String> {
    let counted = |what: &str| {
        let plural = if value.as_u64() == Some(1) { "" } else { "s" };
        format!("{value} {what}{plural}")
    };
    Some(match keyword {
        "minLength" => format!("at least {}", counted("character")),
        "maxLength" => format!("at most {}", counted("character")),
        "minItems" => format!("at least {}", counted("element")),
        "maxItems" => format!("at most {}", counted("element")),
        "minProperties" => format!("at least {}", counted("member")),
        "maxProperties" => format!("at most {}", counted("member")),
        "minimum" => format!("at least {value}"),
        "maximum" => format!("at most {value}"),
        "exclusiveMinimum" => format!("more than {value}"),
        "exclusiveMaximum" => format!("less than {value}"),
        "multipleOf" => format!("a multiple of {value}"),
        "pattern" => format!("matches {}", in_code(value.as_str()?)),
        "format" => format!("format {}", in_code(value.as_str()?)),
        "uniqueItems" => "no element twice".to_owned(),
        "required" => {
            let names: Vec<String> = value
                .as_array()?
                .iter()
                .filter_map(Value::as_str)
                .map(in_code)
                .collect();
            format!("with {}", names.join(", "))
        }
        // The rest has no phrase that is shorter than the schema itself.
        _ => {
            let text = value.to_string();
            if text.len() > 120 {
                format!("`{keyword}` of the schema")
            } else {
                in_code(&format!("{keyword}: {text}"))
            }
        }
    })
}
