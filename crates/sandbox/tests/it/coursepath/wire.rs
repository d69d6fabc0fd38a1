//! What real programs send to Coursepath.

use serde_json::json;
use tassel_sandbox::coursepath::API_KEY;

use crate::wire::Port;

#[tokio::test]
async fn methods_slashes_and_forms() {
    let port = Port::open().await;
    let form = "content-type: application/x-www-form-urlencoded";
    for (label, line, headers, body, status) in [
        ("a slash at the end", "GET /coursepath/api/v1/members/", "", "", 200),
        ("a doubled slash", "GET /coursepath/api/v1//members", "", "", 200),
        ("a wrong method", "PUT /coursepath/api/v1/members/58713", form, "name=A", 405),
        ("an unknown path", "GET /coursepath/api/v1/programs", "", "", 501),
        ("an empty form", "POST /coursepath/api/v1/courses/1042/members/58713/coursemember", form, "", 200),
    ] {
        let key = format!("authorization: Bearer {API_KEY}");
        let answer = port.send(&format!("{line}\n{key}\n{headers}"), body).await;
        assert_eq!(answer.status, status, "{label}: {}", answer.body);
        if status == 405 {
            let error =
                json!({"code": "method_not_allowed", "message": "PUT is not allowed here; GET, POST is."});
            assert_eq!(answer.body["error"], error);
            assert!(answer.head.contains("\r\nallow: GET, POST\r\n"), "{}", answer.head);
        }
    }
}

#[tokio::test]
async fn times_have_whole_seconds() {
    let port = Port::open().await;
    port.sandbox.advance(std::time::Duration::from_millis(1_500));
    let key = format!("authorization: Bearer {API_KEY}");
    let head =
        format!("POST /coursepath/api/v1/members\n{key}\ncontent-type: application/x-www-form-urlencoded");
    let made = port.send(&head, "email=a%40example.org&name=A").await;
    let created = made.body["created"].as_str().unwrap();
    assert!(created.ends_with('Z') && !created.contains('.'), "{created}");
}
