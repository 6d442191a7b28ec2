//! Requirements for the version of a dependency, as Cargo reads them.
//!
//! The grammar is that of Cargo's book ("Specifying Dependencies"): comparators separated by commas, each
//! an operator and a version of one to three numbers, the last of which may be wildcards.

/// Whether Cargo can read the text as a requirement.
pub(super) fn is_requirement(text: &str) -> bool {
    let text = text.trim();
    text == "*" || text.split(',').all(|part| is_comparator(part.trim()))
}

fn is_comparator(text: &str) -> bool {
    let operators = [">=", "<=", ">", "<", "=", "~", "^"];
    let operator = operators
        .iter()
        .find(|operator| text.starts_with(**operator));
    let version = operator.map_or(text, |operator| text[operator.len()..].trim_start());
    let (version, build) = match version.split_once('+') {
        Some((version, build)) => (version, Some(build)),
        None => (version, None),
    };
    let (numbers, pre) = match version.split_once('-') {
        Some((numbers, pre)) => (numbers, Some(pre)),
        None => (version, None),
    };
    let numbers: Vec<&str> = numbers.split('.').collect();
    let full = numbers.len() == 3 && numbers.iter().all(|number| is_number(number));
    are_numbers(&numbers)
        && pre.is_none_or(|pre| full && pre.split('.').all(is_pre_release))
        && build.is_none_or(|build| full && build.split('.').all(is_identifier))
}

/// One to three numbers, the first of which is none of the wildcards that may end them.
fn are_numbers(numbers: &[&str]) -> bool {
    let wildcards = numbers
        .iter()
        .skip_while(|number| is_number(number))
        .all(|number| matches!(*number, "*" | "x" | "X"));
    numbers.len() <= 3 && is_number(numbers[0]) && wildcards
}

fn is_number(text: &str) -> bool {
    let padded = text.len() > 1 && text.starts_with('0');
    !padded && text.bytes().all(|byte| byte.is_ascii_digit()) && text.parse::<u64>().is_ok()
}

fn is_pre_release(text: &str) -> bool {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    is_identifier(text) && (!digits || is_number(text))
}

fn is_identifier(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::is_requirement;

    #[test]
    fn requirements_are_those_of_cargo() {
        for right in [
            "*",
            "1",
            "1.2",
            "1.2.3",
            "^1.2",
            "~1.2.3",
            "=1.2.3",
            ">=1.2, <2",
            "> 1",
            "1.*",
            "1.2.*",
            "1.x",
            "0.1.0-alpha.1",
            "1.2.3+build.5",
            "=1.0.0-rc.1+5",
        ] {
            assert!(is_requirement(right), "{right:?}");
        }
        for wrong in [
            "",
            "latest",
            "1.2.3.4",
            "01",
            "1.",
            ".1",
            "1,,2",
            ">",
            "1.2-alpha",
            "1.*.3",
            "=>1",
            "1.2.3-",
            "1.2.3-01",
            "1 2",
            "v1",
            "99999999999999999999",
        ] {
            assert!(!is_requirement(wrong), "{wrong:?}");
        }
    }
}
