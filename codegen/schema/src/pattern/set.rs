//! Turns a set of characters into the size of its states in the program of a pattern.

use super::property;

/// A state of a program.
pub(super) const STATE: u64 = 32;

/// A way from a state with several ways, for a range of bytes.
const RANGE: u64 = 8;

/// The same for no byte.
pub(super) const CHOICE: u64 = 4;

/// The bytes of a Unicode property that is not among [`LARGE`]: the most that any of these has.
const SMALL: u64 = 1_500;

/// A set of characters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Set {
    /// Ranges of codes.
    ranges: Vec<(u32, u32)>,
    /// The bytes for the properties in it.
    properties: u64,
    is_negated: bool,
}

impl Set {
    pub(super) fn of(ranges: &[(u32, u32)]) -> Self {
        let ranges = ranges.to_vec();
        Self {
            ranges,
            ..Self::default()
        }
    }

    pub(super) fn of_property(name: &str) -> Self {
        let name = name.rsplit('=').next().unwrap_or(name);
        let mut large = LARGE.iter();
        let found = large.find(|(_, names)| property::has(names, name));
        Self {
            properties: found.map_or(SMALL, |(size, _)| *size),
            ..Self::default()
        }
    }

    pub(super) fn negated(self) -> Self {
        Self {
            is_negated: !self.is_negated,
            ..self
        }
    }

    /// Adds another set to this one.
    pub(super) fn add(&mut self, other: &Self) {
        self.ranges.extend(other.all());
        // Ranges of one often adjoin those of another, and share states.
        self.properties = match (self.properties, other.properties) {
            (0, only) | (only, 0) => only,
            (one, other) => (one + other) / 10 * 9,
        };
    }

    /// The ranges, in order, as they are if nothing is negated.
    fn all(&self) -> Vec<(u32, u32)> {
        let mut sorted = self.ranges.clone();
        sorted.sort_unstable();
        let mut merged: Vec<(u32, u32)> = Vec::new();
        for (start, end) in sorted {
            match merged.last_mut() {
                Some((_, last)) if start <= last.saturating_add(1) => *last = end.max(*last),
                _ => merged.push((start, end)),
            }
        }
        if !self.is_negated || self.properties > 0 {
            return merged;
        }
        let mut gaps = Vec::new();
        let mut next = 0;
        for (start, end) in merged {
            if start > next {
                gaps.push((next, start - 1));
            }
            next = end + 1;
        }
        if next <= 0x10_ffff {
            gaps.push((next, 0x10_ffff));
        }
        gaps
    }

    /// Whether it is more than one character.
    pub(super) fn is_class(&self) -> bool {
        self.properties > 0 || !matches!(self.all()[..], [(start, end)] if start == end)
    }

    /// The bytes of its states.
    pub(super) fn bytes(&self) -> u64 {
        let ranges = self.all();
        if let [(code, end)] = ranges[..]
            && code == end
            && self.properties == 0
        {
            return STATE * char::from_u32(code).map_or(1, char::len_utf8) as u64;
        }
        let count = ranges.len() as u64;
        if self.properties == 0 && ranges.last().is_none_or(|(_, end)| *end < 0x80) {
            return 2 * STATE + RANGE * count;
        }
        let mut sequences = Vec::new();
        for (start, end) in ranges {
            encoded(start, end, &mut sequences);
        }
        // Sequences of bytes share the states of their first bytes.
        let mut states = 0;
        let mut before: &[(u8, u8)] = &[];
        for sequence in &sequences {
            let shared = before
                .iter()
                .zip(sequence)
                .take_while(|(one, other)| one == other);
            states += (sequence.len() - shared.count()) as u64;
            before = sequence;
        }
        self.properties + 2 * STATE + CHOICE * sequences.len() as u64 + STATE * states
    }
}

/// The ranges of the bytes of UTF-8 that a range of codes has, one sequence for each.
fn encoded(start: u32, end: u32, sequences: &mut Vec<Vec<(u8, u8)>>) {
    const LAST: [u32; 4] = [0x7f, 0x7ff, 0xffff, 0x10_ffff];
    let mut open = vec![(start, end)];
    'next: while let Some((start, end)) = open.pop() {
        if start > end {
            continue;
        }
        if start < 0xe000 && end > 0xd7ff {
            open.extend([(start.max(0xe000), end), (start, 0xd7ff)]);
            if start > 0xd7ff {
                open.pop();
            }
            continue;
        }
        for last in LAST {
            if start <= last && last < end {
                open.extend([(last + 1, end), (start, last)]);
                continue 'next;
            }
        }
        let length = LAST.iter().position(|last| end <= *last).unwrap_or(3) + 1;
        for index in 1..length {
            let low = (1_u32 << (6 * index)) - 1;
            if start & !low != end & !low {
                if start & low != 0 {
                    open.extend([((start | low) + 1, end), (start, start | low)]);
                    continue 'next;
                }
                if end & low != low {
                    open.extend([(end & !low, end), (start, (end & !low) - 1)]);
                    continue 'next;
                }
            }
        }
        let bytes = |code: u32| {
            let mut buffer = [0; 4];
            let text = char::from_u32(code)
                .unwrap_or_default()
                .encode_utf8(&mut buffer);
            text.as_bytes().to_vec()
        };
        sequences.push(bytes(start).into_iter().zip(bytes(end)).collect());
    }
}

/// The bytes of the states of Unicode properties, where they are many.
pub(super) const LARGE: &[(u64, &str)] = &[
    (55_792, "graphemebase grbase"),
    (51_228, "assigned"),
    (51_108, "print"),
    (50_784, "graph"),
    (49_900, "word"),
    (49_848, "xidc xidcontinue"),
    (49_620, "idc idcontinue"),
    (48_988, "alnum"),
    (47_136, "alpha alphabetic"),
    (43_320, "xids xidstart"),
    (43_120, "c other"),
    (42_996, "ids idstart"),
    (42_764, "l letter"),
    (42_436, "cn unassigned"),
    (34_300, "lo otherletter"),
    (28_196, "lower lowercase"),
    (27_632, "ll lowercaseletter"),
    (27_008, "upper uppercase"),
    (26_496, "lu uppercaseletter"),
    (25_380, "changeswhenuppercased cwu"),
    (25_312, "changeswhentitlecased cwt"),
    (25_064, "changeswhencasefolded cwcf"),
    (24_560, "caseignorable ci"),
    (24_536, "changeswhenlowercased cwl"),
    (20_260, "graphemeextend grext"),
    (19_412, "mn nonspacingmark"),
    (18_764, "combiningmark m mark"),
    (15_792, "s symbol"),
    (14_576, "oalpha otheralphabetic"),
    (13_472, "dia diacritic"),
    (13_120, "othersymbol so"),
    (12_672, "common zyyy"),
    (11_916, "p punct punctuation"),
    (11_276, "otherpunctuation po"),
    (10_436, "cased"),
    (10_308, "mc spacingmark"),
    (9_748, "n number"),
    (9_576, "casedletter lc"),
    (8_396, "changeswhencasemapped cwcm"),
    (7_624, "emoji"),
    (7_348, "term terminalpunctuation"),
    (7_168, "math"),
    (6_700, "omath othermath"),
    (5_796, "sentenceterminal sterm"),
    (5_560, "bidim bidimirrored"),
    (5_116, "decimalnumber digit nd"),
    (5_100, "no othernumber"),
    (5_072, "extendedpictographic extpict"),
    (4_984, "lm modifierletter"),
    (4_820, "emojipresentation epres"),
    (4_200, "graphemelink grlink"),
    (3_960, "mathsymbol sm"),
    (3_952, "ideo ideographic"),
    (3_708, "openpunctuation ps"),
    (3_620, "han hani"),
    (3_580, "arab arabic"),
    (3_504, "closepunctuation pe"),
    (3_368, "ogrext othergraphemeextend"),
    (2_980, "ext extender"),
    (2_848, "latin latn"),
    (2_776, "uideo unifiedideograph"),
    (2_408, "inherited qaai zinh"),
    (2_248, "sd softdotted"),
    (2_244, "greek grek"),
    (2_144, "ebase emojimodifierbase"),
    (2_080, "ethi ethiopic"),
    (2_052, "modifiersymbol sk"),
    (1_992, "nchar noncharactercodepoint"),
    (1_976, "olower otherlowercase"),
    (1_816, "cf format"),
    (1_792, "patsyn patternsyntax"),
    (1_720, "currencysymbol sc"),
    (1_632, "dash"),
];
