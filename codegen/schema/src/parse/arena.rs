//! Keeps all schemas of a run, and turns an id into its schema.

use super::Schema;

/// Index of a [`Schema`] in its [`Arena`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchemaId(u32);

impl SchemaId {
    /// The position in the order of parsing, from 0.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Index of a dynamic scope: which schema each dynamic anchor is bound to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ScopeId(pub(crate) usize);

/// All schemas of a run. Each refers to others by their ids, so that nothing is nested and nothing recurses
/// as deep as the input.
#[derive(Debug)]
pub struct Arena<S = Schema> {
    schemas: Vec<S>,
}

impl<S> Default for Arena<S> {
    fn default() -> Self {
        Self {
            schemas: Vec::new(),
        }
    }
}

impl<S> Arena<S> {
    /// Adds a schema and returns its id.
    ///
    /// # Panics
    ///
    /// With 2^32 schemas, which no document has room for.
    pub fn push(&mut self, schema: S) -> SchemaId {
        let id = SchemaId(u32::try_from(self.schemas.len()).expect("fewer than 2^32 schemas"));
        self.schemas.push(schema);
        id
    }

    /// How many schemas there are.
    pub fn len(&self) -> usize {
        self.schemas.len()
    }

    /// Whether it is empty.
    pub fn is_empty(&self) -> bool {
        self.schemas.is_empty()
    }

    /// All ids, in the order of parsing.
    pub fn ids(&self) -> impl Iterator<Item = SchemaId> + use<S> {
        (0..).take(self.schemas.len()).map(SchemaId)
    }

    /// All schemas, in the order of parsing.
    pub fn iter(&self) -> impl Iterator<Item = &S> {
        self.schemas.iter()
    }

    /// An arena of the results of a function for each schema. The ids stay.
    pub(crate) fn map<T>(self, schema: impl FnMut(S) -> T) -> Arena<T> {
        Arena {
            schemas: self.schemas.into_iter().map(schema).collect(),
        }
    }

    /// The schema at a position in the order of parsing.
    pub fn id(&self, index: usize) -> Option<SchemaId> {
        let id = u32::try_from(index).ok().map(SchemaId);
        id.filter(|_| index < self.schemas.len())
    }
}

impl<S> std::ops::Index<SchemaId> for Arena<S> {
    type Output = S;

    fn index(&self, id: SchemaId) -> &S {
        &self.schemas[id.0 as usize]
    }
}

impl<S> std::ops::IndexMut<SchemaId> for Arena<S> {
    fn index_mut(&mut self, id: SchemaId) -> &mut S {
        &mut self.schemas[id.0 as usize]
    }
}
