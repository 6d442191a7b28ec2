//! Two sides to everything that is said about the edit between them.

use cratify_rust::parallel::on_deep_stack;

use crate::changes::{self, Change};
use crate::data::{self, Judge, Limits, SchemaVerdict};
use crate::rust::{self, RustChange};
use crate::version::Versions;
use crate::{Boundary, Bump, Side, Verdict};

/// The choices of a comparison.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// The limits of the questions about data.
    pub limits: Limits,
    /// What an edit asks for that breaks the data, and no Rust code.
    pub data_break: Bump,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            limits: Limits::default(),
            data_break: Bump::Minor,
        }
    }
}

/// What an edit means.
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
    /// The changes of what Rust code can name; those that break come first.
    pub rust: Vec<RustChange>,
    /// What the edit asks for.
    pub bump: Bump,
    /// The versions of both sides, and the one that is needed.
    pub versions: Versions,
}

impl Comparison {
    /// Compares two sides.
    ///
    /// # Errors
    ///
    /// A crate is no Rust, which settings can cause, or a record is that of another crate: the reason.
    pub fn of(old: &Side, new: &Side, options: Options) -> Result<Self, String> {
        of_one_crate(old, new)?;
        let rust = rust::compare(old, new)?;
        let (schemas, changes) = on_deep_stack(|| {
            let judge = Judge::new(old, new, options.limits);
            let schemas = data::verdicts(&judge);
            let changes = changes::changes(&judge, &schemas);
            (schemas, changes)
        });
        let boundaries = Boundary::ALL.map(|boundary| overall(boundary, &schemas));
        let is_compatible = |verdict: &Verdict| *verdict == Verdict::Compatible;
        let data = if boundaries
            .iter()
            .all(|(_, verdict, _)| is_compatible(verdict))
        {
            Bump::None
        } else {
            options.data_break
        };
        let bump = rust::bump(&rust).max(data);
        let version = |side: &Side| side.decisions.package.info.version.clone();
        Ok(Self {
            old: old.name.clone(),
            new: new.name.clone(),
            versions: Versions::of(&version(old), &version(new), bump),
            boundaries: boundaries.into(),
            schemas,
            changes,
            rust,
            bump,
        })
    }

    /// How much the Rust API changes.
    pub fn rust_bump(&self) -> Bump {
        rust::bump(&self.rust)
    }

    /// Whether anything breaks, or may: what is not decided does not count as fine.
    pub fn breaks(&self) -> bool {
        let mut verdicts = self.boundaries.iter().map(|(_, verdict, _)| verdict);
        self.rust_bump() == Bump::Major || verdicts.any(|verdict| *verdict != Verdict::Compatible)
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
