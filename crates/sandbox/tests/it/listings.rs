//! The list and the search: filters, sorting and paging.

use serde_json::{Value, json};
use tassel_accredible::TryStreamExt;
use tassel_sandbox::Sandbox;

use crate::support::{ask, client, create, new};

const LIST: &str = "/v1/all_credentials";
const SEARCH: &str = "/v2/credentials/search";

#[tokio::test]
async fn the_list_is_paged_with_real_totals() {
    let sandbox = Sandbox::new();
    let (_, all) = ask(&sandbox, "GET", &format!("{LIST}?page_size=1000"), Value::Null).await;
    let total = all["credentials"].as_array().unwrap().len();
    assert!(total >= 40, "{total}");
    let first = &all["credentials"][0];
    assert!(first["id"].is_u64() && first["recipient"]["id"].is_u64(), "numbers in this shape");
    assert_eq!(first.get("approve"), None);
    let pages = total.div_ceil(20);
    for (page, next, prev) in [(1, json!(2), json!(null)), (pages, json!(null), json!(pages - 1))] {
        let (_, found) = ask(&sandbox, "GET", &format!("{LIST}?page_size=20&page={page}"), Value::Null).await;
        let want = json!({"current_page": page, "next_page": next, "prev_page": prev, "total_pages": pages, "total_count": total});
        assert_eq!(found["meta"], want, "page {page}");
    }
    let (_, none) = ask(&sandbox, "GET", &format!("{LIST}?group_id=99"), Value::Null).await;
    assert_eq!(
        none["meta"],
        json!({"current_page": 1, "next_page": null, "prev_page": null, "total_pages": 1, "total_count": 0})
    );
}

#[tokio::test]
async fn the_list_is_filtered() {
    let sandbox = Sandbox::new();
    let mut own = new("own@example.org");
    own["id"] = json!("HS 1");
    own["issued_on"] = json!("2001-02-03");
    own["recipient"]["id"] = json!("OWN-1");
    create(&sandbox, own).await;
    let all = ask(&sandbox, "GET", LIST, Value::Null).await.1["meta"]["total_count"].as_u64().unwrap();
    for (label, query, want) in [
        ("address", "email=OWN%40example.org", 1),
        ("own id", "license_id=HS+1", 1),
        ("own id of the recipient", "recipient_id=OWN-1", 1),
        ("group and address", "group_id=35&email=own@example.org", 0),
        ("until", "end_date=2001-02-03", 1),
        ("until, in the old form", "end_date=03/02/2001", 1),
        ("from", "start_date=2001-02-04", all - 1),
        ("updated from", "start_updated_date=2026-09-01", 1),
        ("updated until", "end_updated_date=2026-08-31", all - 1),
        ("empty filters", "email=&group_id=", all),
    ] {
        let (status, found) = ask(&sandbox, "GET", &format!("{LIST}?{query}"), Value::Null).await;
        assert_eq!((status, &found["meta"]["total_count"]), (200, &json!(want)), "{label}");
    }
    let (status, rejected) = ask(&sandbox, "GET", &format!("{LIST}?start_date=soon"), Value::Null).await;
    assert_eq!((status, rejected), (422, json!({"errors": {"start_date": ["is invalid"]}})));
}

#[tokio::test]
async fn the_search_is_filtered_and_sorted() {
    let sandbox = Sandbox::start(tassel_sandbox::Start { seed: 1, empty: true });
    for (email, issued_on, group) in [
        ("b@example.org", "2026-01-02", 34),
        ("A@example.org", "2026-01-01", 35),
        ("c@example.org", "2026-01-03", 34),
    ] {
        let mut credential = new(email);
        credential["issued_on"] = json!(issued_on);
        credential["group_id"] = json!(group);
        credential["id"] = json!(format!("own-{email}"));
        credential["recipient"]["id"] = json!(format!("id-{email}"));
        credential["meta_data"] = json!({"k": email});
        create(&sandbox, credential).await;
    }
    for (label, query, sort, want) in [
        ("all, in order", json!({}), json!(null), "bAc"),
        ("descending", json!({}), json!({"id": "desc"}), "cAb"),
        ("by day", json!({}), json!({"issued_on": "asc"}), "Abc"),
        ("by group", json!({}), json!({"group.name": "asc"}), "Abc"),
        ("group", json!({"group.id": 34}), json!(null), "bc"),
        ("groups", json!({"group.id[in]": [35, "99"]}), json!(null), "A"),
        ("address, in lower case", json!({"recipient_email": "a@example.org"}), json!(null), "A"),
        ("addresses", json!({"recipient_email[in]": ["a@example.org", "c@example.org"]}), json!(null), "Ac"),
        ("own id", json!({"license_id": "own-c@example.org"}), json!(null), "c"),
        ("own id of the recipient", json!({"recipient_id[eq]": "id-c@example.org"}), json!(null), "c"),
        ("days", json!({"issued_on[gt]": "2026-01-01", "issued_on[lt]": "2026-01-03"}), json!(null), "b"),
        (
            "days, inclusive",
            json!({"issued_on[gte]": "2026-01-02", "issued_on[lte]": "2026-01-03"}),
            json!(null),
            "bc",
        ),
        ("expiry", json!({"expired_on": "2029-01-01"}), json!(null), "A"),
        ("data", json!({"meta_data": {"k": "c@example.org"}}), json!(null), "c"),
        ("published", json!({"approve": true}), json!(null), "bAc"),
        ("not published", json!({"approve": false}), json!(null), ""),
        ("updated", json!({"updated_at[gte]": "2026-09-01"}), json!(null), "bAc"),
    ] {
        let (status, found) = ask(&sandbox, "POST", SEARCH, json!({"query": query, "sort": sort})).await;
        assert_eq!(status, 200, "{label}: {found}");
        let got: String = found["credentials"]
            .as_array()
            .unwrap()
            .iter()
            .map(|c| &c["recipient_email"].as_str().unwrap()[..1])
            .collect();
        assert_eq!(
            (got.as_str(), found["meta"]["count"].as_u64()),
            (want, Some(want.len() as u64)),
            "{label}"
        );
    }
    for (label, body, words) in [
        ("no query", json!({}), "query is missing"),
        ("an unknown field", json!({"query": {"email": "x"}}), "Query email is not supported"),
        ("an unknown comparison", json!({"query": {"uuid[gt]": "x"}}), "Query uuid[gt] is not supported"),
        (
            "an invalid value",
            json!({"query": {"approve": "yes"}}),
            "Query approve has a value that is not supported",
        ),
        (
            "an invalid day",
            json!({"query": {"issued_on": "soon"}}),
            "Query issued_on has a value that is not supported",
        ),
        (
            "an unknown sort",
            json!({"query": {}, "sort": {"email": "asc"}}),
            "Sort field email is not supported",
        ),
        (
            "an unknown order",
            json!({"query": {}, "sort": {"id": "increasing"}}),
            "Sort order increasing is not supported",
        ),
        (
            "both from and cursor",
            json!({"query": {}, "page": {"from": 0, "cursor": "WzE="}}),
            "page.from and page.cursor can not be used together",
        ),
        (
            "beyond 10,000",
            json!({"query": {}, "page": {"from": 9_999, "size": 2}}),
            "page.from and page.size reach only the first 10000 results",
        ),
        ("an invalid cursor", json!({"query": {}, "page": {"cursor": "x"}}), "Invalid cursor"),
    ] {
        let want = json!({"code": 400, "message": words, "status": "invalid_search_query", "errors": {}});
        assert_eq!(ask(&sandbox, "POST", SEARCH, body).await, (400, want), "{label}");
    }
}

#[tokio::test]
async fn the_search_is_paged_by_offset_and_by_cursor() {
    let sandbox = Sandbox::new();
    let page = |page: Value| ask(&sandbox, "POST", SEARCH, json!({"query": {}, "page": page}));
    let (_, all) = page(json!({"size": 1000})).await;
    let count = all["meta"]["count"].as_u64().unwrap();
    assert_eq!(all["meta"], json!({"count": count, "from": 0, "size": 1000}), "no cursor on the last page");
    let (_, second) = page(json!({"from": 20, "size": 20})).await;
    assert_eq!((&second["credentials"][0], &second["meta"]["from"]), (&all["credentials"][20], &json!(20)));
    let (_, first) = page(json!({"size": 20})).await;
    let (_, next) = page(json!({"size": 20, "cursor": first["meta"]["cursor"]})).await;
    assert_eq!(next["credentials"], second["credentials"]);
    assert!(first["credentials"][0]["id"].is_u64() && first["credentials"][0]["recipient_id"].is_string());

    let (_, exactly) = page(json!({"from": 9_950, "size": 50})).await;
    assert_eq!(exactly["credentials"], json!([]), "reaches exactly 10,000");
    sandbox.set(|settings| settings.accredible.cursor_on_last_page = true);
    let (_, all) = page(json!({"size": 1000})).await;
    let cursor = all["meta"]["cursor"].clone();
    assert!(cursor.is_string());
    let (_, beyond) = page(json!({"size": 1000, "cursor": cursor})).await;
    assert_eq!((&beyond["credentials"], beyond["meta"].get("cursor")), (&json!([]), None));
}

#[tokio::test]
async fn the_client_reads_every_page() {
    for last in [false, true] {
        let sandbox = Sandbox::new();
        sandbox.set(|settings| settings.accredible.cursor_on_last_page = last);
        let search = || client(&sandbox).credentials().search().page_size(7);
        let count = search().send().await.unwrap().total.unwrap();
        let streamed: Vec<_> = search().stream().try_collect().await.unwrap();
        let ahead: Vec<_> = search().prefetch(4).try_collect().await.unwrap();
        assert_eq!(streamed.len() as u64, count);
        assert_eq!(streamed, ahead);
        let groups: Vec<_> =
            client(&sandbox).groups().search().page_size(2).stream().try_collect().await.unwrap();
        assert_eq!(groups.len(), 7);
    }
}

#[tokio::test]
async fn beyond_ten_thousand_only_the_cursor_works() {
    let sandbox = Sandbox::start(tassel_sandbox::Start { seed: 1, empty: true });
    sandbox.set(|settings| {
        settings.accredible.quota = None;
        settings.accredible.credits = 1_000_000;
    });
    for batch in 0..101 {
        let batch: Vec<_> = (0..100)
            .map(|n| {
                let mut credential = new(&format!("{batch}-{n}@example.org"));
                credential["group_id"] = json!(50);
                credential
            })
            .collect();
        ask(&sandbox, "POST", "/v1/credentials/bulk_create", json!({"credentials": batch})).await;
    }
    let options = tassel_accredible::ClientOptions::new().transport(sandbox.accredible());
    let client = tassel_accredible::Client::builder(tassel_sandbox::accredible::API_KEY)
        .with(options)
        .build()
        .unwrap();
    let search = || client.credentials().search().page_size(500);
    let mut read = 0;
    let mut ahead = search().prefetch(4);
    let error = loop {
        match ahead.try_next().await {
            Ok(Some(_)) => read += 1,
            Ok(None) => panic!("it must say that it is not complete"),
            Err(error) => break error,
        }
    };
    assert_eq!(read, 10_000);
    assert_eq!(
        error.to_string(),
        "credentials.search is incomplete: offsets reach only the first 10000 items of 10100; read on with `stream`, \
         which follows the vendor's cursor",
    );
    let all: Vec<_> = search().stream().try_collect().await.unwrap();
    assert_eq!(all.len(), 10_100);
}
