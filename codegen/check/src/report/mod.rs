//! Collects the result of a check (counts, failures and findings), and writes it into a test's output.

pub(crate) mod exception;

use std::fmt;

use serde_json::Value;

/// One disagreement between a type and its schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The Rust type's name ([`Case::name`](super::Case::name)).
    pub case: String,
    /// The check that failed: the report's name, a slash and the aspect (`equality/no`,
    /// `instances/decode`); this is what an [`Exception`](super::Exception) names.
    pub check: String,
    /// Where, what was expected and what was found.
    pub message: String,
}

/// An example or default in the document that contradicts its own schema, or a type that is assumed of it: a mistake of
/// the document, not of the types.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// JSON Pointer of the example in the document.
    pub pointer: String,
    /// The example.
    pub example: Value,
    /// The validator's message.
    pub message: String,
}

/// How often each thing was seen. A check fills in what it counts and leaves the rest at zero.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Cases looked at.
    pub checked: usize,
    /// Cases (for annotations: positions) in which everything agreed.
    pub yes: usize,
    /// Cases the algebra could not decide.
    pub unknown: usize,
    /// Cases (for annotations: positions) with a disagreement.
    pub no: usize,
    /// Cases to which the check does not apply.
    pub skipped: usize,
    /// Instances that the schema accepts.
    pub valid: usize,
    /// Valid instances that come back as the same JSON, without any exception.
    pub exact: usize,
    /// Instances that the schema rejects.
    pub invalid: usize,
    /// Tolerant probes: an unknown member in an object.
    pub probes_unknown_member: usize,
    /// Tolerant probes: an unknown string for a string `enum`.
    pub probes_unknown_value: usize,
    /// Tolerant probes: `5.0` for the integer `5`.
    pub probes_float_integer: usize,
    /// Secrets looked for in `Debug` texts and errors.
    pub probes_secret: usize,
    /// Places not probed because the probe could have changed which branch of a union is meant.
    pub probes_skipped: usize,
    /// Examples and defaults found in the document.
    pub examples_seen: usize,
    /// Examples and defaults that became an instance of a case.
    pub examples_used: usize,
    /// Examples and defaults that contradict their own schema.
    pub examples_contradicting: usize,
}

impl Counts {
    fn rows(&self) -> [(&'static str, usize); 16] {
        [
            ("checked", self.checked),
            ("yes", self.yes),
            ("unknown", self.unknown),
            ("no", self.no),
            ("skipped", self.skipped),
            ("valid instances", self.valid),
            ("instances that come back", self.exact),
            ("invalid instances", self.invalid),
            ("probes: unknown member", self.probes_unknown_member),
            ("probes: unknown value", self.probes_unknown_value),
            ("probes: integer as float", self.probes_float_integer),
            ("probes: secret", self.probes_secret),
            ("probes skipped", self.probes_skipped),
            ("examples seen", self.examples_seen),
            ("examples used", self.examples_used),
            ("examples contradicting", self.examples_contradicting),
        ]
    }

    /// Counts an instance: whether the schema accepts it, and whether it comes back as the same JSON.
    pub(crate) fn add_instance(&mut self, is_accepted: bool, is_exact: bool) {
        if is_accepted {
            self.valid += 1;
            self.exact += usize::from(is_exact);
        } else {
            self.invalid += 1;
        }
    }

    /// Adds another count to this one, field by field.
    pub(crate) fn add(&mut self, other: &Self) {
        self.checked += other.checked;
        self.yes += other.yes;
        self.unknown += other.unknown;
        self.no += other.no;
        self.skipped += other.skipped;
        self.valid += other.valid;
        self.exact += other.exact;
        self.invalid += other.invalid;
        self.probes_unknown_member += other.probes_unknown_member;
        self.probes_unknown_value += other.probes_unknown_value;
        self.probes_float_integer += other.probes_float_integer;
        self.probes_secret += other.probes_secret;
        self.probes_skipped += other.probes_skipped;
        self.examples_seen += other.examples_seen;
        self.examples_used += other.examples_used;
        self.examples_contradicting += other.examples_contradicting;
    }
}

/// The outcome of one check over all cases.
#[derive(Debug, Clone, Default, PartialEq)]
#[must_use = "a report says nothing until it is asserted"]
pub struct Report {
    /// The check: `equality`, `annotations`, `published`, `instances` or `examples`.
    pub name: &'static str,
    /// The counts.
    pub counts: Counts,
    /// Every disagreement, in the order of the cases.
    pub failures: Vec<Failure>,
    /// Cases that the algebra left undecided: they rest on [`instances`](super::instances()) alone.
    /// Each is a failure too (`equality/unknown`) until an exception gives the reason.
    pub held_by_instances: Vec<String>,
    /// Remarks, such as why a check does not apply to the document.
    pub notes: Vec<String>,
}

impl Report {
    pub(crate) fn new(name: &'static str) -> Self {
        Self {
            name,
            ..Self::default()
        }
    }

    /// Records a failure of `case` in the given aspect of this check.
    pub(crate) fn fail(&mut self, case: &str, aspect: &str, message: impl Into<String>) {
        self.failures.push(Failure {
            case: case.to_owned(),
            check: format!("{}/{aspect}", self.name),
            message: message.into(),
        });
    }

    /// Appends what one case contributed.
    pub(crate) fn absorb(&mut self, other: Self) {
        self.counts.add(&other.counts);
        self.failures.extend(other.failures);
        self.held_by_instances.extend(other.held_by_instances);
        self.notes.extend(other.notes);
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}: {} failure(s)", self.name, self.failures.len())?;
        for (label, count) in self.counts.rows() {
            if count > 0 {
                writeln!(f, "  {label:<26}{count:>8}")?;
            }
        }
        if !self.held_by_instances.is_empty() {
            let held = self.held_by_instances.join(", ");
            writeln!(f, "  held by instances: {held}")?;
        }
        for note in &self.notes {
            writeln!(f, "  note: {note}")?;
        }
        for failure in &self.failures {
            write!(f, "{failure}")?;
        }
        Ok(())
    }
}

impl Failure {
    /// Whether the algebra of schemas has no answer: nothing is known to be wrong, and instances hold the type.
    #[must_use]
    pub fn is_undecided(&self) -> bool {
        self.check.ends_with("/unknown")
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = self.message.replace('\n', "\n      ");
        writeln!(f, "  {} [{}]\n      {message}", self.case, self.check)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let example = super::json::brief(&self.example);
        write!(f, "{}: {example}: {}", self.pointer, self.message)
    }
}
