//! Paths of Rust types and modules, as settings and documents give them.
//!
//! Only so much of Rust's grammar is known as names a type from anywhere: segments, generic arguments,
//! tuples and slices in these. What is left of a path is written as Rust's formatter would.

use crate::names::is_plain_ident;

/// How deep arguments go.
const DEEPEST: usize = 16;

/// Types that have no path.
const WITHOUT_PATH: [&str; 21] = [
    "String", "Vec", "Option", "Box", "bool", "char", "str", "f32", "f64", "i8", "i16", "i32",
    "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128", "usize",
];

/// A path that Rust can read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RustPath {
    /// The path.
    pub text: String,
    /// The crates that it names, without those that are there for all.
    pub crates: Vec<String>,
}

impl RustPath {
    /// Reads the path of a type; `None` where it is none.
    pub(super) fn of_type(text: &str) -> Option<Self> {
        let mut reader = Reader::new(text);
        reader.path(0)?;
        reader.finish()
    }

    /// Reads the path of a module; `None` where it is none.
    pub(super) fn of_module(text: &str) -> Option<Self> {
        let path = Self::of_type(text)?;
        (!path.text.contains('<')).then_some(path)
    }
}

struct Reader<'t> {
    rest: &'t str,
    written: String,
    crates: Vec<String>,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            rest: text.trim(),
            written: String::new(),
            crates: Vec::new(),
        }
    }

    fn finish(self) -> Option<RustPath> {
        self.rest.is_empty().then_some(RustPath {
            text: self.written,
            crates: self.crates,
        })
    }

    /// Takes a sign; what is around it is white space.
    fn take(&mut self, sign: &str) -> Option<()> {
        self.rest = self.rest.trim_start().strip_prefix(sign)?;
        Some(())
    }

    fn word(&mut self) -> Option<&'t str> {
        let rest = self.rest.trim_start();
        let end = rest
            .find(|c: char| !(c.is_alphanumeric() || c == '_'))
            .unwrap_or(rest.len());
        self.rest = &rest[end..];
        (end > 0).then_some(&rest[..end])
    }

    /// A path with at least two segments, or one of the types that have none.
    fn path(&mut self, depth: usize) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        let _ = self.take("::");
        let first = self.word()?;
        self.written.push_str(first);
        self.arguments(depth)?;
        let mut segments = 1;
        while self.take("::").is_some() {
            let word = self.word().filter(|word| is_plain_ident(word))?;
            self.written.push_str("::");
            self.written.push_str(word);
            self.arguments(depth)?;
            segments += 1;
        }
        match (first, segments) {
            ("crate" | "std" | "core", 2..) => {}
            (first, 1) => return WITHOUT_PATH.contains(&first).then_some(()),
            (first, _) => {
                if !is_plain_ident(first) {
                    return None;
                }
                self.crates.push(first.to_owned());
            }
        }
        Some(())
    }

    /// Generic arguments, if there are any.
    fn arguments(&mut self, depth: usize) -> Option<()> {
        if self.take("<").is_none() {
            return Some(());
        }
        self.written.push('<');
        self.list(">", depth)
    }

    /// Types up to the sign that ends them.
    fn list(&mut self, end: &str, depth: usize) -> Option<()> {
        let mut first = true;
        loop {
            if self.take(end).is_some() {
                self.written.push_str(end);
                return Some(());
            }
            if !first {
                self.written.push_str(", ");
            }
            first = false;
            self.argument(depth + 1)?;
            if self.take(",").is_none() {
                self.take(end)?;
                self.written.push_str(end);
                return Some(());
            }
        }
    }

    fn argument(&mut self, depth: usize) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        if self.take("(").is_some() {
            self.written.push('(');
            return self.list(")", depth);
        }
        if self.take("[").is_some() {
            self.written.push('[');
            self.argument(depth + 1)?;
            if self.take(";").is_some() {
                let length = self.word()?;
                length.parse::<usize>().ok()?;
                self.written.push_str("; ");
                self.written.push_str(length);
            }
            self.take("]")?;
            self.written.push(']');
            return Some(());
        }
        self.path(depth)
    }
}

#[cfg(test)]
mod tests {
    use super::RustPath;

    fn read(text: &str) -> Option<(String, Vec<String>)> {
        RustPath::of_type(text).map(|path| (path.text, path.crates))
    }

    #[test]
    fn paths_of_types() {
        for (text, written, crates) in [
            ("uuid::Uuid", "uuid::Uuid", &["uuid"][..]),
            (" :: money :: Money ", "money::Money", &["money"]),
            ("std::net::Ipv4Addr", "std::net::Ipv4Addr", &[]),
            ("Vec<u8>", "Vec<u8>", &[]),
            ("crate::Order", "crate::Order", &[]),
            (
                "chrono::DateTime< chrono::Utc >",
                "chrono::DateTime<chrono::Utc>",
                &["chrono", "chrono"],
            ),
            (
                "a::B<(c::D, [u8;4]), Box<[u8]>,>::E",
                "a::B<(c::D, [u8; 4]), Box<[u8]>>::E",
                &["c", "a"],
            ),
        ] {
            let crates = crates.iter().map(|name| (*name).to_owned()).collect();
            assert_eq!(read(text), Some((written.to_owned(), crates)), "{text}");
        }
    }

    #[test]
    fn what_is_no_path() {
        let deep = format!("a::B{}u8{}", "<Vec".repeat(40), ">".repeat(40));
        for text in [
            "",
            "Money",
            "my-crate::Money",
            "a::",
            "::",
            "a::b c",
            "a::B<",
            "a::B<u8",
            "a::B>",
            "a::B<,>",
            "a::struct",
            "self::A",
            "super::A",
            "std",
            "a::B<&'static str>",
            "a.b",
            "1a::B",
            "a::B; evil()",
            "a::B {}",
            &deep,
        ] {
            assert_eq!(read(text), None, "{text:?}");
        }
        assert_eq!(RustPath::of_module("a::b<u8>"), None);
    }
}
