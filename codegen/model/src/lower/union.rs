//! `anyOf`, `oneOf` and several `type`s: enums with a variant for each branch.

use super::Lowerer;
use super::facts::branch_of;
use super::name::Hint;
use super::null::Null;
use super::tags::{Candidates, tags_of_branches};
use super::values::enum_of;
use super::view::{Branches, View};
use crate::model::{
    Branching, Constraint, Constraints, EnumValue, Facts, Rest, Slot, Tag, Type, TypeId, TypeKind,
    Union, Unlisted, Variant,
};
use crate::names::Step;
use crate::settings::UnknownBranches;
use cratify_schema::diagnostic::{Code, Diagnostic};
use cratify_schema::document::is_name;
use cratify_schema::graph::{Conjunction, Part};
use cratify_schema::keyword::{JsonType, TypeSet, concerns, that_describe};
use cratify_schema::parse::{Discriminator, SchemaId};
use cratify_schema::source::Value;

/// How many combinations of branches a value with several unions may have before it is kept as it
/// is.
const MOST_COMBINATIONS: usize = 24;

/// A branch on its way to a variant.
struct Branch {
    conjunction: Conjunction,
    /// The schema that the document lists.
    written: SchemaId,
    name: Option<String>,
    tags: Vec<String>,
    /// Whether values without a tag that is known are of it.
    is_default: bool,
}

impl<'g> Lowerer<'g, '_> {
    /// A value that `anyOf` or `oneOf` describes, together with what stands beside it.
    pub(super) fn union(
        &mut self,
        view: &View<'g>,
        conjunction: &Conjunction,
        hint: &Hint,
        own: Option<TypeId>,
    ) -> Slot {
        let base = self.base(view);
        let mut constraints = view.constraints_with_format();
        let Some(branches) = self.branches(view, &base) else {
            view.keep(&["anyOf", "oneOf"], &mut constraints);
            keep_shape(view, &Type::Any, &mut constraints);
            return Slot::new(Type::Any, constraints);
        };
        let named: Vec<bool> = branches
            .iter()
            .map(|branch| self.named_target(&branch.conjunction, own).is_some())
            .collect();
        // A branch that has a name keeps it, whatever it is.
        let unnamed = !named.contains(&true);
        if let Some(values) = unnamed.then(|| self.all_values(&branches)).flatten() {
            let kind = enum_of(values, self.unlisted(view));
            self.uses.shape(view, &["anyOf", "oneOf"]);
            return self.enum_slot(kind, conjunction, hint, own, constraints);
        }
        if let Some(kind) = unnamed.then(|| self.open_enum(&branches)).flatten() {
            self.uses.shape(view, &["anyOf", "oneOf"]);
            return self.enum_slot(kind, conjunction, hint, own, constraints);
        }
        if let [only] = &branches[..] {
            // One branch is left: the union is that branch.
            self.uses.shape(view, &["anyOf", "oneOf"]);
            let listed: usize = view.unions.iter().map(|union| union.branches.len()).sum();
            let mut slot = self.slot_or_own(only, hint, own);
            if listed > 1
                && view.unions.iter().any(|union| union.exclusive)
                && !is_nullable_pair(self, view)
            {
                view.keep(&["oneOf"], &mut constraints);
            }
            slot.constraints.extend(constraints);
            return slot;
        }
        self.variants(view, branches, constraints, conjunction, hint, own)
    }

    /// What stands beside the unions and shapes the value as well.
    fn base(&self, view: &View<'g>) -> Vec<Part> {
        let shapes = |id: &&SchemaId| {
            let schema = &self.graph.schemas[**id];
            schema.has_object_keywords() || schema.has_array_keywords()
        };
        view.leaves
            .iter()
            .filter(shapes)
            .map(|id| Part::Own(*id))
            .collect()
    }

    /// The branches that are possible; `None` where there are too many.
    fn branches(&mut self, view: &View<'g>, base: &[Part]) -> Option<Vec<Branch>> {
        let mut combinations: Vec<Vec<(SchemaId, Branches<'g>)>> = vec![Vec::new()];
        for union in &view.unions {
            for branch in union.branches {
                if self.possible.null(*branch) == Null::Only {
                    // It makes an `Option` of the others.
                    self.uses.shape_all(&[*branch], &["type", "enum", "const"]);
                }
            }
            let possible: Vec<SchemaId> = union
                .branches
                .iter()
                .copied()
                .filter(|branch| !self.possible.of(*branch).intersect(view.types).is_empty())
                .collect();
            if combinations.len() > 1 && combinations.len() * possible.len() > MOST_COMBINATIONS {
                return None;
            }
            combinations = combinations
                .iter()
                .flat_map(|chosen| {
                    possible.iter().map(|branch| {
                        let mut chosen = chosen.clone();
                        chosen.push((*branch, *union));
                        chosen
                    })
                })
                .collect();
        }
        let mut branches = Vec::with_capacity(combinations.len());
        for chosen in combinations {
            let Some((last, rest)) = chosen.split_last() else {
                continue;
            };
            let mut conjunction = branch_of(base, last.0, view.types);
            let others = rest.iter().map(|(branch, _)| Part::Whole(*branch));
            conjunction.parts.extend(others);
            let conjunction = self.normalize(&conjunction);
            let possible = conjunction.parts.iter().fold(view.types, |types, part| {
                types.intersect(self.possible.of(part.id()))
            });
            if possible.is_empty() {
                continue;
            }
            branches.push(Branch {
                conjunction,
                written: last.0,
                name: self.branch_name(last.0),
                tags: Vec::new(),
                is_default: self.is_default(last.1.owner, last.0),
            });
        }
        self.add_tags(view, &mut branches);
        Some(branches)
    }

    /// Gives the branches the tags by which a discriminator selects them.
    fn add_tags(&mut self, view: &View<'g>, branches: &mut [Branch]) {
        let Some(owner) = view.unions.last().map(|union| union.owner) else {
            return;
        };
        let Some(discriminator) = &self.graph.schemas[owner].discriminator else {
            return;
        };
        let candidates = branches.iter().map(|branch| {
            self.candidates_of_branch(discriminator, branch.written, &branch.conjunction)
        });
        let candidates: Vec<Vec<Candidates>> = candidates.collect();
        for (branch, tags) in branches.iter_mut().zip(tags_of_branches(&candidates)) {
            branch.tags = tags;
        }
    }

    /// What the document calls a branch: the `title` of an inline one.
    fn branch_name(&self, branch: SchemaId) -> Option<String> {
        let schema = &self.graph.schemas[branch];
        let title = schema.annotations.title.clone();
        title.filter(|_| schema.references.is_empty())
    }

    /// Whether `defaultMapping` names a branch.
    fn is_default(&self, owner: SchemaId, branch: SchemaId) -> bool {
        let discriminator = self.graph.schemas[owner].discriminator.as_ref();
        let default = discriminator.and_then(|one| Some(one.default.as_ref()?.target));
        default.is_some() && self.graph.schemas[branch].targets().next() == default
    }

    /// The values of all branches, if each is a list of values.
    fn all_values(&mut self, branches: &[Branch]) -> Option<Vec<EnumValue<Value>>> {
        let mut values: Vec<EnumValue<Value>> = Vec::new();
        for branch in branches {
            for value in self.branch_values(&branch.conjunction)? {
                if values.iter().any(|known| known.value == value.value) {
                    return None;
                }
                values.push(value);
            }
        }
        (!values.is_empty()).then_some(values)
    }

    /// An enum of strings that lists what is known today: `anyOf: [enum, string]`.
    fn open_enum(&mut self, branches: &[Branch]) -> Option<TypeKind> {
        let mut values: Vec<EnumValue<Value>> = Vec::new();
        let mut open = false;
        for branch in branches {
            let view = self.view(&branch.conjunction);
            if view.types != TypeSet::only(JsonType::String) || view.has_unions() {
                return None;
            }
            if view.values.is_none() {
                if !view.constraints().is_empty() {
                    return None;
                }
                self.uses.shape(&view, &["type"]);
                open = true;
                continue;
            }
            for value in self.branch_values(&branch.conjunction)? {
                if !values.iter().any(|known| known.value == value.value) {
                    values.push(value);
                }
            }
        }
        (open && !values.is_empty()).then(|| enum_of(values, Unlisted::Allowed))
    }

    fn slot_or_own(&mut self, branch: &Branch, hint: &Hint, own: Option<TypeId>) -> Slot {
        if own.is_some() && self.named_target(&branch.conjunction, own).is_none() {
            let view = self.view(&branch.conjunction);
            return self.slot_as(view, &branch.conjunction, hint, own);
        }
        self.slot(&branch.conjunction, hint)
    }

    fn variants(
        &mut self,
        view: &View<'g>,
        branches: Vec<Branch>,
        mut constraints: Constraints,
        conjunction: &Conjunction,
        hint: &Hint,
        own: Option<TypeId>,
    ) -> Slot {
        let parts: Vec<&Conjunction> = branches.iter().map(|branch| &branch.conjunction).collect();
        self.common_members(view, &parts, hint);
        let mut variants: Vec<Variant> = Vec::with_capacity(branches.len());
        let mut merged = false;
        let mut default = None;
        let count = branches.len();
        for (index, branch) in branches.into_iter().enumerate() {
            let (rename, attributes) = self.requests_of_place(branch.written, &["x-rust-name"]);
            let requested = rename.as_ref().map(|rename| rename.text.clone());
            let words = requested
                .or_else(|| branch.name.clone())
                .filter(|name| is_name(name))
                .or_else(|| branch.tags.first().cloned());
            let step = match &words {
                Some(words) => Step::Named(words),
                None if count > 1 => Step::Branch(index),
                None => Step::Named(""),
            };
            if branch.name.is_some() {
                self.uses.shape_all(&[branch.written], &["title"]);
            } else if !branch.tags.is_empty() {
                let owners: Vec<SchemaId> = view.unions.iter().map(|union| union.owner).collect();
                self.uses.shape_all(&owners, &["discriminator"]);
            }
            let slot = self.slot(&branch.conjunction, &hint.join(step));
            let facts = self.facts(&branch.conjunction);
            if slot.ty == Type::Any {
                view.keep(&["anyOf", "oneOf"], &mut constraints);
                keep_shape(view, &slot.ty, &mut constraints);
                return Slot::new(Type::Any, constraints);
            }
            let ty = slot.ty.clone();
            merged |= !merge(
                &mut variants,
                Variant {
                    name: branch.name,
                    rename,
                    attributes,
                    slot,
                    tags: branch.tags,
                    facts,
                    docs: self.annotations(branch.written),
                },
            );
            if branch.is_default {
                default = variants.iter().position(|known| known.slot.ty == ty);
            }
        }
        merged |= integers_and_numbers(&mut variants);
        self.uses.shape(view, &["anyOf", "oneOf"]);
        if merged || view.unions.len() > 1 {
            view.keep(&["anyOf", "oneOf"], &mut constraints);
        }
        if variants.len() == 1 {
            let Some(variant) = variants.pop() else {
                return Slot::new(Type::Any, constraints);
            };
            if merged {
                keep_shape(view, &variant.slot.ty, &mut constraints);
            }
            let own = variant.slot.constraints.into_iter();
            let is_kept = |one: &Constraint| !merged || matches!(one, Constraint::Format(_));
            constraints.extend(own.filter(is_kept));
            return Slot::new(variant.slot.ty, constraints);
        }
        let union = Union {
            tag: self.tag(view, &mut variants, default),
            branching: match view.unions[..] {
                [
                    Branches {
                        exclusive: true, ..
                    },
                ] if !merged => Branching::One,
                _ => Branching::Any,
            },
            variants,
            rest: self.rest(view),
        };
        self.report_alike(&union, conjunction);
        self.enum_slot(TypeKind::Union(union), conjunction, hint, own, constraints)
    }

    /// What becomes of a value of no branch.
    fn rest(&self, view: &View<'g>) -> Rest {
        match self.choices(view).unknown_branches {
            UnknownBranches::Keep => Rest::Unknown,
            UnknownBranches::Refuse => Rest::Refused,
        }
    }

    /// The member that names the branch: the discriminator's, or one that each branch fixes.
    fn tag(
        &mut self,
        view: &View<'g>,
        variants: &mut [Variant],
        default: Option<usize>,
    ) -> Option<Tag> {
        let objects = variants
            .iter()
            .all(|variant| variant.facts.types == TypeSet::only(JsonType::Object));
        let graph = self.graph;
        let mut declared = view.unions.iter();
        let declared = declared.find_map(|union| graph.schemas[union.owner].discriminator.as_ref());
        if let (Some(declared), true) = (declared, objects) {
            let mut seen: Vec<&String> = Vec::new();
            let distinct = variants.iter().all(|variant| {
                let new =
                    !variant.tags.is_empty() && variant.tags.iter().all(|tag| !seen.contains(&tag));
                seen.extend(&variant.tags);
                new
            });
            if distinct {
                let owners: Vec<SchemaId> = view.unions.iter().map(|union| union.owner).collect();
                self.uses.shape_all(&owners, &["discriminator"]);
                if default.is_none() {
                    self.report_default(declared);
                }
                return Some(Tag {
                    member: declared.member.clone(),
                    default,
                    is_certain: Self::is_certain(&declared.member, variants),
                });
            }
        }
        let facts: Vec<Facts> = variants
            .iter()
            .map(|variant| variant.facts.clone())
            .collect();
        let member = Self::shared_constant(&facts)?;
        for variant in variants {
            let fixed = variant.facts.fixed.iter().find(|(name, _)| *name == member);
            variant.tags = fixed
                .into_iter()
                .flat_map(|(_, values)| values)
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect();
        }
        Some(Tag {
            member,
            default: None,
            is_certain: true,
        })
    }

    /// Says that `defaultMapping` names a schema that is no branch.
    pub(super) fn report_default(&mut self, discriminator: &Discriminator) {
        let Some(default) = discriminator.default.as_ref() else {
            return;
        };
        self.diagnostics.push(
            Diagnostic::warning(
                Code::IgnoredKeyword,
                default.at.value(),
                "`defaultMapping` names a schema that is no branch",
            )
            .label("this is ignored")
            .help("name one of the schemas that the discriminator tells apart"),
        );
    }

    /// Whether no branch accepts a tag of another.
    fn is_certain(member: &str, variants: &[Variant]) -> bool {
        let accepts = |variant: &Variant, tag: &String| {
            let fixed = variant.facts.fixed.iter().find(|(name, _)| name == member);
            fixed.is_none_or(|(_, values)| values.iter().any(|value| value.as_str() == Some(tag)))
        };
        variants.iter().enumerate().all(|(index, variant)| {
            let others = variants
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != index);
            let mut others = others.map(|(_, other)| other);
            !others.any(|other| variant.tags.iter().any(|tag| accepts(other, tag)))
        })
    }

    /// Says where nothing but the order of the branches decides.
    fn report_alike(&mut self, union: &Union, conjunction: &Conjunction) {
        if union.tag.is_some() {
            return;
        }
        for (index, one) in union.variants.iter().enumerate() {
            let Some(other) = union.variants[index + 1..]
                .iter()
                .find(|other| Self::alike(one, other))
            else {
                continue;
            };
            let at = &self.graph.schemas[conjunction.parts[0].id()].at;
            let name = |variant: &Variant| match &variant.slot.ty {
                Type::Named(id) => format!("`{}`", self.model[*id].wire_name),
                _ => "a branch".to_owned(),
            };
            self.diagnostics.push(
                Diagnostic::warning(
                    Code::AmbiguousUnion,
                    at.key(),
                    format!("nothing tells {} from {}", name(one), name(other)),
                )
                .label("a value of either is read as the one that drops less of it, or else as the first")
                .help("give each branch a required member with a `const` of its own, or a `discriminator`"),
            );
            return;
        }
    }

    /// Several JSON types without `anyOf`: a branch for each.
    pub(super) fn several_types(
        &mut self,
        view: &View<'g>,
        conjunction: &Conjunction,
        hint: &Hint,
        own: Option<TypeId>,
    ) -> Slot {
        if view.types.iter().count() > 4 {
            return self.untyped(view, conjunction, hint, own);
        }
        let mut variants = Vec::new();
        for ty in view.types.iter() {
            let branch = Conjunction {
                parts: conjunction.parts.clone(),
                mask: TypeSet::only(ty),
            };
            let slot = self.slot(&branch, &hint.join(Step::Type(ty)));
            let mut slot = slot;
            slot.constraints.retain(|one| concerns(one.keyword(), ty));
            let facts = self.facts(&branch);
            variants.push(Variant {
                name: None,
                rename: None,
                attributes: Vec::new(),
                slot,
                tags: Vec::new(),
                facts,
                docs: crate::model::Docs::default(),
            });
        }
        let mut constraints = view.constraints();
        constraints.retain(|one| {
            JsonType::ALL
                .into_iter()
                .all(|ty| concerns(one.keyword(), ty))
        });
        let union = Union {
            variants,
            tag: None,
            branching: Branching::Any,
            rest: self.rest(view),
        };
        self.enum_slot(TypeKind::Union(union), conjunction, hint, own, constraints)
    }
}

/// Keeps what stands beside a union and would shape its branches, where they are one type that has no
/// definition.
fn keep_shape(view: &View<'_>, ty: &Type, constraints: &mut Constraints) {
    let (of_arrays, of_objects) = match ty {
        Type::Any => (true, true),
        Type::List(_) => (true, false),
        Type::Map(..) | Type::Object => (false, true),
        _ => (false, false),
    };
    if of_arrays {
        view.keep(&that_describe(JsonType::Array), constraints);
    }
    if of_objects {
        view.keep(&that_describe(JsonType::Object), constraints);
    }
}

/// Whether the union is just a value or null.
fn is_nullable_pair(lowerer: &mut Lowerer<'_, '_>, view: &View<'_>) -> bool {
    view.unions.iter().all(|union| {
        let is_value = |id: &&SchemaId| lowerer.possible.null(**id) != Null::Only;
        union.branches.iter().filter(is_value).count() <= 1
    })
}

/// Adds a variant, or joins it to the one of the same type; says whether it was added.
fn merge(variants: &mut Vec<Variant>, variant: Variant) -> bool {
    let known = variants
        .iter_mut()
        .find(|known| known.slot.ty == variant.slot.ty);
    let Some(known) = known else {
        variants.push(variant);
        return true;
    };
    known.slot.constraints = Constraints::default();
    known.slot.secret |= variant.slot.secret;
    known.tags.extend(variant.tags);
    known.name = None;
    known.rename = known.rename.take().or(variant.rename);
    known.attributes.extend(variant.attributes);
    false
}

/// A number is whole or not: `anyOf: [integer, number]` is one type, which keeps both as they are.
fn integers_and_numbers(variants: &mut Vec<Variant>) -> bool {
    let before = variants.len();
    let mut secret = false;
    if variants
        .iter()
        .any(|variant| variant.slot.ty == Type::Float)
    {
        variants.retain(|variant| {
            let whole = matches!(variant.slot.ty, Type::Integer(_));
            secret |= whole && variant.slot.secret;
            !whole
        });
    }
    let merged = before != variants.len();
    if merged {
        for variant in variants
            .iter_mut()
            .filter(|variant| variant.slot.ty == Type::Float)
        {
            secret |= variant.slot.secret;
            variant.slot = Slot::of(Type::Number);
            variant.slot.secret = secret;
        }
    }
    merged
}
