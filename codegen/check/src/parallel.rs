//! Runs a check over all cases on all cores, and calls into the checked types without letting
//! their panics end the run.

use std::{
    any::Any,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use crate::Case;
use crate::Report;

/// The algebra and serde both recurse along the depth of a schema; a test thread's 2 MiB are not
/// enough for deep ones in a debug build.
const STACK: usize = 64 << 20;

/// Runs `check` on every case and joins what each contributed, in the order of the cases.
pub(crate) fn run(
    name: &'static str,
    cases: &[Case],
    check: impl Fn(&Case, &mut Report) + Sync,
) -> Report {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut parts = Vec::new();
        while let index = next.fetch_add(1, Ordering::Relaxed)
            && let Some(case) = cases.get(index)
        {
            let mut part = Report::new(name);
            part.counts.checked = 1;
            check(case, &mut part);
            parts.push((index, part));
        }
        parts
    };
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let mut parts = thread::scope(|scope| {
        let handles: Vec<_> = (0..workers.min(cases.len()))
            .filter_map(|_| {
                thread::Builder::new()
                    .stack_size(STACK)
                    .spawn_scoped(scope, work)
                    .ok()
            })
            .collect();
        // Without threads (or when none could be started) the work is done here.
        let mut parts = if handles.is_empty() {
            work()
        } else {
            Vec::new()
        };
        for handle in handles {
            match handle.join() {
                Ok(part) => parts.extend(part),
                Err(panic) => resume_unwind(panic),
            }
        }
        parts
    });
    parts.sort_by_key(|(index, _)| *index);
    let mut report = Report::new(name);
    for (_, part) in parts {
        report.absorb(part);
    }
    report
}

/// Calls into generated or derived code; a panic comes back as its message.
pub(crate) fn guarded<T>(call: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(call)).map_err(|panic| format!("panicked: {}", text(&*panic)))
}

fn text(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("(no message)")
}
