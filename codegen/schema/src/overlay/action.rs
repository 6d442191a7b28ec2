//! Turns the text of an overlay into its actions.

use serde_json::{Map, Value};

use super::path::{self, Query};
use super::problem::Problems;
use crate::diagnostic::{closest, describe};
use crate::source::{Part, Pointer};

/// The members of an action, and of an overlay.
const OF_ACTION: [&str; 5] = ["target", "description", "update", "copy", "remove"];
const OF_OVERLAY: [&str; 4] = ["overlay", "info", "extends", "actions"];

/// A change of the document.
pub(super) struct Action {
    /// The location of the action in the overlay.
    pub(super) at: Pointer,
    pub(super) target: Query,
    pub(super) change: Change,
}

pub(super) enum Change {
    Update(Value),
    Copy(Query),
    Remove,
}

/// The actions of an overlay, in order. Mistakes are reported, and left out.
pub(super) fn read(root: &Value, problems: &mut Problems<'_>) -> Vec<Action> {
    let at = Pointer::root();
    let Some(members) = root.as_object() else {
        let what = format!("an overlay is an object, not {}", describe(root));
        problems.error(&at, Part::Value, what, "begin with `overlay: 1.1.0`");
        return Vec::new();
    };
    let version = match members.get("overlay") {
        Some(Value::String(version)) => version.clone(),
        // `overlay: 1.0` is a number to YAML.
        Some(Value::Number(version)) => version.to_string(),
        _ => String::new(),
    };
    let is_version = |known: &str| {
        let rest = version.strip_prefix(known);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    if !is_version("1.0") && !is_version("1.1") {
        let (at, what) = match members.get("overlay") {
            Some(_) => (
                at.join("overlay"),
                "this version of overlays is not supported",
            ),
            None => (
                at.clone(),
                "an overlay has a member `overlay` with its version",
            ),
        };
        problems.error(
            &at,
            Part::Value,
            what,
            "write `overlay: 1.0.0` or `overlay: 1.1.0`",
        );
        return Vec::new();
    }
    unknown_members(members, &OF_OVERLAY, &at, problems);
    let at = at.join("actions");
    let Some(actions) = members.get("actions").and_then(Value::as_array) else {
        let what = "`actions` must be a list of actions";
        problems.error(
            &at,
            Part::Value,
            what,
            "list actions with a `target` and an `update`, a `copy` or a `remove`",
        );
        return Vec::new();
    };
    let has_copy = is_version("1.1");
    let actions = actions.iter().enumerate();
    actions
        .filter_map(|(index, action)| read_action(action, at.index(index), has_copy, problems))
        .collect()
}

fn read_action(
    action: &Value,
    at: Pointer,
    has_copy: bool,
    problems: &mut Problems<'_>,
) -> Option<Action> {
    let Some(members) = action.as_object() else {
        let what = format!("an action is an object, not {}", describe(action));
        problems.error(
            &at,
            Part::Value,
            what,
            "write a `target` and an `update`, a `copy` or a `remove`",
        );
        return None;
    };
    unknown_members(members, &OF_ACTION, &at, problems);
    let target = query(members, "target", &at, problems);
    if target.is_none() && !members.contains_key("target") {
        problems.error(
            &at,
            Part::Value,
            "the action has no `target`",
            "name what it changes: `target: $.info`",
        );
    }
    let remove = match members.get("remove") {
        Some(Value::Bool(remove)) => *remove,
        None => false,
        Some(other) => {
            let what = format!(
                "`remove` must be `true` or `false`, not {}",
                describe(other)
            );
            problems.error(
                &at.join("remove"),
                Part::Value,
                what,
                "write `remove: true`",
            );
            return None;
        }
    };
    let others: Vec<&str> = ["update", "copy"]
        .into_iter()
        .filter(|name| members.contains_key(*name))
        .collect();
    let idle = if remove {
        &others[..]
    } else {
        others.get(1..).unwrap_or_default()
    };
    for name in idle {
        let (what, beside) = if remove {
            ("", "remove")
        } else {
            ("", others[0])
        };
        let message = format!("{what}`{name}` has no effect beside `{beside}`");
        problems.idle(
            &at.join(name),
            Part::Key,
            message,
            "write an action of its own",
        );
    }
    let change = if remove {
        Change::Remove
    } else if let Some(value) = members.get("update") {
        Change::Update(value.clone())
    } else if members.contains_key("copy") {
        if !has_copy {
            let what = "overlays of version 1.0 have no `copy`";
            problems.error(
                &at.join("copy"),
                Part::Key,
                what,
                "write `overlay: 1.1.0` at the top",
            );
            return None;
        }
        Change::Copy(query(members, "copy", &at, problems)?)
    } else {
        problems.idle(
            &at,
            Part::Value,
            "the action changes nothing",
            "write an `update`, a `copy` or `remove: true`",
        );
        return None;
    };
    Some(Action {
        at,
        target: target?,
        change,
    })
}

/// The query of a member, if it is there and is one.
fn query(
    members: &Map<String, Value>,
    name: &str,
    at: &Pointer,
    problems: &mut Problems<'_>,
) -> Option<Query> {
    let value = members.get(name)?;
    let at = at.join(name);
    let Some(text) = value.as_str() else {
        let what = format!(
            "`{name}` must be a query in JSONPath, not {}",
            describe(value)
        );
        problems.error(&at, Part::Value, what, "write `$.components.schemas.Order`");
        return None;
    };
    match path::parse(text) {
        Ok(query) => Some(query),
        Err(fault) => {
            let what = format!("`{name}` is not a query: {}", fault.what);
            problems.error(&at, Part::Character(fault.at), what, fault.help);
            None
        }
    }
}

fn unknown_members(
    members: &Map<String, Value>,
    known: &[&str],
    at: &Pointer,
    problems: &mut Problems<'_>,
) {
    let unknown = |name: &&String| !known.contains(&name.as_str()) && !name.starts_with("x-");
    for name in members.keys().filter(unknown) {
        let help = match closest(name, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "remove it, or begin its name with `x-`".to_owned(),
        };
        let what = format!("`{name}` is not a member of an overlay");
        problems.idle(&at.join(name), Part::Key, what, help);
    }
}
