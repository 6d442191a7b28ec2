//! The command lines that people are shown: in the pages of the repository and in the help of the command.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the repository.
pub(crate) fn repository() -> PathBuf {
    let codegen = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    let repository = codegen.and_then(Path::parent);
    repository.expect("the package is in `codegen`").to_owned()
}

/// A section of a page, or the help of a command: what a reader follows from its first line to its last one.
pub(crate) struct Section {
    /// The path of the page, or `--help`.
    pub(crate) page: String,
    /// The heading, or the command.
    pub(crate) heading: String,
    pub(crate) text: String,
}

/// A block of code.
pub(crate) struct Block<'a> {
    pub(crate) language: &'a str,
    pub(crate) text: &'a str,
}

/// All sections of the README, of the documentation, and of the READMEs of the packages.
pub(crate) fn sections() -> Vec<Section> {
    let repository = repository();
    let files = |folder: &str| {
        let entries = fs::read_dir(repository.join(folder)).expect("it can be listed");
        let names = entries.map(|entry| entry.expect("it can be listed").file_name());
        let names = names.map(|name| format!("{folder}/{}", name.to_string_lossy()));
        names.collect::<Vec<_>>()
    };
    let documentation = files("docs").into_iter();
    let packages = files("codegen").into_iter();
    let packages = packages.map(|folder| format!("{folder}/README.md"));
    let mut pages = vec![
        "README.md".to_owned(),
        "codegen/cli/diagnostics.md".to_owned(),
    ];
    pages.extend(documentation.chain(packages));
    pages.retain(|page| repository.join(page).is_file());
    pages.sort();
    pages.iter().flat_map(|page| split(page)).collect()
}

/// The sections of a page: a heading of any level ends the one before it.
fn split(page: &str) -> Vec<Section> {
    let text = fs::read_to_string(repository().join(page)).expect("it can be read");
    let mut sections: Vec<Section> = Vec::new();
    let mut in_code = false;
    for line in text.lines() {
        in_code ^= line.starts_with("```");
        if line.starts_with('#') && !in_code {
            sections.push(Section {
                page: page.to_owned(),
                heading: line.to_owned(),
                text: String::new(),
            });
        } else if let Some(section) = sections.last_mut() {
            section.text.push_str(line);
            section.text.push('\n');
        }
    }
    sections
}

/// The examples in the help of each command, as a block of lines.
pub(crate) fn help() -> Vec<Section> {
    let help = |arguments: &[&str]| {
        let run = Command::new(env!("CARGO_BIN_EXE_cargo-cratify"))
            .args(arguments)
            .output();
        let run = run.expect("the command runs");
        String::from_utf8(run.stdout).expect("the help is text")
    };
    let whole = help(&["--help"]);
    let list = whole.split("Commands:\n").nth(1).expect("a list");
    let commands = list.lines().take_while(|line| !line.is_empty());
    let commands = commands.filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    let commands = commands.filter(|command| !["", "help"].contains(command));
    let examples = commands.map(|command| {
        let text = help(&[command, "--help"]);
        let lines = text.lines().map(str::trim_start);
        let lines = lines.filter(|line| line.starts_with("cargo cratify"));
        Section {
            page: "--help".to_owned(),
            heading: command.to_owned(),
            text: format!("```sh\n{}\n```\n", lines.collect::<Vec<_>>().join("\n")),
        }
    });
    examples.collect()
}

impl Section {
    pub(crate) fn name(&self) -> String {
        format!("{}, {}", self.page, self.heading)
    }

    /// Whether each line stands alone, as the examples of a help do.
    pub(crate) fn is_help(&self) -> bool {
        self.page == "--help"
    }

    pub(crate) fn blocks(&self) -> Vec<Block<'_>> {
        let mut parts = self.text.split("```");
        parts.next();
        let mut blocks = Vec::new();
        while let (Some(block), _) = (parts.next(), parts.next()) {
            let (language, text) = block.split_once('\n').unwrap_or_default();
            blocks.push(Block { language, text });
        }
        blocks
    }

    /// The lines of its blocks `sh`.
    pub(crate) fn lines(&self) -> Vec<&str> {
        let blocks = self.blocks();
        let blocks = blocks.iter().filter(|block| block.language == "sh");
        blocks.flat_map(|block| lines(block.text)).collect()
    }

    /// The command lines in its sentences. One with a word in capitals is a pattern, and no line.
    pub(crate) fn spans(&self) -> Vec<String> {
        let prose = self.text.split("```").step_by(2);
        // The end of a line is a space in code, too.
        let prose: String = prose.collect::<String>().replace('\n', " ");
        let code = prose.split('`').skip(1).step_by(2);
        let lines = code.filter(|code| {
            let starts = ["cargo cratify ", "cargo install ", "cargo run "];
            starts.iter().any(|start| code.starts_with(start))
        });
        let is_pattern = |word: &str| word.len() > 1 && word.chars().all(char::is_uppercase);
        let lines = lines.filter(|line| !line.split(' ').any(is_pattern));
        lines.map(str::to_owned).collect()
    }
}

/// The lines of a block, without the remarks behind them.
pub(crate) fn lines(block: &str) -> impl Iterator<Item = &str> {
    let lines = block.lines().map(|line| line.split("   ").next());
    let lines = lines.flatten().map(str::trim);
    lines.filter(|line| !line.is_empty())
}

/// How a line is run.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// As it is.
    Run,
    /// It compiles: `cargo xtask prove` runs it.
    Compile,
    /// It runs until it is stopped.
    Stop,
    /// The program that it installs is there already.
    Installed,
}

/// How a line is run; nothing if that is not known.
pub(crate) fn how(line: &str) -> Option<How> {
    let mut words = line.split(' ');
    match (words.next()?, words.next().unwrap_or_default()) {
        ("cargo", "cratify") => Some(match words.next()? {
            _ if line.ends_with(" --help") => How::Run,
            "prove" => How::Compile,
            "watch" => How::Stop,
            _ => How::Run,
        }),
        ("cargo", "build" | "test" | "run") => Some(How::Compile),
        ("cargo", "new") | ("cd" | "cp", _) => Some(How::Run),
        ("cargo", "install") => {
            let mut words = words.skip_while(|word| *word == env!("CARGO_PKG_NAME"));
            let is_known = words.all(|word| word == "--no-default-features");
            is_known.then_some(How::Installed)
        }
        _ => None,
    }
}
