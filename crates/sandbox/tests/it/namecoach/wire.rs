//! What real programs send to NameCoach.

use tassel_sandbox::namecoach::TOKEN;

use crate::wire::Port;

const PATH: &str = "/namecoach/api/private/v4";

#[tokio::test]
async fn links_lead_back() {
    let port = Port::open().await;
    let get = |path: String| {
        let port = &port;
        async move { port.send(&format!("GET {path}\nauthorization: {TOKEN}"), "").await }
    };
    let first = get(format!("{PATH}/participants?per_page=2")).await;
    let next = first.body["meta"]["next_page_url"].as_str().unwrap();
    let origin = format!("http://{}", port.host);
    let second = get(next.strip_prefix(&origin).unwrap().to_owned()).await;
    assert_eq!((second.status, second.body["meta"]["self_url"].as_str()), (200, Some(next)));

    let head = format!("POST {PATH}/exports\nauthorization: {TOKEN}\ncontent-type: application/json");
    let made = port.send(&head, r#"{"export": {"name_page_id": "7C1D9"}}"#).await;
    assert_eq!(made.status, 202);
    let link = made.body["meta"]["link"].as_str().unwrap();
    let export = get(link.strip_prefix(&origin).unwrap().to_owned()).await;
    assert_eq!((export.status, &export.body["export"]["id"]), (200, &made.body["export"]["id"]));
}

#[tokio::test]
async fn slashes_and_forms() {
    let port = Port::open().await;
    let form = "content-type: application/x-www-form-urlencoded";
    let json = "content-type: application/json";
    for (label, line, headers, body, status) in [
        ("a slash at the end", "GET /participants/?per_page=1", "", "", 200),
        ("a doubled slash", "GET //participants?per_page=1", "", "", 200),
        (
            "a search by a form",
            "POST /participants/search",
            form,
            "email_list=imani.okonjo%40example.org",
            200,
        ),
        (
            "a search by a list",
            "POST /participants/search",
            json,
            r#"{"email_list": ["imani.okonjo@example.org"]}"#,
            200,
        ),
        (
            "a size as text",
            "POST /participants/search",
            json,
            r#"{"email_list": "imani.okonjo@example.org", "per_page": "2000"}"#,
            200,
        ),
        ("a wrong method", "DELETE /participants", "", "", 405),
        ("an unknown path", "GET /names", "", "", 501),
    ] {
        let (method, path) = line.split_once(' ').unwrap();
        let answer =
            port.send(&format!("{method} {PATH}{path}\nauthorization: {TOKEN}\n{headers}"), body).await;
        assert_eq!(answer.status, status, "{label}: {}", answer.body);
    }
}
