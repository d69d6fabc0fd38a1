//! What real programs send to Damstra, and the texts that they compare.

use serde_json::json;
use tassel_sandbox::damstra::ACCESS_KEY;

use crate::wire::Port;

#[tokio::test]
async fn methods_slashes_and_texts() {
    let port = Port::open().await;
    let user = json!({
        "id": 5012, "firstName": "Imani", "lastName": "Okonjo", "emailAddress": "imani.okonjo@example.org",
        "phoneNumber": "+31100000001", "mobileNumber": "", "employeeNumber": null, "roles": [6],
        "timeZone": "Europe/Oslo",
    });
    let schedule = json!({"lessonVersionIds": [881]}).to_string();
    for (label, line, key, body, status, error) in [
        (
            "a slash at the end",
            "GET /damstra/api/v2/user/?maxResults=1",
            ACCESS_KEY,
            String::new(),
            200,
            None,
        ),
        ("PUT for an update", "PUT /damstra/api/v2/user/5012", ACCESS_KEY, user.to_string(), 200, None),
        ("POST for an update", "POST /damstra/api/v2/user/5012", ACCESS_KEY, user.to_string(), 200, None),
        (
            "a wrong key",
            "GET /damstra/api/v2/user",
            "another",
            String::new(),
            403,
            Some(("error", json!("Invalid security token"))),
        ),
        (
            "a lesson that is scheduled",
            "POST /damstra/api/v2/user/5012/lesson_schedule",
            ACCESS_KEY,
            schedule,
            400,
            Some(("error", json!("Lesson Schedule already exists"))),
        ),
        (
            "an unknown group",
            "GET /damstra/api/v2/group/9",
            ACCESS_KEY,
            String::new(),
            404,
            Some(("message", json!("No group found for that Id"))),
        ),
    ] {
        let head = format!("{line}\naccesskey: {key}\ncontent-type: application/json");
        if label == "a lesson that is scheduled" {
            port.send(&head, &body).await;
        }
        let answer = port.send(&head, &body).await;
        assert_eq!(answer.status, status, "{label}: {}", answer.body);
        if let Some((name, text)) = error {
            assert_eq!(answer.body[name], text, "{label}");
        }
    }
}
