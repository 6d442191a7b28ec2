//! Turns all published schemas into one value, with each definition once, for programs that compare schemas.

use serde_json::Map;

use super::Publisher;
use cratify_model::model::TypeId;
use cratify_schema::source::Value;

/// The published schemas of all types. References lead to `#/$defs/`, and the definitions come from
/// [`definitions`](Self::definitions).
#[derive(Debug, Clone, Default)]
pub struct Bundle {
    /// The schema of each type, without `$defs`.
    pub roots: Vec<(TypeId, Value)>,
    /// The definitions, by their names under `$defs`.
    pub definitions: Map<String, Value>,
}

impl Publisher<'_> {
    /// All schemas, with each definition once.
    pub fn bundle(&self) -> Bundle {
        let types = self.model.own_types();
        let roots = types.map(|(id, _)| (id, Value::Object(self.write_schema(id, false).root)));
        let bodies = self.bodies.iter();
        let bodies = bodies.map(|(id, (body, _))| (self.names[id].clone(), body.clone()));
        let mut definitions: Map<String, Value> = bodies.collect();
        definitions.sort_keys();
        Bundle {
            roots: roots.collect(),
            definitions,
        }
    }
}
