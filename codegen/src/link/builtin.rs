//! Meta-schemas that everyone may refer to without having them.
//!
//! Their texts are those of <https://json-schema.org/specification>, whose authors allow any use under
//! the BSD-3-Clause licence; a schema that describes schemas refers to them.

use crate::diagnostic::Diagnostics;
use crate::source::Source;

/// Pairs each URI, without scheme and fragment, with the text of its file.
macro_rules! meta_schemas {
    ($($uri:literal = $file:literal,)+) => {
        &[$(($uri, include_str!(concat!("meta_schemas/", $file)))),+]
    };
}

const META_SCHEMAS: &[(&str, &str)] = meta_schemas! {
    "json-schema.org/draft-04/schema" = "draft-04.json",
    "json-schema.org/draft-06/schema" = "draft-06.json",
    "json-schema.org/draft-07/schema" = "draft-07.json",
    "json-schema.org/draft/2019-09/schema" = "2019-09/schema.json",
    "json-schema.org/draft/2019-09/meta/applicator" = "2019-09/applicator.json",
    "json-schema.org/draft/2019-09/meta/content" = "2019-09/content.json",
    "json-schema.org/draft/2019-09/meta/core" = "2019-09/core.json",
    "json-schema.org/draft/2019-09/meta/format" = "2019-09/format.json",
    "json-schema.org/draft/2019-09/meta/meta-data" = "2019-09/meta-data.json",
    "json-schema.org/draft/2019-09/meta/validation" = "2019-09/validation.json",
    "json-schema.org/draft/2020-12/schema" = "2020-12/schema.json",
    "json-schema.org/draft/2020-12/meta/applicator" = "2020-12/applicator.json",
    "json-schema.org/draft/2020-12/meta/content" = "2020-12/content.json",
    "json-schema.org/draft/2020-12/meta/core" = "2020-12/core.json",
    "json-schema.org/draft/2020-12/meta/format-annotation" = "2020-12/format-annotation.json",
    "json-schema.org/draft/2020-12/meta/format-assertion" = "2020-12/format-assertion.json",
    "json-schema.org/draft/2020-12/meta/meta-data" = "2020-12/meta-data.json",
    "json-schema.org/draft/2020-12/meta/unevaluated" = "2020-12/unevaluated.json",
    "json-schema.org/draft/2020-12/meta/validation" = "2020-12/validation.json",
    "json-schema.org/schema" = "2020-12/schema.json",
};

/// The well-known meta-schema with this URI: drafts up to 07 are named with `http:`, later ones with
/// `https:`, and people write either for all.
pub(super) fn find(uri: &str, diagnostics: &mut Diagnostics) -> Option<Source> {
    let name = ["https://", "http://"]
        .iter()
        .find_map(|scheme| uri.strip_prefix(scheme))?;
    let (_, text) = META_SCHEMAS.iter().find(|(known, _)| *known == name)?;
    Source::parse(uri.into(), (*text).to_owned(), diagnostics)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_has_its_uri() {
        for (uri, text) in META_SCHEMAS {
            let value: serde_json::Value = serde_json::from_str(text).expect("it is JSON");
            let id = value.get("$id").or_else(|| value.get("id"));
            let id = id.and_then(serde_json::Value::as_str).unwrap_or_default();
            let is_latest = *uri == "json-schema.org/schema" && id.ends_with("2020-12/schema");
            assert!(
                is_latest || id.trim_end_matches('#').ends_with(&format!("//{uri}")),
                "{uri}: {id}"
            );
        }
    }
}
