//! Mutants that survive, and why.

use crate::crates::Mutant;
use crate::is_copy;

/// A kind of mutant, a place (or all places without one), and why no check has to notice.
type Entry = (&'static str, &'static str, &'static str);

const REVIEWED: &[Entry] = &[
    ("ALL swapped", "", ORDER),
    ("LISTED swapped", "", ORDER),
    ("to_value: arms swapped", "", NAMES),
    ("values swapped", "", NAMES),
    (
        "derived schema: properties dropped",
        "assumed ListedBeside",
        "it is about objects, and the values are strings",
    ),
    (
        "derived schema: type dropped",
        "assumed ListedBeside",
        "it is about a member of objects, and the values are strings",
    ),
    ("schemars(rename) changed", "", DEFINITION),
    ("schemars(rename) dropped", "", DEFINITION),
    ("schemars(inline) dropped", "", DEFINITION),
    ("schemars(transform) dropped", "", DISJOINT),
    ("NAME changed", "", ERROR),
    ("TAG changed", "", FACTS),
    ("FACTS swapped", "", FACTS),
    ("fact elements changed", "", FACTS),
    ("fact elements dropped", "", FACTS),
    ("fact elements: type changed", "", FACTS),
    ("fact fixed changed", "", FACTS),
    ("fact fixed dropped", "", FACTS),
    ("fact nested changed", "", FACTS),
    ("fact nested dropped", "", FACTS),
    ("fact known changed", "", FACTS),
    ("fact known dropped", "", FACTS),
    ("fact known: type changed", "", FACTS),
    ("fact required changed", "", FACTS),
    ("fact required dropped", "", FACTS),
    ("fact tags changed", "", FACTS),
    ("fact tags dropped", "", FACTS),
    ("fact types dropped", "", FACTS),
    ("fact types: type changed", "", FACTS),
    ("published: x-cratify-assumed changed", "", MARK),
    ("published: contentEncoding changed", "", OLDER),
    ("published: contentEncoding dropped", "", OLDER),
    ("published: contentMediaType changed", "", OLDER),
    ("published: contentMediaType dropped", "", OLDER),
    (
        "EXTENSIONS changed",
        "",
        "kept as the base has it, or as unknown: it comes back alike, and no check knows which is meant",
    ),
    (
        "read: hiding dropped",
        "secrets Method",
        "the error of a branch is not shown: the value is kept",
    ),
    ("LISTED changed", "closed_places ByBuilder", PLACES),
    (
        "EXPLAINS changed",
        "closed Guarded",
        "nothing that a branch hides gets as far as the error of another",
    ),
    (
        "published: type changed",
        "formats schema/parted.schema.json",
        "the other branch accepts all that this one does",
    ),
    (
        "OVERLAPS changed",
        "facts AnyAgainst",
        "no instance has members of two branches, and without them nothing is lost",
    ),
    (
        "OVERLAPS changed",
        "disagreeing_tags Backup",
        "a branch keeps the members of another one as it keeps unknown ones",
    ),
    (
        "derived schema: format changed",
        "exclusive_strings Algorithm",
        BRANCH,
    ),
    (
        "derived schema: format dropped",
        "exclusive_strings Algorithm",
        BRANCH,
    ),
    (
        "derived schema: title changed",
        "exclusive_strings Algorithm",
        BRANCH,
    ),
    (
        "derived schema: title dropped",
        "exclusive_strings Algorithm",
        BRANCH,
    ),
    (
        "derived schema: type dropped",
        "exclusive_strings Algorithm",
        SAME,
    ),
    (
        "read: arms swapped",
        "facts SeveralInside",
        "each branch reads what the other one does, and what it would lose keeps the value whole",
    ),
    (
        "schemars(extend items) dropped",
        "literal Elements.Array",
        SAME,
    ),
    (
        "schemars(extend unevaluatedProperties) changed",
        "facts Evaluated",
        "the schema beside it evaluates all members: none is left for this one",
    ),
    ("branch widened", "formats Either.Uuid", FOREIGN),
    ("read: arms swapped", "formats Either", FOREIGN),
    ("serde(with) dropped", "formats Amounts.pair", FOREIGN),
    (
        "fmt: arms swapped",
        "inheritance Secretive",
        "what is in the branches hides itself",
    ),
    ("read_ratio: number read plainly", "secrets Login", PLAIN),
    (
        "schemars(extend anyOf) dropped",
        "numbers Numbers.either",
        SAME,
    ),
    (
        "schemars(extend contains) changed",
        "contradictions Contains",
        SAME,
    ),
    ("schemars(extend items) dropped", "literal NoGain", SAME),
    (
        "schemars(extend maxLength) changed",
        "unions SharedCopy.task",
        SAME,
    ),
    (
        "schemars(extend maxLength) dropped",
        "unions SharedCopy.task",
        SAME,
    ),
    (
        "schemars(extend minContains) changed",
        "contradictions Contains",
        SAME,
    ),
    ("schemars(extend oneOf) changed", "all_of Unions", SAME),
    ("schemars(extend oneOf) dropped", "unions ClosedTwice", SAME),
    (
        "schemars(title) dropped",
        "unions ByMemberType.Options",
        "the type in the branch has the title",
    ),
    ("branch widened", "openapi_32 Message.Message", BASE),
    ("read changed", "inheritance Dog", BASE),
    (
        "fmt: arms swapped",
        "recorded_nulls Either",
        "what is in the branches hides itself",
    ),
    (
        "deprecated dropped",
        "documented Old",
        "the derived schema has it from the published one; rustc warns of nothing in the crate itself",
    ),
    (
        "schemars(extend format) dropped",
        "numbers Numbers.int32",
        "a format of a number restricts nothing, and the annotation comes from the published schema",
    ),
    (
        "fmt: arms swapped",
        "closed Guarded",
        "what is in the branches hides itself",
    ),
    (
        "published: anyOf: one dropped",
        "unions schema/by_member_type.schema.json",
        SAME,
    ),
    (
        "published: dependentRequired dropped",
        "objects schema/conditional.schema.json",
        SAME,
    ),
    (
        "published: minLength changed",
        "literal schema/thing_object.schema.json",
        SAME,
    ),
    (
        "published: x-cratify-assumed dropped",
        "unions schema/closed_twice_variant2.schema.json",
        "the type stands for some of the values, and the document has no schema of its own for them",
    ),
    (
        "schemars(extend additionalProperties) dropped",
        "openapi_30 Cat.extra",
        SAME,
    ),
    (
        "schemars(extend allOf) dropped",
        "literal Conditional",
        SAME,
    ),
    (
        "schemars(extend anyOf) changed",
        "numbers Numbers.either",
        SAME,
    ),
    (
        "schemars(extend dependentRequired) dropped",
        "objects Conditional",
        SAME,
    ),
    (
        "schemars(extend minContains) dropped",
        "draft_2019_09 Draft201909.some",
        SAME,
    ),
    (
        "schemars(extend propertyNames) changed",
        "draft_2020_12 Draft202012.names",
        SAME,
    ),
    (
        "unknown refused",
        "recursion JsonValue",
        "every value is of a branch",
    ),
    (
        "serde(deserialize_with) dropped",
        "draft_06 Draft06.share",
        PLAIN,
    ),
    (
        "serde(deserialize_with) dropped",
        "numbers Numbers.multiple",
        PLAIN,
    ),
    (
        "deprecated dropped",
        "documented Listed.SecondOne",
        "a schema has no place for what is said of one listed value; the golden files have it",
    ),
    ("LISTED changed", "closed_places GrowsClosed", PLACES),
    (
        "published: type dropped",
        "unseen schema/kind.schema.json",
        SAME,
    ),
    (
        "published: type dropped",
        "values schema/integers_with_null_value.schema.json",
        SAME,
    ),
    (
        "published: dependentRequired dropped",
        "forms schema/order.schema.json",
        SAME,
    ),
    (
        "published: type dropped",
        "forms_30 schema/leaf.schema.json",
        SAME,
    ),
    ("read: arms swapped", "forms_30 MiddleRequest", BASE),
    (
        "schemars(extend dependentRequired) changed",
        "forms Customer",
        SAME,
    ),
];

const ORDER: &str = "an order that is shown to people; the golden files have it";
const NAMES: &str = "reading asks the same function: the variants have changed names, not values";
const DEFINITION: &str =
    "whether and by which name a type is a definition; schemas of both kinds accept the same";
const DISJOINT: &str = "no value is of two branches: `oneOf` is `anyOf`";
const ERROR: &str = "a name in the text of an error";
const FACTS: &str = "facts overlap: what one of them no longer says, others still decide";
const MARK: &str = "the mark says that there is an assumption; its text is for people";
const OLDER: &str =
    "an annotation that is compared in 2020-12 alone: older dialects do not all have it";
const BASE: &str =
    "the schema of a base says nothing of what extends it, so no instance is made of that";
const PLAIN: &str = "serde reads an f64 from every number";
const PLACES: &str = "settings that differ from place to place promise nothing";
const FOREIGN: &str = "types of other crates at one format excuse each other, and a codec of the crate cannot be asked";
const BRANCH: &str = "an annotation in a branch of which the enum has no counterpart";
const SAME: &str = "the schema accepts the same: something else that stands there says it too";

/// The survivors that are not reviewed, the copies that fail, and the entries that no longer stand for a
/// survivor: entries for all places only where all mutants were tried.
pub(crate) fn open(tried: &[(&Mutant, Option<&str>)], all: bool) -> Vec<String> {
    let is = |(kind, place, _): &Entry, mutant: &Mutant| {
        *kind == mutant.kind && (place.is_empty() || *place == mutant.place)
    };
    let mut open = Vec::new();
    for (mutant, verdict) in tried {
        match verdict {
            Some(verdict) if is_copy(mutant) => {
                open.push(format!(
                    "a copy without a change fails: {}: {verdict}",
                    mutant.place
                ));
            }
            None if !is_copy(mutant) && !REVIEWED.iter().any(|entry| is(entry, mutant)) => {
                open.push(format!("survives: {}: {}", mutant.kind, mutant.place));
            }
            _ => {}
        }
    }
    for entry in REVIEWED
        .iter()
        .filter(|(_, place, _)| all || !place.is_empty())
    {
        let mut own = tried
            .iter()
            .filter(|(mutant, _)| is(entry, mutant))
            .peekable();
        if own.peek().is_some() && own.all(|(_, verdict)| verdict.is_some()) {
            open.push(format!("no longer survives: {entry:?}"));
        }
    }
    open
}
