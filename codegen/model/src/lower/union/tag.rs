//! Finds the member whose value selects the variant of a union.

use crate::lower::Lowerer;
use crate::lower::view::View;
use crate::model::{Facts, Tag, Variant};
use cratify_schema::diagnostic::{Code, Diagnostic};
use cratify_schema::keyword::{JsonType, TypeSet};
use cratify_schema::parse::{Discriminator, SchemaId};
use cratify_schema::source::Value;

impl<'g> Lowerer<'g, '_> {
    /// The tag member: the member of the discriminator, or a required member that each branch fixes.
    pub(super) fn tag(
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
                self.usage_log.shape_all(&owners, &["discriminator"]);
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

    /// Reports a `defaultMapping` that names no branch.
    pub(in crate::lower) fn report_default(&mut self, discriminator: &Discriminator) {
        let Some(default) = discriminator.default.as_ref() else {
            return;
        };
        self.diagnostics.push(
            Diagnostic::warning(
                Code::IgnoredKeyword,
                default.at.value(),
                "`defaultMapping` names a schema that is not a branch",
            )
            .label("this is ignored")
            .help("name one of the schemas that the discriminator tells apart"),
        );
    }

    /// Whether no branch accepts a tag of another branch.
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
}
