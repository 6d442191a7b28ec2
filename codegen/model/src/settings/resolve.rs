//! Turns settings of the builder and of the document into the choices for each schema.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::allowed::{self, AllowedCrates};
use super::dependencies::DependencyRequests;
use super::formats::Mapping;
use super::{
    AffixRequests, Choices, DeriveList, FeatureGroups, FormatRules, GlobalRequests, Layout,
    Modules, Overrides, PlaceRequests, PlaceSettings, Settings, convention, extension, rust_type,
    selection, selector, unresolved, written_names,
};
use crate::model::{Affixes, Extern, Requested, Type};
use crate::package::Dependency;
use cratify_schema::SchemaLocation;
use cratify_schema::diagnostic::Diagnostics;
use cratify_schema::graph::Graph;
use cratify_schema::parse::SchemaId;
use cratify_schema::source::Value;

/// The settings of a run, for each schema.
#[derive(Debug, Default)]
pub struct Resolved {
    all: Choices,
    requests: GlobalRequests,
    affixes: AffixRequests,
    modules: Option<Modules>,
    layout: Layout,
    /// The schemas that types are made of, where not all are.
    pub(super) selected: Option<HashSet<SchemaId>>,
    /// The builder's settings for places.
    builder: HashMap<SchemaLocation, PlaceSettings>,
    /// The document's settings for places.
    document: HashMap<SchemaLocation, PlaceSettings>,
    /// The choices that places make for each schema; empty where there are no settings for places.
    pub(super) overrides: Vec<Overrides>,
    /// The settings for formats, for everything.
    formats: FormatRules,
    /// The dependencies that the builder names.
    known: Vec<Dependency>,
    /// The extern types that replace schemas.
    replaced: HashMap<SchemaId, Arc<Extern>>,
}

impl Resolved {
    /// Finds the places that settings select. Reports places that do not exist, and faults in settings of the
    /// builder and of the document.
    pub fn new(settings: &Settings, graph: &Graph<'_>, diagnostics: &mut Diagnostics) -> Self {
        let mut builder: HashMap<SchemaLocation, PlaceSettings> = HashMap::new();
        for place in &settings.places {
            match selector::find(&place.selector, graph) {
                Ok(at) => {
                    let known = builder.entry(at).or_default();
                    // The last setting for a place holds.
                    *known = place.settings.clone().or(known);
                }
                Err(problem) => diagnostics.push(problem.diagnostic(place)),
            }
        }
        written_names::check(graph, diagnostics);
        settings.requests.check(diagnostics);
        settings.affixes.check(diagnostics);
        for place in &settings.places {
            place.settings.requests.check(diagnostics);
        }
        let mut dependencies = DependencyRequests::of(settings);
        let known = dependencies.known();
        allowed::check(&settings.allowed_crates, diagnostics);
        let allowed = AllowedCrates::of(settings, &known);
        let places = settings.places.iter().map(|place| &place.settings.formats);
        for formats in [&settings.formats].into_iter().chain(places) {
            let types = formats.named();
            diagnostics.extend(
                types
                    .filter_map(|ty| ty.resolve(&known).err())
                    .map(|problem| *problem),
            );
        }
        let externs = &settings.externs;
        let replaced = rust_type::find(externs, &mut dependencies, &allowed, graph, diagnostics);
        dependencies.check(diagnostics);
        let document = read_documents(graph, &allowed, diagnostics);
        let choices = |at: &SchemaLocation| {
            let (builder, document) = (choices_at(&builder, at), choices_at(&document, at));
            builder.or(document).over(settings.choices)
        };
        unresolved::report(graph, |at| choices(at).unresolved, diagnostics);
        Self {
            all: settings.choices,
            requests: settings.requests.clone(),
            affixes: settings.affixes.clone(),
            modules: settings.modules,
            layout: match settings.feature_groups {
                FeatureGroups::None => settings.layout,
                // A feature selects files.
                _ => Layout::Separate,
            },
            selected: selection::find(settings, &replaced, graph, diagnostics),
            overrides: overrides(&builder, &document, graph),
            builder,
            document,
            formats: settings.formats.clone(),
            known,
            replaced,
        }
    }

    /// The extern type that replaces a schema.
    pub fn replacement(&self, id: SchemaId) -> Option<&Arc<Extern>> {
        self.replaced.get(&id)
    }

    /// The extern type that a format becomes, for a value that several schemas describe, the outermost first.
    /// `wire` is the type that the value has without it.
    pub fn extern_format(
        &self,
        graph: &Graph<'_>,
        schemas: &[SchemaId],
        format: &str,
        wire: &Type,
    ) -> Option<Extern> {
        if self.formats.is_empty() && self.builder.is_empty() && self.document.is_empty() {
            return None;
        }
        let find = |rules: &FormatRules| rules.find(format, wire, &self.known);
        let mapping = schemas.iter().find_map(|id| {
            let at = &graph.schemas[*id].at;
            let find_in = |places: &HashMap<SchemaLocation, PlaceSettings>| {
                around(at).find_map(|place| find(&places.get(&place)?.formats))
            };
            find_in(&self.builder).or_else(|| find_in(&self.document))
        });
        match mapping.or_else(|| find(&self.formats))? {
            Mapping::Plain => None,
            Mapping::Extern(extern_type) => Some(*extern_type),
        }
    }

    /// The choices for a value that several schemas describe, the outermost first.
    pub fn choices(&self, schemas: &[SchemaId]) -> Choices {
        let overrides = schemas.iter();
        let overrides = overrides.filter_map(|id| self.overrides.get(id.index()));
        overrides
            .fold(Overrides::default(), |first, other| first.or(*other))
            .over(self.all)
    }

    /// The choices that are the same for all schemas.
    pub fn uniform(&self) -> Overrides {
        let places = self.builder.values().chain(self.document.values());
        Overrides::agreed(self.all, places.map(|place| &place.choices))
    }

    /// The requests of the builder for a place.
    pub fn requests_at(&self, at: &SchemaLocation) -> Option<&PlaceRequests> {
        self.builder.get(at).map(|place| &place.requests)
    }

    /// Whether a setting of the builder is for a place or for something in it.
    pub fn selects_within(&self, at: &SchemaLocation) -> bool {
        let mut places = self.builder.keys();
        places.any(|place| around(place).any(|outer| outer == *at))
    }

    /// The names that the type of a place had before.
    pub fn former_names(&self, at: &SchemaLocation) -> impl Iterator<Item = &Requested> {
        let places = [&self.document, &self.builder].into_iter();
        places.flat_map(|places| {
            places
                .get(at)
                .into_iter()
                .flat_map(|place| &place.requests.former_names)
        })
    }

    /// The places with names that their types had before, in the order of the places.
    pub fn places_with_former_names(&self) -> Vec<&SchemaLocation> {
        let places = self.builder.iter().chain(&self.document);
        let named = places.filter(|(_, place)| !place.requests.former_names.is_empty());
        let mut found: Vec<&SchemaLocation> = named.map(|(at, _)| at).collect();
        found.sort_by_cached_key(|at| (at.file, at.pointer.to_string()));
        found.dedup();
        found
    }

    /// The builder's requests for all places, in the order of the places.
    pub fn place_requests(&self) -> impl Iterator<Item = (&SchemaLocation, &PlaceRequests)> {
        let places = self.builder.iter();
        let mut found: Vec<_> = places.map(|(at, place)| (at, &place.requests)).collect();
        found.sort_by_cached_key(|(at, _)| (at.file, at.pointer.to_string()));
        found.into_iter()
    }

    /// Whether a request is for a value.
    pub fn requests_values(&self) -> bool {
        let mut places = self.builder.values().map(|place| &place.requests);
        places.any(|place| !place.value_names.is_empty() || !place.value_attributes.is_empty())
    }

    /// Whether types are made of a schema.
    pub fn is_selected(&self, id: SchemaId) -> bool {
        let selected = self.selected.as_ref();
        selected.is_none_or(|selected| selected.contains(&id))
    }

    /// The source files of types.
    pub const fn layout(&self) -> Layout {
        self.layout
    }

    /// The modules of the crate, if a setting says which.
    pub const fn modules(&self) -> Option<Modules> {
        self.modules
    }

    /// The prefix and the suffix of type names.
    pub fn affixes(&self) -> Affixes {
        self.affixes.affixes()
    }

    /// The requests for all types.
    pub const fn global_requests(&self) -> &GlobalRequests {
        &self.requests
    }

    /// The derives that are requested for a place and around it, from the outside in, each with its
    /// place.
    pub fn derives_around(&self, at: &SchemaLocation) -> Vec<(SchemaLocation, &[DeriveList])> {
        let mut found = Vec::new();
        for place in around(at) {
            for places in [&self.builder, &self.document] {
                if let Some(settings) = places.get(&place)
                    && !settings.requests.derives.is_empty()
                {
                    found.push((place.clone(), &settings.requests.derives[..]));
                }
            }
        }
        found.reverse();
        found
    }
}

/// The choices that places make for each schema: choices of the builder, anywhere around it, come before choices of the
/// document. Empty where there are no settings for places.
fn overrides(
    builder: &HashMap<SchemaLocation, PlaceSettings>,
    document: &HashMap<SchemaLocation, PlaceSettings>,
    graph: &Graph<'_>,
) -> Vec<Overrides> {
    if builder.is_empty() && document.is_empty() {
        return Vec::new();
    }
    let places = graph.schemas.ids().map(|id| &graph.schemas[id].at);
    places
        .map(|at| choices_at(builder, at).or(choices_at(document, at)))
        .collect()
}

/// The choices that places make for a location.
fn choices_at(places: &HashMap<SchemaLocation, PlaceSettings>, at: &SchemaLocation) -> Overrides {
    around(at)
        .filter_map(|place| Some(places.get(&place)?.choices))
        .fold(Overrides::default(), Overrides::or)
}

/// A location and those around it, from the inside out.
fn around(at: &SchemaLocation) -> impl Iterator<Item = SchemaLocation> {
    std::iter::successors(Some(at.clone()), |place| {
        let (pointer, _) = place.pointer.parent()?;
        let file = place.file;
        Some(SchemaLocation { file, pointer })
    })
}

/// Reads the settings in schemas and around them.
fn read_documents(
    graph: &Graph<'_>,
    allowed: &AllowedCrates,
    diagnostics: &mut Diagnostics,
) -> HashMap<SchemaLocation, PlaceSettings> {
    let mut found = HashMap::new();
    let mut seen: HashSet<SchemaLocation> = HashSet::new();
    let mut schemas: Option<HashSet<&SchemaLocation>> = None;
    for (file, source) in graph.sources.iter() {
        let has_settings = |text: &str| text.contains(extension::NAME) || convention::are_in(text);
        if !source.texts().any(has_settings) {
            continue;
        }
        let schemas = schemas.get_or_insert_with(|| {
            let ids = graph.schemas.ids();
            ids.map(|id| &graph.schemas[id].at).collect()
        });
        for id in graph.schemas.ids() {
            let mut place = graph.schemas[id].at.clone();
            while place.file == file && seen.insert(place.clone()) {
                let value = graph.value(&place);
                // Where schemas have names, one of them may have this one.
                let at = place.join(extension::NAME);
                let own = value
                    .and_then(|value| value.get(extension::NAME))
                    .filter(|_| !schemas.contains(&at))
                    .map(|settings| extension::read(&at, settings, allowed, diagnostics));
                let others = value
                    .and_then(Value::as_object)
                    .filter(|_| schemas.contains(&place))
                    .and_then(|schema| convention::read(&place, schema, diagnostics));
                let settings = match (own, others) {
                    (Some(own), Some(others)) => Some(own.or(&others)),
                    (own, others) => own.or(others),
                };
                if let Some(settings) = settings {
                    found.insert(place.clone(), settings);
                }
                match place.pointer.parent() {
                    Some((parent, _)) => place.pointer = parent,
                    None => break,
                }
            }
        }
    }
    found
}
