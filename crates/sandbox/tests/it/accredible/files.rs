//! PDFs, links that log a recipient in, and the search of the first version.

use std::time::Duration;

use bytes::Bytes;
use http::Request;
use serde_json::{Value, json};
use tassel_sandbox::{Sandbox, TrailingQuota};

use crate::support::{ask, client, create, new, send};

/// The answer to a GET without credentials: status, content type and body.
async fn fetch(sandbox: &Sandbox, url: &str) -> (u16, String, Vec<u8>) {
    let answer = send(sandbox, Request::get(url).body(Bytes::new()).unwrap()).await;
    let content_type = answer.headers().get("content-type").map(|it| it.to_str().unwrap().to_owned());
    (answer.status().as_u16(), content_type.unwrap_or_default(), answer.into_body().to_vec())
}

#[tokio::test]
async fn pdfs_are_files_without_credentials() {
    let sandbox = Sandbox::new();
    let (status, one) =
        ask(&sandbox, "POST", "/v1/credentials/generate_single_pdf/80000001", Value::Null).await;
    assert_eq!((status, &one), (200, &json!({"file": "https://api.accredible.com/files/80000001.pdf"})));
    let (status, content_type, pdf) = fetch(&sandbox, one["file"].as_str().unwrap()).await;
    assert_eq!((status, content_type.as_str()), (200, "application/pdf"));
    let (_, read) = ask(&sandbox, "GET", "/v1/credentials/80000001", Value::Null).await;
    let name = read["credential"]["recipient"]["name"].as_str().unwrap();
    check_pdf(&pdf, name);

    let ids = json!({"credential_ids": [80_000_002, "80000001", "80000001"]});
    let (status, two) = ask(&sandbox, "POST", "/v1/credentials/generate_pdf", ids).await;
    assert_eq!(status, 200, "{two}");
    let url = two["file"].as_str().unwrap();
    let (status, content_type, zip) = fetch(&sandbox, url).await;
    assert_eq!((status, content_type.as_str()), (200, "application/zip"));
    let files = unzip(&zip);
    let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["80000001.pdf", "80000002.pdf"]);
    assert_eq!(files[0].1, pdf);
    ask(&sandbox, "DELETE", "/v1/credentials/80000001", Value::Null).await;
    assert_eq!(unzip(&fetch(&sandbox, url).await.2).len(), 1);
    assert_eq!(fetch(&sandbox, one["file"].as_str().unwrap()).await.0, 501);
}

/// Reads a PDF by its table of objects, as a viewer does.
fn check_pdf(pdf: &[u8], name: &str) {
    let text = std::str::from_utf8(pdf).unwrap();
    let start: usize = text.lines().rev().nth(1).unwrap().parse().unwrap();
    let table: Vec<_> = text[start..].lines().skip(3).take(6).collect();
    for (number, line) in (1..).zip(table) {
        let at: usize = line[..10].parse().unwrap();
        assert!(text[at..].starts_with(&format!("{number} 0 obj\n")), "{number}: {line}");
    }
    let (_, rest) = text.split_once("/Length ").unwrap();
    let (length, content) = rest.split_once(">>\nstream\n").unwrap();
    let content = &content[..length.parse().unwrap()];
    assert!(rest[length.len()..].contains(&format!("{content}endstream")));
    let hex: String = name.bytes().map(|byte| format!("{byte:02X}")).collect();
    assert!(content.contains(&format!("<{hex}> Tj")), "{content}");
    let title: String = name.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
    assert!(text.contains(&format!("<</Title<FEFF{title}>>>")), "{text}");
}

/// The files of a ZIP file by its directory, each as long as the directory says.
fn unzip(zip: &[u8]) -> Vec<(String, Vec<u8>)> {
    let short = |at: usize| usize::from(u16::from_le_bytes(zip[at..at + 2].try_into().unwrap()));
    let long = |at: usize| u32::from_le_bytes(zip[at..at + 4].try_into().unwrap()) as usize;
    let end = zip.len() - 22;
    assert_eq!(&zip[end..end + 4], b"PK\x05\x06");
    let (mut at, mut files) = (long(end + 16), Vec::new());
    for _ in 0..short(end + 10) {
        assert_eq!(&zip[at..at + 4], b"PK\x01\x02");
        let (size, name, file) = (long(at + 20), short(at + 28), long(at + 42));
        let text = String::from_utf8(zip[at + 46..at + 46 + name].to_vec()).unwrap();
        assert_eq!(&zip[file..file + 4], b"PK\x03\x04");
        assert_eq!(zip[at + 6..at + 28], zip[file + 4..file + 26], "{text}");
        let body = file + 30 + name;
        files.push((text, zip[body..body + size].to_vec()));
        at += 46 + name;
    }
    assert_eq!(at, end);
    files
}

#[tokio::test]
async fn a_client_downloads_without_its_key() {
    let sandbox = Sandbox::new();
    let client = client(&sandbox);
    let pdf = client.credentials().generate_pdf(80_000_001).send().await.unwrap();
    let file = client.download(pdf.file.expose()).send().await.unwrap();
    assert_eq!(file.content_type.as_deref(), Some("application/pdf"));
    let last = sandbox.requests().pop().unwrap();
    assert_eq!((last.path.as_str(), last.operation), ("/files/80000001.pdf", None));
    assert!(last.headers.iter().all(|(name, _)| name != "authorization"), "{:?}", last.headers);
}

#[tokio::test]
async fn what_has_no_pdf_and_no_link() {
    let sandbox = Sandbox::new();
    let mut hidden = new("hidden@example.org");
    hidden["approve"] = false.into();
    let (_, made) = create(&sandbox, hidden).await;
    let id = made["credential"]["id"].as_str().unwrap();
    let unpublished = json!({"errors": "Credential is not published"});
    let unknown = json!({"success": false, "data": "No credential with the id given in your account"});
    let no_link = json!({"error": "No Published Credential with this attribute"});
    let single = |id: &str| format!("/v1/credentials/generate_single_pdf/{id}");
    let (many, link) = ("/v1/credentials/generate_pdf", "/v1/sso/generate_link");
    for (path, body, want) in [
        (single(id), Value::Null, (422, unpublished.clone())),
        (single("1"), Value::Null, (404, unknown.clone())),
        (many.to_owned(), json!({"credential_ids": [id]}), (422, unpublished)),
        (many.to_owned(), json!({"credential_ids": [80_000_001, 1]}), (404, unknown)),
        (
            many.to_owned(),
            json!({"credential_ids": []}),
            (422, json!({"errors": {"credential_ids": ["can't be blank"]}})),
        ),
        (many.to_owned(), Value::Null, (400, json!({"error": "Bad Request"}))),
        (
            link.to_owned(),
            json!({"credential_id": "80000001", "embed": true}),
            (422, json!({"errors": {"embed": ["is only supported with wallet_view"]}})),
        ),
        (link.to_owned(), json!({}), (404, no_link.clone())),
        (link.to_owned(), json!({"credential_id": id}), (404, no_link.clone())),
        (link.to_owned(), json!({"recipient_email": "hidden@example.org"}), (404, no_link.clone())),
        (link.to_owned(), json!({"group_id": 34, "recipient_id": "nobody"}), (404, no_link)),
    ] {
        assert_eq!(ask(&sandbox, "POST", &path, body.clone()).await, want, "{path} {body}");
    }
}

#[tokio::test]
async fn a_link_works_once() {
    let sandbox = Sandbox::new();
    let (_, made) = create(&sandbox, new("twice@example.org")).await;
    let mut again = new("twice@example.org");
    again["group_id"] = 50.into();
    let (_, last) = create(&sandbox, again).await;
    let [first, last] = [made, last].map(|it| it["credential"]["uuid"].as_str().unwrap().to_owned());
    for (label, request, page) in [
        ("by address", json!({"recipient_email": "Twice@example.org"}), last.as_str()),
        ("of a group", json!({"recipient_email": "twice@example.org", "group_id": "34"}), &first),
        ("the wallet", json!({"recipient_email": "twice@example.org", "wallet_view": true}), "wallet"),
    ] {
        let (status, answer) = ask(&sandbox, "POST", "/v1/sso/generate_link", request).await;
        assert_eq!(status, 200, "{label}: {answer}");
        let link = answer["link"].as_str().unwrap();
        let start = format!("https://api.accredible.com/pages/{page}/sso?code=");
        assert!(link.starts_with(&start), "{label}: {link}");
        let (status, content_type, body) = fetch(&sandbox, link).await;
        assert_eq!((status, content_type.as_str()), (200, "text/html; charset=utf-8"), "{label}");
        assert!(page == "wallet" || String::from_utf8(body).unwrap().contains(page), "{label}");
        assert_eq!(fetch(&sandbox, link).await.0, 403, "{label}");
        let (_, other) =
            ask(&sandbox, "POST", "/v1/sso/generate_link", json!({"credential_id": "80000001"})).await;
        assert_eq!(fetch(&sandbox, other["link"].as_str().unwrap()).await.0, 200, "{label}");
    }
    assert_eq!(fetch(&sandbox, "https://api.accredible.com/pages/wallet/sso?code=x").await.0, 501);
}

#[tokio::test]
async fn the_first_search_filters_and_has_its_own_quota() {
    let sandbox = Sandbox::new();
    let mut own = new("own@example.org");
    own["id"] = "HS-26-0300".into();
    own["meta_data"] = json!({"batch": "late"});
    own["recipient"]["id"] = "LRN-0300".into();
    own["recipient"]["meta_data"] = json!({"zip_code": "94107"});
    create(&sandbox, own).await;
    let path = "/v1/credentials/search";
    let (_, all) = ask(&sandbox, "POST", path, Value::Null).await;
    let total = all["meta"]["total_count"].as_u64().unwrap();
    for (label, body, want) in [
        ("everything", json!({}), total),
        ("a group", json!({"group_id": "34", "recipient.email": "OWN@example.org"}), 1),
        ("another group", json!({"group_id": 35, "recipient.email": "own@example.org"}), 0),
        ("a name", json!({"recipient.name": "Somebody"}), 1),
        ("an id of a person", json!({"recipient.id": "LRN-0300"}), 1),
        ("a part of a person", json!({"recipient.meta_data": {"zip_code": "94107"}}), 1),
        ("an own id", json!({"license_id": "HS-26-0300"}), 1),
        ("a part", json!({"meta_data": {"batch": "late"}}), 1),
        ("issued in the future", json!({"start_date": "2999-01-01"}), 0),
        ("issued before", json!({"end_date": "2999-01-01"}), total),
        ("updated in the future", json!({"start_updated_date": "2999-01-01"}), 0),
    ] {
        let (status, page) = ask(&sandbox, "POST", path, body).await;
        assert_eq!((status, &page["meta"]["total_count"]), (200, &json!(want)), "{label}: {page}");
    }
    let (_, page) = ask(&sandbox, "POST", &format!("{path}?page=2&page_size=3"), Value::Null).await;
    assert_eq!(
        (&page["meta"]["current_page"], page["credentials"].as_array().unwrap().len()),
        (&json!(2), 3)
    );
    let found = &page["credentials"][0];
    assert!(found["encoded_id"].is_string() && found["seo_image"].is_string(), "{found}");
    assert_eq!(ask(&sandbox, "POST", path, json!({"start_date": "x"})).await.0, 422);

    let sandbox = Sandbox::new();
    sandbox.freeze(true);
    sandbox.set(|settings| settings.accredible.search_quota = Some(TrailingQuota { limit: 2, seconds: 60 }));
    for want in [200, 200, 429] {
        assert_eq!(ask(&sandbox, "POST", path, json!({})).await.0, want);
    }
    let second = json!({"query": {}});
    assert_eq!(ask(&sandbox, "POST", "/v2/credentials/search", second).await.0, 200);
    sandbox.advance(Duration::from_secs(60));
    assert_eq!(ask(&sandbox, "POST", path, json!({})).await.0, 200);
}

#[tokio::test]
async fn credentials_show_the_skills_of_their_group() {
    let sandbox = Sandbox::new();
    let skills = json!([{"id": 9003, "breadcrumb_ids": []}]);
    let write = json!({"group": {"skill_framework_version_id": 512, "framework_skills": skills}});
    let (_, saved) = ask(&sandbox, "PUT", "/v1/issuer/groups/34", write).await;
    let of_group = saved["group"]["skills"].clone();
    let (_, made) = create(&sandbox, new("skilled@example.org")).await;
    assert_eq!(made["credential"]["skills"], of_group);
    let search = json!({"recipient.email": "skilled@example.org"});
    let (_, found) = ask(&sandbox, "POST", "/v1/credentials/search", search).await;
    assert_eq!(found["credentials"][0]["skills"], of_group);
    let (_, found) =
        ask(&sandbox, "POST", "/v2/credentials/search", json!({"query": {"license_id": "none"}})).await;
    assert_eq!(found["credentials"], json!([]));
}
