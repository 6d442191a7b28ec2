//! Keywords that document a schema.

use super::Annotations;
use super::member::Member;
use crate::diagnostic::Diagnostics;
use crate::source::Value;

impl Member<'_> {
    pub(super) fn annotation(&self, annotations: &mut Annotations, out: &mut Diagnostics) {
        match self.name {
            "title" => annotations.title = self.string(out),
            "description" => annotations.description = self.string(out),
            "default" => annotations.default = Some(self.value.clone()),
            "example" => annotations.examples.push(self.value.clone()),
            "examples" => match self.value {
                // OpenAPI has named examples beside schemas. Here they are read as a list.
                Value::Object(named) => annotations.examples.extend(named.values().cloned()),
                _ => annotations
                    .examples
                    .extend(self.array(out).into_iter().flatten().cloned()),
            },
            "deprecated" => annotations.deprecated = self.boolean(out).unwrap_or(false),
            "readOnly" => annotations.read_only = self.boolean(out).unwrap_or(false),
            "writeOnly" => annotations.write_only = self.boolean(out).unwrap_or(false),
            "contentEncoding" => annotations.content_encoding = self.string(out),
            "externalDocs" => {
                let url = self.object(out).and_then(|docs| docs.get("url")?.as_str());
                let about = self.value.get("description").and_then(Value::as_str);
                annotations.external_docs =
                    url.map(|url| (url.to_owned(), about.map(str::to_owned)));
            }
            _ => {}
        }
    }
}
