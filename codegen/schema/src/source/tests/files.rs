//! Files that cannot be read.

use super::*;
use crate::diagnostic::Code;

#[test]
fn files_that_cannot_be_read() {
    let folder = std::env::temp_dir().join(format!("cratify-files-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a writable temporary folder");
    let code = |name: &str, bytes: Option<&[u8]>| {
        let path = folder.join(name);
        if let Some(bytes) = bytes {
            std::fs::write(&path, bytes).expect("a writable temporary folder");
        }
        let mut diagnostics = Diagnostics::new();
        assert!(Source::read(&path, &mut diagnostics).is_none());
        let text = render(
            &diagnostics,
            &Resolver::new(&Sources::new(), &diagnostics),
            Style::Plain,
        );
        text.replace(&format!("{}/", folder.display()), "")
    };
    let missing = code("missing.yaml", None);
    assert!(
        missing.starts_with("error[CR0101]: there is no file `missing.yaml`"),
        "{missing}"
    );
    assert!(code(".", None).starts_with("error[CR0102]"));
    assert!(code("empty.yaml", Some(b"")).starts_with("error[CR0106]"));
    if cfg!(unix) {
        let mut diagnostics = Diagnostics::new();
        assert!(Source::read(Path::new("/dev/zero"), &mut diagnostics).is_none());
        assert_eq!(
            diagnostics.iter().next().map(|one| one.code),
            Some(Code::Unreadable)
        );
    }
    let expected = "\
error[CR0105]: the document is not UTF-8: byte 8, on line 2, cannot be read
 --> latin.yaml:2:4
  |
2 | b: �
  |    ^ the byte 0xE9 is not valid UTF-8 here
  |
  = help: save the file as UTF-8
";
    assert_eq!(code("latin.yaml", Some(b"a: 1\nb: \xe9\nc: 1\n")), expected);
    let utf16 = code("utf16.yaml", Some(b"\xff\xfea\0"));
    assert!(utf16.contains("this looks like UTF-16"), "{utf16}");
    std::fs::remove_dir_all(&folder).expect("the folder just made");
}
