//! Turns a schema of an operation into a sentence of Markdown about its purpose.

use super::name::Naming;

impl Naming<'_> {
    /// The sentence, with what the document says about the operation.
    pub(super) fn purpose(&self, is_item: bool, is_body: bool) -> String {
        let mut purpose = match (is_item, is_body) {
            (true, _) => "An item in the body of ".to_owned(),
            (false, true) => "The body of ".to_owned(),
            (false, false) => String::new(),
        };
        purpose.push_str(&self.subject);
        if !self.label.is_empty() {
            purpose.push_str(if self.is_request { " to " } else { " of " });
            purpose.push_str(&self.label);
        }
        if !self.place.is_empty() {
            purpose.push_str(&format!(" ({})", self.place));
        }
        match &self.operation {
            Some(operation) => {
                purpose.push_str(": ");
                purpose.push_str(operation);
            }
            None => purpose.push('.'),
        }
        if let Some(first) = purpose.get(..1) {
            let first = first.to_uppercase();
            purpose.replace_range(..1, &first);
        }
        purpose
    }
}

/// The first paragraph of a text, in one line.
pub(super) fn first_paragraph(text: &str) -> Option<String> {
    let lines = text.trim().lines().map(str::trim);
    let lines: Vec<&str> = lines.take_while(|line| !line.is_empty()).collect();
    let text = lines.join(" ");
    let text = text.trim_start_matches(['#', '>', '-', '*', ' ']);
    (!text.is_empty()).then(|| text.to_owned())
}
