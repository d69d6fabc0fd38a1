//! Collections.

use httpmock::prelude::*;
use serde_json::json;
use tassel_accredible::model::{
    CollectionId, CollectionMember, CollectionSort, CollectionUpdate, NewCollection, SortOrder,
};
use tassel_accredible::{Patch, TryStreamExt};

use crate::support::{body_of, client, offline};

const ID: &str = "5d2b1c94-7c5e-4d0f-9a31-8f0e6a7b2c11";

#[test]
fn requests_of_collections() {
    let collections = offline().collections();
    let changes =
        CollectionUpdate::default().description(Patch::Null).groups(vec![CollectionMember::new(34)]);
    for (label, request, method, path, want) in [
        (
            "the least",
            collections.create(NewCollection::new("Lifting")).request(),
            "POST",
            "/v1/collections".to_owned(),
            json!({"collection": {"name": "Lifting"}}),
        ),
        (
            "a change",
            collections.update(ID, changes).request(),
            "PUT",
            format!("/v1/collections/{ID}"),
            json!({"collection": {"description": null, "groups": [{"id": 34}]}}),
        ),
        (
            "an id that is a number",
            collections.update(7, CollectionUpdate::default().public(true)).request(),
            "PUT",
            "/v1/collections/7".to_owned(),
            json!({"collection": {"public": true}}),
        ),
        (
            "every collection",
            collections.search().request(),
            "POST",
            "/v1/collections/search".to_owned(),
            json!({"query": {}, "meta": {"page_number": 1, "per_page": 50}}),
        ),
        (
            "every filter",
            collections
                .search()
                .ids([CollectionId::from(ID), CollectionId::from(7)])
                .name("quay")
                .public(false)
                .without([8])
                .sort(CollectionSort::default().groups_count(SortOrder::Desc))
                .page_size(20)
                .request(),
            "POST",
            "/v1/collections/search".to_owned(),
            json!({
                "query": {"ids": [ID, 7], "name": "quay", "public": false, "exclusion_list": [8]},
                "sort": {"groups_count": "desc"}, "meta": {"page_number": 1, "per_page": 20},
            }),
        ),
    ] {
        let sent = request.as_ref().unwrap();
        assert_eq!((sent.method().as_str(), sent.uri().path()), (method, &*path), "{label}");
        assert_eq!(body_of(request), want, "{label}");
    }
}

#[tokio::test]
async fn a_deletion_may_have_no_body() {
    for (label, body, want) in [
        ("an empty body", String::new(), None),
        ("a collection", json!({"collection": {"id": ID}}).to_string(), Some(CollectionId::from(ID))),
    ] {
        let server = MockServer::start_async().await;
        let delete = server
            .mock_async(|when, then| {
                when.method(DELETE).path(format!("/v1/collections/{ID}"));
                then.status(200).body(body);
            })
            .await;
        let deleted = client(&server).collections().delete(ID).send().await.unwrap();
        assert_eq!(deleted.record().flatten().map(|collection| collection.id), want, "{label}");
        delete.assert_calls_async(1).await;
    }
}

#[tokio::test]
async fn collections_are_listed_to_the_end() {
    let server = MockServer::start_async().await;
    let pages = [
        (1, json!([{"id": ID, "groups": [{"id": 34}, {}]}]), json!({"next_page": 2, "page_size": 1})),
        (2, json!([{"id": 7, "organization_id": null}]), json!({"next_page": null, "total_count": 2})),
    ];
    for (number, collections, meta) in pages {
        server
            .mock_async(|when, then| {
                when.method(POST)
                    .path("/v1/collections/search")
                    .json_body(json!({"query": {}, "meta": {"page_number": number, "per_page": 1}}));
                then.status(200).json_body(json!({"collections": collections, "meta": meta}));
            })
            .await;
    }
    let client = client(&server);
    let found: Vec<_> = client.collections().search().page_size(1).stream().try_collect().await.unwrap();
    let ids: Vec<_> = found.into_iter().map(|collection| collection.id).collect();
    assert_eq!(ids, [CollectionId::from(ID), CollectionId::from(7)]);
}
