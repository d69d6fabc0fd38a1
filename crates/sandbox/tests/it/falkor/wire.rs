//! What programs send to Falkor, byte for byte, over a socket.

use serde_json::{Value, json};
use tassel_sandbox::falkor::TOKEN;
use tassel_sandbox::{Sandbox, Server};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::set;

/// A served sandbox, and its address.
async fn serve() -> (Sandbox, String) {
    let sandbox = Sandbox::new();
    let server = Server::bind(sandbox.clone(), "127.0.0.1:0").await.unwrap();
    let address = server.address().unwrap().to_string();
    tokio::spawn(server.run());
    (sandbox, address)
}

/// Sends a request, and reads the head of the answer and its body.
async fn send(address: &str, line: &str, headers: &str, body: &[u8]) -> (String, Value) {
    let head = format!(
        "{line} HTTP/1.1\r\nHost: {address}\r\nAuthorization: Basic {TOKEN}\r\n{headers}Connection: close\r\n\r\n"
    );
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(&[head.as_bytes(), body].concat()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head.to_lowercase(), serde_json::from_str(body).unwrap_or_else(|_| panic!("not JSON: {body}")))
}

const CURL: &str = "User-Agent: curl/8.5.0\r\nAccept: */*\r\n";
const FORM: &str = "Content-Type: application/x-www-form-urlencoded\r\n";

#[tokio::test]
async fn requests_of_programs() {
    let (sandbox, address) = serve().await;
    let story = br#"{"story": "Harbour Safety"}"#.as_slice();
    let spread = b"{\n    \"story\": \"Harbour Safety\"\n}\n".as_slice();
    let certificates = "POST /falkor/v1/logs/story-certificates";
    let length = |body: &[u8]| format!("Content-Length: {}\r\n", body.len());
    let chunked = |body: &[u8]| [format!("{:x}\r\n", body.len()).as_bytes(), body, b"\r\n0\r\n\r\n"].concat();
    for (label, line, headers, body, stories) in [
        ("curl -d", certificates, format!("{CURL}{FORM}{}", length(story)), story.to_vec(), 1),
        (
            "curl -d with line breaks",
            certificates,
            format!("{CURL}{FORM}{}", length(spread)),
            spread.to_vec(),
            1,
        ),
        (
            "requests",
            certificates,
            format!(
                "User-Agent: python-requests/2.32.3\r\nAccept-Encoding: gzip, deflate\r\nContent-Type: application/json\r\n{}",
                length(story)
            ),
            story.to_vec(),
            1,
        ),
        ("no content type", certificates, length(story), story.to_vec(), 1),
        (
            "a text",
            certificates,
            format!("Content-Type: text/plain;charset=UTF-8\r\n{}", length(story)),
            story.to_vec(),
            1,
        ),
        ("in chunks", certificates, "Transfer-Encoding: chunked\r\n".to_owned(), chunked(story), 1),
        ("curl -X POST", certificates, CURL.to_owned(), Vec::new(), 5),
        ("curl -d ''", certificates, format!("{CURL}{FORM}Content-Length: 0\r\n"), Vec::new(), 5),
        ("a slash at the end", "POST /falkor/v1/logs/story-certificates/", length(story), story.to_vec(), 1),
        ("two slashes", "POST /falkor//v1/logs/story-certificates", length(story), story.to_vec(), 1),
        (
            "a query",
            "POST /falkor/v1/logs/story-certificates?story=Nothing",
            length(story),
            story.to_vec(),
            1,
        ),
    ] {
        let (head, body) = send(&address, line, &headers, &body).await;
        assert!(head.starts_with("http/1.1 200 "), "{label}: {head} {body}");
        assert_eq!(body["data"].as_array().unwrap().len(), stories, "{label}");
    }
    assert_eq!(sandbox.requests().len(), 11);
}

#[tokio::test]
async fn rejections_have_the_vendors_form() {
    let (sandbox, address) = serve().await;
    let post = "Every endpoint is a POST.";
    let unknown = |path: &str| {
        format!(
            "The sandbox has no endpoint {path}. `tassel operations --vendor falkor` lists its endpoints."
        )
    };
    let rows = [
        (
            "a form's fields",
            "POST /falkor/v1/groups/manage",
            "group=Pilots",
            400,
            "The body is not a JSON object.".to_owned(),
        ),
        ("a list", "POST /falkor/v1/groups/manage", "[]", 400, "The body is not a JSON object.".to_owned()),
        ("GET", "GET /falkor/v1/groups/status", "", 405, post.to_owned()),
        ("PUT", "PUT /falkor/v1/groups/manage", r#"{"group": "Pilots"}"#, 405, post.to_owned()),
        ("DELETE", "DELETE /falkor/v1/logs/story-logs", "", 405, post.to_owned()),
        ("an unknown path", "POST /falkor/v1/users/list", "{}", 404, unknown("/v1/users/list")),
        ("no version", "POST /falkor/logs/story-logs", "{}", 404, unknown("/logs/story-logs")),
        ("another method, and an unknown path", "GET /falkor/v1", "", 404, unknown("/v1")),
        ("another method of a doubtful path", "GET /falkor/v1/events/consume", "", 405, post.to_owned()),
        ("another case", "POST /falkor/v1/Groups/Status", "{}", 404, unknown("/v1/Groups/Status")),
    ];
    for (label, line, body, status, message) in &rows {
        let headers = format!("{CURL}{FORM}Content-Length: {}\r\n", body.len());
        let (head, answer) = send(&address, line, &headers, body.as_bytes()).await;
        assert!(head.starts_with(&format!("http/1.1 {status} ")), "{label}: {head}");
        assert!(head.contains("content-type: application/json"), "{label}: {head}");
        assert_eq!(head.contains("\r\nallow: post"), *status == 405, "{label}: {head}");
        assert_eq!(answer, json!({"status": "error", "message": message}), "{label}");
    }
    assert!(sandbox.requests().iter().all(|request| !request.acted), "nothing was done");

    set(&sandbox, |settings| settings.errors_in_success = true);
    for (label, line, body, _, message) in &rows {
        let headers = format!("{CURL}{FORM}Content-Length: {}\r\n", body.len());
        let (head, answer) = send(&address, line, &headers, body.as_bytes()).await;
        assert!(head.starts_with("http/1.1 200 "), "{label}: {head}");
        assert_eq!(answer["message"], json!(message), "{label}");
    }
}
