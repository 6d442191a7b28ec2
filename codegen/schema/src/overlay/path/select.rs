//! The locations that a query selects in a document.

use std::collections::HashSet;

use super::super::tree::{Content, Node, Step};
use super::{Query, Segment, Selector};

/// How many values a query may look at: a bound on time for hostile input.
const MOST: usize = 10_000_000;

/// A query looks at too many values.
#[derive(Debug)]
pub(in crate::overlay) struct TooCostly;

/// The way from the root to a value.
pub(super) type Steps = Vec<Step>;

/// The locations that the query selects, each once, in the order of the document.
pub(in crate::overlay) fn select(query: &Query, root: &Node) -> Result<Vec<Steps>, TooCostly> {
    Selection { root, left: MOST }.query(query, &Vec::new())
}

/// A selection under way.
pub(super) struct Selection<'n> {
    pub(super) root: &'n Node,
    /// How many values may still be looked at.
    left: usize,
}

impl Selection<'_> {
    /// The locations that a query selects; `current` is the location of `@`.
    pub(super) fn query(
        &mut self,
        query: &Query,
        current: &Steps,
    ) -> Result<Vec<Steps>, TooCostly> {
        let start = if query.from_root {
            Vec::new()
        } else {
            current.clone()
        };
        let mut selected = vec![start];
        for segment in &query.segments {
            let mut next = Vec::new();
            let mut seen = HashSet::new();
            for steps in &selected {
                for steps in self.segment(segment, steps)? {
                    if seen.insert(steps.clone()) {
                        next.push(steps);
                    }
                }
            }
            selected = next;
        }
        Ok(selected)
    }

    /// Notes that so many values are looked at.
    pub(super) fn charge(&mut self, values: usize) -> Result<(), TooCostly> {
        self.left = self.left.checked_sub(values).ok_or(TooCostly)?;
        Ok(())
    }

    fn segment(&mut self, segment: &Segment, steps: &Steps) -> Result<Vec<Steps>, TooCostly> {
        let mut found = Vec::new();
        let mut open = vec![steps.clone()];
        while let Some(steps) = open.pop() {
            let Some(node) = self.root.at(&steps) else {
                continue;
            };
            self.charge(1 + steps.len())?;
            for selector in &segment.selectors {
                self.selector(selector, node, &steps, &mut found)?;
            }
            if segment.descends {
                let before = open.len();
                open.extend(node.children().map(|(step, _)| joined(&steps, step)));
                // The first child is next.
                open[before..].reverse();
            }
        }
        Ok(found)
    }

    fn selector(
        &mut self,
        selector: &Selector,
        node: &Node,
        steps: &Steps,
        found: &mut Vec<Steps>,
    ) -> Result<(), TooCostly> {
        let step = match (selector, &node.content) {
            (Selector::Name(name), _) => Step::Name(name.clone()),
            (Selector::Index(index), Content::Array(items)) => {
                let length = i64::try_from(items.len()).unwrap_or(i64::MAX);
                let index = if *index < 0 {
                    length.saturating_add(*index)
                } else {
                    *index
                };
                match usize::try_from(index) {
                    Ok(index) => Step::Index(index),
                    Err(_) => return Ok(()),
                }
            }
            (Selector::Slice(start, end, step), Content::Array(items)) => {
                let indices = slice(*start, *end, *step, items.len());
                found.extend(
                    indices
                        .into_iter()
                        .map(|index| joined(steps, Step::Index(index))),
                );
                return Ok(());
            }
            (Selector::All, _) => {
                found.extend(node.children().map(|(step, _)| joined(steps, step)));
                return Ok(());
            }
            (Selector::Filter(test), _) => {
                for (step, _) in node.children() {
                    let steps = joined(steps, step);
                    self.charge(1 + steps.len())?;
                    if self.holds(test, &steps)? {
                        found.push(steps);
                    }
                }
                return Ok(());
            }
            _ => return Ok(()),
        };
        if node.child(&step).is_some() {
            found.push(joined(steps, step));
        }
        Ok(())
    }
}

fn joined(steps: &Steps, step: Step) -> Steps {
    let mut joined = Vec::with_capacity(steps.len() + 1);
    joined.extend_from_slice(steps);
    joined.push(step);
    joined
}

/// The indices of a slice (RFC 9535, section 2.3.4.2).
fn slice(start: Option<i64>, end: Option<i64>, step: i64, length: usize) -> Vec<usize> {
    let length = i64::try_from(length).unwrap_or(i64::MAX);
    let normal = |index: i64| {
        if index < 0 {
            length.saturating_add(index)
        } else {
            index
        }
    };
    let mut indices = Vec::new();
    let mut push = |index: i64| indices.extend(usize::try_from(index).ok());
    match step {
        0 => {}
        1.. => {
            let mut index = normal(start.unwrap_or(0)).clamp(0, length);
            let end = normal(end.unwrap_or(length)).clamp(0, length);
            while index < end {
                push(index);
                index = index.saturating_add(step);
            }
        }
        _ => {
            let mut index = normal(start.unwrap_or(length - 1)).clamp(-1, length - 1);
            let end = end.map_or(-1, |end| normal(end).clamp(-1, length - 1));
            while index > end {
                push(index);
                index = index.saturating_add(step);
            }
        }
    }
    indices
}
