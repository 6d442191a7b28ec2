//! Turns results of proofs into a report in the form of `JUnit`.

use serde_json::Value;

use super::reports::{suite, xml};

/// A suite with a test for each type, from the object that the program of the proof writes.
pub(crate) fn junit(object: &str) -> Result<String, String> {
    let proof: Value = serde_json::from_str(object)
        .map_err(|error| format!("the answer of the proof cannot be read: {error}"))?;
    let list = |name: &str| proof[name].as_array().map_or(&[][..], Vec::as_slice);
    let text = |value: &Value| xml(value.as_str().unwrap_or_default());
    let (types, failures) = (list("types"), list("failures"));
    let mut failed = 0;
    let mut cases = Vec::new();
    for name in types {
        let of_type = failures.iter().filter(|failure| failure["type"] == *name);
        let of_type: Vec<String> = of_type
            .map(|failure| {
                format!(
                    "    <failure type=\"{}\">{}</failure>\n",
                    text(&failure["check"]),
                    text(&failure["message"])
                )
            })
            .collect();
        failed += usize::from(!of_type.is_empty());
        cases.push(format!(
            "  <testcase classname=\"proof\" name=\"{}\">\n{}  </testcase>\n",
            text(name),
            of_type.concat()
        ));
    }
    Ok(suite("proof", &cases, failed))
}

#[cfg(test)]
mod tests {
    use super::junit;

    #[test]
    fn a_type_is_a_test() {
        let object = r#"{"types": ["Good", "shop::Bad"], "failures": [
            {"type": "shop::Bad", "check": "equality/no", "message": "a < b"},
            {"type": "shop::Bad", "check": "instances/decode", "message": "no"}]}"#;
        let suite = junit(object).expect("it is an object");
        for part in [
            "<testsuite name=\"proof\" tests=\"2\" failures=\"1\" errors=\"0\">\n",
            "<testcase classname=\"proof\" name=\"Good\">\n  </testcase>\n",
            "name=\"shop::Bad\">\n    <failure type=\"equality/no\">a &lt; b</failure>\n    <failure",
        ] {
            assert!(suite.contains(part), "{part}:\n{suite}");
        }
        assert!(junit("no object").is_err());
    }
}
