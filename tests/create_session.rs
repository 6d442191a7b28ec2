//! The promises of `create_session` to its users, spelled out for its first model.

use create_session::{CreateSession, CreateSessionStatus, CreateSessionType};
use serde_json::{Value, json};

fn read(value: Value) -> Result<CreateSession, serde_json::Error> {
    serde_json::from_value(value)
}

fn round_trip(value: Value) -> Value {
    serde_json::to_value(read(value).expect("the value decodes")).expect("the value encodes")
}

#[test]
fn new_takes_what_is_required_and_fills_what_is_constant() {
    let session = CreateSession::new(CreateSessionStatus::Succeeded);
    assert_eq!(
        serde_json::to_value(session).unwrap(),
        json!({ "type": "payment-service-session", "status": "succeeded" })
    );
}

#[test]
fn an_absent_constant_stays_absent() {
    let absent = json!({ "status": "failed" });
    assert_eq!(round_trip(absent.clone()), absent);
    let mut session = read(absent).unwrap();
    assert_eq!(session.r#type, "payment-service-session");
    session.r#type = Default::default();
    assert_eq!(
        serde_json::to_value(session).unwrap(),
        json!({ "type": "payment-service-session", "status": "failed" })
    );
}

#[test]
fn everything_comes_back() {
    let full = json!({
        "type": "payment-service-session",
        "status": "succeeded",
        "code": "UNKNOWN_ERROR",
        "status_code": 201,
        "response_body": { "sessionId": "12345", "nested": { "list": [1, 2.5, null] } },
    });
    assert_eq!(round_trip(full.clone()), full);
}

#[test]
fn an_unknown_status_is_kept_and_written_back() {
    let session = read(json!({ "status": "pending" })).unwrap();
    assert_eq!(
        session.status,
        CreateSessionStatus::Unknown("pending".to_owned())
    );
    assert_eq!(session.status.as_str(), "pending");
    assert_eq!(serde_json::to_value(&session).unwrap()["status"], "pending");
}

#[test]
fn an_unknown_constant_is_kept_and_written_back() {
    let written = round_trip(json!({ "type": "session-v2", "status": "failed" }));
    assert_eq!(written["type"], "session-v2");
}

#[test]
fn an_unknown_member_is_recorded_and_written_back() {
    let mut session = read(json!({ "status": "failed", "added_next_year": [1] })).unwrap();
    assert_eq!(session.unknown_members()["added_next_year"], json!([1]));
    let written = serde_json::to_value(&session).unwrap();
    assert_eq!(written["added_next_year"], json!([1]));
    session.clear_unknown_members();
    let written = serde_json::to_value(&session).unwrap();
    assert!(written.get("added_next_year").is_none());
}

#[test]
fn a_whole_number_may_be_spelled_with_a_fraction() {
    let text = r#"{"status":"succeeded","status_code":201.0}"#;
    let session: CreateSession = serde_json::from_str(text).unwrap();
    assert_eq!(session.status_code, Some(201));
    assert!(read(json!({ "status": "succeeded", "status_code": 201.5 })).is_err());
    assert!(read(json!({ "status": "succeeded", "status_code": "201" })).is_err());
    assert!(read(json!({ "status": "succeeded", "status_code": 1e300 })).is_err());
}

#[test]
fn null_and_absent_are_none_and_come_back() {
    let text = json!({
        "type": "payment-service-session",
        "status": "failed",
        "code": null,
        "response_body": null,
    });
    let session: CreateSession = read(text.clone()).unwrap();
    assert_eq!((session.code.as_ref(), session.status_code), (None, None));
    assert!(session.is_null_code() && !session.is_null_status_code());
    assert_eq!(serde_json::to_value(session).unwrap(), text);
}

#[test]
fn the_status_is_required() {
    assert!(read(json!({})).is_err());
    assert!(read(json!({ "status": null })).is_err());
}

#[test]
fn an_array_is_no_object() {
    assert!(
        read(json!([
            "payment-service-session",
            "succeeded",
            null,
            null,
            null
        ]))
        .is_err()
    );
}

#[test]
fn a_status_is_text() {
    assert_eq!("succeeded".parse(), Ok(CreateSessionStatus::Succeeded));
    assert_eq!(
        "new".parse(),
        Ok(CreateSessionStatus::Unknown("new".to_owned()))
    );
    assert_eq!(CreateSessionStatus::Failed.to_string(), "failed");
    assert_eq!(format!("{:>8}", CreateSessionStatus::Failed), "  failed");
    assert_eq!(
        CreateSessionStatus::from("failed"),
        CreateSessionStatus::Failed
    );
    assert_eq!(CreateSessionStatus::ALL.len(), 2);
    assert_eq!(
        CreateSessionType::default().as_str(),
        "payment-service-session"
    );
}

#[test]
fn strict_reading_reports_every_violation_with_its_place() {
    let wrong = json!({ "type": "other", "status": "pending", "status_code": 1.5, "extra": 1 });
    let violations = CreateSession::validate_json(&wrong).unwrap_err();
    let mut places: Vec<&str> = violations
        .0
        .iter()
        .map(|violation| violation.instance_path.as_str())
        .collect();
    places.sort_unstable();
    assert_eq!(places, ["", "/status", "/status_code", "/type"]);
    assert!(violations.to_string().contains("extra"));
}

#[test]
fn a_value_can_be_held_against_its_schema() {
    let mut session = CreateSession::new(CreateSessionStatus::Succeeded);
    assert_eq!(session.validate(), Ok(()));
    session.status = CreateSessionStatus::Unknown("pending".to_owned());
    assert!(session.validate().is_err());
}

#[test]
fn the_schema_is_at_hand() {
    let schema: Value = serde_json::from_str(CreateSession::schema()).unwrap();
    assert_eq!(schema["title"], "CreateSession");
    assert_eq!(
        schema["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
}
