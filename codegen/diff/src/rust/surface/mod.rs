//! Turns the files of a crate into its [`Surface`].
//!
//! The surface is read from the Rust that is really written, so it cannot say anything else than the crate does. It is a
//! value: it can be stored with a release, and compared with a later one.
//!
//! | module | reads |
//! |---|---|
//! | [`modules`] | files into modules |
//! | [`exports`] | modules into the paths by which items are public |
//! | [`scope`] | the words of a module into absolute paths, types into text |
//! | [`attributes`] | attributes into derives, features and deprecation |
//! | [`definitions`] | structs, enums, aliases, constants |
//! | [`impls`] | implementations |
//! | [`expand`] | calls of the macros of the support code into implementations |
//! | [`manifest`] | `Cargo.toml` into features and dependencies |

mod attributes;
mod definitions;
mod expand;
mod exports;
mod impls;
mod manifest;
mod modules;
mod scope;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt;

use cratify::Generated;
use cratify_model::model::{Model, TypeKind};
use cratify_model::names::{Names, REQUIRED};
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use manifest::{Dependency, Package};

/// The number of the form in which a surface is stored.
pub const FORMAT: u32 = 2;

/// The path of changes of the manifest.
pub(crate) const MANIFEST: &str = "Cargo.toml";

/// The items that code outside of a crate can name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Surface {
    /// The number of this form.
    pub format: u32,
    /// The promises of the manifest.
    pub package: Package,
    /// The items, in the order of their paths.
    pub items: Vec<Item>,
}

/// A public item: a type, a constant, a function, a module.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The path from the root of the crate: `Order`, `common::Money`.
    pub path: String,
    /// Its kind.
    pub kind: Kind,
    /// The features of which it needs one; none if it needs none.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub features: BTreeSet<String>,
    /// Whether code outside cannot build or take apart a value completely: `#[non_exhaustive]`, or private fields.
    #[serde(default, skip_serializing_if = "is_false")]
    pub open: bool,
    /// Whether it is deprecated.
    #[serde(default, skip_serializing_if = "is_false")]
    pub deprecated: bool,
    /// Whether it is a part of a type that may change in any release.
    #[serde(default, skip_serializing_if = "is_false")]
    pub unstable: bool,
    /// The target of an alias, the type of a constant, the signature of a function.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ty: Option<String>,
    /// Its public fields, or its variants.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Member>,
    /// The functions and constants of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub functions: Vec<Function>,
    /// The traits that it implements, with the features that they need.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub traits: BTreeMap<String, Option<String>>,
    /// Its attributes that are not about its form in JSON.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<String>,
}

/// The kind of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A struct with named fields.
    Struct,
    /// A struct with unnamed fields.
    Tuple,
    /// An enum.
    Enum,
    /// Another name of a type.
    Alias,
    /// A constant.
    Constant,
    /// A function.
    Function,
    /// A module.
    Module,
}

/// A field or a variant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Its identifier, without `r#`.
    pub name: String,
    /// The type of a field; the types that a variant holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub types: Vec<String>,
    /// The member of the object that a field is, the listed value that a variant is. Surfaces that were stored by early
    /// versions do not have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub json: Option<String>,
    /// Whether it is deprecated.
    #[serde(default, skip_serializing_if = "is_false")]
    pub deprecated: bool,
    /// Its attributes that are not about its form in JSON.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<String>,
}

/// A public function of a type, or a constant of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// The feature that it needs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feature: Option<String>,
    /// Whether it can be called where a constant is needed.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_const: bool,
    /// Its arguments, in their order; `None` for a constant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arguments: Option<Vec<Argument>>,
    /// The type that it returns, empty if it returns nothing; the type of the constant.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub ty: String,
    /// Whether it has parameters for types: no code is written that calls it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub generic: bool,
    /// Whether it is deprecated.
    #[serde(default, skip_serializing_if = "is_false")]
    pub deprecated: bool,
    /// The variant that a constant is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
}

/// An argument of a function.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Argument {
    /// Its name.
    pub name: String,
    /// Its type: `String`, `impl Into<String>`.
    pub ty: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
pub(crate) fn is_false(value: &bool) -> bool {
    !*value
}

/// A value as JSON. All of a surface can be written.
fn json(value: &impl Serialize) -> Option<Value> {
    serde_json::to_value(value).ok()
}

impl Surface {
    /// Reads the surface of a crate.
    ///
    /// # Errors
    ///
    /// A file of the crate is not Rust, which settings can cause: the name of the file, and the reason.
    pub fn of(generated: &Generated) -> Result<Self, String> {
        let files: BTreeMap<&str, &str> = generated.files().collect();
        let manifest = files.get(MANIFEST).copied().unwrap_or_default();
        let package = manifest::read(manifest, generated.crate_ident())?;
        let modules = modules::read(&files)?;
        let exports = exports::Exports::of(&modules);
        let mut items = definitions::read(&modules, &exports);
        impls::read(&modules, &exports, &mut items)?;
        Ok(Self {
            format: FORMAT,
            package,
            items: items.into_values().collect(),
        })
    }

    /// Marks what is a part of the types at these paths: the types, and what builds them.
    pub(crate) fn mark_unstable(&mut self, types: &HashSet<&str>) {
        for item in &mut self.items {
            let segments = item.path.split("::");
            let segments = segments.filter(|segment| *segment != REQUIRED);
            item.unstable = types.contains(&*segments.collect::<Vec<_>>().join("::"));
        }
        // The module is there for what is in it.
        let stable = self.items.iter().filter(|item| !item.unstable);
        let stable: Vec<String> = stable.map(|item| item.path.clone()).collect();
        for item in &mut self.items {
            let is_required = item.path.rsplit("::").next() == Some(REQUIRED);
            let inside = format!("{}::", item.path);
            item.unstable |= is_required && !stable.iter().any(|path| path.starts_with(&inside));
        }
    }

    /// Notes what fields and variants are in JSON.
    pub(crate) fn name_in_json(&mut self, model: &Model, names: &Names) {
        for (id, def) in model.own_types() {
            let in_json: Vec<String> = match &def.kind {
                TypeKind::Struct(object) => {
                    let fields = object.fields.iter();
                    fields.map(|field| field.wire_name.clone()).collect()
                }
                TypeKind::StringEnum(values) => {
                    let values = values.values.iter();
                    values.map(|value| value.value.clone()).collect()
                }
                TypeKind::ValueEnum(values) => {
                    let values = values.values.iter();
                    values.map(|value| value.value.to_string()).collect()
                }
                _ => continue,
            };
            let names = &names[id];
            let Ok(at) = self.position(&names.path) else {
                continue;
            };
            let members = &mut self.items[at].members;
            for (name, json) in names.members.iter().zip(in_json) {
                let name = name.trim_start_matches("r#");
                if let Some(member) = members.iter_mut().find(|member| member.name == name) {
                    member.json = Some(json);
                }
            }
        }
    }

    fn position(&self, path: &str) -> Result<usize, usize> {
        self.items
            .binary_search_by(|item| item.path.as_str().cmp(path))
    }

    /// The manifest, the item or the part of an item at the path of a change.
    pub(crate) fn part(&self, path: &str) -> Option<Value> {
        if path == MANIFEST {
            return json(&self.package);
        }
        if let Some(item) = self.item(path) {
            return json(item);
        }
        let (item, name) = path.rsplit_once('.')?;
        let item = self.item(item)?;
        let member = item.member(name).and_then(json);
        let function = item.function(name).and_then(json);
        let parts: Vec<Value> = member.into_iter().chain(function).collect();
        (!parts.is_empty()).then_some(Value::Array(parts))
    }

    /// The item at a path.
    pub fn item(&self, path: &str) -> Option<&Item> {
        self.position(path).ok().map(|index| &self.items[index])
    }
}

impl Item {
    /// A field or a variant by its name.
    pub fn member(&self, name: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.name == name)
    }

    /// A function or a constant by its name.
    pub fn function(&self, name: &str) -> Option<&Function> {
        self.functions.iter().find(|function| function.name == name)
    }
}

impl fmt::Display for Function {
    /// The signature without names: `fn(String) -> Order`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(arguments) = &self.arguments else {
            return f.write_str(&self.ty);
        };
        let types: Vec<&str> = arguments.iter().map(|argument| &*argument.ty).collect();
        write!(f, "fn({})", types.join(", "))?;
        if !self.ty.is_empty() {
            write!(f, " -> {}", self.ty)?;
        }
        Ok(())
    }
}
