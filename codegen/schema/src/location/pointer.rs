//! JSON Pointers (RFC 6901).
//!
//! A [`Pointer`] is kept as it is written (`/paths/~1pets/get`). So the frequent operations - to clone,
//! compare, hash and print it - are cheap, and tokens are decoded only where a pointer is followed.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde_json::Value;

/// An RFC 6901 JSON Pointer: the way from a document's root to one of its values.
///
/// The empty pointer is the root. `Display` gives the written form, with `~` as `~0` and `/`
/// as `~1`; it is *not* percent-encoded, so put it after `#` only for people to read.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer(Arc<str>);

impl Pointer {
    /// The pointer to the whole document.
    #[must_use]
    pub fn root() -> Pointer {
        Pointer(Arc::from(""))
    }

    /// Whether this is the pointer to the whole document.
    #[must_use]
    pub fn is_root(&self) -> bool {
        self.0.is_empty()
    }

    /// Reads the written form; `None` if it neither is empty nor starts with `/`, or if a `~`
    /// is not followed by `0` or `1`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Pointer> {
        if !text.is_empty() && !text.starts_with('/') {
            return None;
        }
        let escapes_are_valid = text
            .split('~')
            .skip(1)
            .all(|rest| rest.starts_with(['0', '1']));
        escapes_are_valid.then(|| Pointer(Arc::from(text)))
    }

    /// The pointer one step further, to the member named `token` (not yet escaped).
    #[must_use]
    pub fn join(&self, token: impl AsRef<str>) -> Pointer {
        let token = token.as_ref();
        let mut text = String::with_capacity(self.0.len() + 1 + token.len());
        text.push_str(&self.0);
        push_token(&mut text, token);
        Pointer(Arc::from(text))
    }

    /// The pointer one step further, to the element `index` of an array.
    #[must_use]
    pub fn index(&self, index: usize) -> Pointer {
        Pointer(Arc::from(format!("{}/{index}", self.0)))
    }

    /// Builds a pointer from decoded tokens, without the intermediate pointers `join` makes.
    pub fn from_tokens<T: AsRef<str>>(tokens: impl IntoIterator<Item = T>) -> Pointer {
        let mut text = String::new();
        for token in tokens {
            push_token(&mut text, token.as_ref());
        }
        Pointer(Arc::from(text))
    }

    /// The pointer to the enclosing value and the decoded last token; `None` at the root.
    #[must_use]
    pub fn parent(&self) -> Option<(Pointer, String)> {
        let (parent, last) = self.0.rsplit_once('/')?;
        Some((Pointer(Arc::from(parent)), decode(last).into_owned()))
    }

    /// The decoded last token; `None` at the root.
    #[must_use]
    pub fn last(&self) -> Option<Cow<'_, str>> {
        self.0.rsplit_once('/').map(|(_, last)| decode(last))
    }

    /// The decoded tokens from the root down.
    pub fn tokens(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.0.split('/').skip(1).map(decode)
    }

    /// The written form, as `Display` gives it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The value the pointer leads to in `value`, if there is one.
    ///
    /// Array indices are as RFC 6901 has them: decimal, without leading zeros; `-` (the element
    /// after the last) leads nowhere.
    #[must_use]
    pub fn resolve<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        self.tokens()
            .try_fold(value, |value, token| step(value, &token))
    }

    /// The longest leading part of this pointer that leads somewhere in `value`.
    #[must_use]
    pub fn nearest(&self, value: &Value) -> Pointer {
        let mut value = value;
        let mut end = 0;
        for raw in self.0.split('/').skip(1) {
            let Some(next) = step(value, &decode(raw)) else {
                return Pointer(Arc::from(&self.0[..end]));
            };
            value = next;
            end += 1 + raw.len();
        }
        self.clone()
    }
}

/// One step of a walk: the member or element of `value` called `token`.
fn step<'v>(value: &'v Value, token: &str) -> Option<&'v Value> {
    match value {
        Value::Object(members) => members.get(token),
        Value::Array(items) => items.get(index_of(token)?),
        _ => None,
    }
}

/// The array index that the token is: decimal, without leading zeros.
pub(crate) fn index_of(token: &str) -> Option<usize> {
    let canonical = token == "0" || !token.starts_with(['0', '+']);
    token.parse().ok().filter(|_| canonical)
}

fn push_token(text: &mut String, token: &str) {
    text.push('/');
    if !token.contains(['~', '/']) {
        text.push_str(token);
        return;
    }
    for character in token.chars() {
        match character {
            '~' => text.push_str("~0"),
            '/' => text.push_str("~1"),
            other => text.push(other),
        }
    }
}

fn decode(token: &str) -> Cow<'_, str> {
    if token.contains('~') {
        // `~1` first: the other way round `~01` would become `/` instead of `~1`.
        Cow::Owned(token.replace("~1", "/").replace("~0", "~"))
    } else {
        Cow::Borrowed(token)
    }
}

impl Default for Pointer {
    fn default() -> Pointer {
        Pointer::root()
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Debug for Pointer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Pointer({:?})", &*self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn tokens_survive_the_round_trip() {
        let nasty = ["", "a/b", "~", "~1", "~01", "/", "é~/", "0", " ", "\n", "#"];
        for first in nasty {
            for second in nasty {
                let pointer = Pointer::root().join(first).join(second);
                assert_eq!(pointer, Pointer::from_tokens([first, second]));
                assert_eq!(pointer.tokens().collect::<Vec<_>>(), [first, second]);
                assert_eq!(Pointer::parse(pointer.as_str()), Some(pointer.clone()));
                let (parent, last) = pointer.parent().expect("not the root");
                assert_eq!((parent, &*last), (Pointer::root().join(first), second));
            }
        }
    }

    #[test]
    fn the_written_form_is_checked() {
        assert_eq!(Pointer::parse(""), Some(Pointer::root()));
        for wrong in ["a", "#/a", "/~", "/~2", "/a~"] {
            assert_eq!(Pointer::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Pointer::root().parent(), None);
        assert_eq!(Pointer::root().index(3).to_string(), "/3");
    }

    #[test]
    fn resolving_follows_the_rfc() {
        let value = json!({"a": [10, {"x/y": true}], "": 1});
        let at = |text: &str| Pointer::parse(text).and_then(|p| p.resolve(&value).cloned());
        assert_eq!(at("/a/1/x~1y"), Some(json!(true)));
        assert_eq!(at("/"), Some(json!(1)));
        for nowhere in ["/a/01", "/a/+1", "/a/-", "/a/2", "/a/0/z", "/b"] {
            assert_eq!(at(nowhere), None, "{nowhere}");
        }
        let far = Pointer::root().join("a").index(1).join("q").join("r");
        assert_eq!(far.nearest(&value).as_str(), "/a/1");
    }
}
