//! Credentials.

use httpmock::prelude::*;
use serde_json::json;
use tassel_accredible::model::{
    CredentialId, CredentialQuery, CredentialSort, CredentialUpdate, EvidenceCategory, GroupId,
    NewCredential, NewEvidenceItem, NewReference, Recipient, Referee, Relationship, SortOrder, SsoRequest,
};
use tassel_accredible::{Client, Deleted, Patch, TryStreamExt};

use crate::support::{KEY, body_of, client, offline};

fn imani() -> Recipient {
    Recipient::new("Imani Okonjo", "Imani.Okonjo@example.org")
}

#[test]
fn requests_of_create() {
    let create = |credential| offline().credentials().create(credential).request();
    let new = || NewCredential::new(imani(), GroupId::from(34));
    let recipient = json!({"name": "Imani Okonjo", "email": "Imani.Okonjo@example.org"});
    for (label, credential, want) in [
        ("as little as can be", new(), json!({"recipient": recipient, "group_id": 34})),
        (
            "a group's id as text",
            NewCredential::new(imani(), "34"),
            json!({"recipient": recipient, "group_id": "34"}),
        ),
        (
            "everything",
            new()
                .id("HS-26-0117")
                .name("Harbour Safety")
                .issued_on("2026-06-14".parse::<tassel_accredible::Date>().unwrap())
                .custom_attributes([("berth", "14B")])
                .approve(false)
                .evidence_items([NewEvidenceItem::new(EvidenceCategory::Grade, "Grade").string_object("83")])
                .references([
                    NewReference::new(Relationship::Managed, "Well done.").referee(Referee::default())
                ]),
            json!({
                "recipient": recipient, "group_id": 34, "id": "HS-26-0117", "name": "Harbour Safety",
                "issued_on": "2026-06-14", "custom_attributes": {"berth": "14B"}, "approve": false,
                "evidence_items": [{"category": "grade", "description": "Grade", "string_object": "83"}],
                "references": [{"relationship": "managed", "description": "Well done.", "referee": {}}],
            }),
        ),
    ] {
        assert_eq!(body_of(create(credential)), json!({"credential": want}), "{label}");
    }
}

#[test]
fn leaving_alone_and_setting_to_null_differ() {
    let update = |changes| offline().credentials().update("7", changes).request();
    let changes = CredentialUpdate::default;
    for (label, changes, want) in [
        ("nothing", changes(), json!({})),
        ("publish", changes().approve(true), json!({"approve": true})),
        ("clear", changes().expired_on(Patch::Null), json!({"expired_on": null})),
        ("set", changes().description("New"), json!({"description": "New"})),
        ("set to nothing", changes().description(""), json!({"description": ""})),
        (
            "part of the recipient",
            changes().recipient(Recipient::default().phone_number("+14155550144")),
            json!({"recipient": {"phone_number": "+14155550144"}}),
        ),
    ] {
        assert_eq!(body_of(update(changes)), json!({"credential": want}), "{label}");
    }
}

#[test]
fn requests_of_search() {
    let search = || offline().credentials().search();
    let first = json!({"size": 50});
    let by_id = json!({"id": "asc"});
    let query = CredentialQuery::default().uuid_in(["a", "b"]).issued_on_gt(jiff::civil::date(2026, 1, 1));
    for (label, request, want) in [
        ("nothing set", search().request(), json!({"query": {}, "sort": by_id, "page": first})),
        (
            "one group",
            search().group(34).request(),
            json!({"query": {"group.id": 34}, "sort": by_id, "page": first}),
        ),
        (
            "an address is sent in lower case",
            search().recipient_email("Imani.Okonjo@Example.org").request(),
            json!({"query": {"recipient_email": "imani.okonjo@example.org"}, "sort": by_id, "page": first}),
        ),
        (
            "several fields",
            search()
                .groups([34, 35])
                .approve(true)
                .issued_from(jiff::civil::date(2026, 1, 1))
                .page_size(10)
                .request(),
            json!({
                "query": {"group.id[in]": [34, 35], "approve": true, "issued_on[gte]": "2026-01-01"},
                "sort": by_id, "page": {"size": 10},
            }),
        ),
        (
            "a whole query, sorted",
            search().matching(query).sort(CredentialSort::default().group_name(SortOrder::Desc)).request(),
            json!({
                "query": {"uuid[in]": ["a", "b"], "issued_on[gt]": "2026-01-01"},
                "sort": {"group.name": "desc"}, "page": first,
            }),
        ),
        (
            "resumed by cursor",
            search().resume("token:WzE3XQ==".parse().unwrap()).request(),
            json!({"query": {}, "sort": by_id, "page": {"size": 50, "cursor": "WzE3XQ=="}}),
        ),
        (
            "resumed by offset",
            search().resume("offset:100".parse().unwrap()).request(),
            json!({"query": {}, "sort": by_id, "page": {"size": 50, "from": 100}}),
        ),
        (
            "the last page that offsets reach",
            search().page_size(60).resume("offset:9960".parse().unwrap()).request(),
            json!({"query": {}, "sort": by_id, "page": {"size": 40, "from": 9960}}),
        ),
    ] {
        assert_eq!(body_of(request), want, "{label}");
    }
}

#[test]
fn requests_of_pdfs_and_links() {
    let credentials = offline().credentials();
    let request = || SsoRequest::default();
    let all = request()
        .credential_id("HS-26-0117")
        .recipient_id("LRN-0117")
        .recipient_email("Imani.Okonjo@Example.org")
        .group_id(34)
        .wallet_view(true)
        .embed(true)
        .redirect_to("https://academy.example.org");
    for (label, request, want) in [
        (
            "several PDFs",
            credentials.generate_pdfs([CredentialId::from(88213), "HS-26-0117".into()]).request(),
            json!({"credential_ids": [88213, "HS-26-0117"]}),
        ),
        (
            "a link, an address is sent in lower case",
            offline().sso().generate_link(all).request(),
            json!({
                "credential_id": "HS-26-0117", "recipient_id": "LRN-0117",
                "recipient_email": "imani.okonjo@example.org", "group_id": 34, "wallet_view": true, "embed": true,
                "redirect_to": "https://academy.example.org",
            }),
        ),
        ("no selector", offline().sso().generate_link(request()).request(), json!({})),
    ] {
        assert_eq!(body_of(request), want, "{label}");
    }
    let one = credentials.generate_pdf("HS/1").request().unwrap();
    assert_eq!((one.uri().path(), one.body().len()), ("/v1/credentials/generate_single_pdf/HS%2F1", 0));
    let none = credentials.generate_pdfs(Vec::<CredentialId>::new()).request();
    assert!(matches!(none, Err(tassel_accredible::Error::InvalidInput { .. })), "{none:?}");
}

#[test]
#[expect(deprecated, reason = "the vendor deprecates it; it is there all the same")]
fn requests_of_the_first_search() {
    let search = || offline().credentials().search_v1();
    let day = jiff::civil::date;
    for (label, request, want) in [
        ("nothing set", search().request(), json!({"page_size": 50, "page": 1})),
        (
            "every filter",
            search()
                .group(34)
                .recipient_name("Imani Okonjo")
                .recipient_email("Imani.Okonjo@Example.org")
                .recipient_id("LRN-0117")
                .recipient_meta_data([("zip_code", "94107")])
                .license_id("HS-26-0117")
                .meta_data([("batch", "HS-26")])
                .issued_after(day(2026, 1, 1))
                .issued_before(day(2026, 2, 1))
                .updated_after(day(2026, 3, 1))
                .updated_before(day(2026, 4, 1))
                .page_size(10)
                .request(),
            json!({
                "group_id": 34, "recipient.name": "Imani Okonjo", "recipient.email": "imani.okonjo@example.org",
                "recipient.id": "LRN-0117", "recipient.meta_data": {"zip_code": "94107"},
                "license_id": "HS-26-0117", "meta_data": {"batch": "HS-26"}, "start_date": "2026-01-01",
                "end_date": "2026-02-01", "start_updated_date": "2026-03-01", "end_updated_date": "2026-04-01",
                "page_size": 10, "page": 1,
            }),
        ),
    ] {
        assert_eq!(body_of(request), want, "{label}");
    }
}

#[test]
#[expect(deprecated, reason = "the vendor deprecates it; it is there all the same")]
fn requests_of_list() {
    let list = || offline().credentials().list();
    for (label, request, want) in [
        ("nothing set", list().request(), "page_size=50&page=1"),
        (
            "every filter",
            list()
                .group(34)
                .email("Imani@Example.org")
                .recipient_id("LRN-1")
                .license_id("HS 1")
                .issued_after(jiff::civil::date(2026, 1, 1))
                .issued_before(jiff::civil::date(2026, 2, 1))
                .updated_after(jiff::civil::date(2026, 3, 1))
                .updated_before(jiff::civil::date(2026, 4, 1))
                .page_size(10)
                .request(),
            "group_id=34&email=imani%40example.org&recipient_id=LRN-1&license_id=HS%201&start_date=2026-01-01\
             &end_date=2026-02-01&start_updated_date=2026-03-01&end_updated_date=2026-04-01&page_size=10&page=1",
        ),
    ] {
        let mut got: Vec<_> = request.as_ref().unwrap().uri().query().unwrap().split('&').collect();
        let mut want: Vec<_> = want.split('&').collect();
        got.sort_unstable();
        want.sort_unstable();
        assert_eq!(got, want, "{label}");
    }
}

#[tokio::test]
async fn one_credential_over_http() {
    let server = MockServer::start_async().await;
    let answer = json!({"credential": {
        "id": "88213", "name": "Harbour Safety", "approve": true, "issued_on": "2026-06-14", "custom_attibutes": {"a": 1},
        "evidence_items": [{"id": 826, "type": "hologram", "string_object": {"grade": 80}}],
        "recipient": {"name": "Imani Okonjo", "id": 236}, "private_note": "new",
    }});
    let mock = server
        .mock_async(|when, then| {
            when.method(GET)
                .path("/v1/credentials/HS%2F26")
                .header("authorization", format!("Token token={KEY}"))
                .header("accept", "application/json");
            then.status(200).header("content-type", "application/json").json_body(answer.clone());
        })
        .await;
    let credential = client(&server).credentials().get("HS/26").send().await.unwrap();
    mock.assert_async().await;
    assert_eq!(credential.id, CredentialId::from(88213));
    assert_eq!(credential.issued_on.as_ref().unwrap().civil(), Some(jiff::civil::date(2026, 6, 14)));
    assert_eq!(credential.custom_attributes.as_ref().unwrap()["a"], 1);
    let item = &credential.evidence_items.as_ref().unwrap()[0];
    assert_eq!(item.category.as_ref().unwrap().as_str(), "hologram");
    assert_eq!(item.string_object.as_ref().unwrap()["grade"], 80);
    assert_eq!(credential.extra["private_note"], "new");
}

#[tokio::test]
async fn writes_over_http() {
    let server = MockServer::start_async().await;
    let answer = json!({"credential": {"id": 7}});
    let create = server
        .mock_async(|when, then| {
            when.method(POST).path("/v1/credentials").header("content-type", "application/json").json_body(
                json!({"credential": {"recipient": {"name": "Imani", "email": "i@example.org"}, "group_id": 34}}),
            );
            then.status(200).json_body(answer.clone());
        })
        .await;
    let update = server
        .mock_async(|when, then| {
            when.method(PUT).path("/v1/credentials/7").json_body(json!({"credential": {"approve": true}}));
            then.status(200).json_body(answer.clone());
        })
        .await;
    let delete = server
        .mock_async(|when, then| {
            when.method(DELETE).path("/v1/credentials/7");
            then.status(200).json_body(answer.clone());
        })
        .await;
    let credentials = client(&server).credentials();
    let new = NewCredential::new(Recipient::new("Imani", "i@example.org"), 34);
    let created = credentials.create(new).send().await.unwrap();
    credentials.update(&created.id, CredentialUpdate::default().approve(true)).send().await.unwrap();
    let deleted = credentials.delete(&created.id).send().await.unwrap();
    assert!(matches!(&deleted, Deleted::Record(credential) if credential.id == created.id));
    for mock in [create, update, delete] {
        mock.assert_async().await;
    }
}

#[tokio::test]
async fn a_search_over_http_follows_the_cursor() {
    let server = MockServer::start_async().await;
    let page = |page, first: u64, count: u64, cursor: Option<&str>| {
        let ids: Vec<_> = (first..first + count).map(|id| json!({"id": id})).collect();
        let answer =
            json!({"credentials": ids, "meta": {"count": 5, "size": 3, "from": 0, "cursor": cursor}});
        (page, answer)
    };
    for (sent, answer) in [
        page(json!({"size": 3}), 1, 3, Some("next+/=")),
        page(json!({"size": 3, "cursor": "next+/="}), 4, 2, None),
    ] {
        let body = json!({"query": {"group.id": 34}, "sort": {"id": "asc"}, "page": sent});
        server
            .mock_async(|when, then| {
                when.method(POST).path("/v2/credentials/search").json_body(body);
                then.status(200).json_body(answer);
            })
            .await;
    }
    let search = client(&server).credentials().search().group(34).page_size(3);
    let ids: Vec<_> =
        search.stream().map_ok(|credential| credential.id.to_string()).try_collect().await.unwrap();
    assert_eq!(ids, ["1", "2", "3", "4", "5"]);
}

#[tokio::test]
#[expect(deprecated, reason = "the vendor deprecates it; it is there all the same")]
async fn a_list_over_http_follows_page_numbers() {
    let server = MockServer::start_async().await;
    for (number, next) in [(1, json!(2)), (2, json!(null))] {
        server
            .mock_async(|when, then| {
                when.method(GET).path("/v1/all_credentials").query_param("page", number.to_string());
                then.status(200).json_body(json!({
                    "credentials": [{"id": number}],
                    "meta": {"current_page": 1, "next_page": next, "total_pages": 119, "total_count": 2},
                }));
            })
            .await;
    }
    let found: Vec<_> = client(&server).credentials().list().stream().try_collect().await.unwrap();
    assert_eq!(found.len(), 2);
}

#[test]
fn clients_and_calls_can_be_shared_and_spawned() {
    fn is_shared<T: Clone + Send + Sync + 'static>() {}
    fn is_sent<T: Send>(_: T) {}
    is_shared::<Client>();
    is_shared::<tassel_accredible::credentials::Credentials>();
    is_shared::<tassel_accredible::credentials::SearchCredentials>();
    is_shared::<tassel_accredible::Call<tassel_accredible::bulk::BulkReport>>();
    is_shared::<tassel_accredible::Call<tassel_accredible::model::Credential>>();
    is_sent(offline().credentials().get("7").send());
    is_sent(offline().credentials().search().stream());
}
