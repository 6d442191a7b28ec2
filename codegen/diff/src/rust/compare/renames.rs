//! Finds the new names of the types of an old surface, where a new surface still has the old ones as deprecated aliases.

use std::collections::{BTreeMap, HashMap};

use super::super::surface::{Function, Item, Kind, Surface};

/// The renamed items: the new paths by the old ones.
#[derive(Default)]
pub(super) struct Renames<'s> {
    paths: HashMap<&'s str, &'s str>,
}

impl<'s> Renames<'s> {
    /// Finds what was a type and is a deprecated name of another one, which is new or has its old name as well.
    pub(super) fn between(old: &'s Surface, new: &'s Surface) -> Self {
        let mut paths: HashMap<&str, &str> = HashMap::new();
        let mut taken: HashMap<&str, &str> = HashMap::new();
        for item in &old.items {
            if item.kind == Kind::Alias {
                continue;
            }
            let alias = new.item(&item.path);
            let alias = alias.filter(|alias| alias.kind == Kind::Alias && alias.deprecated);
            let target = alias.and_then(|alias| alias.ty.as_deref()?.strip_prefix("crate::"));
            let Some(target) = target.and_then(|path| new.item(path)) else {
                continue;
            };
            let is_renamed = old.item(&target.path).is_none() && !taken.contains_key(&*target.path);
            if target.kind == item.kind && is_renamed {
                paths.insert(&item.path, &target.path);
                taken.insert(&target.path, &item.path);
            }
        }
        Self { paths }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.paths.is_empty()
    }

    /// The new path of an item, if it was renamed.
    pub(super) fn new_path(&self, path: &str) -> Option<&'s str> {
        self.paths.get(path).copied()
    }

    /// Whether code of another crate names a renamed type by its new path.
    pub(super) fn are_in(&self, code: &str) -> bool {
        let mut words = code.split(|sign: char| !is_path(sign));
        words.any(|word| {
            let word = format!("{word}::");
            let mut paths = self.paths.values();
            paths.any(|path| word.contains(&format!("::{path}::")))
        })
    }

    /// The old surface as it would be with the new names.
    pub(super) fn applied(&self, old: &Surface) -> Surface {
        let mut renamed = old.clone();
        for item in &mut renamed.items {
            self.rename(item);
        }
        renamed
            .items
            .sort_by(|one, other| one.path.cmp(&other.path));
        renamed
    }

    fn rename(&self, item: &mut Item) {
        if let Some(path) = self.new_path(&item.path) {
            path.clone_into(&mut item.path);
        }
        let members = item.members.iter_mut();
        let types = members.flat_map(|member| &mut member.types);
        for ty in types.chain(&mut item.ty) {
            *ty = self.in_text(ty);
        }
        for Function { arguments, ty, .. } in &mut item.functions {
            *ty = self.in_text(ty);
            for argument in arguments.iter_mut().flatten() {
                argument.ty = self.in_text(&argument.ty);
            }
        }
        let traits = std::mem::take(&mut item.traits).into_iter();
        let traits = traits.map(|(name, feature)| (self.in_text(&name), feature));
        item.traits = traits.collect::<BTreeMap<_, _>>();
    }

    /// A text with the new paths of types in it.
    fn in_text(&self, text: &str) -> String {
        let mut parts = text.split("crate::");
        let mut renamed = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let end = part.find(|sign: char| !is_path(sign)).unwrap_or(part.len());
            let (path, rest) = part.split_at(end);
            renamed.push_str("crate::");
            renamed.push_str(self.new_path(path).unwrap_or(path));
            renamed.push_str(rest);
        }
        renamed
    }
}

/// Whether a sign is a part of a path.
fn is_path(sign: char) -> bool {
    sign == ':' || sign == '_' || sign.is_alphanumeric()
}
