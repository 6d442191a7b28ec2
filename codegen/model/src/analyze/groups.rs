//! Turns types into features of the crate: which types each group of schemas leads to.
//!
//! A file is the unit: a type that a group leads to brings the types of its file, and all that these name. The feature
//! `full` has every type, also the types of no group.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use heck::ToKebabCase as _;

use crate::model::{Model, Origin, Type, TypeId, TypeKind};
use crate::settings::FeatureGroups;
use cratify_schema::SchemaLocation;
use cratify_schema::diagnostic::{Code, Diagnostic, Diagnostics, SourceLocation};
use cratify_schema::document::OperationGroup;
use cratify_schema::graph::Graph;
use cratify_schema::source::Pointer;
use cratify_schema::text::in_code;

/// The feature with all types.
pub const FULL: &str = "full";

/// The most features that a registry takes (crates.io, 2023), without the features that every crate has.
const MOST: usize = 300 - RESERVED.len();

/// The features that every crate may have, and the one that Cargo switches on by itself.
const RESERVED: [&str; 5] = [FULL, "arbitrary", "default", "schemars", "validate"];

/// The features that select types.
#[derive(Debug, Clone, Default)]
pub struct Groups {
    features: Vec<GroupFeature>,
    /// The features that have the types of a file, by the type that the file is named after.
    of_file: HashMap<TypeId, BTreeSet<usize>>,
}

/// A feature that selects types.
#[derive(Debug, Clone)]
pub struct GroupFeature {
    /// Its name in the manifest.
    pub name: String,
    /// The tags, the paths or the schemas that it is named after, as the document writes them.
    pub origins: Vec<String>,
}

/// A group before it has a name in the manifest.
struct Named {
    origin: String,
    at: SchemaLocation,
    types: Vec<TypeId>,
}

impl Groups {
    /// Divides the types. `operations` are the groups of the document's operations.
    pub fn of(
        wish: FeatureGroups,
        model: &Model,
        graph: &Graph<'_>,
        operations: impl FnOnce() -> Vec<OperationGroup>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let named = match wish {
            FeatureGroups::None => return Self::default(),
            FeatureGroups::Operations => of_operations(model, graph, operations()),
            FeatureGroups::Schemas => of_schemas(model),
        };
        if named.is_empty() {
            let root = SourceLocation::value(graph.root_file(), &Pointer::root());
            let message = "the types are not divided into features: the document has no operations";
            diagnostics.push(
                Diagnostic::warning(Code::IdleSetting, root, message)
                    .help("`feature-groups: schemas` makes a feature of each schema"),
            );
            return Self::default();
        }
        let mut origins: BTreeMap<String, (Vec<String>, BTreeSet<TypeId>)> = BTreeMap::new();
        for group in named {
            let Some(name) = feature_name(&group.origin) else {
                diagnostics.push(unnamed(&group));
                continue;
            };
            let (words, types) = origins.entry(name).or_default();
            // Several documents may have one tag.
            if !words.contains(&group.origin) {
                words.push(group.origin);
            }
            types.extend(group.types);
        }
        if origins.len() > MOST {
            let root = SourceLocation::value(graph.root_file(), &Pointer::root());
            let message = format!(
                "the crate would have {} features that select types, and a registry takes {MOST}",
                origins.len()
            );
            diagnostics.push(
                Diagnostic::error(Code::TooManyFeatures, root, message)
                    .help("divide by `feature-groups: operations`, or select schemas by `only`"),
            );
        }
        let parts = parts_of_files(model);
        let mut groups = Self::default();
        for (name, (words, types)) in origins {
            let index = groups.features.len();
            for file in files_from(model, &parts, types) {
                groups.of_file.entry(file).or_default().insert(index);
            }
            groups.features.push(GroupFeature {
                name,
                origins: words,
            });
        }
        groups
    }

    /// The features, ordered by name, without `full`. None if the types are not divided.
    pub fn features(&self) -> &[GroupFeature] {
        &self.features
    }

    /// The features with a type, ordered by name, of which one is enough; `None` if every build has it.
    pub fn selecting(&self, model: &Model, id: TypeId) -> Option<Vec<&str>> {
        if self.features.is_empty() {
            return None;
        }
        let features = self.of_file.get(&file_of(model, id));
        let features = features.into_iter().flatten();
        let names: Vec<&str> = features
            .map(|index| self.features[*index].name.as_str())
            .collect();
        Some(if names.is_empty() { vec![FULL] } else { names })
    }
}

/// The type that the file of a type is named after.
fn file_of(model: &Model, id: TypeId) -> TypeId {
    model[id].origin.owner(id)
}

/// The types of each file.
fn parts_of_files(model: &Model) -> HashMap<TypeId, Vec<TypeId>> {
    let mut parts: HashMap<TypeId, Vec<TypeId>> = HashMap::new();
    for (id, _) in model.iter() {
        parts.entry(file_of(model, id)).or_default().push(id);
    }
    parts
}

/// The files of types, and all files that these lead to.
fn files_from(
    model: &Model,
    parts: &HashMap<TypeId, Vec<TypeId>>,
    types: BTreeSet<TypeId>,
) -> BTreeSet<TypeId> {
    let mut files = BTreeSet::new();
    let mut open: Vec<TypeId> = types.into_iter().collect();
    while let Some(id) = open.pop() {
        let file = file_of(model, id);
        if !files.insert(file) {
            continue;
        }
        for part in &parts[&file] {
            let kind = &model[*part].kind;
            if let TypeKind::Alias(target) = kind {
                open.push(*target);
            }
            kind.visit_types(&mut |ty| {
                if let Type::Named(id) = ty {
                    open.push(*id);
                }
            });
        }
    }
    files
}

/// The groups of operations, each with the types of the schemas that it leads to.
fn of_operations(model: &Model, graph: &Graph<'_>, groups: Vec<OperationGroup>) -> Vec<Named> {
    let mut types: HashMap<SchemaLocation, Vec<TypeId>> = HashMap::new();
    for (id, def) in model.own_types() {
        types.entry(def.at.clone()).or_default().push(id);
    }
    for (alias, target) in graph.merged() {
        let at = graph.schemas[alias].at.clone();
        types.entry(at).or_default().extend(model.type_of(target));
    }
    let of_group = |group: OperationGroup| Named {
        types: group
            .schemas
            .into_iter()
            .filter_map(|at| types.get(&at))
            .flatten()
            .copied()
            .collect(),
        at: group.at,
        origin: group.name,
    };
    let groups = groups.into_iter().map(of_group);
    // Without types, a feature would select nothing.
    groups.filter(|group| !group.types.is_empty()).collect()
}

/// The named types, each as a group.
fn of_schemas(model: &Model) -> Vec<Named> {
    let types = model.own_types();
    let named = types.filter(|(_, def)| def.origin == Origin::Named);
    let group = named.map(|(id, def)| Named {
        origin: def.words().into_owned(),
        at: def.at.clone(),
        types: vec![id],
    });
    group.collect()
}

/// The name of a feature: words of ASCII letters and digits, as registries want them. `None` if the text has others.
fn feature_name(origin: &str) -> Option<String> {
    let is_letter_elsewhere = |c: char| !c.is_ascii() && c.is_alphanumeric();
    if origin.chars().any(is_letter_elsewhere) {
        return None;
    }
    let plain: String = origin
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' })
        .collect();
    let name = plain.to_kebab_case();
    // The longest name that crates.io takes has 64 bytes.
    if name.is_empty() || name.len() > 60 {
        return None;
    }
    if RESERVED.contains(&name.as_str()) {
        return Some(format!("{name}-types"));
    }
    Some(name)
}

/// A group whose name cannot be the name of a feature.
fn unnamed(group: &Named) -> Diagnostic {
    let message = format!(
        "{} cannot be the name of a feature: none selects the types that only it leads to",
        in_code(&group.origin)
    );
    let at = SourceLocation::value(group.at.file, &group.at.pointer);
    Diagnostic::warning(Code::IdleSetting, at, message)
        .help("a registry takes ASCII letters and digits, `-` and `_`, and at most 64 bytes")
}
