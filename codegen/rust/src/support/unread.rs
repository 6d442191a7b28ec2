//! Turns a reading into the number of values without a field, so that a union knows which of its branches has the
//! fewest, and whether some are lost.

use std::cell::Cell;

/// Numbers of values without a field.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Unread {
    /// The number of dropped values.
    pub(crate) dropped: usize,
    /// The number of values in the record of their struct.
    pub(crate) recorded: usize,
}

impl Unread {
    /// The sum of both.
    pub(crate) fn all(self) -> usize {
        self.dropped + self.recorded
    }
}

thread_local! {
    static UNREAD: Cell<Unread> = const { Cell::new(Unread { dropped: 0, recorded: 0 }) };
}

/// Counts values without a field.
pub(crate) fn count(unread: Unread) {
    let before = UNREAD.get();
    UNREAD.set(Unread {
        dropped: before.dropped + unread.dropped,
        recorded: before.recorded + unread.recorded,
    });
}

/// Runs a function, and counts the values that it has no field for, at any depth.
pub(crate) fn counting<T>(read: impl FnOnce() -> T) -> (T, Unread) {
    let before = UNREAD.replace(Unread::default());
    let read = read();
    (read, UNREAD.replace(before))
}
