use std::fs;
use std::path::Path;

use super::{FORMAT, Head, MARK};

const DOCUMENT: &str = "\
openapi: 3.1.0
info: { title: Shop, version: 1.2.0, license: { identifier: MIT } }
components:
  schemas:
    Id: { type: string }
";

/// The warnings of a build of a document beside the record of a crate of another document.
fn said(now: &str, then: &str, record: impl Fn(String) -> String) -> String {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let generate = |text: &str| {
        let config = crate::configure().schema_text("shop.yaml", text);
        config.records(folder.path().join("released"))
    };
    let released = generate(then).generate();
    let released = released.unwrap_or_else(|error| panic!("{error}"));
    let info = &released.content.package.info;
    let text = serde_json::json!({
        MARK: FORMAT, "hash": "", "package": info.name, "version": info.version, "texts": released.texts(),
    });
    // The rest of a record is not read.
    let text = text
        .to_string()
        .replacen('}', "}, \"documents\": { \"never\": ", 2);
    let records = folder.path().join("released");
    fs::create_dir(&records).expect("a folder can be made");
    fs::write(records.join("1.json"), record(text)).expect("a file can be written");
    let said = match generate(now).generate_for_build() {
        Ok(built) => built.rendered_warnings().to_owned(),
        Err(error) => error.to_string(),
    };
    said.replace(&*folder.path().to_string_lossy(), "")
}

#[test]
fn a_changed_crate_needs_a_later_version() {
    let as_it_is = |text| text;
    let edited = DOCUMENT.replace("type: string", "type: string, maxLength: 5");
    assert_eq!(said(DOCUMENT, DOCUMENT, as_it_is), "");
    let expected = "\
warning[CR0706]: the crate has changed since its last release, and its version was not raised
 --> shop.yaml:2:31
  |
2 | info: { title: Shop, version: 1.2.0, license: { identifier: MIT } }
  |                               ^^^^^ version 1.2.0 is released
  |
  = note: at #/info/version
  = note: `/released/1.json` has another text of `docs/id.md` and of 2 more files
  = help: raise the version: `cargo cratify release` says how far
";
    assert_eq!(said(&edited, DOCUMENT, as_it_is), expected);
    let later = edited.replace("1.2.0", "1.2.1");
    assert_eq!(said(&later, DOCUMENT, as_it_is), "");
    let earlier = edited.replace("1.2.0", "1.1.9");
    assert!(said(&earlier, DOCUMENT, as_it_is).contains("CR0706"));
    // The version by itself is not a change of the crate, and may come from an older branch.
    assert_eq!(
        said(&DOCUMENT.replace("1.2.0", "1.1.9"), DOCUMENT, as_it_is),
        ""
    );
    // `x-crate` decides where it has a version, a JSON Schema has one of its own, and a document may have none.
    let own = edited.replace("info:", "x-crate: { version: 1.2.0 }\ninfo:");
    assert!(said(&own, DOCUMENT, as_it_is).contains(" --> shop.yaml:2:21\n"));
    let schema = |length: u32| format!("version: 1.0.0\ntype: string\nmaxLength: {length}\n");
    assert!(said(&schema(1), &schema(2), as_it_is).contains(" --> shop.yaml:1:10\n"));
    let schema = |length: u32| format!("type: string\nmaxLength: {length}\n");
    assert!(said(&schema(1), &schema(2), as_it_is).contains("CR0706"));
}

#[test]
fn a_record_that_tells_nothing_is_named() {
    let expect = |record: fn(String) -> String, expected: &str| {
        let said = said(DOCUMENT, DOCUMENT, record);
        let code = if expected.contains("cats") {
            "CR0706"
        } else {
            "CR0707"
        };
        assert!(said.contains(code) && said.contains(expected), "{said}");
        assert!(said.contains("/released/1.json"), "{said}");
    };
    expect(|text| format!("<<<<<<< ours\n{text}"), "not a record");
    expect(|_| String::new(), "not a record");
    expect(|_| "{}".to_owned(), "not a record");
    expect(|text| text.replace(":1,", ":2,"), "in form 2");
    expect(|text| text.replace("1.2.0", "x"), "version `x`");
    expect(
        |text| text[..text.len() / 2].to_owned(),
        "not a complete record",
    );
    expect(|text| text.replace("\"shop\"", "\"cats\""), "crate `cats`");
}

#[test]
fn the_last_release_counts() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let write = |name: &str, version: &str| {
        let text = format!(r#"{{"{MARK}":1,"package":"a","version":"{version}","texts":{{}}}}"#);
        fs::write(folder.path().join(name), text).expect("a file can be written");
    };
    for (name, version) in [
        ("a.json", "1.9.0"),
        ("b.json", "1.10.0"),
        ("c.json", "1.10.0-rc.1"),
    ] {
        write(name, version);
    }
    write("notes.md", "x");
    let (path, head) = super::last(folder.path())
        .expect("all are records")
        .expect("there are some");
    assert_eq!(
        (path, head.version.to_string()),
        (folder.path().join("b.json"), "1.10.0".to_owned())
    );
    assert!(
        super::last(&folder.path().join("none"))
            .expect("a missing folder is not an error")
            .is_none()
    );
    assert!(Head::read(Path::new("/no/such/file")).is_err());
}
