//! Features that select types: their names, and the reports where there are no features.

use cratify::{Code, FeatureGroups, Generated};

fn generate(text: &str, groups: FeatureGroups) -> Result<Generated, String> {
    let config = cratify::configure().schema_text("api.yaml", text);
    let generated = config.feature_groups(groups).generate();
    generated.map_err(|error| error.to_string())
}

/// The lines of the table `[features]`.
fn features(generated: &Generated) -> Vec<&str> {
    let mut files = generated.files();
    let (_, manifest) = files.find(|(path, _)| *path == "Cargo.toml").unwrap();
    let (_, table) = manifest.split_once("[features]\n").unwrap();
    let (table, _) = table.split_once("\n\n").unwrap();
    table.lines().collect()
}

fn document(tags: &str, schemas: &str) -> String {
    format!(
        "openapi: 3.1.0\ninfo: {{ title: T, version: 1.0.0, license: {{ identifier: MIT }} }}\npaths:\n  /things:\n    get:\n      \
         tags: {tags}\n      responses: {{ '200': {{ description: d, content: {{ a/b: {{ schema: {{ $ref: '#/components/schemas/A' }} }} }} }} }}\n\
         components: {{ schemas: {{ {schemas} }} }}\n"
    )
}

#[test]
fn names_of_features_are_those_that_a_registry_takes() {
    let text = document(
        "[Gift cards, gift-cards, full, Default]",
        "A: { type: string }",
    );
    let generated = generate(&text, FeatureGroups::Operations).unwrap();
    let expected = [
        "default = [\"full\"]",
        "full = [\"default-types\", \"full-types\", \"gift-cards\"]",
        "default-types = []",
        "full-types = []",
        "gift-cards = []",
        "schemars = [\"dep:schemars\"]",
        "validate = [\"dep:jsonschema\"]",
    ];
    assert_eq!(features(&generated), expected);
}

#[test]
fn a_tag_that_cannot_be_a_feature_is_reported() {
    for tag in ["[Käse, t]", "['!', t]"] {
        let text = document(tag, "A: { type: string }");
        let generated = generate(&text, FeatureGroups::Operations).unwrap();
        let [warning] = generated.warnings() else {
            panic!("{}", generated.rendered_warnings());
        };
        assert_eq!(warning.code, Code::IdleSetting);
        assert_eq!(
            features(&generated)[..2],
            ["default = [\"full\"]", "full = [\"t\"]"]
        );
    }
}

#[test]
fn a_document_without_operations_is_not_divided() {
    let text = "openapi: 3.1.0\ninfo: { title: T, version: 1.0.0, license: { identifier: MIT } }\n\
                components: { schemas: { A: { type: string } } }\n";
    let generated = generate(text, FeatureGroups::Operations).unwrap();
    assert!(generated.rendered_warnings().contains("no operations"));
    assert_eq!(features(&generated)[0], "default = []");
}

#[test]
fn more_features_than_a_registry_takes_are_an_error() {
    let schemas: Vec<String> = (0..296)
        .map(|n| format!("S{n}: {{ type: string }}"))
        .collect();
    let problems = generate(
        &document("[t]", &schemas.join(", ")),
        FeatureGroups::Schemas,
    );
    assert!(problems.unwrap_err().contains("296 features"));
    let fewer = format!("A: {{ type: string }}, {}", schemas[2..].join(", "));
    assert!(generate(&document("[t]", &fewer), FeatureGroups::Schemas).is_ok());
}

#[test]
fn a_module_has_the_features_of_its_package() {
    let text = document("[t]", "A: { type: string }");
    let config = cratify::configure()
        .schema_text("api.yaml", text)
        .module("shop");
    let generated = config
        .feature_groups(FeatureGroups::Operations)
        .generate()
        .unwrap();
    assert!(!generated.module().contains("feature = \"t\""));
}
