//! Turns a packed crate, as `cargo package` writes it, into the text of the record of its release.
//!
//! The archive is read in memory, up to a limit, and nothing of it is unpacked: its paths, links and modes have no effect.

use std::fs::File;
use std::io::Read;
use std::path::{Component, Path};

use flate2::read::GzDecoder;
use tar::{Archive, Entry};

/// The most that an archive may unpack to, in bytes.
const LARGEST: u64 = 256 << 20;

/// Whether a file is a packed crate, by its name.
pub(super) fn is_crate(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "crate")
}

/// The text of the record of the version that was packed.
pub(super) fn record(path: &Path) -> Result<String, String> {
    let file = File::open(path).map_err(|error| format!("it cannot be read: {error}"))?;
    read(file, LARGEST)
}

fn read(file: impl Read, largest: u64) -> Result<String, String> {
    let mut archive = Archive::new(GzDecoder::new(file).take(largest));
    let found = find(&mut archive);
    if archive.into_inner().limit() == 0 {
        return Err(format!("it unpacks to {largest} bytes or more"));
    }
    let text = found.map_err(|error| format!("it is not a packed crate: {error}"))?;
    text.ok_or_else(|| {
        "it has no record of its release: `cargo cratify release --records generated/released` puts the records into the crate"
            .to_owned()
    })
}

fn find(archive: &mut Archive<impl Read>) -> std::io::Result<Option<String>> {
    for entry in archive.entries()? {
        let mut entry = entry?;
        if is_record(&entry)? {
            let mut text = String::new();
            let read = entry.read_to_string(&mut text)?;
            // The library takes the end of the archive for the end of the file.
            if read as u64 != entry.size() {
                return Err(std::io::ErrorKind::UnexpectedEof.into());
            }
            return Ok(Some(text));
        }
    }
    Ok(None)
}

/// Whether a file is called as the record of the version: `released/1.2.0.json` in `shop-1.2.0`.
fn is_record(entry: &Entry<'_, impl Read>) -> std::io::Result<bool> {
    let path = entry.path()?;
    let mut parts = path.components();
    let root = parts.next();
    let stem = path.file_stem().and_then(|stem| stem.to_str());
    let (Some(Component::Normal(root)), Some(stem)) = (root, stem) else {
        return Ok(false);
    };
    let is_of = root
        .to_str()
        .is_some_and(|root| root.ends_with(&format!("-{stem}")));
    let is_json = path.extension().is_some_and(|ending| ending == "json");
    let stays = parts.all(|part| matches!(part, Component::Normal(_)));
    Ok(is_of && is_json && stays && entry.header().entry_type().is_file())
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;
    use tar::{Builder, EntryType, Header};

    use super::read;

    fn packed(files: &[(&str, EntryType, &str)]) -> Vec<u8> {
        let mut builder = Builder::new(GzEncoder::new(Vec::new(), Compression::fast()));
        for (path, kind, text) in files {
            let mut header = Header::new_old();
            // As a hostile archive has it: the methods of the library refuse such a path.
            header.as_old_mut().name[..path.len()].copy_from_slice(path.as_bytes());
            header.set_entry_type(*kind);
            header.set_size(text.len() as u64);
            header.set_cksum();
            builder.append(&header, text.as_bytes()).unwrap();
        }
        builder.into_inner().unwrap().finish().unwrap()
    }

    fn found(files: &[(&str, EntryType, &str)]) -> Result<String, String> {
        read(&*packed(files), 1 << 20)
    }

    #[test]
    fn the_record_of_the_version_is_found() {
        let file = EntryType::Regular;
        let text = found(&[
            ("a-b-1.2.0/src/lib.rs", file, "x"),
            ("a-b-1.2.0/released/1.1.0.json", file, "old"),
            ("a-b-1.2.0/released/1.2.0.json", file, "new"),
        ]);
        assert_eq!(text.as_deref(), Ok("new"));
    }

    #[test]
    fn a_hostile_archive_is_refused() {
        let (file, link) = (EntryType::Regular, EntryType::Symlink);
        for path in [
            "../a-1.0.0/1.0.0.json",
            "/a-1.0.0/1.0.0.json",
            "a-1.0.0/../1.0.0.json",
            "1.0.0.json",
        ] {
            let reason = found(&[(path, file, "x")]).unwrap_err();
            assert!(
                reason.contains("no record of its release"),
                "{path}: {reason}"
            );
        }
        let reason = found(&[("a-1.0.0/1.0.0.json", link, "")]).unwrap_err();
        assert!(reason.contains("no record of its release"), "{reason}");
        let zeros = "0".repeat(2 << 20);
        for path in ["a-1.0.0/1.0.0.json", "a-1.0.0/large"] {
            let reason = found(&[(path, file, &zeros)]).unwrap_err();
            assert!(reason.contains("unpacks to"), "{reason}");
        }
        let good = packed(&[("a-1.0.0/1.0.0.json", file, "x")]);
        for broken in [&good[..good.len() / 2], b"", b"no archive"] {
            let reason = read(broken, 1 << 20).unwrap_err();
            assert!(reason.contains("not a packed crate"), "{reason}");
        }
        // A file that claims to be longer than it is.
        let mut header = Header::new_gnu();
        header.set_path("a-1.0.0/1.0.0.json").unwrap();
        header.set_size(1 << 40);
        header.set_cksum();
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(header.as_bytes()).unwrap();
        let reason = read(&*encoder.finish().unwrap(), 1 << 20).unwrap_err();
        assert!(reason.contains("not a packed crate"), "{reason}");
    }
}
