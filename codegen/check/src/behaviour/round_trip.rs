//! Compares a value with the value that is written back after reading it. They must be the same JSON, with three named
//! exceptions, each a function here: [`null_became_absent`], [`const_became_present`] and [`unknown_was_dropped`]. An
//! extern type writes in its own way; that is the fourth exception.
//!
//! Input and output are walked in parallel with the schema; every difference must be one of the
//! four. Where a union leaves open which schema applies, a difference is accepted when one
//! branch explains everything in the object.

use serde_json::{Map, Value};

use crate::Forms;
use crate::NullMembers;

use crate::Promises;
use crate::UnknownMembers;
use crate::json;
use crate::promises::extern_types;
use crate::schemas::branches::{self, Branch, branches};
use crate::schemas::whole::WholeSchema;

/// Explains every difference between `input` and `output` under the document's root schema.
///
/// # Errors
///
/// The place and nature of the first difference that no exception covers.
pub(crate) fn compare(
    doc: &WholeSchema<'_>,
    promises: Promises,
    input: &Value,
    output: &Value,
) -> Result<(), String> {
    let walk = Walk {
        doc,
        promises,
        is_valid: true,
    };
    compare_at(walk, &[doc.root], input, output, "")
}

/// Explains every difference between an instance that the schema rejects and the value written for it:
/// nulls may be lost, and undescribed members if a setting asks for that, but nothing changes or is added.
///
/// # Errors
///
/// As for [`compare`].
pub(crate) fn compare_rejected(
    doc: &WholeSchema<'_>,
    promises: Promises,
    input: &Value,
    output: &Value,
) -> Result<(), String> {
    let walk = Walk {
        doc,
        promises,
        is_valid: false,
    };
    compare_at(walk, &[doc.root], input, output, "")
}

/// The context of a comparison.
#[derive(Clone, Copy)]
struct Walk<'d, 'a> {
    doc: &'d WholeSchema<'a>,
    promises: Promises,
    /// Whether the schema accepts the input.
    is_valid: bool,
}

fn compare_at<'a>(
    walk: Walk<'_, 'a>,
    schemas: &[&'a Value],
    input: &Value,
    output: &Value,
    at: &str,
) -> Result<(), String> {
    if json::same(input, output) {
        return Ok(());
    }
    let mut branches = branches(walk.doc, schemas);
    let meant = |branch: &Branch<'a>| branches::plausible(walk.doc, branch, input);
    // None looks meant for a probe with an unknown value: then any branch may explain.
    if walk.is_valid && branches.iter().any(meant) {
        branches.retain(meant);
    }
    let mut first = None;
    for branch in branches {
        if extern_types::explains(walk.promises.extern_types, &branch, input, output) {
            return Ok(());
        }
        match compare_under(walk, &branch, input, output, at) {
            Ok(()) => return Ok(()),
            Err(message) => first = first.or(Some(message)),
        }
    }
    Err(first.unwrap_or_else(|| other(input, output, at)))
}

fn compare_under<'a>(
    walk: Walk<'_, 'a>,
    branch: &Branch<'a>,
    input: &Value,
    output: &Value,
    at: &str,
) -> Result<(), String> {
    match (input, output) {
        (Value::Object(input), Value::Object(output)) => {
            for (name, value) in input {
                let place = json::push(at, name);
                match output.get(name) {
                    Some(written) => {
                        let schemas = branches::member(walk.doc, branch, name);
                        compare_at(walk, &schemas, value, written, &place)?;
                    }
                    None if !walk.is_valid && may_be_lost(walk.promises, value) => {}
                    None if null_became_absent(walk, branch, name, value) => {}
                    None if unknown_was_dropped(walk, branch, name) => {}
                    None => return Err(format!("{place}: {} was lost", json::brief(value))),
                }
            }
            added(walk, branch, input, output, at)
        }
        (Value::Array(read), Value::Array(written)) if read.len() == written.len() => {
            for (index, (one, two)) in read.iter().zip(written).enumerate() {
                let schemas = branches::item(branch, index);
                compare_at(walk, &schemas, one, two, &format!("{at}/{index}"))?;
            }
            Ok(())
        }
        _ if json::same(input, output) => Ok(()),
        _ => Err(other(input, output, at)),
    }
}

fn added<'a>(
    walk: Walk<'_, 'a>,
    branch: &Branch<'a>,
    input: &Map<String, Value>,
    output: &Map<String, Value>,
    at: &str,
) -> Result<(), String> {
    for (name, value) in output {
        if !input.contains_key(name) && !const_became_present(walk.doc, branch, name, value) {
            let place = json::push(at, name);
            return Err(format!("{place}: {} was added", json::brief(value)));
        }
    }
    Ok(())
}

fn other(input: &Value, output: &Value, at: &str) -> String {
    let (input, output) = (json::brief(input), json::brief(output));
    format!("{at}: read {input}, wrote {output}")
}

/// Exception (a), if a setting asks for it: null and absent are one, so an optional member that may be null and is
/// null comes back absent. The member must be declared, not required, and null valid for it.
fn null_became_absent<'a>(
    walk: Walk<'_, 'a>,
    branch: &Branch<'a>,
    name: &str,
    value: &Value,
) -> bool {
    let doc = walk.doc;
    matches!(walk.promises.null_members, None | Some(NullMembers::Absent))
        && value.is_null()
        && branches::declares(branch, name)
        && !branches::requires(branch, name)
        && branches(doc, &branches::member(doc, branch, name))
            .iter()
            .any(|member| branches::fits(member, &Value::Null))
}

/// Exception (b): a member whose `const` (or one-value `enum`) equals its `default` fills itself in, so it comes back present
/// where it was absent. It does so only where its schema says more than that, or is used in other places too: a constant records
/// whether it was absent.
fn const_became_present<'a>(
    doc: &WholeSchema<'a>,
    branch: &Branch<'a>,
    name: &str,
    value: &Value,
) -> bool {
    branches(doc, &branches::member(doc, branch, name))
        .iter()
        .any(|member| {
            let says = |key: &str| {
                member.iter().any(|schema| {
                    schema
                        .get(key)
                        .is_some_and(|stated| json::same(stated, value))
                })
            };
            let only = || {
                member
                    .iter()
                    .filter_map(|schema| schema.get("enum")?.as_array())
                    .any(|all| matches!(all.as_slice(), [only] if json::same(only, value)))
            };
            says("default") && (says("const") || only()) && !is_constant(member)
        })
}

/// Whether schemas say no more than one value, and stand in the place of a member.
fn is_constant(schemas: &Branch<'_>) -> bool {
    let mut keywords = schemas.iter().flat_map(|schema| schema.keys());
    keywords.all(|keyword| {
        matches!(
            keyword.as_str(),
            "type"
                | "const"
                | "enum"
                | "default"
                | "title"
                | "description"
                | "examples"
                | "example"
        )
    })
}

/// Exception (c), if a setting asks for it: an unknown member of an *open* struct may be dropped, as may one that only
/// the other form has. The object has declared members (one without any is a map, which keeps everything), and no
/// keyword describes others.
fn unknown_was_dropped<'a>(walk: Walk<'_, 'a>, branch: &Branch<'a>, name: &str) -> bool {
    let closed = ["additionalProperties", "unevaluatedProperties"];
    let describes = |schema: &&Map<String, Value>| matches!(schema.get("properties"), Some(Value::Object(members)) if !members.is_empty());
    (may_drop(walk.promises) || walk.promises.forms != Some(Forms::Single))
        && branch.iter().any(describes)
        && !branch
            .iter()
            .any(|schema| closed.iter().any(|key| schema.contains_key(*key)))
        && branches::member(walk.doc, branch, name).is_empty()
}

/// Whether a value that the schema rejects may lose a member: null in the place of a value, what a setting drops, and
/// what only the other form of the schema has.
fn may_be_lost(promises: Promises, member: &Value) -> bool {
    member.is_null() || may_drop(promises) || promises.forms != Some(Forms::Single)
}

/// Whether a setting asks for members that no field stands for to be dropped.
fn may_drop(promises: Promises) -> bool {
    !matches!(
        promises.unknown_members,
        Some(UnknownMembers::Recorded | UnknownMembers::Keep)
    )
}

/// Whether a number that was written without a fraction comes back with one: `10` as `10.0`.
pub(crate) fn became_fractional(input: &Value, output: &Value) -> bool {
    match (input, output) {
        (Value::Number(input), Value::Number(output)) => {
            let magnitude = json::integer(input).map(i128::unsigned_abs);
            let is_exact = magnitude.is_some_and(|magnitude| magnitude < u128::from(json::EXACT));
            is_exact && !input.is_f64() && output.is_f64()
        }
        (Value::Array(input), Value::Array(output)) => {
            let mut pairs = input.iter().zip(output);
            pairs.any(|(input, output)| became_fractional(input, output))
        }
        (Value::Object(input), Value::Object(output)) => input.iter().any(|(name, input)| {
            let written = output.get(name);
            written.is_some_and(|written| became_fractional(input, written))
        }),
        _ => false,
    }
}
