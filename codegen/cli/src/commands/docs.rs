//! `docs`: turns a document into pages of all models, and a diagram of how they refer to each other.

use std::collections::BTreeSet;

use cratify::Generated;

use crate::arguments::Docs;
use crate::findings::Terminal;
use crate::stop::Outcome;

pub(crate) fn run(arguments: &Docs, terminal: &Terminal) -> Outcome {
    let config = arguments.settings.config(&arguments.documents.paths)?;
    // Pages are not a package, so what a manifest lacks does not matter.
    let config = config.module("types");
    let generated = config.generate().map_err(|error| terminal.errors(&error))?;
    terminal.warnings(&generated);
    let diagram = diagram(&generated);
    let Some(folder) = &arguments.output else {
        terminal.result(&diagram)?;
        return Ok(());
    };
    let page = format!("# Models\n\n```mermaid\n{diagram}```\n");
    // A model may be called `Models`.
    let is_free = |name: &&str| {
        let mut files = generated.files();
        files.all(|(path, _)| path.strip_prefix("docs/") != Some(*name))
    };
    let names = ["models.md", "diagram.md", "diagram_of_models.md"];
    let Some(name) = names.iter().find(|name| is_free(name)) else {
        return Err(format!(
            "the diagram has no page: models have all of {}",
            names.join(", ")
        )
        .into());
    };
    let written = generated.write_pages(folder, &[(name, &page)]);
    let written = written.map_err(|error| terminal.errors(&error))?;
    terminal.message(&format!("{}: {written} pages written", folder.display()));
    Ok(())
}

/// A flowchart of Mermaid: an arrow from each type to the types of its members.
fn diagram(generated: &Generated) -> String {
    let mut text = String::from("flowchart LR\n");
    let references: BTreeSet<(&str, &str)> = generated.references().collect();
    // An alias that is one with its target has the same name.
    let mut seen = BTreeSet::new();
    for (name, _) in generated.types().filter(|(name, _)| seen.insert(*name)) {
        text.push_str(&format!("    {}[\"{name}\"]\n", id(name)));
    }
    for (from, to) in references {
        text.push_str(&format!("    {} --> {}\n", id(from), id(to)));
    }
    text
}

/// The name of a node. Some words, such as `end`, mean something to Mermaid; none of them begins so.
fn id(name: &str) -> String {
    format!("t_{}", name.replace("::", "__"))
}
