//! Real documents, where `CRATIFY_CORPUS` says that they are: each is generated, compiled with
//! warnings denied, and proven.
//!
//! `CRATIFY_DOCUMENTS=/path/a.yaml:/path/b.json cargo test -p cratify --test corpus documents` does the same
//! with any others.

mod common;
#[path = "common/exceptions.rs"]
#[allow(dead_code, reason = "what is known of fixtures is for others")]
mod exceptions;

use std::path::PathBuf;

use common::{Subject, prove};
use exceptions::{Exceptions, RULE_RECURSES};

/// The folder of the corpus; without one, the project's own fixtures carry the tests alone.
fn corpus() -> Option<PathBuf> {
    std::env::var_os("CRATIFY_CORPUS").map(PathBuf::from)
}

/// Proves one document of the corpus.
fn prove_document(name: &str, path: &str, findings: usize, exceptions: Exceptions) {
    let Some(corpus) = corpus() else { return };
    let mut subject = Subject::new(name, corpus.join(path));
    subject.findings = Some(findings);
    subject.exceptions = exceptions;
    prove(name, &[subject]);
}

#[test]
fn documents_are_proven() {
    let Some(paths) = std::env::var_os("CRATIFY_DOCUMENTS") else {
        return;
    };
    for (index, path) in std::env::split_paths(&paths).enumerate() {
        println!("{}", path.display());
        let mut subject = Subject::new(&format!("document_{index}"), path);
        subject.findings = None;
        prove("documents", &[subject]);
    }
}

#[test]
fn gr4vy_is_proven() {
    prove_document("gr4vy", "openapi/gr4vy.json", 55, &[]);
}

#[test]
fn discord_is_proven() {
    prove_document("discord", "openapi/discord.json", 0, &[]);
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

const STEPS: &str = "steps can be within steps, and the algebra leaves recursion through an array and \
     `oneOf` of required members open";

#[test]
fn github_workflow_is_proven() {
    prove_document(
        "github_workflow",
        "jsonschema/github-workflow.json",
        0,
        &[
            ("GithubWorkflow", "equality/unknown", RULE_RECURSES),
            ("GithubWorkflowJobsValue", "equality/unknown", RULE_RECURSES),
            ("Matrix", "equality/unknown", RULE_RECURSES),
            ("NormalJob", "equality/unknown", RULE_RECURSES),
            ("NormalJobStrategy", "equality/unknown", RULE_RECURSES),
            ("ReusableWorkflowCallJob", "equality/unknown", RULE_RECURSES),
            (
                "ReusableWorkflowCallJobStrategy",
                "equality/unknown",
                RULE_RECURSES,
            ),
            ("Step", "equality/unknown", STEPS),
            ("StepVariant1", "equality/unknown", STEPS),
            ("StepVariant2", "equality/unknown", STEPS),
            ("StepVariant3", "equality/unknown", STEPS),
            ("StepVariant4", "equality/unknown", STEPS),
            ("StepVariant5", "equality/unknown", STEPS),
            ("StepVariant6", "equality/unknown", STEPS),
        ],
    );
}

const AUTH: &str = "the algebra leaves `oneOf` of objects with several nullable members open, and all that has one in it";

#[test]
fn prometheus_is_proven() {
    prove_document(
        "prometheus",
        "jsonschema/prometheus.json",
        3,
        &[
            ("HttpSdConfigs", "equality/unknown", AUTH),
            ("HttpSdConfigsValueItem", "equality/unknown", AUTH),
            ("KubernetesSdConfigs", "equality/unknown", AUTH),
            ("KubernetesSdConfigsValueItem", "equality/unknown", AUTH),
            ("Oauth2", "equality/unknown", AUTH),
            ("Oauth2Value", "equality/unknown", AUTH),
            ("Prometheus", "equality/unknown", AUTH),
            ("PrometheusValue", "equality/unknown", AUTH),
            ("PrometheusValueAlerting", "equality/unknown", AUTH),
            (
                "PrometheusValueAlertingAlertmanagersItem",
                "equality/unknown",
                AUTH,
            ),
            ("PrometheusValueRemoteReadItem", "equality/unknown", AUTH),
            ("PrometheusValueRemoteWriteItem", "equality/unknown", AUTH),
            ("PrometheusValueScrapeConfigsItem", "equality/unknown", AUTH),
        ],
    );
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
