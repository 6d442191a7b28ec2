//! Turns two sides into answers about their schemas: which are edited, the verdicts for each, the schemas that refer to it.

use std::collections::{HashMap, HashSet};
use std::time::Instant;

use cratify_rust::publish::{Described, Language};
use serde_json::Value;

use super::conjunction::{Conjunction, Object};
use super::languages::Version;
use super::question::{Question, complete_of};
use super::references::{opposing_references, reached};
use super::usage::{Usage, usage};
use super::within::{Known, Prover};
use super::{Limits, SchemaVerdict};
use crate::{Boundary, Side, Verdict, Verdicts};

/// Two sides, prepared for questions about their schemas.
pub(crate) struct Judge<'s> {
    pub(super) old: Version<'s>,
    pub(super) new: Version<'s>,
    /// The definitions that both sides have.
    pub(super) common: HashSet<String>,
    /// The definitions that are the same on both sides, with all definitions that they refer to.
    pub(super) unchanged: HashSet<String>,
    /// The definitions that differ in some language.
    edited: HashSet<String>,
    /// The common definitions in which a reference to an edited one can take values away by accepting more, or the other
    /// way round.
    opposed: HashSet<String>,
    pub(crate) sides: [&'s Side; 2],
    usages: [HashMap<&'s str, Usage>; 2],
    pub(super) limits: Limits,
}

impl<'s> Judge<'s> {
    pub(crate) fn new(old: &'s Side, new: &'s Side, limits: Limits) -> Self {
        let sides = [old, new];
        let [old, new] = sides.map(Version::new);
        let keys = new.types().map(|(key, _)| key);
        let common: HashSet<String> = keys
            .filter(|key| old.get(key).is_some())
            .map(str::to_owned)
            .collect();
        let is_same = |key: &str| {
            Language::ALL.into_iter().all(|language| {
                let [old, new] = [&old, &new].map(|side| side.definitions(language).get(key));
                old == new
            })
        };
        let edited: HashSet<String> = common.iter().filter(|key| !is_same(key)).cloned().collect();
        let unchanged = unchanged(&new, &common, &edited);
        let mut opposed = common.clone();
        opposed.retain(|key| {
            [&old, &new]
                .iter()
                .any(|side| is_opposed(side, key, &edited))
        });
        Self {
            usages: sides.map(usage),
            sides,
            old,
            new,
            common,
            unchanged,
            edited,
            opposed,
            limits,
        }
    }

    /// The schemas of both sides whose own text has changed, in the order of the new side.
    pub(crate) fn edited(&self) -> impl Iterator<Item = (&'s str, &'s Described)> {
        let types = self.new.types();
        types.filter(|(key, _)| self.edited.contains(*key))
    }

    /// The schemas whose own text is the same, and which can accept other values all the same since those that they refer to
    /// do, in the order of the new side.
    pub(super) fn opposed(&self) -> impl Iterator<Item = (&'s str, &'s Described)> {
        let types = self.new.types();
        types.filter(|(key, _)| self.opposed.contains(*key) && !self.edited.contains(*key))
    }

    /// Whether the own text of a schema has changed.
    pub(crate) fn is_edited(&self, key: &str) -> bool {
        self.edited.contains(key)
    }

    /// The named schemas of one side that the other one lacks: first of the new side, then of the old one.
    pub(crate) fn added_and_removed(&self) -> [Vec<(&'s str, &'s Described)>; 2] {
        [&self.new, &self.old].map(|side| {
            let types = side.types();
            let lacking =
                types.filter(|(key, described)| described.is_named && !self.common.contains(*key));
            lacking.collect()
        })
    }

    /// The named schemas that both sides have, in the order of the new one: the old one, the new one.
    pub(crate) fn named(&self) -> impl Iterator<Item = (&'s str, [&'s Described; 2])> {
        let types = self.new.types().filter(|(_, described)| described.is_named);
        types.filter_map(|(key, described)| Some((key, [self.old.get(key)?, described])))
    }

    /// The verdicts for a change of a schema that means nothing for data.
    pub(crate) fn compatible(&self, key: &str) -> Verdicts {
        let mut verdicts = Verdicts::default();
        for boundary in self.boundaries(key) {
            verdicts[boundary] = Some(Verdict::Compatible);
        }
        verdicts
    }

    /// The definitions of a language: the old ones, the new ones.
    pub(crate) fn definitions(&self, language: Language) -> [&'s Object; 2] {
        [&self.old, &self.new].map(|side| side.definitions(language))
    }

    /// The verdicts on a schema by itself, in all languages.
    pub(crate) fn own_texts(&self, key: &str) -> [Option<Value>; 2] {
        [&self.old, &self.new].map(|side| {
            side.get(key)?;
            let texts = Language::ALL.map(|language| side.definitions(language).get(key).cloned());
            Some(texts.into_iter().flatten().collect())
        })
    }

    /// The accepted language of a schema on both sides, with all definitions that it refers to.
    pub(crate) fn whole_texts(&self, key: &str) -> [Option<Value>; 2] {
        [&self.old, &self.new].map(|side| {
            let definitions = side.definitions(Language::Accepted);
            Some(complete_of(definitions.get(key)?, definitions))
        })
    }

    /// The definitions that one refers to, directly or not, on either side.
    pub(super) fn reached_from(&self, key: &str) -> HashSet<&str> {
        let reached = [&self.old, &self.new].into_iter().flat_map(|side| {
            let definitions = side.definitions(Language::Accepted);
            let schema = definitions.get(key);
            schema
                .map(|schema| reached(schema, definitions))
                .unwrap_or_default()
        });
        reached.collect()
    }

    /// The descriptions of a definition on both sides.
    pub(crate) fn described(&self, key: &str) -> [Option<&'s Described>; 2] {
        [&self.old, &self.new].map(|side| side.get(key))
    }

    /// The verdicts for a schema.
    pub(crate) fn verdicts(&self, key: &str) -> Verdicts {
        let mut verdicts = Verdicts::default();
        for boundary in self.boundaries(key) {
            verdicts[boundary] = Some(self.question(boundary, key).answer());
        }
        verdicts
    }

    /// The verdicts for a schema whose own text is the same. Where a schema inside of it breaks, that one has the verdict.
    ///
    /// Tolerant reading takes the values of all branches, and ignores what only restricts: it breaks in other schemas alone.
    pub(super) fn verdicts_because_of(&self, key: &str, inside: &[&SchemaVerdict]) -> Verdicts {
        let mut verdicts = self.compatible(key);
        for boundary in [Boundary::Write, Boundary::ReadStrict] {
            let mut inner = inside
                .iter()
                .filter_map(|one| one.verdicts[boundary].as_ref());
            let arises = verdicts[boundary].is_some()
                && inner.all(|one| *one == Verdict::Compatible)
                && !self.takes_nothing_away(boundary, key);
            if arises {
                verdicts[boundary] = Some(self.question(boundary, key).answer());
            }
        }
        verdicts
    }

    /// Whether the edited schemas inside of one only accept less, so that no branch of a `oneOf` takes a value of another
    /// one that it did not take before. For strict reading, which looks at what is valid now, they accept more.
    fn takes_nothing_away(&self, boundary: Boundary, key: &str) -> bool {
        let mut is_simple = true;
        for side in [&self.old, &self.new] {
            if let Some(schema) = side.definitions(Language::Accepted).get(key) {
                opposing_references(schema, &mut |_, simple| is_simple &= simple);
            }
        }
        let reached = self.reached_from(key);
        let [from, to] = match boundary {
            Boundary::Write => [&self.new, &self.old],
            _ => [&self.old, &self.new],
        };
        let [from, to] = [from, to].map(|side| side.definitions(Language::Accepted));
        let deadline = Instant::now() + self.limits.time;
        let is_within = |key: &str| match (from.get(key), to.get(key)) {
            (Some(schema), Some(target)) => {
                let values = Conjunction::new(from, [schema]);
                Prover::new(to, self.known(), deadline).is_within(&values, target)
            }
            _ => false,
        };
        let mut reached = reached.into_iter();
        is_simple
            && reached.all(|inner| {
                inner != key
                    && !self.opposed.contains(inner)
                    && (self.common.contains(inner) && !self.edited.contains(inner)
                        || is_within(inner))
            })
    }

    /// The boundaries whose questions arise for a schema.
    pub(super) fn boundaries(&self, key: &str) -> Vec<Boundary> {
        // An unstable schema has promised nothing.
        if self
            .old
            .get(key)
            .is_some_and(|described| described.is_unstable)
        {
            return Vec::new();
        }
        let used = self.usages.iter().map(|usages| usages.get(key));
        let used: Vec<Usage> = used
            .map(|usage| usage.copied().unwrap_or(Usage::Both))
            .collect();
        let boundaries = Boundary::ALL.into_iter();
        boundaries
            .filter(|boundary| arises(*boundary, &used))
            .collect()
    }

    pub(super) fn question<'q>(&'q self, boundary: Boundary, key: &'q str) -> Question<'q> {
        Question {
            boundary,
            key,
            old: &self.old,
            new: &self.new,
            known: self.known(),
            is_opposed: self.opposed.contains(key),
            time: self.limits.time,
        }
    }

    pub(super) fn known(&self) -> Known<'_> {
        Known {
            common: &self.common,
            unchanged: &self.unchanged,
        }
    }

    /// The named schemas of the new side that refer to a definition, directly or not.
    pub(crate) fn reaching(&self, key: &str) -> Vec<String> {
        let definitions = self.new.definitions(Language::Accepted);
        let types = self.new.types().filter(|(other, described)| {
            let schema = definitions.get(*other);
            *other != key
                && described.is_named
                && schema.is_some_and(|schema| reached(schema, definitions).contains(key))
        });
        types
            .map(|(_, described)| described.wire_name.clone())
            .collect()
    }
}

/// Whether the question of a boundary arises for a schema that is used in this way, on either side.
fn arises(boundary: Boundary, used: &[Usage]) -> bool {
    let only = |usage| used.iter().all(|one| *one == usage);
    match boundary {
        Boundary::Write => !only(Usage::Responses),
        Boundary::ReadBack => true,
        Boundary::ReadStrict | Boundary::Read => !only(Usage::Requests),
    }
}

/// The definitions that are the same on both sides, with all that they refer to.
fn unchanged(
    version: &Version<'_>,
    common: &HashSet<String>,
    edited: &HashSet<String>,
) -> HashSet<String> {
    let definitions = version.definitions(Language::Accepted);
    let is_unchanged = |key: &str| common.contains(key) && !edited.contains(key);
    let unchanged = definitions.iter().filter(|(key, schema)| {
        let mut reached = reached(schema, definitions).into_iter();
        is_unchanged(key) && reached.all(is_unchanged)
    });
    unchanged.map(|(key, _)| key.clone()).collect()
}

/// Whether an opposing reference in a definition leads to an edited one.
fn is_opposed(version: &Version<'_>, key: &str, edited: &HashSet<String>) -> bool {
    let definitions = version.definitions(Language::Accepted);
    let Some(schema) = definitions.get(key) else {
        return false;
    };
    let mut targets = Vec::new();
    opposing_references(schema, &mut |name, _| targets.push(name.to_owned()));
    targets.into_iter().any(|name| {
        let schema = definitions.get(&name);
        let reached = schema.map(|schema| reached(schema, definitions));
        edited.contains(&name)
            || reached
                .into_iter()
                .flatten()
                .any(|key| edited.contains(key))
    })
}
