//! Turns a path into text: the file system's part of reading a document.
//!
//! Reports all problems of a file that come before its syntax, each
//! under a code of its own, because each has a different mend.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, SourceLocation};

/// The largest document that is read: 256 MiB.
///
/// The value tree takes several times the text's size, so a larger one is more likely the
/// wrong file than a schema.
pub(super) const MAX_DOCUMENT_BYTES: u64 = 256 * 1024 * 1024;

/// The text of the file, or its problem.
///
/// # Errors
///
/// It cannot be read, is too large, or is not UTF-8.
pub fn read_text(path: &Path) -> Result<String, Box<Diagnostic>> {
    read_limited(path, MAX_DOCUMENT_BYTES)
}

fn read_limited(path: &Path, limit: u64) -> Result<String, Box<Diagnostic>> {
    let unreadable = |error: &std::io::Error| io_diagnostic(path, error);
    let metadata = fs::metadata(path).map_err(|error| unreadable(&error))?;
    if metadata.is_dir() {
        return Err(Diagnostic::error(
            Code::IsDirectory,
            SourceLocation::File(path.to_owned()),
            format!("`{}` is a folder, not a document", path.display()),
        )
        .help("name the file itself")
        .into());
    }
    if !metadata.is_file() {
        // A pipe or device has no size to check beforehand and may never end.
        return Err(Diagnostic::error(
            Code::Unreadable,
            SourceLocation::File(path.to_owned()),
            format!("`{}` is not a regular file", path.display()),
        )
        .help("copy the document into a file and name that")
        .into());
    }
    if metadata.len() > limit {
        return Err(too_large(path, limit, metadata.len()).into());
    }
    let mut bytes = Vec::new();
    // One byte more than allowed, so that a file that grew since the check is noticed.
    File::open(path)
        .and_then(|file| file.take(limit + 1).read_to_end(&mut bytes))
        .map_err(|error| unreadable(&error))?;
    if bytes.len() as u64 > limit {
        return Err(too_large(path, limit, bytes.len() as u64).into());
    }
    String::from_utf8(bytes).map_err(|error| not_utf8(path, error.as_bytes()).into())
}

fn io_diagnostic(path: &Path, error: &std::io::Error) -> Diagnostic {
    let place = SourceLocation::File(path.to_owned());
    let shown = path.display();
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => {
            let missing = Diagnostic::error(
                Code::FileMissing,
                place,
                format!("there is no file `{shown}`"),
            )
            .help("check the spelling of the path, and where it starts from");
            match std::path::absolute(path) {
                Ok(full) if full != path => missing.note(format!("looked at {}", full.display())),
                _ => missing,
            }
        }
        ErrorKind::PermissionDenied => Diagnostic::error(
            Code::Unreadable,
            place,
            format!("no permission to read `{shown}`"),
        )
        .help("give the user that runs the build read access to the file"),
        _ => Diagnostic::error(
            Code::Unreadable,
            place,
            format!("cannot read `{shown}`: {error}"),
        )
        .help("check the disk, or copy the file to another place"),
    }
}

fn too_large(path: &Path, limit: u64, size: u64) -> Diagnostic {
    Diagnostic::error(
        Code::TooLarge,
        SourceLocation::File(path.to_owned()),
        format!("the document is too large: {size} bytes, and the limit is {limit}"),
    )
    .help("check that this is the intended document")
}

fn not_utf8(path: &Path, bytes: &[u8]) -> Diagnostic {
    /// How much after the offending byte is shown.
    const SHOWN: usize = 80;
    let valid = match std::str::from_utf8(bytes) {
        Ok(_) => bytes.len(),
        Err(error) => error.valid_up_to(),
    };
    let line = bytes[..valid].split(|byte| *byte == b'\n').count();
    let found = bytes.get(valid).copied().unwrap_or_default();
    // Everything before the first bad byte is unchanged by the lossy reading, so offsets agree.
    let shown = &bytes[..bytes.len().min(valid + SHOWN)];
    let text: Arc<str> = Arc::from(String::from_utf8_lossy(shown));
    let end = (valid + char::REPLACEMENT_CHARACTER.len_utf8()).min(text.len());
    let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    Diagnostic::error(
        Code::NotUtf8,
        SourceLocation::InlineText {
            path: path.to_owned(),
            text,
            range: valid..end,
        },
        format!("the document is not UTF-8: byte {valid}, on line {line}, cannot be read"),
    )
    .label(format!("the byte 0x{found:02X} is not valid UTF-8 here"))
    .help(if utf16 {
        "this looks like UTF-16: save the file as UTF-8"
    } else {
        "save the file as UTF-8"
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_is_checked_before_reading() {
        let path = std::env::temp_dir().join(format!("cratify-limit-{}", std::process::id()));
        fs::write(&path, "12345").expect("a writable temporary folder");
        assert_eq!(read_limited(&path, 5).ok().as_deref(), Some("12345"));
        let refused = read_limited(&path, 4).expect_err("five bytes are too many");
        assert_eq!(refused.code, Code::TooLarge);
        fs::remove_file(&path).expect("the file just written");
    }
}
