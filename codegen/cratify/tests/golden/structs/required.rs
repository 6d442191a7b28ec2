// src/required.rs
/// The required members that [`Transfer::new`](crate::Transfer::new) takes.
pub struct Transfer {
    /// See [`Transfer::to`](crate::Transfer::to).
    pub to: String,
    /// See [`Transfer::from`](crate::Transfer::from).
    pub from: String,
}

/// The required members that [`Four::new`](crate::Four::new) takes.
pub struct Four {
    /// See [`Four::a`](crate::Four::a).
    pub a: String,
    /// See [`Four::b`](crate::Four::b).
    pub b: i64,
    /// See [`Four::c`](crate::Four::c).
    pub c: bool,
    /// See [`Four::d`](crate::Four::d).
    pub d: crate::Purpose,
}

/// The required members that [`Widths::new`](crate::Widths::new) takes.
pub struct Widths {
    /// See [`Widths::short`](crate::Widths::short).
    pub short: i32,
    /// See [`Widths::long`](crate::Widths::long).
    pub long: i64,
}

/// The required members that [`Lists::new`](crate::Lists::new) takes.
pub struct Lists {
    /// See [`Lists::ones`](crate::Lists::ones).
    pub ones: Vec<Option<i64>>,
    /// See [`Lists::twos`](crate::Lists::twos).
    pub twos: Vec<Option<i32>>,
}

/// The required members that [`Aliases::new`](crate::Aliases::new) takes.
pub struct Aliases {
    /// See [`Aliases::one`](crate::Aliases::one).
    pub one: crate::Purpose,
    /// See [`Aliases::other`](crate::Aliases::other).
    pub other: crate::Reason,
}
