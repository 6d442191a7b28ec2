//! Turns objects with properties into structs and decides about each field.

use super::inline_name::{Hint, Step};
use super::view::View;
use super::{Lowerer, push_unique};
use crate::model::{
    Constraint, Constraints, DefaultValue, Docs, Field, Others, Presence, Slot, Struct, Type,
    TypeId, TypeKind, default_variant, stating_default,
};
use crate::settings::{InlineTypes, NullMembers};
use cratify_schema::SchemaLocation;
use cratify_schema::diagnostic::{Code, Diagnostic, slip_of, visible};
use cratify_schema::graph::{Conjunction, Part};
use cratify_schema::parse::SchemaId;
use cratify_schema::source::Value;

impl<'g> Lowerer<'g, '_> {
    /// The struct of an object with properties.
    pub(super) fn structure(&mut self, view: &View<'g>, hint: &Hint) -> (TypeKind, Constraints) {
        self.usage_log
            .shape(view, &["type", "properties", "required"]);
        let mut constraints = view.constraints_with_format();
        // The branches of its unions differ in `required` alone.
        view.keep_unions(&mut constraints);
        let mut required = self.shared_requirements(view);
        let mut names: Vec<&str> = Vec::new();
        for schema in view.schemas() {
            for name in schema.object.properties.keys() {
                push_unique(&mut names, name.as_str());
            }
        }
        let misspelt = misspelt_members(view, &names);
        self.diagnostics.extend(misspelt);
        let mut undescribed = Vec::new();
        for schema in view.schemas() {
            for name in &schema.object.required {
                push_unique(&mut required, name.as_str());
                if view.restricts_unevaluated() && self.member(view, name).0.is_empty() {
                    push_unique(&mut undescribed, name.clone());
                } else {
                    push_unique(&mut names, name.as_str());
                }
            }
        }
        if !undescribed.is_empty() {
            // A field is an evaluated member, and another branch alone may evaluate this one.
            let undescribed = std::iter::once(Constraint::Required(undescribed));
            constraints.add(Constraint::All(vec![undescribed.collect()]));
        }
        if self.choices(view).inline_types == InlineTypes::Shared {
            self.name_shared_types(view, &names, hint);
        }
        let mut fields = Vec::with_capacity(names.len());
        for name in &names {
            if let Some(field) =
                self.field(view, name, required.contains(name), hint, &mut constraints)
            {
                fields.push(field);
            }
        }
        let (others, unknown) = self.unknown_members(view, &mut constraints, hint);
        if others == Others::Allowed {
            fields.extend(self.conditional_fields(view, &names));
        }
        let object = Struct {
            fields,
            unknown,
            others,
        };
        (TypeKind::Struct(object), constraints)
    }

    /// Makes the types of members in the order of their names: the first of equal ones names the type.
    fn name_shared_types(&mut self, view: &View<'g>, names: &[&str], hint: &Hint) {
        let mut names = names.to_vec();
        names.sort_unstable();
        for name in names {
            let (parts, described) = self.member(view, name);
            if !parts.is_empty() && !self.forbids(&parts) {
                self.slot(&Conjunction::of(parts), &hint.join(step(name, described)));
            }
        }
    }

    /// The schemas that describe a member, and the first of them that lists it.
    fn member(&mut self, view: &View<'g>, name: &str) -> (Vec<Part>, Option<SchemaId>) {
        let mut parts = Vec::new();
        let mut described: Option<SchemaId> = None;
        for schema in view.schemas() {
            let object = &schema.object;
            let (applies, listed) = match object.properties.get(name) {
                Some(id) => (Some(*id), true),
                // `additionalProperties` does not apply if a pattern matches the name, which may be the case.
                None if object.pattern_properties.is_empty() => (object.additional, false),
                None => (None, false),
            };
            if let Some(id) = applies {
                if !listed {
                    self.usage_log.shape(view, &["additionalProperties"]);
                }
                push_unique(&mut parts, Part::Whole(id));
                if listed && described.is_none() {
                    described = Some(id);
                }
            }
        }
        if parts.len() > 1 {
            // The schema `true` adds nothing to the others.
            parts.retain(|part| self.graph.schemas[part.id()].boolean != Some(true));
        }
        (parts, described)
    }

    /// Whether one of these schemas is `false`.
    fn forbids(&self, parts: &[Part]) -> bool {
        let mut parts = parts.iter();
        parts.any(|part| self.graph.schemas[part.id()].boolean == Some(false))
    }

    fn field(
        &mut self,
        view: &View<'g>,
        name: &str,
        required: bool,
        hint: &Hint,
        constraints: &mut Constraints,
    ) -> Option<Field> {
        let (parts, described) = self.member(view, name);
        if !required && self.forbids(&parts) {
            let absent = std::iter::once(Constraint::Absent(name.to_owned()));
            constraints.add(Constraint::All(vec![absent.collect()]));
            return None;
        }
        let mut constant = None;
        let optional = if required {
            Presence::Required
        } else {
            self.optional(view, name, &parts)
        };
        let slot = if parts.is_empty() {
            Slot::of(Type::Any)
        } else {
            let member = Conjunction::of(parts);
            constant = self.constant(&member);
            self.slot(&member, &hint.join(step(name, described)))
        };
        // The crate of an extern type decides about its default.
        constant = constant.filter(|_| !matches!(slot.ty, Type::Named(id) if self.is_extern(id)));
        let docs = described.map(|id| self.annotations(id)).unwrap_or_default();
        let (rename, attributes) = described
            .map(|id| self.requests_of_place(id, &["x-rust-field-name", "x-rust-name"]))
            .unwrap_or_default();
        let presence = match Self::presence(&slot, constant.as_ref(), &docs, required) {
            Presence::Optional => optional,
            presence => presence,
        };
        let field = Field {
            wire_name: name.to_owned(),
            under_condition: false,
            rename,
            attributes,
            presence,
            slot,
            docs,
        };
        if let (Some(_), Some(id)) = (&field.docs.default, described) {
            self.defaults.push((field.clone(), id));
        }
        Some(field)
    }

    /// Notes the defaults that shape a type: they fill in a member, or a method reads the member with them.
    pub(super) fn note_defaults(&mut self) {
        if !self.usage_log.is_wanted() {
            return;
        }
        for (field, described) in std::mem::take(&mut self.defaults) {
            let is_used = field.presence == Presence::Defaulted
                || DefaultValue::of(&self.model, &field).is_some();
            if is_used {
                self.usage_log.shape_all(&[described], &["default"]);
            }
        }
        let enums = self.model.iter().map(|(id, _)| id);
        let enums = enums.filter(|id| default_variant(&self.model, *id).is_some());
        let stating: Vec<TypeId> = enums.chain(self.defaults_of_referred()).collect();
        for id in stating {
            let schema = &self.model[id].schema;
            let about = schema.parts[schema.principal()].id();
            self.usage_log.shape_all(&[about], &["default"]);
        }
    }

    /// The enums and aliases whose default members without one of their own are read with.
    fn defaults_of_referred(&self) -> impl Iterator<Item = TypeId> {
        let objects = self.model.iter().filter_map(|(_, def)| match &def.kind {
            TypeKind::Struct(object) => Some(object),
            _ => None,
        });
        let fields = objects.flat_map(|object| &object.fields);
        let fields = fields.filter(|field| field.docs.default.is_none());
        let fields = fields.filter(|field| DefaultValue::of(&self.model, field).is_some());
        fields.filter_map(|field| match field.slot.ty {
            Type::Named(id) => stating_default(&self.model, id),
            _ => None,
        })
    }

    /// How an optional member tells null and absent apart, if it may be null: as a setting says, and always if a
    /// branch may ask for the member.
    fn optional(&mut self, view: &View<'g>, name: &str, parts: &[Part]) -> Presence {
        // A choice for the member takes precedence over a choice for the object.
        let mut schemas: Vec<SchemaId> = parts.iter().map(|part| part.id()).collect();
        schemas.extend(&view.leaves);
        let chosen = self.settings.choices(&schemas).null_members;
        if chosen != NullMembers::Absent && !parts.is_empty() && self.usage_log.is_wanted() {
            // Without them, null could be a value of the member.
            let member = Conjunction::of(parts.to_vec());
            let member = self.view(&member);
            self.usage_log
                .shape(&member, &["type", "enum", "const", "not"]);
            for leaf in &member.leaves {
                let excluded = self.graph.schemas[*leaf].rule_schemas.get("not");
                let excluded = excluded.map_or(&[][..], Vec::as_slice);
                self.usage_log
                    .shape_all(excluded, &["type", "enum", "const"]);
            }
        }
        let mut parts = parts.iter();
        if !parts.all(|part| self.possible_types.null(part.id()).is_allowed()) {
            return Presence::Optional;
        }
        match chosen {
            NullMembers::Recorded => Presence::NullRecorded,
            NullMembers::Distinct => Presence::NullOrAbsent,
            NullMembers::Absent if self.is_asked_for(view, name) => Presence::NullOrAbsent,
            NullMembers::Absent => Presence::Optional,
        }
    }

    /// The presence of a member. A member with one known value is filled in: in `new`, and, if it is optional
    /// and its default is that value, in decoding.
    fn presence(slot: &Slot, constant: Option<&Value>, docs: &Docs, required: bool) -> Presence {
        let constant = constant.filter(|_| matches!(slot.ty, Type::Named(_)));
        match (constant, required) {
            (Some(value), false) if docs.default.as_ref() == Some(value) => Presence::Defaulted,
            (Some(_), true) => Presence::Fixed,
            (_, true) => Presence::Required,
            (_, false) => Presence::Optional,
        }
    }
}

/// How the type of a member is called: without a description of its own, it is one of the members of any name.
fn step(name: &str, described: Option<SchemaId>) -> Step<'_> {
    described.map_or(Step::Value, |_| Step::Named(name))
}

/// Warnings about required members that have no property and differ by one slip from a member that has one and is not
/// required.
fn misspelt_members(view: &View<'_>, properties: &[&str]) -> Vec<Diagnostic> {
    let required: Vec<(SchemaLocation, &str)> = view
        .schemas()
        .flat_map(|schema| {
            let at = schema.at.join("required");
            let required = schema.object.required.iter().enumerate();
            required.map(move |(index, name)| (at.join(&index.to_string()), name.as_str()))
        })
        .collect();
    let is_required = |name: &str| required.iter().any(|(_, known)| *known == name);
    let optional = properties.iter().copied().filter(|name| !is_required(name));
    let undescribed = required
        .iter()
        .filter(|(_, name)| !properties.contains(name));
    let found = undescribed.filter_map(|(at, name)| {
        let meant = slip_of(name, optional.clone())?;
        let message = format!("no property is called `{}`", visible(name));
        let warning = Diagnostic::warning(Code::MisspeltMember, at.value(), message);
        Some(warning.help(format!("did you mean `{}`?", visible(meant))))
    });
    found.collect()
}
