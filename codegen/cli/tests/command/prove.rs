//! `prove`, as far as nothing is compiled.

use std::fs::File;
use std::io::Read;
use std::process::{Command, Stdio};

use crate::{Folder, PETS};

#[test]
fn what_cannot_be_proven_is_said() {
    let folder = Folder::new();
    let run = folder.run("prove missing.yaml");
    assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{}", run.stderr);
    folder.write("wrong.yaml", &PETS.replace("type: string", "type: strin"));
    assert_eq!(folder.run("prove wrong.yaml").status, 1);
    folder.write(
        "taken.yaml",
        &PETS.replace("title: Pets", "title: Cratify check"),
    );
    let run = folder.run("prove taken.yaml");
    assert_eq!(run.status, 2);
    assert!(
        run.stderr
            .contains("name it: `x-crate: { name: my-crate }`"),
        "{}",
        run.stderr
    );
    assert!(!folder.has("target/cratify-prove/cratify_check/src"));
}

#[test]
fn nothing_is_proven_of_nothing() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    folder.write(
        "cratify.toml",
        "extern-type = { Pet = 'pets::Pet' }\ndependencies = { pets = '1' }\n",
    );
    let run = folder.run("prove pets.yaml");
    assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{}", run.stderr);
    assert!(
        run.stderr.contains("there is nothing to prove"),
        "{}",
        run.stderr
    );
}

#[test]
fn one_proof_at_a_time_uses_a_folder() {
    let folder = Folder::new();
    folder.write("pets.yaml", PETS);
    folder.write("target/cratify-prove/.lock", "");
    let lock = File::open(folder.path().join("target/cratify-prove/.lock"));
    let lock = lock.expect("it was written");
    lock.lock().expect("no other process has the lock");
    let mut child = Command::new(env!("CARGO_BIN_EXE_cargo-cratify"))
        .current_dir(folder.path())
        .args(["prove", "pets.yaml"])
        .env_remove("CARGO_TARGET_DIR")
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let said = "waiting for another proof in target/cratify-prove\n";
    let mut text = vec![0; said.len()];
    let mut stderr = child.stderr.take().expect("it is a pipe");
    let read = stderr.read_exact(&mut text);
    let _ = child.kill();
    let _ = child.wait();
    assert!(read.is_ok());
    assert_eq!(String::from_utf8_lossy(&text), said);
    assert!(!folder.has("target/cratify-prove/pets"));
}
