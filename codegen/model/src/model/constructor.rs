//! Constructors of structs.

/// The form of the constructor of a struct. Members are given by their index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Constructor {
    /// No member needs a value: the struct has a default.
    Empty,
    /// An argument for each required member, in the order of their names in JSON: the order in the document means
    /// nothing.
    Arguments(Vec<usize>),
    /// One argument: a struct of the required members, in document order.
    ByName(Vec<usize>),
}
