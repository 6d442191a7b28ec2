//! Counts the names that have a number which the document does not have, and lists them with their pointers and the
//! reason: `cargo run -p cratify --example names -- DOCUMENTS…`.
//!
//! Such a number says nothing to a reader, and an edit of the document can change it. A *bare number* is a listed
//! number for which the document has no word: the variant `N6`.

use std::collections::HashSet;
use std::path::Path;
use std::process::ExitCode;

use cratify_model::ident::LONGEST;
use cratify_model::lower::{UsageLog, lower};
use cratify_model::model::{Model, Type, TypeDef, TypeKind};
use cratify_model::names::{Lock, Names};
use cratify_model::settings::{Resolved, Settings};
use cratify_schema::diagnostic::Diagnostics;
use cratify_schema::graph::{Graph, resolve};
use cratify_schema::link::link;
use cratify_schema::parse::parse;
use cratify_schema::source::{Source, Sources, Value};
use cratify_schema::upgrade::upgrade;
use cratify_schema::{ReadOptions, document};

fn main() -> ExitCode {
    let mut all = Count::default();
    let mut complete = true;
    for path in std::env::args().skip(1) {
        if let Some(count) = count(Path::new(&path)) {
            println!("{path}: {}", count.summary());
            for line in &count.numbered {
                println!("  {line}");
            }
            all.add(count);
        } else {
            eprintln!("{path}: no names, because the document has errors");
            complete = false;
        }
    }
    println!("all: {}", all.summary());
    if complete {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// The names of documents.
#[derive(Default)]
struct Count {
    types: usize,
    variants: usize,
    bare: usize,
    numbered: Vec<String>,
}

impl Count {
    fn add(&mut self, other: Self) {
        self.types += other.types;
        self.variants += other.variants;
        self.bare += other.bare;
        self.numbered.extend(other.numbered);
    }

    fn summary(&self) -> String {
        let Self {
            types,
            variants,
            bare,
            numbered,
        } = self;
        let numbered = numbered.len();
        format!("{types} types, {variants} variants, {numbered} numbered, {bare} bare numbers")
    }

    /// Counts a name, given the texts of the document that it may have its numbers from.
    fn check(&mut self, name: &str, scope: &HashSet<&str>, words: &[String], at: &str) {
        if numbers_are_of(name, words) {
            return;
        }
        let stem = name.trim_end_matches(|last: char| last.is_ascii_digit());
        let stem = stem.trim_end_matches('_');
        let reason = if name.len() == LONGEST {
            "it is too long"
        } else if stem != name && scope.contains(stem) {
            "another one has the name without the number"
        } else {
            "its position"
        };
        self.numbered.push(format!("{name} at {at}: {reason}"));
    }
}

fn count(path: &Path) -> Option<Count> {
    let mut diagnostics = Diagnostics::new();
    let mut sources = Sources::new();
    let source = Source::read(path, &mut diagnostics)?;
    let options = ReadOptions::default();
    let documents = document::read(source, &options, &mut sources, &mut diagnostics)?;
    let linked = link(documents, &mut sources, &mut diagnostics);
    let documents = upgrade(linked, &sources, &mut diagnostics);
    let schemas = parse(&documents, &mut diagnostics);
    let graph = resolve(schemas, &documents, &mut diagnostics);
    let settings = Resolved::new(&Settings::default(), &graph, &mut diagnostics);
    let model = lower(
        &graph,
        &settings,
        &mut UsageLog::new(false),
        &mut diagnostics,
    );
    let names = Names::decide(&model, &Lock::default(), &mut diagnostics);
    if diagnostics.has_errors() {
        return None;
    }
    let mut count = Count::default();
    let idents: HashSet<&str> = model.iter().map(|(id, _)| &*names[id].ident).collect();
    for (id, def) in model.own_types() {
        let at = def.at.pointer.to_string();
        count.types += 1;
        let words = words_of(&graph, def);
        count.check(&names[id].ident, &idents, &words, &at);
        let members = &names[id].members;
        let scope: HashSet<&str> = members.iter().map(String::as_str).collect();
        let variants = variant_words(&graph, &model, &names, def);
        count.variants += variants.len();
        for (name, words) in members.iter().zip(variants) {
            let path = format!("{}::{name}", names[id].ident);
            count.check(name, &scope, &words, &format!("{at} ({path})"));
        }
        if let TypeKind::ValueEnum(values) = &def.kind {
            let named = values.values.iter().zip(members);
            let bare = named.filter(|(value, name)| is_bare(&value.value, name));
            count.bare += bare.count();
        }
    }
    Some(count)
}

/// Whether the name of a number is the number.
fn is_bare(value: &Value, name: &str) -> bool {
    let digits = |text: &str| {
        text.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    value.is_number() && digits(name) == digits(&value.to_string())
}

/// The texts of the document that name a type: on the way to its schema, and in it.
fn words_of(graph: &Graph<'_>, def: &TypeDef) -> Vec<String> {
    let mut words = Vec::new();
    let mut keyword = String::new();
    for token in def.at.pointer.tokens() {
        if !matches!(&*keyword, "anyOf" | "oneOf" | "allOf" | "prefixItems") {
            words.push(token.to_string());
        }
        keyword = token.into_owned();
    }
    for part in &def.schema.parts {
        if let Some((name, _)) = graph.operations.get(&graph.schemas[part.id()].at) {
            words.push(name.clone());
        }
        add_content(graph.written(part.id()), 3, &mut words);
    }
    words
}

/// Adds the texts in a schema that may name it: titles, constants, formats, references, names of members.
fn add_content(schema: &Value, depth: usize, words: &mut Vec<String>) {
    let (Value::Object(members), Some(depth)) = (schema, depth.checked_sub(1)) else {
        return;
    };
    for (keyword, value) in members {
        match (&**keyword, value) {
            ("title" | "format" | "$ref", Value::String(text)) => words.push(text.clone()),
            ("const", value) => words.push(text_of(value)),
            ("enum" | "required", Value::Array(values)) => words.extend(values.iter().map(text_of)),
            ("properties", Value::Object(properties)) => {
                for (name, schema) in properties {
                    words.push(name.clone());
                    add_content(schema, depth, words);
                }
            }
            ("items" | "additionalProperties", inner) => add_content(inner, depth, words),
            ("allOf" | "anyOf" | "oneOf", Value::Array(parts)) => {
                for part in parts {
                    add_content(part, depth, words);
                }
            }
            _ => {}
        }
    }
}

fn text_of(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// For each variant of an enum or a union, the texts that name it.
fn variant_words(
    graph: &Graph<'_>,
    model: &Model,
    names: &Names,
    def: &TypeDef,
) -> Vec<Vec<String>> {
    match &def.kind {
        TypeKind::StringEnum(values) => {
            let values = values.values.iter();
            let words = values.map(|one| [Some(one.value.clone()), one.name.clone()]);
            words
                .map(|words| words.into_iter().flatten().collect())
                .collect()
        }
        TypeKind::ValueEnum(values) => {
            let values = values.values.iter();
            let words = values.map(|one| [Some(one.value.to_string()), one.name.clone()]);
            words
                .map(|words| words.into_iter().flatten().collect())
                .collect()
        }
        TypeKind::Union(union) => {
            let variants = union.variants.iter().map(|variant| {
                let mut words = variant.tags.clone();
                words.extend(variant.name.clone());
                variant.slot.ty.visit(&mut |ty| match ty {
                    Type::Named(id) => {
                        // A number of a type is counted once, where the type is.
                        words.push(names[*id].ident.clone());
                        words.extend(words_of(graph, &model[*id]));
                    }
                    Type::Integer(integer) => words.push(integer.as_str().to_owned()),
                    _ => {}
                });
                words
            });
            variants.collect()
        }
        _ => Vec::new(),
    }
}

/// Whether all numbers in a name are in the texts: in their order, or each by itself.
fn numbers_are_of(name: &str, words: &[String]) -> bool {
    let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let all: String = words.iter().map(|word| digits(word)).collect();
    if all.contains(&digits(name)) {
        return true;
    }
    let mut open: Vec<&str> = words.iter().flat_map(|word| numbers(word)).collect();
    numbers(name).all(|number| {
        let found = open.iter().position(|one| *one == number);
        found.map(|index| open.swap_remove(index)).is_some()
    })
}

fn numbers(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|character: char| !character.is_ascii_digit());
    parts.filter(|part| !part.is_empty())
}
