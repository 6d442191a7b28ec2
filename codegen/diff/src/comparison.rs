//! Turns two sides into a comparison: all answers about the edit between them.

use cratify_rust::parallel::on_deep_stack;

use crate::accept::{self, Break, Entry};
use crate::changes::{self, Change};
use crate::data::{self, Judge, Limits, SchemaVerdict};
use crate::rust::{self, RustChange};
use crate::version::Versions;
use crate::{Boundary, Bump, Side, Verdict};

/// The choices of a comparison.
#[derive(Debug, Clone, Copy)]
pub struct Options<'e> {
    /// The limits of the questions about data.
    pub limits: Limits,
    /// The bump for an edit that breaks the data, and no Rust code.
    pub data_break: Bump,
    /// The breaks that are accepted on purpose.
    pub accepted: &'e [Entry],
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self {
            limits: Limits::default(),
            data_break: Bump::Minor,
            accepted: &[],
        }
    }
}

/// The meaning of an edit.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// The name of the old side.
    pub old: String,
    /// The name of the new side.
    pub new: String,
    /// The verdict of each boundary about data, with the schema that it is about.
    pub boundaries: Vec<(Boundary, Verdict, Option<String>)>,
    /// The verdicts about each schema whose own text has changed.
    pub schemas: Vec<SchemaVerdict>,
    /// The changes of schemas.
    pub changes: Vec<Change>,
    /// The changes of the items that Rust code can name; breaks come first.
    pub rust: Vec<RustChange>,
    /// The changes that break something, or may: data, then Rust code.
    pub broken: Vec<Break>,
    /// The bump that the edit needs, without the breaks that are accepted.
    pub bump: Bump,
    /// The versions of both sides, and the one that is needed.
    pub versions: Versions,
}

impl Comparison {
    /// Compares two sides.
    ///
    /// # Errors
    ///
    /// A crate is not Rust, which settings can cause, or a record is of another crate: the reason.
    pub fn of(old: &Side, new: &Side, options: Options<'_>) -> Result<Self, String> {
        of_one_crate(old, new)?;
        let rust = rust::compare(old, new)?;
        let (schemas, changes) = on_deep_stack(|| {
            let judge = Judge::new(old, new, options.limits);
            let schemas = data::verdicts(&judge);
            let changes = changes::changes(&judge, &schemas);
            (schemas, changes)
        });
        let boundaries = Boundary::ALL.map(|boundary| overall(boundary, &schemas));
        let broken = accept::breaks(&schemas, &rust, options.accepted);
        let counts = |is_data: bool| {
            let mut broken = broken.iter().filter(|one| one.accepted.is_none());
            broken.any(|one| one.is_data == is_data)
        };
        let data = if counts(true) {
            options.data_break
        } else {
            Bump::None
        };
        // An accepted break asks for no more than what is added does.
        let most = if counts(false) {
            Bump::Major
        } else {
            Bump::Minor
        };
        let bump = rust::bump(&rust).min(most).max(data);
        let version = |side: &Side| side.decisions.package.info.version.clone();
        Ok(Self {
            old: old.name.clone(),
            new: new.name.clone(),
            versions: Versions::of(&version(old), &version(new), bump),
            boundaries: boundaries.into(),
            schemas,
            changes,
            rust,
            broken,
            bump,
        })
    }

    /// How much the Rust API changes.
    pub fn rust_bump(&self) -> Bump {
        rust::bump(&self.rust)
    }

    /// Whether anything breaks, or may, that is not accepted: what is not decided does not count as fine.
    pub fn breaks(&self) -> bool {
        self.broken.iter().any(|one| one.accepted.is_none())
    }

    /// Why the break of a kind at a place is accepted; `None` if it is not.
    pub fn accepted(&self, id: &str, place: &str) -> Option<&str> {
        let mut broken = self.broken.iter();
        let found = broken.find(|one| one.id == id && one.place == place)?;
        found.accepted.as_deref()
    }
}

/// A record stands for the releases of one crate. Two documents may be compared whatever they are called.
fn of_one_crate(old: &Side, new: &Side) -> Result<(), String> {
    let [old_crate, new_crate] = [old, new].map(|side| &side.decisions.package.info.name);
    if old_crate == new_crate || !(old.is_record() || new.is_record()) {
        return Ok(());
    }
    Err(format!(
        "`{}` is of the crate `{old_crate}`, and `{}` of the crate `{new_crate}`: a record is compared with its own crate",
        old.name, new.name
    ))
}

/// The worst verdict of a boundary, and the schema that it is about.
fn overall(boundary: Boundary, schemas: &[SchemaVerdict]) -> (Boundary, Verdict, Option<String>) {
    let mut worst = (Verdict::Compatible, None);
    for schema in schemas {
        let Some(verdict) = &schema.verdicts[boundary] else {
            continue;
        };
        let joined = worst.0.clone().worse(verdict.clone());
        if joined != worst.0 {
            worst = (joined, Some(schema.schema.clone()));
        }
    }
    (boundary, worst.0, worst.1)
}
