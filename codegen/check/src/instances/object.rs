//! Makes objects: minimal and full, each member alone, left out, or with each of its own values.

use serde_json::Value;

use super::{
    Collector, MAX_ITEMS, Maker, Object,
    keywords::count,
    members::{UNKNOWN, named, required},
};

impl Maker<'_> {
    /// The required members, what they demand, and as many more as `minProperties` asks for.
    pub(super) fn minimal_object(&self, schema: &Object) -> Option<Object> {
        let mut object = Object::new();
        for name in required(schema) {
            let value = self.minimal(self.member(schema, name))?;
            object.insert(name.to_owned(), value);
        }
        if !self.complete(schema, &mut object) {
            return None;
        }
        let wanted = count(schema, "minProperties").unwrap_or(0).min(MAX_ITEMS);
        self.fill(schema, &mut object, wanted);
        Some(object)
    }

    /// Adds members until there are `wanted`: named ones first, then others.
    fn fill(&self, schema: &Object, object: &mut Object, wanted: usize) {
        if object.len() >= wanted {
            return;
        }
        let names = named(schema).map(|(name, _)| name.clone());
        let others = self.more_names(schema, wanted);
        for name in names.chain(others) {
            if object.len() >= wanted {
                break;
            }
            if !object.contains_key(&name)
                && let Some(value) = self.minimal(self.member(schema, &name))
            {
                object.insert(name, value);
            }
        }
    }

    /// Every named member with a full value.
    pub(super) fn full_object(&self, schema: &Object, level: u8) -> Option<Object> {
        let mut object = self.minimal_object(schema)?;
        for (name, member) in named(schema) {
            if let Some(value) = self.full(member, level + 1) {
                object.insert(name.clone(), value);
            }
        }
        Some(object)
    }

    /// Likely valid objects.
    pub(super) fn good_objects(&self, schema: &Object, level: u8, n: usize, out: &mut Collector) {
        let Some(base) = self.minimal_object(schema) else {
            return;
        };
        let end = out.room().saturating_sub(n);
        out.push(Value::Object(base.clone()));
        if out.room() > end {
            let full = self.full_object(schema, level);
            let wholes: Vec<&Object> = std::iter::once(&base).chain(&full).collect();
            let tagged = tagged(schema, &wholes).take((out.room() - end) / 4);
            out.extend(tagged.map(Value::Object));
            out.extend(full.map(Value::Object));
        }
        let mut others = self.patterned_names(schema);
        others.extend(self.more_names(schema, 2));
        let mut members: Vec<(&str, &Value)> = named(schema)
            .map(|(name, member)| (name.as_str(), member))
            .collect();
        members.extend(
            others
                .iter()
                .map(|name| (name.as_str(), self.member(schema, name))),
        );
        // Every member gets its first value before any gets a second, should room be short.
        for (done, (name, member)) in members.iter().enumerate() {
            let room = out.room().saturating_sub(end);
            if room == 0 {
                break;
            }
            let share = (room / (members.len() - done)).max(1);
            for value in self.good(member, level + 1, share) {
                let mut object = base.clone();
                object.insert((*name).to_owned(), value);
                if self.complete(schema, &mut object) {
                    out.push(Value::Object(object));
                }
            }
        }
        if let Some(most) = count(schema, "maxProperties").filter(|most| *most <= MAX_ITEMS) {
            let mut object = base;
            self.fill(schema, &mut object, most);
            out.push(Value::Object(object));
        }
    }

    /// Likely invalid objects.
    pub(super) fn bad_objects(&self, schema: &Object, level: u8, out: &mut Collector) {
        let Some(base) = self.minimal_object(schema) else {
            return;
        };
        for name in required(schema) {
            let mut object = base.clone();
            object.shift_remove(name);
            out.push(Value::Object(object));
        }
        self.break_names(schema, &base, out);
        self.break_counts(schema, &base, out);
        let patterned = self.patterned_names(schema);
        let others = patterned.iter().map(String::as_str).chain([UNKNOWN]);
        let members: Vec<(&str, &Value)> = named(schema)
            .map(|(name, member)| (name.as_str(), member))
            .chain(others.map(|name| (name, self.member(schema, name))))
            .collect();
        for (done, (name, member)) in members.iter().enumerate() {
            if out.room() == 0 {
                break;
            }
            let share = out.share(members.len() - done);
            for value in self.bad(member, level + 1, share) {
                let mut object = base.clone();
                object.insert((*name).to_owned(), value);
                out.push(Value::Object(object));
            }
        }
    }

    /// An unknown member, and names that `propertyNames` does not allow.
    fn break_names(&self, schema: &Object, base: &Object, out: &mut Collector) {
        let mut names = vec![Value::from(UNKNOWN)];
        if let Some(rule) = schema.get("propertyNames") {
            names.extend(self.bad(rule, 1, 6));
        }
        for name in names.iter().filter_map(Value::as_str) {
            let value = self.minimal(self.member(schema, name));
            let mut object = base.clone();
            object.insert(name.to_owned(), value.unwrap_or(Value::Bool(true)));
            out.push(Value::Object(object));
        }
    }

    /// One member too few or too many, and members without the members that they demand.
    fn break_counts(&self, schema: &Object, base: &Object, out: &mut Collector) {
        if let Some(least) = count(schema, "minProperties") {
            let mut object = base.clone();
            while object.len() >= least.max(1)
                && let Some(last) = object.keys().next_back().cloned()
            {
                object.shift_remove(&last);
            }
            out.push(Value::Object(object));
        }
        if let Some(most) = count(schema, "maxProperties").filter(|most| *most < MAX_ITEMS) {
            let mut object = base.clone();
            self.fill(schema, &mut object, most + 1);
            out.push(Value::Object(object));
        }
        let rules = schema.get("dependentRequired").and_then(Value::as_object);
        for (trigger, needed) in rules.into_iter().flatten() {
            let mut object = base.clone();
            for name in needed
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
            {
                object.shift_remove(name);
            }
            let value = self.minimal(self.member(schema, trigger));
            object.insert(trigger.clone(), value.unwrap_or(Value::Bool(true)));
            out.push(Value::Object(object));
        }
    }
}

/// Objects with each tag that the `mapping` of a `discriminator` has.
fn tagged(schema: &Object, objects: &[&Object]) -> impl Iterator<Item = Object> {
    let discriminator = schema.get("discriminator");
    let member = discriminator.and_then(|one| one.get("propertyName")?.as_str());
    let mapping = discriminator.and_then(|one| one.get("mapping")?.as_object());
    let tags = member.zip(mapping).into_iter();
    let tags = tags.flat_map(|(member, mapping)| mapping.keys().map(move |tag| (member, tag)));
    tags.flat_map(move |(member, tag)| {
        objects.iter().map(move |object| {
            let mut object = (*object).clone();
            object.insert(member.to_owned(), Value::from(tag.as_str()));
            object
        })
    })
}
