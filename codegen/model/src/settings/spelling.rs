//! Names, derives and attributes that somebody asks for: texts that have to be Rust, each with the
//! place where it was said.

use std::collections::HashSet;
use std::fmt::Display;
use std::panic::Location;

use syn::parse::Parser;
use syn::punctuated::Punctuated;

use super::PlaceSettings;
use crate::names::is_plain_ident;
use cratify_schema::diagnostic::{self, Code, Diagnostic, Diagnostics, visible};
use cratify_schema::graph::Graph;
use cratify_schema::parse::{SchemaLocation, wrong_type};
use cratify_schema::source::Value;

/// The setting that asks for derives in a document.
pub(super) const DERIVE: &str = "derive";

/// A text of somebody who asks for something.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// What was said.
    pub text: String,
    /// Where: a line of the program, or a place of the document.
    pub place: diagnostic::SourceLocation,
}

impl Said {
    /// What a line of the program says.
    pub fn by(caller: &'static Location<'static>, text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            place: diagnostic::SourceLocation::Program(caller),
        }
    }
}

/// What is asked for at a place of the document.
#[derive(Debug, Clone, Default)]
pub struct Spelling {
    /// The name of what the place is to its surroundings.
    pub name: Option<Said>,
    /// The name of the type that is made of it.
    pub type_name: Option<Said>,
    /// The names of values, by value.
    pub value_names: Vec<(String, Said)>,
    /// Attributes of what the place is to its surroundings.
    pub attributes: Vec<Said>,
    /// Attributes of the type that is made of it.
    pub type_attributes: Vec<Said>,
    /// Attributes of values, by value.
    pub value_attributes: Vec<(String, Said)>,
    /// Derives of the types that are made of it and of what is in it.
    pub derives: Vec<Said>,
}

/// What is asked for everywhere.
#[derive(Debug, Clone, Default)]
pub struct Everywhere {
    /// Derives, of all types or of those of a kind.
    pub derives: Vec<(Option<Kind>, Said)>,
    /// Attributes, of all types or of those of a kind.
    pub attributes: Vec<(Option<Kind>, Said)>,
}

/// A kind of type, as [`Config::derive_for`] and [`Config::attribute_for`] tell types apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Objects with known members.
    Struct,
    /// Listed values: `enum` and `const`.
    Enum,
    /// One of several things: `oneOf`, `anyOf`, several `type`s.
    Union,
    /// A name for a value of another type: strings, numbers, lists, maps.
    Newtype,
}

impl Spelling {
    /// This, and where it says nothing, what another says; derives and attributes add up.
    pub(super) fn or(self, other: &Self) -> Self {
        let later = |other: &[Said], own: Vec<Said>| [other, &own].concat();
        // Of two names for one value, the first that is found holds.
        let first = |own: Vec<(String, Said)>, other: &[(String, Said)]| [&own, other].concat();
        Self {
            name: self.name.or_else(|| other.name.clone()),
            type_name: self.type_name.or_else(|| other.type_name.clone()),
            value_names: first(self.value_names, &other.value_names),
            attributes: later(&other.attributes, self.attributes),
            type_attributes: later(&other.type_attributes, self.type_attributes),
            value_attributes: [&other.value_attributes[..], &self.value_attributes].concat(),
            derives: later(&other.derives, self.derives),
        }
    }

    /// Reads the derives that a document asks for at `at`.
    pub(super) fn read_derives(
        &mut self,
        at: &SchemaLocation,
        value: &Value,
        diagnostics: &mut Diagnostics,
    ) {
        let Some(text) = value.as_str() else {
            diagnostics.push(
                wrong_type(at.value(), &format!("`{DERIVE}`"), "a string", value)
                    .help("name macros with commas between them: `derive: Eq, Hash`"),
            );
            return;
        };
        let said = Said {
            text: text.to_owned(),
            place: at.value(),
        };
        match check_derives(&said) {
            Some(problem) => diagnostics.push(problem),
            None => self.derives.push(said),
        }
    }

    /// Says what of it is no Rust.
    pub(super) fn check(&self, diagnostics: &mut Diagnostics) {
        let names = [&self.name, &self.type_name].into_iter().flatten();
        for name in names.chain(self.value_names.iter().map(|(_, name)| name)) {
            if !is_plain_ident(&name.text) {
                diagnostics.push(invalid_name(name.place.clone(), &name.text));
            }
        }
        let attributes = [&self.attributes, &self.type_attributes]
            .into_iter()
            .flatten();
        for attribute in attributes.chain(self.value_attributes.iter().map(|(_, said)| said)) {
            diagnostics.extend(check_attribute(attribute));
        }
        for derives in &self.derives {
            diagnostics.extend(check_derives(derives));
        }
    }
}

impl Everywhere {
    /// Says what of it is no Rust.
    pub(super) fn check(&self, diagnostics: &mut Diagnostics) {
        let attributes = self.attributes.iter();
        diagnostics.extend(attributes.filter_map(|(_, said)| check_attribute(said)));
        let derives = self.derives.iter();
        diagnostics.extend(derives.filter_map(|(_, said)| check_derives(said)));
    }
}

/// The keywords of a schema that give something a name in Rust.
const NAMES: [&str; 3] = ["x-rust-name", "x-rust-type-name", "x-rust-field-name"];

/// Reports names in the document that Rust cannot have.
pub(super) fn check_names(graph: &Graph<'_>, diagnostics: &mut Diagnostics) {
    let mut seen = HashSet::new();
    for id in graph.schemas.ids() {
        let at = &graph.schemas[id].at;
        let written = graph.written(id);
        for keyword in NAMES {
            if let Some(name) = written.get(keyword).and_then(Value::as_str)
                && !is_plain_ident(name)
                && seen.insert((at, keyword))
            {
                diagnostics.push(invalid_name(at.join(keyword).value(), name));
            }
        }
    }
}

/// The report of a name that is no identifier.
pub fn invalid_name(place: diagnostic::SourceLocation, name: &str) -> Diagnostic {
    Diagnostic::error(
        Code::InvalidName,
        place,
        format!("`{}` is not a name that Rust can have", visible(name)),
    )
    .label("not an identifier, or a word of the language")
    .help("start with a letter, and use letters, digits and `_`")
}

/// The paths of a list of derives; none where it is no such list.
pub fn derives(text: &str) -> Vec<syn::Path> {
    let list = Punctuated::<syn::Path, syn::Token![,]>::parse_terminated.parse_str(text);
    list.map(|list| list.into_iter().collect())
        .unwrap_or_default()
}

/// The attributes of a text; none where it is no Rust.
pub fn attributes(text: &str) -> Vec<syn::Attribute> {
    let attributes = syn::Attribute::parse_outer.parse_str(text);
    attributes.unwrap_or_default()
}

fn check_derives(said: &Said) -> Option<Diagnostic> {
    let is_path = |path: &syn::Path| {
        path.segments
            .iter()
            .all(|segment| segment.arguments.is_none())
    };
    let found = derives(&said.text);
    (found.is_empty() || !found.iter().all(is_path)).then(|| {
        Diagnostic::error(
            Code::NotRust,
            said.place.clone(),
            format!("`{}` is not a list of derives", visible(&said.text)),
        )
        .help("name macros with commas between them: `Eq, Hash, strum::EnumIter`")
    })
}

fn check_attribute(said: &Said) -> Option<Diagnostic> {
    let found = attributes(&said.text);
    if found.is_empty() {
        return Some(
            Diagnostic::error(
                Code::NotRust,
                said.place.clone(),
                format!("`{}` is not an attribute", visible(&said.text)),
            )
            .help("write it as it is to stand in the code: `#[serde(alias = \"id\")]`"),
        );
    }
    let derives = |attribute: &syn::Attribute| attribute.path().is_ident("derive");
    found.iter().any(derives).then(|| {
        Diagnostic::error(
            Code::NotRust,
            said.place.clone(),
            format!("`{}` is a list of derives", visible(&said.text)),
        )
        .help("ask for them with `derive`, which leaves out those that are there already")
    })
}

impl PlaceSettings {
    /// The Rust name of what is at the place, and of nothing else that is in it: of the type, if the
    /// place is that of a named schema; of the field, if it is a member; of the variant, if it is a
    /// branch of a union. In a document: `x-rust-name`.
    ///
    /// ```no_run
    /// cratify::configure()
    ///     .at("Order", |place| place.rename("Purchase"))
    ///     .at("Order.status", |place| place.rename("state"))
    ///     .at("#/components/schemas/Pet/oneOf/0", |place| place.rename("Tabby"))
    /// # ;
    /// ```
    ///
    /// makes
    ///
    /// ```
    /// # pub struct OrderStatus;
    /// pub struct Purchase {
    ///     // #[serde(rename = "status")]
    ///     pub state: OrderStatus,
    /// }
    /// ```
    ///
    /// The name has to be an identifier in the case that Rust has for it. Who has no name from
    /// somebody gives way to it; two that ask for one name are an error.
    #[track_caller]
    pub fn rename(mut self, name: impl Into<String>) -> Self {
        self.spelling.name = Some(Said::by(Location::caller(), name));
        self
    }

    /// The Rust name of the type that is made of the place, where that is the type of a member or of
    /// a branch. In a document: `x-rust-type-name`.
    ///
    /// ```no_run
    /// cratify::configure()
    ///     .at("Order.status", |place| place.rename_type("State"))
    /// # ;
    /// ```
    #[track_caller]
    pub fn rename_type(mut self, name: impl Into<String>) -> Self {
        self.spelling.type_name = Some(Said::by(Location::caller(), name));
        self
    }

    /// The Rust name of a value of the enum that is at the place; of the variant with this tag, if
    /// the place is that of a union, or with this JSON type, if its branches have no tags. In a document:
    /// `x-enum-varnames`.
    ///
    /// The value is given as JSON has it, a string without its quotes.
    ///
    /// ```no_run
    /// cratify::configure()
    ///     .at("Order.status", |place| place.rename_value("in-progress", "Started"))
    ///     .at("Priority", |place| place.rename_value(1, "High"))
    /// # ;
    /// ```
    #[track_caller]
    pub fn rename_value(mut self, value: impl Display, name: impl Into<String>) -> Self {
        let said = Said::by(Location::caller(), name);
        // Who speaks last corrects what was said before.
        self.spelling
            .value_names
            .insert(0, (value.to_string(), said));
        self
    }

    /// Derives these traits for the types that are made of the place and of all that is in it; see
    /// [`Config::derive`]. In a document: `x-cratify: { derive: "Eq, Hash" }`.
    ///
    /// ```no_run
    /// cratify::configure().at("Order", |place| place.derive("Eq, Hash"))
    /// # ;
    /// ```
    #[track_caller]
    pub fn derive(mut self, traits: impl Into<String>) -> Self {
        let said = Said::by(Location::caller(), traits);
        self.spelling.derives.push(said);
        self
    }

    /// Puts an attribute on what is at the place, and on nothing else that is in it: on the type, the
    /// field or the variant, as for [`rename`](Self::rename). No document can say this: attributes are
    /// code, and documents are data.
    ///
    /// ```no_run
    /// cratify::configure()
    ///     .at("Order", |place| place.attribute("#[must_use]"))
    ///     .at("Order.status", |place| place.attribute("#[serde(alias = \"state\")]"))
    /// # ;
    /// ```
    #[track_caller]
    pub fn attribute(mut self, attribute: impl Into<String>) -> Self {
        let said = Said::by(Location::caller(), attribute);
        self.spelling.attributes.push(said);
        self
    }

    /// Puts an attribute on the type that is made of the place, where that is the type of a member or
    /// of a branch.
    #[track_caller]
    pub fn type_attribute(mut self, attribute: impl Into<String>) -> Self {
        let said = Said::by(Location::caller(), attribute);
        self.spelling.type_attributes.push(said);
        self
    }

    /// Puts an attribute on the variant of a value, which is given as for
    /// [`rename_value`](Self::rename_value).
    ///
    /// ```no_run
    /// cratify::configure()
    ///     .at("Order.status", |place| place.value_attribute("open", "#[doc(alias = \"new\")]"))
    /// # ;
    /// ```
    #[track_caller]
    pub fn value_attribute(mut self, value: impl Display, attribute: impl Into<String>) -> Self {
        let said = Said::by(Location::caller(), attribute);
        let attributes = &mut self.spelling.value_attributes;
        attributes.push((value.to_string(), said));
        self
    }
}
