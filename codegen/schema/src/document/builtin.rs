//! Turns the URI of a well-known meta-schema into its text, so that references to it need no file: JSON Schema
//! from draft-04 on, as published, and OpenAPI, written for this project. The texts
//! are in `meta-schemas`, the former with their licence.

/// Rows of URI and text, the latter read from its file in `meta-schemas`.
macro_rules! table {
    ($($uri:literal: $file:literal,)*) => {
        &[$(($uri, include_str!(concat!("../../meta-schemas/", $file)))),*]
    };
}

/// URI and text of each, without its identifier's fragment.
pub const META_SCHEMAS: &[(&str, &str)] = table! {
    "http://json-schema.org/draft-04/schema": "draft-04.json",
    "http://json-schema.org/draft-06/schema": "draft-06.json",
    "http://json-schema.org/draft-07/schema": "draft-07.json",
    "https://json-schema.org/draft/2019-09/schema": "draft-2019-09/schema.json",
    "https://json-schema.org/draft/2019-09/meta/applicator": "draft-2019-09/meta/applicator.json",
    "https://json-schema.org/draft/2019-09/meta/content": "draft-2019-09/meta/content.json",
    "https://json-schema.org/draft/2019-09/meta/core": "draft-2019-09/meta/core.json",
    "https://json-schema.org/draft/2019-09/meta/format": "draft-2019-09/meta/format.json",
    "https://json-schema.org/draft/2019-09/meta/meta-data": "draft-2019-09/meta/meta-data.json",
    "https://json-schema.org/draft/2019-09/meta/validation": "draft-2019-09/meta/validation.json",
    "https://json-schema.org/draft/2020-12/schema": "draft-2020-12/schema.json",
    "https://json-schema.org/draft/2020-12/meta/applicator": "draft-2020-12/meta/applicator.json",
    "https://json-schema.org/draft/2020-12/meta/content": "draft-2020-12/meta/content.json",
    "https://json-schema.org/draft/2020-12/meta/core": "draft-2020-12/meta/core.json",
    "https://json-schema.org/draft/2020-12/meta/format-annotation": "draft-2020-12/meta/format-annotation.json",
    "https://json-schema.org/draft/2020-12/meta/format-assertion": "draft-2020-12/meta/format-assertion.json",
    "https://json-schema.org/draft/2020-12/meta/meta-data": "draft-2020-12/meta/meta-data.json",
    "https://json-schema.org/draft/2020-12/meta/unevaluated": "draft-2020-12/meta/unevaluated.json",
    "https://json-schema.org/draft/2020-12/meta/validation": "draft-2020-12/meta/validation.json",
    "https://spec.openapis.org/oas/3.1/dialect/base": "openapi-3.1/dialect.json",
    "https://spec.openapis.org/oas/3.1/meta/base": "openapi-3.1/vocabulary.json",
    "https://spec.openapis.org/oas/3.2/dialect/base": "openapi-3.2/dialect.json",
    "https://spec.openapis.org/oas/3.2/meta/base": "openapi-3.2/vocabulary.json",
};

/// The start of the URIs of the meta-schemas of OpenAPI.
const OPENAPI: &str = "https://spec.openapis.org/oas/";

/// A meta-schema that comes with the generator.
pub(super) struct BuiltIn {
    pub uri: &'static str,
    pub text: &'static str,
}

impl BuiltIn {
    /// The name of its type, and the start of the names of its definitions: all drafts have the same
    /// definitions, and no user can rename them.
    pub(super) fn name(&self) -> String {
        if let Some(path) = self.uri.strip_prefix(OPENAPI) {
            let words = path.trim_end_matches("/base").replace('/', " ");
            return format!("OpenAPI {words}");
        }
        let path = without_scheme(self.uri).trim_start_matches("json-schema.org/");
        let path = path
            .trim_start_matches("draft/")
            .trim_end_matches("/schema");
        format!("JSON Schema {}", path.replace("/meta/", " "))
    }
}

/// The meta-schema of a URI, which may start with `http` or `https`.
pub(super) fn find(uri: &str) -> Option<BuiltIn> {
    let uri = match without_scheme(uri) {
        // The URI of the latest draft.
        "json-schema.org/schema" => "json-schema.org/draft/2020-12/schema",
        uri => uri,
    };
    let mut all = META_SCHEMAS.iter();
    let (uri, text) = all.find(|(known, _)| {
        let known = without_scheme(known);
        known == uri || is_dated(uri, known)
    })?;
    Some(BuiltIn { uri, text })
}

/// Whether a URI names an edition of a meta-schema of OpenAPI, which ends in a date.
fn is_dated(uri: &str, known: &str) -> bool {
    let (Some((folder, last)), Some(known)) = (uri.rsplit_once('/'), known.strip_suffix("/base"))
    else {
        return false;
    };
    let mut characters = last.chars();
    folder == known && !last.is_empty() && characters.all(|it| it.is_ascii_digit() || it == '-')
}

fn without_scheme(uri: &str) -> &str {
    let rest = uri.strip_prefix("https://");
    rest.or_else(|| uri.strip_prefix("http://")).unwrap_or(uri)
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::{META_SCHEMAS, find};

    #[test]
    fn each_says_that_it_is_what_it_stands_for() {
        for (uri, text) in META_SCHEMAS {
            let value: Value = serde_json::from_str(text).expect("a meta-schema is JSON");
            let id = value.get("$id").or_else(|| value.get("id"));
            let id = id.and_then(Value::as_str).expect("it has an identifier");
            assert_eq!(id.trim_end_matches('#'), *uri);
        }
    }

    #[test]
    fn each_has_a_name() {
        let name = |uri| find(uri).map(|found| found.name());
        let name = |uri| name(uri).expect("it is well known");
        assert_eq!(
            name("https://json-schema.org/draft-07/schema"),
            "JSON Schema draft-07"
        );
        assert_eq!(
            name("https://json-schema.org/draft/2020-12/meta/core"),
            "JSON Schema 2020-12 core"
        );
        assert_eq!(
            name("https://spec.openapis.org/oas/3.1/dialect/2024-11-10"),
            "OpenAPI 3.1 dialect"
        );
        assert!(find("https://spec.openapis.org/oas/3.1/dialect/other").is_none());
    }
}
