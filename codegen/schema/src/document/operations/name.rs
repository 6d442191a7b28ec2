//! What a schema of an operation is called, and what is said of it.
//!
//! A name has three parts: the operation (its `operationId`, else its method and path), what tells
//! the schema from others like it (the name of a parameter, a status, a media type), and what it
//! is. `createPet` has a `CreatePetRequest`, a `CreatePetResponse` (of the first status that means
//! success), a `CreatePet404Response`, a `CreatePetLimitParam`.

use std::collections::HashMap;

use super::Usage;
use super::media::media_word;
use super::walk::{Ancestor, Found};
use crate::document::ObjectKind;
use crate::source::Value;
use crate::text::in_code;

/// A schema's name and use.
#[derive(Debug)]
pub(super) struct Named {
    pub wire_name: String,
    pub usage: Usage,
    pub is_body: bool,
}

/// What a schema of an operation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Request,
    Response,
    Parameter,
    Header,
    MediaType,
}

/// What is learnt on the way to a schema.
#[derive(Debug, Default)]
struct Naming<'d> {
    /// The operation, path or component, as words of a name.
    words: String,
    /// The same for people: Markdown.
    label: String,
    /// What tells the schema from others with the same words.
    apart: Vec<&'d str>,
    role: Option<Role>,
    /// What has the role, for people: Markdown.
    thing: String,
    /// Where a parameter is.
    place: &'d str,
    /// Whether it is sent to the operation.
    is_request: bool,
    /// Whether the words are the name of a component, which often says already what it is.
    is_component: bool,
    description: Option<&'d str>,
    operation: Option<String>,
}

/// The name of a schema; `ids` counts the operations that have an `operationId`, since one that is
/// not unique names nothing.
pub(super) fn name(found: &Found<'_>, ids: &HashMap<&str, usize>) -> Named {
    let mut naming = Naming::default();
    let mut outer: Option<&Ancestor<'_>> = None;
    for ancestor in &found.ancestors {
        naming.enter(ancestor, outer, ids);
        outer = Some(ancestor);
    }
    naming.finish(found)
}

impl<'d> Naming<'d> {
    fn enter(
        &mut self,
        ancestor: &Ancestor<'d>,
        outer: Option<&Ancestor<'d>>,
        ids: &HashMap<&str, usize>,
    ) {
        let outer_kind = outer.map(|outer| outer.kind);
        match ancestor.kind {
            ObjectKind::PathItem => self.path_item(ancestor, outer_kind),
            ObjectKind::Operation => self.operation(ancestor, outer, ids),
            ObjectKind::Callback if outer_kind == Some(ObjectKind::Components) => {
                self.component(ancestor);
            }
            ObjectKind::Callback => {
                self.words = format!("{} {}", self.words, ancestor.name);
                self.label = format!("the callback {}", in_code(ancestor.name));
            }
            ObjectKind::RequestBody => {
                self.take_role(Role::Request, ancestor);
                self.is_request = true;
                self.thing = String::from("a request");
                if outer_kind == Some(ObjectKind::Components) {
                    self.component(ancestor);
                    self.thing = format!("the request {}", in_code(ancestor.name));
                }
            }
            ObjectKind::Response => {
                self.take_role(Role::Response, ancestor);
                self.thing = format!("the response {}", in_code(ancestor.name));
                match outer {
                    Some(operation) if operation.kind == ObjectKind::Operation => {
                        if main_status(operation.value) != Some(ancestor.name) {
                            self.apart.push(ancestor.name);
                        }
                    }
                    _ => self.component(ancestor),
                }
            }
            ObjectKind::Parameter => self.parameter(ancestor, outer),
            ObjectKind::MediaType if outer_kind == Some(ObjectKind::Components) => {
                self.take_role(Role::MediaType, ancestor);
                self.thing = format!("the media type {}", in_code(ancestor.name));
                self.component(ancestor);
            }
            ObjectKind::MediaType => {
                let content = outer.and_then(|outer| outer.value.get(ancestor.member));
                self.apart
                    .extend(content.and_then(|content| media_word(content, ancestor.name)));
            }
            ObjectKind::Encoding if !ancestor.name.is_empty() => self.apart.push(ancestor.name),
            _ => {}
        }
    }

    fn take_role(&mut self, role: Role, ancestor: &Ancestor<'d>) {
        self.role = Some(role);
        self.description = text_of(ancestor.value, "description");
    }

    fn component(&mut self, ancestor: &Ancestor<'d>) {
        ancestor.name.clone_into(&mut self.words);
        self.is_component = true;
    }

    fn path_item(&mut self, ancestor: &Ancestor<'d>, outer: Option<ObjectKind>) {
        match ancestor.member {
            "paths" => {
                self.words = path_words(ancestor.name);
                self.label = in_code(ancestor.name);
            }
            "webhooks" => {
                ancestor.name.clone_into(&mut self.words);
                self.label = format!("the webhook {}", in_code(ancestor.name));
            }
            _ if outer == Some(ObjectKind::Callback) => {}
            _ => {
                ancestor.name.clone_into(&mut self.words);
                self.label = in_code(ancestor.name);
            }
        }
    }

    fn operation(
        &mut self,
        ancestor: &Ancestor<'d>,
        outer: Option<&Ancestor<'d>>,
        ids: &HashMap<&str, usize>,
    ) {
        let method = if ancestor.name.is_empty() {
            ancestor.member
        } else {
            ancestor.name
        };
        let id = text_of(ancestor.value, "operationId");
        match id.filter(|id| ids.get(id) == Some(&1)) {
            Some(id) => id.clone_into(&mut self.words),
            // A webhook or a callback has a name, and hardly ever more than one operation.
            None if outer.is_some_and(|item| item.member != "paths" && is_single(item.value)) => {}
            None => self.words = format!("{method} {}", self.words),
        }
        let method = method.to_uppercase();
        self.label = match self.label.strip_prefix('`') {
            Some(path) => format!("`{method} {path}"),
            None => format!("{} (`{method}`)", self.label),
        };
        self.is_component = false;
        self.operation = text_of(ancestor.value, "summary")
            .or_else(|| text_of(ancestor.value, "description"))
            .and_then(first_paragraph);
    }

    fn parameter(&mut self, ancestor: &Ancestor<'d>, outer: Option<&Ancestor<'d>>) {
        let name = text_of(ancestor.value, "name").unwrap_or(ancestor.name);
        let place = text_of(ancestor.value, "in").unwrap_or_default();
        let thing = std::mem::take(&mut self.thing);
        if ancestor.member == "headers" {
            self.take_role(Role::Header, ancestor);
            self.thing = format!("the header {}", in_code(ancestor.name));
            if !thing.is_empty() {
                self.thing = format!("{} of {thing}", self.thing);
            }
        } else if place == "body" {
            self.take_role(Role::Request, ancestor);
            self.is_request = true;
            self.thing = String::from("a request");
        } else {
            self.take_role(Role::Parameter, ancestor);
            self.place = place;
            self.thing = format!("the parameter {}", in_code(name));
        }
        match outer {
            Some(outer) if outer.kind != ObjectKind::Components => {
                if self.role != Some(Role::Request) {
                    self.apart.push(name);
                }
                if shares_name(outer.value, ancestor.value, name) {
                    self.apart.push(place);
                }
            }
            _ => self.component(ancestor),
        }
    }

    fn finish(self, found: &Found<'_>) -> Named {
        let role = self.role.unwrap_or(Role::MediaType);
        let is_item = found
            .ancestors
            .last()
            .is_some_and(|last| last.member == "itemSchema");
        let (word, more) = match role {
            Role::Request => ("request", "body"),
            Role::Response => ("response", "body"),
            Role::Parameter => ("param", "value"),
            Role::Header => ("header", "value"),
            Role::MediaType => ("", "value"),
        };
        let mut words = vec![self.words.as_str()];
        words.extend(&self.apart);
        if !(self.is_component && self.apart.is_empty() && says(&self.words, role)) {
            words.push(word);
        }
        let mut wire_name = words.join(" ").trim_end().to_owned();
        let mut alternative = format!("{wire_name} {more}");
        if is_item {
            wire_name.push_str(" item");
            alternative.push_str(" item");
        }
        let is_body = !matches!(role, Role::Parameter | Role::Header);
        // A parameter of Swagger 2.0 is its own schema, whose description is the type's already.
        let is_schema = found
            .ancestors
            .last()
            .is_some_and(|last| last.kind != ObjectKind::Schema);
        Named {
            usage: Usage {
                alternative,
                purpose: self.purpose(is_item, is_body),
                description: self.description.filter(|_| !is_schema).map(str::to_owned),
            },
            wire_name,
            is_body,
        }
    }

    fn purpose(&self, is_item: bool, is_body: bool) -> String {
        let mut purpose = match (is_item, is_body) {
            (true, _) => "An item in the body of ".to_owned(),
            (false, true) => "The body of ".to_owned(),
            (false, false) => String::new(),
        };
        purpose.push_str(&self.thing);
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

/// Whether the name of a component says already what it is.
fn says(name: &str, role: Role) -> bool {
    let endings: &[&str] = match role {
        Role::Request => &["request", "body", "payload"],
        Role::Response => &["response", "body", "payload"],
        Role::Parameter => &["param", "parameter"],
        Role::Header => &["header"],
        Role::MediaType => &[""],
    };
    let name = name.to_lowercase();
    endings.iter().any(|ending| name.ends_with(ending))
}

/// The words of a path: `/pets/{id}/toys` is "pets by id toys".
fn path_words(path: &str) -> String {
    let words: Vec<String> = path
        .split('/')
        .filter(|segment| !segment.is_empty())
        .map(|segment| segment.replace('{', " by ").replace('}', " "))
        .collect();
    if words.is_empty() {
        return "root".to_owned();
    }
    words.join(" ")
}

/// Whether a path item has one operation.
fn is_single(item: &Value) -> bool {
    let members = item.as_object().into_iter().flatten();
    let operations = members.filter(|(_, value)| value.get("responses").is_some());
    operations.count() <= 1
}

/// The first status that means success, of those with a body.
fn main_status(operation: &Value) -> Option<&str> {
    let responses = operation.get("responses")?.as_object()?;
    let has_body = |response: &Value| {
        ["content", "schema", "$ref"]
            .iter()
            .any(|member| response.get(member).is_some())
    };
    let successes = responses
        .iter()
        .filter(|(status, response)| status.starts_with('2') && has_body(response));
    successes.map(|(status, _)| status.as_str()).min()
}

/// Whether a schema is that of no response, or of the one whose status goes without saying.
pub(super) fn is_main_response(found: &Found<'_>) -> bool {
    found.ancestors.windows(2).all(|pair| {
        pair[0].kind != ObjectKind::Operation
            || pair[1].kind != ObjectKind::Response
            || main_status(pair[0].value) == Some(pair[1].name)
    })
}

/// Whether a schema is that of no media type, or of the one that goes without saying.
pub(super) fn is_plain_media(found: &Found<'_>) -> bool {
    found.ancestors.windows(2).all(|pair| {
        let content = || pair[0].value.get(pair[1].member);
        pair[1].kind != ObjectKind::MediaType
            || content().is_none_or(|content| media_word(content, pair[1].name).is_none())
    })
}

/// The first paragraph of a text, in one line.
fn first_paragraph(text: &str) -> Option<String> {
    let lines = text.trim().lines().map(str::trim);
    let lines: Vec<&str> = lines.take_while(|line| !line.is_empty()).collect();
    let text = lines.join(" ");
    let text = text.trim_start_matches(['#', '>', '-', '*', ' ']);
    (!text.is_empty()).then(|| text.to_owned())
}

/// Whether another parameter of the list has the same name elsewhere.
fn shares_name(owner: &Value, parameter: &Value, name: &str) -> bool {
    let others = owner.get("parameters").and_then(Value::as_array);
    others
        .into_iter()
        .flatten()
        .any(|other| text_of(other, "name") == Some(name) && other.get("in") != parameter.get("in"))
}

fn text_of<'v>(value: &'v Value, member: &str) -> Option<&'v str> {
    let text = value.get(member)?.as_str()?;
    (!text.trim().is_empty()).then_some(text)
}
