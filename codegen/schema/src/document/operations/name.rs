//! Turns a schema of an operation into its name.
//!
//! A name has three parts: the operation (its `operationId`, or its method and path), what distinguishes the
//! schema from others of its role (the name of a parameter, a status, a media type), and its role. `createPet`
//! has a `CreatePetRequest`, a `CreatePetResponse` (of the first status that means success), a
//! `CreatePet404Response`, a `CreatePetLimitParam`.

use std::collections::HashMap;

use super::Usage;
use super::purpose::first_paragraph;
use super::usual::{main_status, media_word};
use super::walk::{Ancestor, Found};
use super::words::{names_role, path_words};
use crate::document::{Form, ObjectKind};
use crate::source::Value;
use crate::text::in_code;

/// The name of a schema, and its purpose.
#[derive(Debug)]
pub(super) struct Named {
    pub wire_name: String,
    pub usage: Usage,
    pub is_body: bool,
}

/// The role of a schema in an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Request,
    Response,
    Parameter,
    Header,
    MediaType,
}

/// The words of the objects around a schema, from the outside.
#[derive(Debug, Default)]
pub(super) struct Naming<'d> {
    /// The operation, path or component, as words of a name.
    words: String,
    /// The same for people: Markdown.
    pub label: String,
    /// The words that distinguish the schema from others with the same words.
    distinctions: Vec<&'d str>,
    role: Option<Role>,
    /// The object with the role, for people: Markdown.
    pub subject: String,
    /// The `in` of a parameter.
    pub place: &'d str,
    /// Whether the client sends it.
    pub is_request: bool,
    /// Whether the words are the name of a component, which often has the role in it.
    is_component: bool,
    description: Option<&'d str>,
    /// The document's description of the operation: Markdown.
    pub operation: Option<String>,
}

/// The name of a schema. `ids` counts the operations with each `operationId`: one that is not unique names
/// nothing.
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
                self.set_role(Role::Request, ancestor);
                self.is_request = true;
                self.subject = String::from("a request");
                if outer_kind == Some(ObjectKind::Components) {
                    self.component(ancestor);
                    self.subject = format!("the request {}", in_code(ancestor.name));
                }
            }
            ObjectKind::Response => {
                self.set_role(Role::Response, ancestor);
                self.subject = format!("the response {}", in_code(ancestor.name));
                match outer {
                    Some(operation) if operation.kind == ObjectKind::Operation => {
                        if main_status(operation.value) != Some(ancestor.name) {
                            self.distinctions.push(ancestor.name);
                        }
                    }
                    _ => self.component(ancestor),
                }
            }
            ObjectKind::Parameter => self.parameter(ancestor, outer),
            ObjectKind::MediaType if outer_kind == Some(ObjectKind::Components) => {
                self.set_role(Role::MediaType, ancestor);
                self.subject = format!("the media type {}", in_code(ancestor.name));
                self.component(ancestor);
            }
            ObjectKind::MediaType => {
                let content = outer.and_then(|outer| outer.value.get(ancestor.member));
                self.distinctions
                    .extend(content.and_then(|content| media_word(content, ancestor.name)));
            }
            ObjectKind::Encoding if !ancestor.name.is_empty() => {
                self.distinctions.push(ancestor.name);
            }
            _ => {}
        }
    }

    fn set_role(&mut self, role: Role, ancestor: &Ancestor<'d>) {
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
            // The name of a webhook or a callback is enough if it has one operation.
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
        let owner = std::mem::take(&mut self.subject);
        if ancestor.member == "headers" {
            self.set_role(Role::Header, ancestor);
            self.subject = format!("the header {}", in_code(ancestor.name));
            if !owner.is_empty() {
                self.subject = format!("{} of {owner}", self.subject);
            }
        } else if place == "body" {
            self.set_role(Role::Request, ancestor);
            self.is_request = true;
            self.subject = String::from("a request");
        } else {
            self.set_role(Role::Parameter, ancestor);
            self.place = place;
            self.subject = format!("the parameter {}", in_code(name));
        }
        match outer {
            Some(outer) if outer.kind != ObjectKind::Components => {
                if self.role != Some(Role::Request) {
                    self.distinctions.push(name);
                }
                if shares_name(outer.value, ancestor.value, name) {
                    self.distinctions.push(place);
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
        words.extend(&self.distinctions);
        if !(self.is_component && self.distinctions.is_empty() && names_role(&self.words, role)) {
            words.push(word);
        }
        let mut wire_name = words.join(" ").trim_end().to_owned();
        let mut alternative = format!("{wire_name} {more}");
        if is_item {
            wire_name.push_str(" item");
            alternative.push_str(" item");
        }
        let is_body = !matches!(role, Role::Parameter | Role::Header);
        let is_sent = self.is_request || role == Role::Parameter;
        // A parameter of Swagger 2.0 is its own schema, so the type has its description already.
        let is_own_schema = found
            .ancestors
            .last()
            .is_some_and(|last| last.kind != ObjectKind::Schema);
        Named {
            usage: Usage {
                alternative,
                purpose: self.purpose(is_item, is_body),
                description: self
                    .description
                    .filter(|_| !is_own_schema)
                    .map(str::to_owned),
                form: if is_sent {
                    Form::Request
                } else {
                    Form::Response
                },
            },
            wire_name,
            is_body,
        }
    }
}

/// Whether a path item has one operation.
fn is_single(item: &Value) -> bool {
    let members = item.as_object().into_iter().flatten();
    let operations = members.filter(|(_, value)| value.get("responses").is_some());
    operations.count() <= 1
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
