//! Turns text of settings and documents into paths of types, modules and derives.
//!
//! The reader knows the part of Rust's grammar that names a type from any module: segments, generic
//! arguments, and tuples and slices in these. It writes a path as Rust's formatter does.

use super::plain::is_plain_ident;

/// How deep generic arguments may be nested.
const DEEPEST: usize = 16;

/// Types that have no path.
const WITHOUT_PATH: [&str; 21] = [
    "String", "Vec", "Option", "Box", "bool", "char", "str", "f32", "f64", "i8", "i16", "i32",
    "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128", "usize",
];

/// A path that is valid Rust.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RustPath {
    text: String,
    crates: Vec<String>,
}

impl RustPath {
    /// Reads the path of a type; `None` where the text is not such a path.
    pub fn of_type(text: &str) -> Option<Self> {
        let mut reader = Reader::new(text);
        reader.path(0)?;
        reader.finish()
    }

    /// Reads the path of a module; `None` where the text is not such a path.
    pub fn of_module(text: &str) -> Option<Self> {
        let path = Self::of_type(text)?;
        (!path.text.contains('<')).then_some(path)
    }

    /// Reads a list of derives with commas between them: `Eq, std::hash::Hash`; `None` where the text
    /// is not such a list, or an empty one.
    pub fn of_derives(text: &str) -> Option<Vec<Self>> {
        let text = text.trim();
        let list = text.strip_suffix(',').unwrap_or(text).split(',');
        list.map(|text| {
            let mut reader = Reader::new(text);
            reader.derive()?;
            reader.finish()
        })
        .collect()
    }

    /// The path as Rust spells it.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The last segment, without generic arguments.
    pub fn last(&self) -> &str {
        let path = self.text.split('<').next().unwrap_or_default();
        path.rsplit("::").next().unwrap_or_default()
    }

    /// The crates that it names, without the standard library and the generated crate itself.
    pub fn crates(&self) -> &[String] {
        &self.crates
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

    /// The first segment.
    fn first(&mut self) -> Option<&'t str> {
        let _ = self.take("::");
        // The generated crate does not link `alloc`; all that it has is in `std` too.
        let first = match self.word()? {
            "alloc" => "std",
            first => first,
        };
        self.written.push_str(first);
        Some(first)
    }

    /// A path with at least two segments, or one of the types that have none.
    fn path(&mut self, depth: usize) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        let first = self.first()?;
        self.arguments(depth)?;
        let mut segments = 1;
        while self.take("::").is_some() {
            let word = self.word().filter(|word| is_plain_ident(word))?;
            self.written.push_str("::");
            self.written.push_str(word);
            self.arguments(depth)?;
            segments += 1;
        }
        match segments {
            1 => WITHOUT_PATH.contains(&first).then_some(()),
            _ => self.starts_with(first),
        }
    }

    /// The path of a derive: segments without arguments.
    fn derive(&mut self) -> Option<()> {
        let first = self.first()?;
        let mut segments = 1;
        while self.take("::").is_some() {
            let word = self.word().filter(|word| is_plain_ident(word))?;
            self.written.push_str("::");
            self.written.push_str(word);
            segments += 1;
        }
        self.rest = self.rest.trim_start();
        match segments {
            1 => is_plain_ident(first).then_some(()),
            _ => self.starts_with(first),
        }
    }

    /// Notes the crate that the first of several segments names.
    fn starts_with(&mut self, first: &str) -> Option<()> {
        match first {
            "crate" | "std" | "core" => {}
            first if is_plain_ident(first) => self.crates.push(first.to_owned()),
            _ => return None,
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
            ("alloc::string::String", "std::string::String", &[]),
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

    #[test]
    fn lists_of_derives() {
        let read = |text: &str| -> Option<Vec<String>> {
            let paths = RustPath::of_derives(text)?;
            Some(paths.iter().map(|path| path.as_str().to_owned()).collect())
        };
        for (text, paths) in [
            ("Eq", &["Eq"][..]),
            (" Eq,Hash , ", &["Eq", "Hash"]),
            ("::strum :: EnumIter", &["strum::EnumIter"]),
            (
                "std::hash::Hash, crate::Mine",
                &["std::hash::Hash", "crate::Mine"],
            ),
        ] {
            let paths = paths.iter().map(|path| (*path).to_owned()).collect();
            assert_eq!(read(text), Some(paths), "{text:?}");
        }
        for text in [
            "",
            ",",
            "Eq Hash",
            "Eq,,Hash",
            ", Eq",
            "Vec<u8>",
            "1",
            "type",
            "self::A",
            "a::type",
            "#[derive(Eq)]",
            "Eq)] struct A;",
            "a::",
            "a:b",
        ] {
            assert_eq!(read(text), None, "{text:?}");
        }
        let list = RustPath::of_derives("Eq, std::hash::Hash, strum::EnumIter");
        let crates = list
            .expect("it is a list")
            .into_iter()
            .flat_map(|path| path.crates);
        assert_eq!(crates.collect::<Vec<_>>(), ["strum"]);
        let path = RustPath::of_type("a::B<c::D>").expect("it is a path");
        assert_eq!(path.last(), "B");
    }
}
