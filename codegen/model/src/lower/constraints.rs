//! Turns keywords into [`Constraints`].

use cratify_schema::graph::Graph;
use cratify_schema::parse::{Schema, SchemaId};
use cratify_schema::source::Value;
use indexmap::IndexMap;

use super::push_unique;
use super::view::View;
use crate::model::{
    Applicator, Bound, Constraint, Constraints, Count, ListApplicator, MapApplicator,
};

/// Keywords that depend on each other: keywords of several schemas cannot be mixed.
const CONDITION: [&str; 3] = ["if", "then", "else"];
const CONTAINS: [&str; 3] = ["contains", "minContains", "maxContains"];

impl View<'_> {
    /// The constraints of all schemas, without `format`.
    pub(super) fn constraints(&self) -> Constraints {
        let mut constraints = Constraints::default();
        for leaf in &self.leaves {
            let mut condition = Vec::new();
            for set in assertions(self.graph, *leaf) {
                match set[..] {
                    [Constraint::Subschema(Applicator::If, _), ..] => condition = set,
                    // Several branches of `anyOf` evaluate together: their union has the keyword.
                    [Constraint::Subschema(applicator, _)]
                        if is_about_unevaluated(applicator) && self.lacks_branches(*leaf) => {}
                    [Constraint::Subschema(applicator, id)]
                        if is_about_unevaluated(applicator)
                            && self.graph.schemas[id].boolean != Some(true)
                            && !self.is_whole(*leaf) =>
                    {
                        // What the other schemas evaluate is unevaluated here: the schema stays as it is.
                        let only = Constraint::Subschemas(ListApplicator::AnyOf, vec![*leaf]);
                        constraints.add(Constraint::All(vec![Constraints::from_iter([only])]));
                    }
                    _ => constraints.add_together(set),
                }
            }
            if !condition.is_empty() {
                let condition = condition.into_iter().collect();
                constraints.add(Constraint::All(vec![condition]));
            }
        }
        constraints
    }

    /// The constraints and the `format`, which documents the value and is not enforced (JSON Schema
    /// validation, 7.2.1).
    pub(super) fn constraints_with_format(&self) -> Constraints {
        let mut constraints = self.constraints();
        if let Some(format) = self.format() {
            constraints.add(Constraint::Format(format.to_owned()));
        }
        constraints
    }

    /// Makes constraints of keywords that usually shape the type, where no type expresses them.
    ///
    /// The keywords of one schema depend on each other (`items` on `prefixItems`), so they stay together.
    pub(super) fn keep(&self, keywords: &[&str], constraints: &mut Constraints) {
        for leaf in &self.leaves {
            let set = keywords.iter();
            let set = set.filter_map(|keyword| constraint(self.graph, *leaf, keyword));
            constraints.add_together(set.collect());
        }
    }

    /// The same, with the keywords of each schema in a set of their own. `properties` alone says what the fields say.
    pub(super) fn keep_apart(&self, keywords: &[&str], constraints: &mut Constraints) {
        for leaf in &self.leaves {
            let set = keywords.iter();
            let set: Constraints = set
                .filter_map(|keyword| constraint(self.graph, *leaf, keyword))
                .collect();
            if set.iter().any(|one| one.keyword() != "properties") {
                constraints.add(Constraint::All(vec![set]));
            }
        }
    }

    /// Whether a schema leads to all of the schemas.
    fn is_whole(&self, leaf: SchemaId) -> bool {
        let applied = self.graph.applied(leaf);
        self.leaves.iter().all(|leaf| applied.contains(leaf))
    }

    /// Whether a schema leads to an `anyOf` of which only some branches are among the schemas.
    fn lacks_branches(&self, leaf: SchemaId) -> bool {
        let has_union = |owner| self.unions.iter().any(|union| union.owner == owner);
        let has = |branch| self.leaves.contains(&branch);
        self.graph.lacks_branches(leaf, has_union, has)
    }

    /// Makes constraints of the unions that hold.
    pub(super) fn keep_unions(&self, constraints: &mut Constraints) {
        for union in &self.unions {
            let keyword = if union.exclusive { "oneOf" } else { "anyOf" };
            let set = constraint(self.graph, union.owner, keyword).into_iter();
            constraints.add_together(set.collect());
        }
    }
}

const fn is_about_unevaluated(applicator: Applicator) -> bool {
    matches!(
        applicator,
        Applicator::UnevaluatedItems | Applicator::UnevaluatedProperties
    )
}

/// The constraints of a schema's own keywords: each set stays together.
pub(super) fn assertions(graph: &Graph<'_>, id: SchemaId) -> Vec<Vec<Constraint>> {
    let rules = &graph.schemas[id].rules;
    let mut sets: Vec<Vec<Constraint>> = Vec::new();
    for keyword in rules.keys() {
        let together: Vec<&str> = match keyword.as_str() {
            "if" => CONDITION.to_vec(),
            // They have no effect without `if`.
            "then" | "else" => continue,
            one if CONTAINS.contains(&one) => {
                let known = rules.keys().map(String::as_str);
                known.filter(|known| CONTAINS.contains(known)).collect()
            }
            one => vec![one],
        };
        if together.contains(&"if") || together[0] == keyword {
            let set = together.into_iter();
            let set = set.filter_map(|keyword| constraint(graph, id, keyword));
            sets.push(set.collect());
        }
    }
    sets
}

/// The constraint of a keyword; `None` if the schema does not have it, or if it has no effect.
fn constraint(graph: &Graph<'_>, id: SchemaId, keyword: &str) -> Option<Constraint> {
    let schema = &graph.schemas[id];
    let (object, array) = (&schema.object, &schema.array);
    match keyword {
        "type" => Some(Constraint::Types(schema.types?)),
        "required" if !object.required.is_empty() => {
            Some(Constraint::Required(object.required.clone()))
        }
        "items" => Some(Constraint::Subschema(Applicator::Items, array.items?)),
        "additionalProperties" => Some(Constraint::Subschema(
            Applicator::AdditionalProperties,
            object.additional?,
        )),
        "anyOf" => list(ListApplicator::AnyOf, schema.any_of.as_ref()?),
        "oneOf" => list(ListApplicator::OneOf, schema.one_of.as_ref()?),
        "prefixItems" => list(ListApplicator::PrefixItems, &array.prefix),
        "properties" => map(MapApplicator::Properties, &object.properties),
        "patternProperties" => map(MapApplicator::PatternProperties, &object.pattern_properties),
        "dependencies" => Some(Constraint::Dependencies(id)),
        _ => assertion(schema, keyword),
    }
}

fn list(applicator: ListApplicator, subschemas: &[SchemaId]) -> Option<Constraint> {
    (!subschemas.is_empty()).then(|| Constraint::Subschemas(applicator, subschemas.to_vec()))
}

fn map(applicator: MapApplicator, subschemas: &IndexMap<String, SchemaId>) -> Option<Constraint> {
    let named = || Constraint::NamedSubschemas(applicator, subschemas.clone());
    (!subschemas.is_empty()).then(named)
}

/// The constraint of a keyword that never shapes a type.
fn assertion(schema: &Schema, keyword: &str) -> Option<Constraint> {
    let value = schema.rules.get(keyword)?;
    let subschemas = || schema.rule_schemas.get(keyword);
    if let Some(bound) = Bound::parse(keyword) {
        return Some(Constraint::Bound(bound, value.as_number()?.clone()));
    }
    if let Some(count) = Count::parse(keyword) {
        return Some(Constraint::Count(count, value.as_u64()?));
    }
    if let Some(applicator) = Applicator::parse(keyword) {
        let subschema = subschemas()?.first()?;
        return Some(Constraint::Subschema(applicator, *subschema));
    }
    match keyword {
        "multipleOf" => Some(Constraint::MultipleOf(value.as_number()?.clone())),
        "pattern" => Some(Constraint::Pattern(value.as_str()?.to_owned())),
        "uniqueItems" => Some(Constraint::UniqueItems),
        "dependentRequired" => {
            let members = value.as_object()?.iter();
            let members = members.map(|(name, others)| (name.clone(), texts(others)));
            Some(Constraint::DependentRequired(members.collect()))
        }
        "dependentSchemas" => {
            let names = value.as_object()?.keys().cloned();
            let named = names.zip(subschemas()?.iter().copied());
            map(MapApplicator::DependentSchemas, &named.collect())
        }
        _ => None,
    }
}

/// The strings of a list, each once.
fn texts(list: &Value) -> Vec<String> {
    let texts = list.as_array().into_iter().flatten();
    let mut unique = Vec::new();
    for text in texts.filter_map(Value::as_str) {
        push_unique(&mut unique, text.to_owned());
    }
    unique
}
