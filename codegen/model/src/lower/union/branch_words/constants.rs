//! Turns the constants of a branch into words.

use crate::lower::Lowerer;
use crate::lower::facts::properties;
use crate::lower::value_names::spelled;
use crate::lower::view::View;
use crate::model::Facts;
use cratify_schema::document::is_name;
use cratify_schema::source::Value;

/// Some of the members of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Members {
    Required,
    Optional,
}

/// The words for a constant.
pub(super) struct Constant {
    pub words: String,
    /// Whether they are the document's own. Others are the name of the member and a number.
    pub is_word: bool,
}

impl<'g> Lowerer<'g, '_> {
    /// The words for the constants of an object's required or optional members, in the order of the members' names.
    pub(super) fn constant_words(
        &mut self,
        view: &View<'g>,
        facts: &Facts,
        which: Members,
    ) -> Vec<Constant> {
        let members = properties(view);
        let is_asked =
            |name: &String| facts.required.contains(name) == (which == Members::Required);
        let fixed = facts.fixed.iter().filter(|(name, _)| is_asked(name));
        let mut fixed: Vec<(&str, &Value)> = fixed
            .filter_map(|(name, values)| match &values[..] {
                [value] => Some((name.as_str(), value)),
                _ => None,
            })
            .collect();
        fixed.sort_by_key(|(name, _)| *name);
        let mut words = Vec::with_capacity(fixed.len());
        for (name, value) in fixed {
            let member = members.get(name).map(|member| self.view(member));
            let words_of_value = member.and_then(|member| self.words_of_value(&member, value));
            let own = words_of_value.filter(|words| is_word(words));
            words.push(Constant {
                is_word: own.is_some(),
                words: own.unwrap_or_else(|| format!("{name} {}", spelled(value))),
            });
        }
        words.retain(|constant| is_name(&constant.words));
        words
    }

    /// The words for a listed value: the document's, or its text. A number alone says nothing.
    pub(super) fn words_of_value(&mut self, view: &View<'g>, value: &Value) -> Option<String> {
        let named = self.name_of_value(view, value);
        named.or_else(|| value.as_str().map(str::to_owned))
    }
}

/// Whether a text says something by itself, as a number does not.
pub(super) fn is_word(text: &str) -> bool {
    let mut characters = text.chars();
    let first = characters.find(|character| character.is_alphanumeric());
    first.is_none_or(char::is_alphabetic)
}
