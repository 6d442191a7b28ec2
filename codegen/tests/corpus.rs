//! Real documents, where `CRATIFY_CORPUS` says that they are: each is generated, compiled with
//! warnings denied, and proven.

mod common;

use std::path::PathBuf;

use common::{Subject, prove};

/// The folder of the corpus; without one, the project's own fixtures carry the tests alone.
fn corpus() -> Option<PathBuf> {
    std::env::var_os("CRATIFY_CORPUS").map(PathBuf::from)
}

/// What is known to differ: type, check, reason.
type Exceptions = &'static [(&'static str, &'static str, &'static str)];

/// Proves one document of the corpus.
fn prove_document(name: &str, path: &str, findings: usize, exceptions: Exceptions) {
    let Some(corpus) = corpus() else { return };
    let mut subject = Subject::new(name, corpus.join(path));
    subject.findings = findings;
    subject.exceptions = exceptions;
    prove(name, &[subject]);
}

#[test]
fn gr4vy_is_proven() {
    prove_document("gr4vy", "openapi/gr4vy.json", 55, &[]);
}

const RECURSION: &str =
    "the algebra leaves recursion through a map and `oneOf` open; instances hold the type to it";

#[test]
fn discord_is_proven() {
    prove_document(
        "discord",
        "openapi/discord.json",
        0,
        &[
            ("GuildAuditLogResponse", "equality/unknown", RECURSION),
            ("ErrorResponse", "equality/unknown", RECURSION),
        ],
    );
}

#[test]
fn mistral_is_proven() {
    prove_document("mistral", "openapi/mistral.yaml", 3, &[]);
}

#[test]
fn qdrant_is_proven() {
    prove_document("qdrant", "openapi/qdrant.json", 0, &[]);
}

const NULLABLE: &str =
    "`nullable` is no keyword of OpenAPI 3.1; it is read as it was meant, and reported";

#[test]
fn resend_is_proven() {
    prove_document(
        "resend",
        "openapi/resend.yaml",
        0,
        &[
            ("RetrievedAttachment", "published/no", NULLABLE),
            ("ListAttachmentsResponse", "published/no", NULLABLE),
            ("GetReceivedEmailResponse", "published/unknown", NULLABLE),
            ("ListReceivedEmailsResponse", "published/unknown", NULLABLE),
            ("GetSuppressionResponseSuccess", "published/no", NULLABLE),
            ("ListSuppressionsResponseSuccess", "published/no", NULLABLE),
            ("ListAttachmentsResponseDataItem", "published/no", NULLABLE),
            (
                "GetReceivedEmailResponseAttachmentsItem",
                "published/no",
                NULLABLE,
            ),
            (
                "ListReceivedEmailsResponseDataItem",
                "published/no",
                NULLABLE,
            ),
            (
                "ListSuppressionsResponseSuccessDataItem",
                "published/no",
                NULLABLE,
            ),
            (
                "ListReceivedEmailsResponseDataItemAttachmentsItem",
                "published/no",
                NULLABLE,
            ),
        ],
    );
}

#[test]
fn chart_is_proven() {
    prove_document("chart", "jsonschema/chart.json", 0, &[]);
}

#[test]
fn codecov_is_proven() {
    prove_document("codecov", "jsonschema/codecov.json", 0, &[]);
}

#[test]
fn docker_bake_is_proven() {
    prove_document("docker_bake", "jsonschema/docker-bake.json", 0, &[]);
}

#[test]
#[ignore = "not proven yet: types that are assumed are not in the published schema"]
fn github_workflow_is_proven() {
    prove_document("github_workflow", "jsonschema/github-workflow.json", 0, &[]);
}

#[test]
#[ignore = "not proven yet: types that are assumed are not in the published schema"]
fn prometheus_is_proven() {
    prove_document("prometheus", "jsonschema/prometheus.json", 0, &[]);
}

const UNIQUE: &str = "elements that differ in an undescribed member alone are equal when it is \
     dropped, and `uniqueItems` refuses them then";

#[test]
fn rust_project_is_proven() {
    prove_document(
        "rust_project",
        "jsonschema/rust-project.json",
        0,
        &[("Crate", "instances/written", UNIQUE)],
    );
}

const ONE_REQUIRED: &str = "the algebra leaves `oneOf` of required members beside `properties` open; \
     instances hold the type to it";

const HAS_TRAVERSALS: &str = "a `GraphTraversal` is in it, which the algebra leaves open";

#[test]
fn sarif_is_proven() {
    prove_document(
        "sarif",
        "jsonschema/sarif-2.1.0.json",
        1,
        &[
            ("GraphTraversal", "equality/unknown", ONE_REQUIRED),
            ("ResultType", "equality/unknown", HAS_TRAVERSALS),
            ("Run", "equality/unknown", HAS_TRAVERSALS),
            ("ExternalProperties", "equality/unknown", HAS_TRAVERSALS),
            (
                "StaticAnalysisResultsFormatSarifVersion210JsonSchema",
                "equality/unknown",
                HAS_TRAVERSALS,
            ),
        ],
    );
}
