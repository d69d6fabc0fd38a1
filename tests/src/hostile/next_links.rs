//! What a page says of where the next one is.

use http::{HeaderValue, Response, StatusCode};
use serde_json::json;
use tassel_core::kit::TryStreamExt;

use super::input::Input;
use super::paging::go_to_one_place;
use super::wire::{Canned, run};

/// `vendor listing status`, and a link, which every field and header names that could: no request goes anywhere but to
/// the listing's own address, and the link is sent nowhere but as the cursor that it is. Says how
/// many requests there were.
pub fn next_link(input: &[u8]) -> usize {
    let input = Input::new(input);
    let vendor = input.vendor();
    let listings = vendor.listings();
    if listings.is_empty() {
        return 0;
    }
    let listing = input.operation(&listings);
    let link = String::from_utf8_lossy(input.rest).into_owned();
    let answer = |number: usize| {
        let mut answer = Response::new(page(number, &link).into());
        if input.status().is_redirection() {
            *answer.status_mut() = input.status();
        }
        for (name, value) in [
            ("link", format!("<{link}>; rel=\"next\"")),
            ("location", link.clone()),
            ("refresh", link.clone()),
        ] {
            if let Ok(value) = HeaderValue::from_bytes(value.as_bytes()) {
                answer.headers_mut().insert(name, value);
            }
        }
        answer
    };
    let canned = Canned::new((1..=3).map(answer).collect());
    let client = vendor.canned(&canned);
    let rows = run(client.read(listing, 3, 1).try_fold(0, |rows, (more, _)| async move { Ok(rows + more) }));
    let requests: Vec<_> = canned.requests().into_iter().map(|(_, request)| request).collect();
    go_to_one_place(&requests);
    if input.status().is_redirection() && input.status() != StatusCode::NOT_MODIFIED {
        assert_eq!((rows.is_err(), requests.len()), (true, 1), "a redirect is not followed");
    }
    for request in &requests[1..] {
        let url = url::Url::parse(&request.uri().to_string()).unwrap();
        assert!(url.query_pairs().all(|(_, value)| value != link || link.parse::<u64>().is_ok()), "{url}");
        let body: serde_json::Value = serde_json::from_slice(request.body()).unwrap_or_default();
        // Where the cursor repeats itself, offsets go on.
        if let Some(page) = body["page"].as_object().filter(|page| !page.contains_key("from")) {
            assert_eq!(page.get("cursor"), Some(&json!(link)), "the cursor is not the one that came");
        }
    }
    requests.len()
}

/// A page that any listing of any vendor can read.
fn page(number: usize, link: &str) -> Vec<u8> {
    let row = json!({
        "id": number, "courseId": number, "memberId": number, "email": format!("row{number}@example.org"),
        "event_slug": "a", "state": "a", "name": "a", "firstName": "a", "lastName": "a", "lessonVersionId": number,
    });
    let rows = json!([row]);
    let next_page = link.parse::<u64>().map_or_else(|_| json!(link), |number| json!(number));
    let body = json!({
        "credentials": rows, "groups": rows, "collections": rows, "designs": rows, "attribute_keys": rows,
        "skill_frameworks": rows, "skills": rows, "analytics": rows, "departments": rows, "participants": rows,
        "exports": rows, "results": rows, "data": rows,
        "meta": {"next_page": next_page, "next_page_url": link, "cursor": link, "next": link, "links": {"next": link}, "total_pages": 9},
        "next": link, "next_page_url": link, "links": {"next": link}, "@odata.nextLink": link,
    });
    body.to_string().into_bytes()
}
