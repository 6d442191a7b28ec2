//! Turns members of schemas that are not keywords into warnings.

use super::member::Member;
use crate::diagnostic::{Code, Diagnostic, closest, describe};
use crate::keyword::{self, Dialect};

impl Member<'_> {
    /// The diagnostic for a member that is not a keyword, in a schema that was written in this dialect.
    pub(super) fn unknown(&self, dialect: Dialect) -> Diagnostic {
        let what = match keyword::find(self.name) {
            // The upgrade takes over every value that the dialect knows.
            Some(keyword) if keyword.is_in(dialect) => {
                let message = format!(
                    "this value of `{}` has no meaning in {}",
                    self.name,
                    dialect.title()
                );
                return Diagnostic::warning(Code::IgnoredKeyword, self.at.value(), message)
                    .label(format!("found {}: this is ignored", describe(self.value)))
                    .help("correct the value, or remove the keyword");
            }
            Some(_) => dialect.title(),
            None => "JSON Schema or OpenAPI",
        };
        let message = format!("`{}` is not a keyword of {what}", self.name);
        let help = match (in_other_words(self.name), self.similar(dialect)) {
            (Some(help), _) => help.to_owned(),
            (None, Some(name)) => format!("did you mean `{name}`?"),
            (None, None) => format!(
                "remove it, or write it as `x-{}` to mark it as an extension",
                self.name.trim_start_matches('$')
            ),
        };
        Diagnostic::warning(Code::IgnoredKeyword, self.at.key(), message)
            .label("this is ignored")
            .help(help)
    }

    /// The keyword of the dialect that was probably meant.
    fn similar(&self, dialect: Dialect) -> Option<&'static str> {
        closest(self.name, &keyword::names_in(dialect))
    }
}

/// How to write the meaning of keywords of other dialects, and programs.
fn in_other_words(name: &str) -> Option<&'static str> {
    Some(match name {
        "nullable" => "add `null` to the types: `type: [string, 'null']`",
        "additionalItems" => {
            "list the first elements in `prefixItems`, and describe the others by `items`"
        }
        "$recursiveRef" => "write `$dynamicRef`",
        "$recursiveAnchor" => "write `$dynamicAnchor` with a name",
        "divisibleBy" => "write `multipleOf`",
        "extends" => "write `allOf`, with a list of schemas",
        "disallow" => "write `not: {type: …}`",
        "id" => "write `$id`",
        "unique" => "write `uniqueItems`",
        "optional" | "mandatory" => {
            "list the names of required members in their object: `required: [name]`"
        }
        _ => return None,
    })
}
