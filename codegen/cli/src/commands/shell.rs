//! `completions` and `man`: turn the command line into completions for shells and into manual pages.

use clap::CommandFactory;

use crate::arguments::{Arguments, Completions, Man};
use crate::findings::Terminal;
use crate::stop::Outcome;

pub(crate) fn completions(arguments: &Completions, terminal: &Terminal) -> Outcome {
    let mut text = Vec::new();
    // Shells complete the words of a program: Cargo finds this one by its name.
    clap_complete::generate(
        arguments.shell,
        &mut Arguments::command(),
        "cargo-cratify",
        &mut text,
    );
    terminal.result(&String::from_utf8_lossy(&text))?;
    Ok(())
}

pub(crate) fn man(arguments: &Man, terminal: &Terminal) -> Outcome {
    let folder = arguments.folder.display();
    std::fs::create_dir_all(&arguments.folder)
        .and_then(|()| {
            let command = Arguments::command().name("cargo-cratify");
            clap_mangen::generate_to(command, &arguments.folder)
        })
        .map_err(|error| format!("cannot write to {folder}: {error}"))?;
    terminal.message(&format!("manual pages in {folder}"));
    Ok(())
}
