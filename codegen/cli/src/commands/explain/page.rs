//! Turns a code into its section of the page of diagnostics.

use cratify::Code;

/// The page, which is also documentation: a reason, an example and the mend for each code.
const PAGE: &str = include_str!("../../../diagnostics.md");

/// The section of a code, with its heading.
pub(super) fn section(code: Code) -> String {
    let heading = format!("## {code}");
    let start = PAGE.find(&heading).unwrap_or(PAGE.len());
    let rest = &PAGE[start..];
    let end = rest.find("\n## ").map_or(rest.len(), |end| end + 1);
    format!("{}\n", rest[..end].trim_end())
}

#[cfg(test)]
mod tests {
    use cratify::{Code, Located};

    use super::section;

    /// The first example of a section: its language and its text.
    fn example(section: &str) -> Option<(&str, &str)> {
        let (_, rest) = section.split_once("```")?;
        let (language, rest) = rest.split_once('\n')?;
        Some((language, rest.split_once("```")?.0))
    }

    fn diagnostics(language: &str, text: &str) -> Vec<Located> {
        let path = format!("example.{language}");
        match cratify::configure().schema_text(path, text).generate() {
            Ok(generated) => generated.warnings().to_vec(),
            Err(error) => error.diagnostics().to_vec(),
        }
    }

    #[test]
    fn each_code_has_a_section_whose_example_raises_it() {
        let mut faults = Vec::new();
        for code in Code::ALL {
            let section = section(*code);
            if !section.starts_with(&format!("## {code}: {}\n\n", code.title())) {
                faults.push(format!(
                    "{code}: no section with the heading `{code}: {}`",
                    code.title()
                ));
                continue;
            }
            let Some((language, text)) = example(&section) else {
                faults.push(format!("{code}: no example"));
                continue;
            };
            let is_document = ["yaml", "json"].contains(&language);
            if is_document != code.is_of_document() {
                faults.push(format!(
                    "{code}: the example is a document, or should be one"
                ));
            } else if is_document
                && !diagnostics(language, text)
                    .iter()
                    .any(|one| one.code == *code)
            {
                let raised = diagnostics(language, text);
                faults.push(format!(
                    "{code}: the example does not raise it but {raised:?}"
                ));
            }
            if !section.contains("\n**Mend.** ") {
                faults.push(format!("{code}: no mend"));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}
