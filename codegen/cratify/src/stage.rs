//! Measures the parts of the work.

use std::time::{Duration, Instant};

/// A part of the work, as [`Generated::timings`](crate::Generated::timings) counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Stage {
    /// Text to values.
    Read,
    /// Values to a graph of schemas.
    Graph,
    /// The graph to the types of the model.
    Lower,
    /// Names, boxes, sample values.
    Analyze,
    /// The JSON Schema of each type.
    Publish,
    /// The Rust of each type.
    Emit,
    /// The README, the manifest and the pages of documentation.
    Pages,
}

/// Measures each stage from the end of the one before.
pub(crate) struct Clock {
    last: Instant,
    pub timings: Vec<(Stage, Duration)>,
}

impl Clock {
    pub(crate) fn start() -> Self {
        Self {
            last: Instant::now(),
            timings: Vec::new(),
        }
    }

    pub(crate) fn end_of(&mut self, stage: Stage) {
        let now = Instant::now();
        self.timings.push((stage, now - self.last));
        self.last = now;
    }
}
