//! A generated crate has the public items that `docs/public-items.md` names, and no others.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use cratify::Generated;
use cratify_testing::Fixture;
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{ImplItem, Item, Visibility};

/// The page that names the items.
const PAGE: &str = include_str!("../../../../docs/public-items.md");

/// Fixtures whose documents ask for derives of their own.
const ASKED: [&str; 1] = ["spelled"];

/// The kind of the structs in the module `required`: they have no JSON.
const REQUIRED: &str = "struct of required members";

/// The items and traits of a type.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Surface {
    /// Its own constants and functions, and its public fields as `public fields`.
    items: BTreeSet<String>,
    traits: BTreeSet<String>,
}

impl Surface {
    fn extend(&mut self, other: Self) {
        self.items.extend(other.items);
        self.traits.extend(other.traits);
    }
}

/// The items and traits that the page names, by the kind of type.
fn documented() -> BTreeMap<String, Surface> {
    let names = |cell: &str| -> BTreeSet<String> {
        let names = cell
            .split(',')
            .map(|name| name.trim().trim_matches('`').to_owned());
        names.filter(|name| !name.is_empty()).collect()
    };
    let rows = PAGE.lines().filter_map(|line| {
        let cells: Vec<&str> = line
            .strip_prefix('|')?
            .strip_suffix('|')?
            .split('|')
            .collect();
        let [kind, items, traits] = cells[..] else {
            return None;
        };
        let surface = Surface {
            items: names(items),
            traits: names(traits),
        };
        Some((kind.trim().to_owned(), surface))
    });
    // The head of the table and the line below it.
    let mut rows: BTreeMap<String, Surface> = rows.skip(2).collect();
    let common = rows.remove("every type").expect("the page has such a row");
    for (kind, surface) in &mut rows {
        if kind != REQUIRED {
            surface.extend(common.clone());
        }
    }
    rows
}

/// The types of a crate, each with its kind and what it has.
struct Types {
    /// The macros of the support code: what each implements, and the macros that it calls.
    macros: BTreeMap<String, (Surface, BTreeSet<String>)>,
    types: BTreeMap<String, (String, Surface)>,
}

impl Types {
    fn of(generated: &Generated) -> Self {
        let mut types = Self {
            macros: BTreeMap::new(),
            types: BTreeMap::new(),
        };
        for (path, text) in generated.files() {
            if let Some(module) = path
                .strip_prefix("src/support/")
                .and_then(|path| path.strip_suffix(".rs"))
            {
                types.read_support(module, &parse(path, text));
            }
        }
        let mut list = None;
        for (path, text) in generated.files() {
            let is_type = path.starts_with("src/")
                && Path::new(path).extension() == Some("rs".as_ref())
                && !path.starts_with("src/support/");
            if path.ends_with("/arbitrary_impls.rs") {
                // It names types of other files.
                list = Some((path, text));
            } else if path.ends_with("/required.rs") {
                types.read_required(path, &parse(path, text));
            } else if is_type {
                types.read_types(path, &parse(path, text));
            }
        }
        if let Some((path, text)) = list {
            types.read_arbitrary(path, &parse(path, text));
        }
        types
    }

    /// Reads the macros of a support file. Its items are private: the module `support` is.
    fn read_support(&mut self, module: &str, file: &syn::File) {
        for item in &file.items {
            let Item::Macro(item) = item else {
                continue;
            };
            let Some(name) = &item.ident else {
                continue;
            };
            let (surface, calls) = self
                .macros
                .entry(format!("crate::support::{module}::{name}"))
                .or_default();
            for token in item.mac.tokens.clone() {
                // The text that each rule writes; a matcher is not an item.
                if let TokenTree::Group(group) = token
                    && let Ok(rule) = syn::parse2::<syn::File>(without_variables(group.stream()))
                {
                    for item in rule.items {
                        match item {
                            Item::Impl(item) => surface.extend(of_impl(&item)),
                            Item::Macro(item) => {
                                calls.insert(path_of(&item));
                            }
                            _ => {}
                        }
                    }
                }
            }
        }
    }

    /// The items and traits that a macro and the macros that it calls implement.
    fn implemented_by(&self, name: &str) -> Option<Surface> {
        let mut all = Surface::default();
        let mut names = vec![name];
        let mut seen = BTreeSet::new();
        while let Some(name) = names.pop() {
            let (surface, calls) = self.macros.get(name)?;
            if seen.insert(name) {
                all.extend(surface.clone());
                names.extend(calls.iter().map(String::as_str));
            }
        }
        Some(all)
    }

    /// Reads the list of types whose values are made of bytes.
    fn read_arbitrary(&mut self, path: &str, file: &syn::File) {
        let [Item::Macro(list)] = &file.items[..] else {
            panic!("{path} has other items than a list");
        };
        let mut tokens = list.mac.tokens.clone().into_iter().peekable();
        while let Some(token) = tokens.next() {
            // The last word of a path.
            if let (TokenTree::Ident(name), Some(TokenTree::Punct(next))) = (token, tokens.peek())
                && next.as_char() == ','
            {
                let known = &mut self.get(path, &name.to_string()).1;
                known.traits.insert("Arbitrary".to_owned());
            }
        }
    }

    /// Reads the structs of required members, each of which has the name of a type.
    fn read_required(&mut self, path: &str, file: &syn::File) {
        let mut structs = Self {
            macros: BTreeMap::new(),
            types: BTreeMap::new(),
        };
        structs.read_types(path, file);
        for (name, (kind, surface)) in structs.types {
            assert_eq!(kind, "struct", "{path}: {name}");
            let kind = REQUIRED.to_owned();
            self.types
                .insert(format!("required::{name}"), (kind, surface));
        }
    }

    fn read_types(&mut self, path: &str, file: &syn::File) {
        // The type comes first, then what is implemented for it.
        for item in &file.items {
            match item {
                Item::Struct(item) => self.add_struct(item),
                Item::Enum(item) => self.add_enum(item),
                Item::Impl(item) => {
                    let ty = item.self_ty.to_token_stream().to_string();
                    self.get(path, &ty).1.extend(of_impl(item));
                }
                Item::Macro(item) => self.add_macro(path, item),
                Item::Use(_) | Item::Mod(_) | Item::Type(_) => {}
                Item::Const(item) => assert_eq!(item.ident, "DEFINITIONS", "{path}"),
                other => panic!(
                    "{path} has an item of another kind: {}",
                    other.to_token_stream()
                ),
            }
        }
    }

    fn get(&mut self, path: &str, ty: &str) -> &mut (String, Surface) {
        let found = self.types.get_mut(ty);
        found.unwrap_or_else(|| {
            panic!("{path} implements something for `{ty}`, which it does not define")
        })
    }

    fn add_struct(&mut self, item: &syn::ItemStruct) {
        let kind = match &item.fields {
            syn::Fields::Named(_) => "struct",
            fields if fields.iter().all(is_private) => "constant",
            _ => "newtype",
        };
        let mut surface = derives(&item.attrs);
        for field in &item.fields {
            // The record, and what a constant keeps, are for the code of the crate alone.
            if is_private(field) {
                let ty = field.ty.to_token_stream().to_string();
                assert!(kind == "constant" || ty.contains("Record"));
                continue;
            }
            surface.items.insert("public fields".to_owned());
        }
        self.types
            .insert(item.ident.to_string(), (kind.to_owned(), surface));
    }

    fn add_enum(&mut self, item: &syn::ItemEnum) {
        let kind = if item.variants.is_empty() {
            "type without values"
        } else {
            "enum"
        };
        self.types.insert(
            item.ident.to_string(),
            (kind.to_owned(), derives(&item.attrs)),
        );
    }

    /// Adds what a table implements: `impl Type { a line for each method or value }`, or the type and lines.
    fn add_table(&mut self, path: &str, name: &str, table: &TokenStream) {
        if name == "crate::support::published::published" {
            let surface = self.implemented_by(name).expect("the support has it");
            for ty in idents(table.clone()) {
                self.get(path, &ty).1.extend(surface.clone());
            }
            return;
        }
        let mut tokens = table.clone().into_iter();
        let is_impl = |token: &TokenTree| token.to_string() == "impl";
        let name_at = usize::from(
            table
                .clone()
                .into_iter()
                .next()
                .is_some_and(|token| is_impl(&token)),
        );
        let ty = tokens.nth(name_at).expect("the table names a type");
        let ty = ty.to_string();
        if let Some(kind) = kind_of_enum(name) {
            let surface = self.implemented_by(name).expect("the support has it");
            let known = self.get(path, &ty);
            known.1.extend(surface);
            kind.clone_into(&mut known.0);
            return;
        }
        let names: BTreeSet<String> = match tokens.next() {
            Some(TokenTree::Group(lines)) => idents(lines.stream()),
            _ => BTreeSet::new(),
        };
        let has_setters = table.to_string().contains(" with_");
        let known = &mut self.get(path, &ty).1;
        let mut add = |item: &str| known.items.insert(item.to_owned());
        match name.trim_start_matches("crate::support::") {
            construct @ ("construct::construct" | "construct::by_name") => {
                if has_setters {
                    add("with_…");
                }
                add("new");
                construct == "construct::by_name" && known.traits.insert("From".to_owned())
            }
            "defaults::defaults" => add("…_or_default"),
            "branches::accessors" => {
                if names.contains("is_unknown") {
                    add("is_unknown");
                }
                names.iter().any(|name| name.starts_with("as_")) && add("as_…")
            }
            "branches::from" => known.traits.insert("From".to_owned()),
            "record::record" => {
                add("unknown_members");
                add("clear_unknown_members");
                table.to_string().contains('=') && add("is_null_…") | add("set_null_…")
            }
            "record::nulls" => add("is_null_…") | add("set_null_…"),
            "newtype::deref" => known.traits.insert("Deref".to_owned()),
            other => panic!("{path} calls `{other}`, which this test does not know"),
        };
    }

    /// Adds what a line implements, and tells enums apart by it.
    fn add_macro(&mut self, path: &str, item: &syn::ItemMacro) {
        let name = path_of(item);
        if matches!(item.mac.delimiter, syn::MacroDelimiter::Brace(_)) {
            self.add_table(path, &name, &item.mac.tokens);
            return;
        }
        let surface = self.implemented_by(&name).unwrap_or_else(|| {
            panic!("{path} calls `{name}`, which is not a macro of its support")
        });
        let ty = item
            .mac
            .tokens
            .clone()
            .into_iter()
            .next()
            .expect("the line names a type")
            .to_string();
        let (kind, known) = self.get(path, &ty);
        known.extend(surface);
        if let Some(detail) = kind_of_enum(&name) {
            detail.clone_into(kind);
            return;
        }
        let detail = match name.trim_start_matches("crate::support::") {
            "constant::text" => "constant of a string",
            "constant::integer" => "constant of an integer",
            "constant::value" => "constant of another value",
            "closed_constant::text" => "closed constant of a string",
            "closed_constant::integer" => "closed constant of an integer",
            "closed_constant::value" => "closed constant of another value",
            "union::union" => "union",
            "newtype::text" | "newtype::display" | "newtype::parse" | "record::record" => return,
            other => panic!("{path} calls `{other}`, which this test does not know"),
        };
        let is_constant = detail.contains("constant");
        assert_eq!(kind, if is_constant { "constant" } else { "enum" }, "{ty}");
        detail.clone_into(kind);
    }
}

/// The kind of an enum by the macro that implements it.
fn kind_of_enum(name: &str) -> Option<&'static str> {
    Some(match name.trim_start_matches("crate::support::") {
        "open_enum::string" => "open enum of strings",
        "open_enum::integer" => "open enum of integers",
        "open_enum::value" => "open enum of other values",
        "closed_enum::string" => "closed enum of strings",
        "closed_enum::integer" => "closed enum of integers",
        "closed_enum::value" => "closed enum of other values",
        _ => return None,
    })
}

/// The path of a macro that is called.
fn path_of(item: &syn::ItemMacro) -> String {
    let path = item.mac.path.to_token_stream().to_string();
    path.replace(' ', "")
}

fn is_private(field: &syn::Field) -> bool {
    matches!(field.vis, Visibility::Inherited)
}

fn parse(path: &str, text: &str) -> syn::File {
    syn::parse_file(text).unwrap_or_else(|error| panic!("{path} is not Rust: {error}"))
}

/// The identifiers at the start of the lines of a table.
fn idents(lines: TokenStream) -> BTreeSet<String> {
    let mut idents = BTreeSet::new();
    let mut is_start = true;
    for token in lines {
        if is_start {
            idents.insert(token.to_string());
        }
        is_start = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ';');
    }
    idents
}

/// The text that a macro writes, with a name in place of each of its variables.
fn without_variables(tokens: TokenStream) -> TokenStream {
    let mut written = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '$' => {
                if let Some(TokenTree::Group(_)) = tokens.peek() {
                    // The repeated tokens, a separator, and the sign of the repetition.
                    tokens.next();
                    tokens.find(|token| "?*+".contains(&token.to_string()));
                }
            }
            TokenTree::Group(group) => {
                let inner = without_variables(group.stream());
                written.push(proc_macro2::Group::new(group.delimiter(), inner).into());
            }
            other => written.push(other),
        }
    }
    written.into_iter().collect()
}

/// The traits that are derived, with a feature or without.
fn derives(attributes: &[syn::Attribute]) -> Surface {
    fn add(tokens: TokenStream, traits: &mut BTreeSet<String>) {
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            if let (TokenTree::Ident(name), Some(TokenTree::Group(list))) = (&token, tokens.peek())
            {
                if name == "derive" {
                    let list = list.stream().to_string();
                    let names = list
                        .split(',')
                        .map(|path| path.rsplit(':').next().unwrap_or_default().trim());
                    traits.extend(names.filter(|name| !name.is_empty()).map(str::to_owned));
                } else {
                    add(list.stream(), traits);
                }
            }
        }
    }
    let mut surface = Surface::default();
    for attribute in attributes {
        let tokens = attribute.meta.to_token_stream();
        assert!(
            !tokens.to_string().contains("remote ="),
            "{tokens} leaves public functions behind"
        );
        add(tokens, &mut surface.traits);
    }
    surface
}

/// The additions of an implementation: a trait of another crate, or public items.
fn of_impl(item: &syn::ItemImpl) -> Surface {
    let mut surface = Surface::default();
    if let Some((path, _)) = &item.trait_ {
        // The traits of the support code are private.
        if path.segments[0].ident != "crate" {
            let name = &path.segments[path.segments.len() - 1].ident;
            surface.traits.insert(name.to_string());
        }
        return surface;
    }
    for member in &item.items {
        let (vis, name) = match member {
            ImplItem::Const(constant) => (&constant.vis, &constant.ident),
            ImplItem::Fn(function) => (&function.vis, &function.sig.ident),
            other => panic!("an implementation has {}", other.to_token_stream()),
        };
        if matches!(vis, Visibility::Public(_)) {
            let name = name.to_string();
            let is_setter = name.starts_with("with_");
            surface.items.insert(if is_setter {
                "with_…".to_owned()
            } else {
                name
            });
        }
    }
    surface
}

#[test]
fn types_have_what_the_documentation_names() {
    let mut found: BTreeMap<String, Surface> = BTreeMap::new();
    for fixture in Fixture::proofs() {
        if ASKED.contains(&&*fixture.name) {
            continue;
        }
        let generated = fixture
            .configure()
            .arbitrary(cratify::Arbitrary::Feature)
            .generate()
            .unwrap_or_else(|error| panic!("{error}"));
        for (kind, surface) in Types::of(&generated).types.into_values() {
            found.entry(kind).or_default().extend(surface);
        }
    }
    let documented = documented();
    let row = |(kind, surface): (&String, &Surface)| {
        let cell = |names: &BTreeSet<String>| {
            names
                .iter()
                .map(String::as_str)
                .collect::<Vec<_>>()
                .join("`, `")
        };
        format!(
            "| {kind} | `{}` | `{}` |",
            cell(&surface.items),
            cell(&surface.traits)
        )
    };
    let rows =
        |types: &BTreeMap<String, Surface>| types.iter().map(row).collect::<Vec<_>>().join("\n");
    assert_eq!(documented, found, "the types have:\n{}\n", rows(&found));
}

/// Everything else that the root of a crate has for others.
#[test]
fn the_root_re_exports_types_and_nothing_else() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../proofs/fixtures/closed.yaml");
    let generated = cratify::configure()
        .schema(path)
        .unknown_values(cratify::UnknownValues::Refuse)
        .schema_files(cratify::SchemaFiles::Shared)
        .generate()
        .unwrap_or_else(|error| panic!("{error}"));
    let types = Types::of(&generated).types;
    let root = generated
        .files()
        .find(|(path, _)| *path == "src/lib.rs")
        .expect("a crate has a root")
        .1;
    let mut others = BTreeSet::new();
    for item in parse("src/lib.rs", root).items {
        match item {
            Item::Use(item) => {
                assert!(matches!(item.vis, Visibility::Public(_)));
                let text = item.tree.to_token_stream().to_string().replace(' ', "");
                let (module, names) = text.split_once("::").expect("it is of a module");
                let names = names
                    .trim_start_matches("strict::")
                    .trim_start_matches("closed_enum::")
                    .trim_start_matches("unknown::");
                for name in names.trim_matches(['{', '}']).split(',') {
                    if module == "support" {
                        others.insert(name.to_owned());
                    } else {
                        assert!(types.contains_key(name), "{name}");
                    }
                }
            }
            Item::Mod(item) => assert!(matches!(item.vis, Visibility::Inherited), "{}", item.ident),
            Item::Const(item) => assert!(others.insert(item.ident.to_string())),
            other => panic!("the root has {}", other.to_token_stream()),
        }
    }
    for name in &others {
        assert!(
            PAGE.contains(&format!("`{name}`")),
            "{name} is not documented"
        );
    }
    let others: Vec<&str> = others.iter().map(String::as_str).collect();
    assert_eq!(
        others,
        [
            "DEFINITIONS",
            "UnknownValue",
            "Violation",
            "Violations",
            "unknown_places"
        ]
    );
}
