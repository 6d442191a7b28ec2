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
