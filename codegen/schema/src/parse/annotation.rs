//! Turns the keywords that document a schema into its annotations.

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
            "examples" => {
                let examples = self.array(out).into_iter().flatten();
                annotations.examples.extend(examples.cloned());
            }
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

impl Annotations {
    /// Takes over what a keyword of another schema says.
    pub(crate) fn take_over(&mut self, keyword: &str, source: &mut Annotations) {
        match keyword {
            "title" => self.title = source.title.take(),
            "description" => self.description = source.description.take(),
            "default" => self.default = source.default.take(),
            "example" | "examples" => self.examples.clone_from(&source.examples),
            "deprecated" => self.deprecated = source.deprecated,
            "readOnly" => self.read_only = source.read_only,
            "writeOnly" => self.write_only = source.write_only,
            "contentEncoding" => self.content_encoding = source.content_encoding.take(),
            "externalDocs" => self.external_docs = source.external_docs.take(),
            _ => {}
        }
    }
}
