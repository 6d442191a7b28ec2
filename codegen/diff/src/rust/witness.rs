//! Turns the names that code can use into code that uses them: it compiles as long as they stay.
//!
//! The code of a [`RustChange`](super::RustChange) shows a user what breaks. [`usage`] joins the code for
//! everything in a surface: code outside may rely on all of it.

use super::surface::{Function, Item, Kind, Member, Surface};

/// Writes code for a crate that is known by a path.
#[derive(Debug, Clone, Copy)]
pub(super) struct Witness<'s> {
    /// The path of the crate.
    root: &'s str,
}

/// The traits that are known by a longer path than the one that is shown.
const PATHS: [(&str, &str); 10] = [
    ("Debug", "std::fmt::Debug"),
    ("Display", "std::fmt::Display"),
    ("Hash", "std::hash::Hash"),
    ("FromStr", "std::str::FromStr"),
    ("Error", "std::error::Error"),
    ("Deref", "std::ops::Deref"),
    ("DerefMut", "std::ops::DerefMut"),
    ("Borrow", "std::borrow::Borrow"),
    ("Serialize", "serde::Serialize"),
    ("Deserialize", "serde::de::DeserializeOwned"),
];

impl<'s> Witness<'s> {
    /// Writes code for a crate, by its name in Rust.
    pub(super) fn of(root: &'s str) -> Self {
        Self { root }
    }

    /// A type or a path of the crate, as code outside writes it.
    fn outside(self, text: &str) -> String {
        text.replace("crate::", &format!("{}::", self.root))
    }

    fn path(self, item: &Item) -> String {
        let mut path = self.root.to_owned();
        for word in item.path.split("::") {
            path.push_str("::");
            path.push_str(&ident(word));
        }
        path
    }

    /// Code that names an item.
    pub(super) fn item(self, item: &Item) -> String {
        match item.kind {
            Kind::Constant => format!("const _: fn() = || {{ let _ = {}; }};", self.path(item)),
            Kind::Function => format!("use {} as _witness;", self.path(item)),
            _ => format!("use {} as _Witness;", self.path(item)),
        }
    }

    /// Code that needs an item to be of its kind.
    pub(super) fn whole(self, item: &Item) -> Option<String> {
        match item.kind {
            Kind::Alias => self.same_type(item),
            Kind::Constant | Kind::Function | Kind::Module => Some(self.item(item)),
            _ => match item.members.first() {
                Some(member) => self.member(item, member),
                None => Some(self.item(item)),
            },
        }
    }

    /// Code that needs an alias or a constant to have its type.
    pub(super) fn same_type(self, item: &Item) -> Option<String> {
        let ty = self.outside(item.ty.as_deref()?);
        let path = self.path(item);
        match item.kind {
            Kind::Alias => Some(format!("fn witness(value: {path}) -> {ty} {{ value }}")),
            Kind::Constant => Some(format!("const WITNESS: {ty} = {path};")),
            // A function outside of a type is generic: its type cannot be written.
            _ => None,
        }
    }

    /// Code that needs a member to be there, with its type.
    pub(super) fn member(self, item: &Item, member: &Member) -> Option<String> {
        let path = self.path(item);
        let name = ident(&member.name);
        let types: Vec<String> = member.types.iter().map(|ty| self.outside(ty)).collect();
        match (item.kind, &types[..]) {
            (Kind::Enum, []) => Some(format!("fn witness() -> {path} {{ {path}::{name} }}")),
            (Kind::Enum, [ty]) => Some(format!(
                "fn witness(value: {ty}) -> {path} {{ {path}::{name}(value) }}"
            )),
            (Kind::Struct | Kind::Tuple, [ty]) => Some(format!(
                "fn witness(value: {path}) -> {ty} {{ value.{name} }}"
            )),
            _ => None,
        }
    }

    /// Code that needs a variant without a value to be a pattern for a reference.
    pub(super) fn pattern(self, item: &Item, member: &Member) -> Option<String> {
        let path = self.path(item);
        let name = ident(&member.name);
        (item.kind == Kind::Enum && member.types.is_empty()).then(|| {
            format!("fn witness(value: &{path}) -> bool {{ matches!(value, {path}::{name}) }}")
        })
    }

    /// Code that needs an item to have no other members.
    pub(super) fn exhaustive(self, item: &Item) -> Option<String> {
        let path = self.path(item);
        let names = item.members.iter().map(|member| ident(&member.name));
        match item.kind {
            Kind::Enum => {
                let arms = item.members.iter().map(|member| {
                    let holds = if member.types.is_empty() { "" } else { "(..)" };
                    format!("{path}::{}{holds} => {{}} ", ident(&member.name))
                });
                let arms: String = arms.collect();
                Some(format!(
                    "fn witness(value: {path}) {{ match value {{ {arms}}} }}"
                ))
            }
            Kind::Struct => {
                let names: Vec<String> = names.map(|name| format!("{name}: _")).collect();
                Some(format!(
                    "fn witness(value: {path}) {{ let {path} {{ {} }} = value; }}",
                    names.join(", ")
                ))
            }
            Kind::Tuple => {
                let places = vec!["_"; item.members.len()].join(", ");
                Some(format!(
                    "fn witness(value: {path}) {{ let {path}({places}) = value; }}"
                ))
            }
            _ => None,
        }
    }

    /// Code that needs an item to implement a trait.
    pub(super) fn implements(self, item: &Item, name: &str) -> Option<String> {
        let (name, _) = name.split_once(" with ").unwrap_or((name, ""));
        let (bare, arguments) = match name.find('<') {
            Some(at) => name.split_at(at),
            None => (name, ""),
        };
        let known = PATHS.iter().find(|(short, _)| *short == bare);
        let bare = known.map_or(bare, |(_, path)| *path);
        if bare == "JsonSchema" {
            return None;
        }
        let arguments = self.outside(arguments).replace('&', "&'static ");
        let path = self.path(item);
        Some(format!(
            "fn witness() {{ fn needs<T: {bare}{arguments}>() {{}} needs::<{path}>(); }}"
        ))
    }

    /// Code that needs a function or a constant of an item.
    pub(super) fn function(self, item: &Item, function: &Function) -> Option<String> {
        let path = format!("{}::{}", self.path(item), ident(&function.name));
        let ty = self.outside(&function.ty);
        let Some(arguments) = &function.arguments else {
            return Some(match function.ty.strip_suffix("; _]") {
                Some(_) => format!("fn witness() {{ let _ = {path}; }}"),
                None => format!("const WITNESS: {ty} = {path};"),
            });
        };
        if function.generic {
            return None;
        }
        // An argument that is made of another type gets that one.
        let given = arguments.iter().map(|argument| {
            let made_of = argument.ty.strip_prefix("impl Into<");
            let made_of = made_of.and_then(|rest| rest.strip_suffix('>'));
            self.outside(made_of.unwrap_or(&argument.ty))
        });
        let given: Vec<String> = given.collect();
        let numbered = given.iter().enumerate();
        let declared = numbered.map(|(index, ty)| format!("a{index}: {ty}"));
        let declared = declared.collect::<Vec<_>>().join(", ");
        let passed: Vec<String> = (0..given.len()).map(|index| format!("a{index}")).collect();
        let passed = passed.join(", ");
        let output = if ty.is_empty() {
            ty
        } else {
            format!(" -> {ty}")
        };
        Some(format!(
            "fn witness({declared}){output} {{ {path}({passed}) }}"
        ))
    }

    /// Code that needs a function without arguments to be a constant.
    pub(super) fn constant(self, item: &Item, function: &Function) -> Option<String> {
        let path = format!("{}::{}", self.path(item), ident(&function.name));
        let is_alone = function.arguments.as_ref().is_some_and(Vec::is_empty);
        let ty = self.outside(&function.ty);
        (is_alone && !function.generic).then(|| format!("const WITNESS: {ty} = {path}();"))
    }
}

/// Code that names everything in a surface that code outside may rely on, for a crate that is known by a path. What needs a
/// feature, or is unstable, is not named.
pub fn usage(surface: &Surface, root: &str) -> String {
    let witness = Witness::of(root);
    let mut parts = Vec::new();
    let named = surface.items.iter();
    for item in named.filter(|item| item.features.is_empty() && !item.unstable) {
        parts.push(witness.item(item));
        parts.extend(witness.same_type(item));
        parts.extend(
            item.members
                .iter()
                .filter_map(|member| witness.member(item, member)),
        );
        parts.extend(
            item.members
                .iter()
                .filter_map(|member| witness.pattern(item, member)),
        );
        if !item.open {
            parts.extend(witness.exhaustive(item));
        }
        let functions = item.functions.iter().filter(|one| one.feature.is_none());
        for function in functions {
            parts.extend(witness.function(item, function));
            parts.extend(
                witness
                    .constant(item, function)
                    .filter(|_| function.is_const),
            );
        }
        let traits = item.traits.iter().filter(|(_, feature)| feature.is_none());
        parts.extend(traits.filter_map(|(name, _)| witness.implements(item, name)));
    }
    let mut text = String::new();
    for (index, part) in parts.iter().enumerate() {
        // One name in one module, however often.
        text.push_str(&format!("mod w{index} {{ use super::*; {part} }}\n"));
    }
    text
}

/// An identifier, raw where it is a keyword.
fn ident(name: &str) -> String {
    if cratify_model::ident::is_keyword(name) {
        format!("r#{name}")
    } else {
        name.to_owned()
    }
}
