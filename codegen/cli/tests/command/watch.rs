//! `watch`.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::{Folder, PETS};

/// A running command, which ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Waits until the module has this text.
fn wait_for(folder: &Folder, text: &str) {
    let start = Instant::now();
    while !(folder.has("pets.rs") && folder.read("pets.rs").contains(text)) {
        assert!(
            start.elapsed() < Duration::from_secs(60),
            "{text} was not written"
        );
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn each_change_is_generated_and_mistakes_leave_the_output_alone() {
    let folder = Folder::new();
    folder.write(
        "api/pets.yaml",
        &PETS.replace("{type: string, minLength: 1}", "{$ref: name.yaml}"),
    );
    folder.write("api/name.yaml", "{type: string, minLength: 1}");
    let command = Command::new(env!("CARGO_BIN_EXE_cargo-cratify"))
        .current_dir(folder.path())
        .args(["watch", "api/pets.yaml", "--module", "pets.rs"])
        .stderr(Stdio::null())
        .spawn();
    let _running = Running(command.expect("the command starts"));
    wait_for(&folder, "\"minLength\": 1");
    // The file that a reference leads to.
    folder.write("api/name.yaml", "{type: string, minLength: 22}");
    wait_for(&folder, "\"minLength\": 22");
    folder.write("api/name.yaml", "{type: strnig}");
    std::thread::sleep(Duration::from_millis(700));
    assert!(folder.read("pets.rs").contains("\"minLength\": 22"));
    folder.write("api/name.yaml", "{type: string, minLength: 333}");
    wait_for(&folder, "\"minLength\": 333");
}
