//! Turns selectors into schema locations: the name of a schema, a member of it, or a JSON Pointer.

use std::collections::{HashSet, VecDeque};

use super::Place;
use cratify_schema::SchemaLocation;
use cratify_schema::diagnostic::{self, Code, Diagnostic, closest, list};
use cratify_schema::graph::Graph;
use cratify_schema::parse::{Schema, SchemaId};
use cratify_schema::source::Pointer;

/// Why a selector names no place, and the mend.
#[derive(Debug)]
pub(super) struct Problem {
    what: String,
    help: String,
}

impl Problem {
    pub(super) fn new(what: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            help: help.into(),
        }
    }

    /// The report, at the request that names the place.
    pub(super) fn diagnostic(self, place: &Place) -> Diagnostic {
        Diagnostic::error(
            Code::NoSuchPlace,
            place.location.clone(),
            format!(
                "a setting is for `{}`, and {}",
                diagnostic::visible(&place.selector),
                self.what
            ),
        )
        .help(self.help)
    }
}

/// The place that a selector names.
///
/// `Name` is a named schema; `Name.member` a member of it, wherever in it that is described;
/// `#/a/b` or `/a/b` a place of the document, and `file.yaml#/a/b` one of another file.
pub(super) fn find(selector: &str, graph: &Graph<'_>) -> Result<SchemaLocation, Problem> {
    let roots: Vec<_> = graph
        .named
        .iter()
        .filter(|root| root.wire_name == selector)
        .collect();
    match roots[..] {
        [root] => return Ok(graph.schemas[root.schema].at.clone()),
        [] => {}
        _ => {
            let places = roots.iter().map(|root| {
                let at = &graph.schemas[root.schema].at;
                let is_first = at.file == graph.root_file();
                let file = (!is_first).then(|| graph.sources.get(at.file).name());
                format!("{}#{}", file.unwrap_or_default(), at.pointer)
            });
            let places: Vec<String> = places.collect();
            let places: Vec<&str> = places.iter().map(String::as_str).collect();
            return Err(Problem::new(
                "several schemas have this name",
                format!("name the place instead: {}", list(&places)),
            ));
        }
    }
    if let Some((file, pointer)) = selector.split_once('#') {
        return pointed(file, pointer, graph);
    }
    if selector.starts_with('/') || selector.is_empty() {
        return pointed("", selector, graph);
    }
    // Names may have dots in them: the longest that is one counts.
    let dots = selector.rmatch_indices('.').map(|(index, _)| index);
    for dot in dots {
        let root = graph
            .named
            .iter()
            .find(|root| root.wire_name == selector[..dot]);
        if let Some(root) = root {
            let member = member(graph, root.schema, &selector[dot + 1..])?;
            return Ok(graph.schemas[member].at.clone());
        }
    }
    let names: Vec<&str> = graph
        .named
        .iter()
        .map(|root| root.wire_name.as_str())
        .collect();
    let (name, rest) = selector.split_at(selector.find('.').unwrap_or(selector.len()));
    let near = closest(selector, &names)
        .map(str::to_owned)
        .or_else(|| Some(format!("{}{rest}", closest(name, &names)?)));
    Err(Problem::new(
        "no schema has this name",
        match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => "give the name of a schema as the document spells it, or a JSON Pointer such as `#/components/schemas/Order`".to_owned(),
        },
    ))
}

/// The place of a single schema that a selector names.
pub(super) fn find_schema(selector: &str, graph: &Graph<'_>) -> Result<SchemaLocation, Problem> {
    let at = find(selector, graph)?;
    if graph.schemas.ids().any(|id| graph.schemas[id].at == at) {
        return Ok(at);
    }
    Err(Problem::new(
        "this location contains schemas but is not one",
        "name one of these",
    ))
}

/// The place of a JSON Pointer.
fn pointed(file: &str, pointer: &str, graph: &Graph<'_>) -> Result<SchemaLocation, Problem> {
    let Some(pointer) = Pointer::parse(pointer) else {
        return Err(Problem::new(
            "this is not a JSON Pointer",
            "start it with `/`, and write `~` as `~0` and `/` within a name as `~1`",
        ));
    };
    let mut sources = graph.sources.iter();
    let source = sources.find(|(_, source)| file.is_empty() || source.path.ends_with(file));
    let Some((id, _)) = source else {
        let names: Vec<String> = graph
            .sources
            .iter()
            .filter_map(|(_, source)| Some(source.path.file_name()?.to_string_lossy().into_owned()))
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        return Err(Problem::new(
            "no file of this name was read",
            match closest(file, &names) {
                Some(near) => format!("did you mean `{near}#{pointer}`?"),
                None => format!("the files are {}", list(&names)),
            },
        ));
    };
    let at = SchemaLocation { file: id, pointer };
    let pointers = || {
        let ids = graph.schemas.ids();
        ids.map(|id| &graph.schemas[id].at)
            .filter(|schema| schema.file == at.file)
            .map(|schema| schema.pointer.as_str())
    };
    let within = |place: &str| {
        place
            .strip_prefix(at.pointer.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let mut merged = graph.merged();
    if let Some((_, target)) = merged.find(|(alias, _)| graph.schemas[*alias].at == at) {
        return Ok(graph.schemas[target].at.clone());
    }
    if pointers().any(within) {
        return Ok(at);
    }
    Err(Problem::new(
        "no schema is at this place, or in it",
        match closest(at.pointer.as_str(), &pointers().collect::<Vec<_>>()) {
            Some(near) => format!("did you mean `#{near}`?"),
            None => "give the place as a `$ref` would: `#/components/schemas/Order`".to_owned(),
        },
    ))
}

/// A member of a schema, and its members in turn: `address.street`.
fn member(graph: &Graph<'_>, owner: SchemaId, path: &str) -> Result<SchemaId, Problem> {
    let mut owner = owner;
    let mut rest = path;
    loop {
        let known = Members::of(graph, owner, false);
        let mut ends =
            std::iter::once(rest.len()).chain(rest.rmatch_indices('.').map(|(index, _)| index));
        let found = ends.find_map(|end| Some((known.find(&rest[..end])?, end)));
        let Some((id, end)) = found else {
            return Err(no_member(graph, owner, rest, &known));
        };
        if end == rest.len() {
            return Ok(id);
        }
        owner = id;
        rest = &rest[end + 1..];
    }
}

fn no_member(graph: &Graph<'_>, owner: SchemaId, rest: &str, known: &Members<'_>) -> Problem {
    let name = rest.split('.').next().unwrap_or_default();
    let place = &graph.schemas[owner].at.pointer;
    let elsewhere = Members::of(graph, owner, true);
    if let Some(id) = elsewhere.find(name) {
        return Problem::new(
            format!("`#{place}` has the member `{name}` from another schema"),
            format!("name that one: `#{}`", graph.schemas[id].at.pointer),
        );
    }
    let names: Vec<&str> = known.0.iter().map(|(name, _)| *name).collect();
    Problem::new(
        format!("`#{place}` has no member `{name}`"),
        match closest(name, &names) {
            Some(near) => format!("did you mean `{near}`?"),
            None if names.is_empty() => "name the schema that has members".to_owned(),
            None => format!("the members are {}", list(&names)),
        },
    )
}

/// The members that a schema describes, the nearest first.
struct Members<'g>(Vec<(&'g str, SchemaId)>);

impl<'g> Members<'g> {
    /// The members of the schema and of its parts; `far` follows references as well.
    fn of(graph: &'g Graph<'_>, owner: SchemaId, far: bool) -> Self {
        let mut found = Vec::new();
        let mut seen = HashSet::new();
        let mut open = VecDeque::from([owner]);
        while let Some(id) = open.pop_front() {
            if !seen.insert(id) {
                continue;
            }
            let schema = &graph.schemas[id];
            let properties = schema.object.properties.iter();
            found.extend(properties.map(|(name, id)| (name.as_str(), *id)));
            open.extend(parts(schema));
            if far {
                open.extend(schema.targets());
            }
        }
        Self(found)
    }

    fn find(&self, name: &str) -> Option<SchemaId> {
        let mut members = self.0.iter();
        members.find(|(known, _)| *known == name).map(|(_, id)| *id)
    }
}

/// The schemas that describe the same value, or the elements of it.
fn parts(schema: &Schema) -> impl Iterator<Item = SchemaId> {
    let unions = [&schema.any_of, &schema.one_of].into_iter().flatten();
    let mut parts = schema.all_of.clone();
    parts.extend(unions.flatten());
    parts.extend(schema.array.items);
    parts.extend(&schema.array.prefix);
    parts.extend(schema.object.additional);
    parts.extend(schema.object.pattern_properties.values());
    parts.into_iter()
}
