//! Checks decoding, encoding and strict reading of a type on one instance.

use serde_json::Value;

use crate::UnknownMembers;

use crate::Promises;
use crate::Report;
use crate::behaviour::probes::{Kind, Probe, UNKNOWN_MEMBER};
use crate::behaviour::round_trip;
use crate::behaviour::subject::Subject;
use crate::behaviour::variants;
use crate::json;
use crate::parallel::guarded;
use crate::promises::extern_types;

/// How many messages of one kind a case contributes; the rest are counted in the last.
const MESSAGES: usize = 3;

impl Subject<'_> {
    /// Checks one instance and returns whether the schema accepts it. Accepted: it must decode,
    /// come back as the same JSON and be accepted by strict reading. Rejected: strict reading
    /// must reject it; decoding may do either, but not panic, unless the settings promise an error,
    /// and not make another value of it. Either way the order of members must not matter.
    pub(crate) fn examine(&self, instance: &Value, report: &mut Report) -> bool {
        let accepted = self.validator.is_valid(instance);
        let round_trip = self.round_trip(instance);
        let is_exact = matches!(&round_trip, Ok(Ok(written)) if json::same(instance, written));
        let strict = guarded(|| (self.case.strict)(instance));
        let mut fail = |aspect, message: String| {
            let instance = json::brief(instance);
            report.fail(
                self.case.name,
                aspect,
                format!("{message}\ninstance: {instance}"),
            );
        };
        if let Some(reversed) = json::reversed(instance)
            && let Ok(read) = &round_trip
            && let Ok(turned) = self.round_trip(&reversed)
            && !same_outcome(read, &turned)
        {
            let message = format!("with its members in reverse: {}", outcome(&turned));
            fail("order", format!("{}\n{message}", outcome(read)));
        }
        match round_trip {
            Err(panic) => fail("panic", format!("decoding {panic}")),
            Ok(Ok(_)) if !accepted && self.case.promises.refuse(self.doc, instance) => {
                fail(
                    "refusal",
                    "a value that the settings refuse decodes".to_owned(),
                );
            }
            Ok(Ok(written)) if !accepted => {
                let promises = self.case.promises;
                let compared = round_trip::compare_rejected(self.doc, promises, instance, &written);
                if let Err(message) = compared
                    && !self.concerns_extern_type(instance)
                {
                    fail("made up", message);
                }
            }
            Ok(Err(error)) if !accepted => {
                if let Some((aspect, message)) = self.wrongly_refused(instance, &error) {
                    fail(aspect, message);
                }
            }
            Ok(Err(error))
                if self.case.promises.allow(&error)
                    || self.concerns_extern_type(instance)
                    || self.exceeds_limits(instance) => {}
            Ok(Err(error)) => fail(
                "decode",
                format!("a valid instance does not decode: {error}"),
            ),
            Ok(Ok(written)) => {
                let promises = self.case.promises;
                let compared = round_trip::compare(self.doc, promises, instance, &written);
                match compared {
                    // A union takes a value that an extern type does not read for another branch.
                    Err(_) if self.concerns_extern_type(instance) => {}
                    Err(difference) => fail("round trip", difference),
                    Ok(())
                        if promises.extern_types.is_empty()
                            && round_trip::became_fractional(instance, &written) =>
                    {
                        fail(
                            "round trip",
                            "a whole number comes back with a fraction".to_owned(),
                        );
                    }
                    Ok(()) if self.validator.is_valid(&written) => {}
                    Ok(()) if self.is_own_spelling(instance, &written) => {
                        let written = json::brief(&written);
                        fail(
                            "written",
                            format!("the value that is written back is not valid: {written}"),
                        );
                    }
                    Ok(()) => {}
                }
            }
        }
        if accepted && let Some((aspect, message)) = self.wrongly_known(instance) {
            fail(aspect, message);
        }
        match strict {
            Err(panic) => fail("panic", format!("strict reading {panic}")),
            Ok(Err(message)) if accepted => {
                fail(
                    "strict",
                    format!("strict reading rejects a valid instance: {message}"),
                );
            }
            Ok(Ok(())) if !accepted => {
                let why = self.validator.validate(instance).err();
                let why = why.map(|error| error.to_string()).unwrap_or_default();
                fail(
                    "strict",
                    format!("strict reading accepts an invalid instance ({why})"),
                );
            }
            Ok(_) => {}
        }
        report.counts.add_instance(accepted, is_exact);
        accepted
    }

    /// The fault of an error for a value that the schema rejects: the settings ask for another error, or for
    /// none.
    fn wrongly_refused(&self, instance: &Value, error: &str) -> Option<(&'static str, String)> {
        let promises = self.case.promises;
        if promises.refuse(self.doc, instance) {
            let value = variants::unnamed_listed_value(self.doc, error)?;
            let message = format!("the error does not say that {value} is listed: {error}");
            return Some(("refusal", message));
        }
        let keeps = promises.keep(self.doc, instance);
        keeps.then(|| ("unknown branch", format!("it is not kept: {error}")))
    }

    /// The fault of the variant that an accepted value is read as.
    fn wrongly_known(&self, instance: &Value) -> Option<(&'static str, String)> {
        if self.concerns_extern_type(instance) {
            return None;
        }
        if variants::is_taken_for_unknown(self.case, self.doc, instance) {
            let message = "a valid instance is kept as an unknown value";
            return Some(("kept as unknown", message.to_owned()));
        }
        let shown = variants::wrongly_displayed(self.case, self.doc, instance)?;
        Some(("display", format!("it is displayed as {shown:?}")))
    }

    /// Checks a tolerant probe made from `original`: it must decode, and every value of the original must come back.
    pub(crate) fn probe(&self, original: &Value, probe: &Probe, report: &mut Report) {
        let counts = &mut report.counts;
        let aspect = match probe.kind {
            Kind::UnknownMember => {
                counts.probes_unknown_member += 1;
                "unknown member"
            }
            Kind::UnknownValue => {
                counts.probes_unknown_value += 1;
                "unknown value"
            }
            Kind::FloatInteger => {
                counts.probes_float_integer += 1;
                "float integer"
            }
        };
        let promises = self.case.promises;
        let outcome = self.round_trip(&probe.instance).and_then(|written| {
            let mut written = match written {
                Ok(written) => written,
                Err(error) if promises.allow_for_newer_server(&error) => return Ok(()),
                Err(_) if self.concerns_extern_type(&probe.instance) => return Ok(()),
                Err(_) if self.exceeds_limits(&probe.instance) => return Ok(()),
                Err(error) => return Err(format!("does not decode: {error}")),
            };
            // A union keeps a value as a whole if it refuses a part of it.
            let may_be_dropped =
                matches!(promises.unknown_members, None | Some(UnknownMembers::Drop));
            let expected = if probe.kind == Kind::UnknownMember && may_be_dropped {
                // All else must be as it was.
                let object = written
                    .pointer_mut(&probe.place)
                    .and_then(Value::as_object_mut);
                object.map(|members| members.shift_remove(UNKNOWN_MEMBER));
                original
            } else {
                &probe.instance
            };
            if probe.kind == Kind::FloatInteger
                && promises.extern_types.is_empty()
                && !variants::read_alike(self.case, original, &probe.instance)
            {
                return Err("it is not read as the integer is".to_owned());
            }
            match round_trip::compare(self.doc, promises, expected, &written) {
                Err(_) if self.concerns_extern_type(&probe.instance) => Ok(()),
                compared => compared,
            }
        });
        if let Err(message) = outcome {
            let (place, instance) = (&probe.place, json::brief(&probe.instance));
            let message = format!("at {place:?}: {message}\ninstance: {instance}");
            report.fail(self.case.name, aspect, message);
        }
    }

    /// Whether an extern type may refuse its part of the instance.
    fn concerns_extern_type(&self, instance: &Value) -> bool {
        extern_types::may_refuse(self.case.promises.extern_types, self.doc, instance)
    }

    /// Whether the written value differs from the instance in no value of an extern type.
    fn is_own_spelling(&self, instance: &Value, written: &Value) -> bool {
        let promises = Promises {
            extern_types: &[],
            ..self.case.promises
        };
        round_trip::compare(self.doc, promises, instance, written).is_ok()
    }

    /// Decodes and encodes. The outer error is a panic, the inner one serde's.
    fn round_trip(&self, instance: &Value) -> Result<Result<Value, String>, String> {
        let text = instance.to_string();
        guarded(|| (self.case.round_trip)(&text)).map(|written| {
            let written = written?;
            serde_json::from_str(&written)
                .map_err(|error| format!("wrote no JSON: {error}: {written}"))
        })
    }
}

/// Whether two ways of writing an instance were read as the same value, or neither of them.
fn same_outcome(one: &Result<Value, String>, other: &Result<Value, String>) -> bool {
    match (one, other) {
        (Ok(one), Ok(other)) => json::same(one, other),
        _ => one.is_ok() == other.is_ok(),
    }
}

fn outcome(read: &Result<Value, String>) -> String {
    match read {
        Ok(written) => format!("is written back as {}", json::brief(written)),
        Err(error) => format!("does not decode: {error}"),
    }
}

/// Keeps the first messages of each kind and counts the rest, so that one wrong field does not
/// bury everything else. For the report of a single case.
pub(crate) fn condense(report: &mut Report) {
    let all = std::mem::take(&mut report.failures);
    let mut kept: Vec<(crate::Failure, usize)> = Vec::new();
    for failure in all {
        let same = kept
            .iter()
            .filter(|(other, _)| other.check == failure.check)
            .count();
        match kept
            .iter_mut()
            .rfind(|(other, _)| other.check == failure.check)
        {
            Some((_, more)) if same >= MESSAGES => *more += 1,
            _ => kept.push((failure, 0)),
        }
    }
    report.failures = kept
        .into_iter()
        .map(|(mut failure, more)| {
            if more > 0 {
                failure.message = format!("{}\n… and {more} more like this", failure.message);
            }
            failure
        })
        .collect();
}
