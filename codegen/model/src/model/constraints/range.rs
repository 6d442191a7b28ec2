//! The integers that bounds allow.

use serde_json::Number;

use super::{Bound, Constraints};

/// The least and the greatest integer that the bounds allow, where they are stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IntegerRange {
    /// The least one.
    pub low: Option<i128>,
    /// The greatest one.
    pub high: Option<i128>,
}

impl IntegerRange {
    /// The range of the bounds of a value.
    pub fn of(constraints: &Constraints) -> Self {
        let bound = |bound| constraints.bound(bound);
        let low = bound(Bound::Minimum).and_then(|number| rounded(number, f64::ceil));
        let above = bound(Bound::ExclusiveMinimum).and_then(|number| rounded(number, f64::floor));
        let high = bound(Bound::Maximum).and_then(|number| rounded(number, f64::floor));
        let below = bound(Bound::ExclusiveMaximum).and_then(|number| rounded(number, f64::ceil));
        Self {
            low: low.into_iter().chain(above.map(|bound| bound + 1)).max(),
            high: high.into_iter().chain(below.map(|bound| bound - 1)).min(),
        }
    }
}

/// The integer, if the number is spelled as one of 64 bits.
pub fn whole(number: &Number) -> Option<i128> {
    let signed = number.as_i64().map(i128::from);
    signed.or_else(|| number.as_u64().map(i128::from))
}

/// A bound as an integer. Numbers beyond 128 bits are cut, which is beyond every width.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a number beyond 128 bits is beyond every width, as the end of 128 bits is"
)]
fn rounded(number: &Number, round: fn(f64) -> f64) -> Option<i128> {
    // One less than the ends, so that a step beyond an exclusive bound does not overflow.
    let limit = i128::MAX - 1;
    whole(number).or_else(|| {
        let rounded = round(number.as_f64()?) as i128;
        Some(rounded.clamp(-limit, limit))
    })
}

#[cfg(test)]
mod tests {
    use super::rounded;

    #[test]
    fn bounds_beyond_128_bits_do_not_overflow() {
        for text in ["1e300", "-1e300"] {
            let number: serde_json::Number = serde_json::from_str(text).unwrap();
            let cut = rounded(&number, f64::floor).unwrap();
            assert!(cut.checked_add(1).is_some() && cut.checked_sub(1).is_some());
        }
    }
}
