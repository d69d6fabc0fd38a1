//! Designs and designers.

use httpmock::prelude::*;
use serde_json::json;
use tassel_accredible::model::{
    DesignCopy, DesignId, DesignKind, DesignOrientation, DesignPreview, DesignUpdate, DesignerRequest,
    NewDesign, PaperSize,
};
use tassel_accredible::{Patch, TryStreamExt};

use crate::support::{body_of, client, offline};

#[test]
fn requests_of_designs() {
    let (designs, designers) = (offline().designs(), offline().designers());
    let all = NewDesign::new("Wave", DesignKind::Certificate, "0a1b")
        .background_bleeds(true)
        .orientation(DesignOrientation::Portrait)
        .size(PaperSize::UsLetter)
        .department_id(123)
        .meta_data([("course", "HS")]);
    let mut values = DesignPreview::default().recipient_name("Imani Okonjo").course_name("Knots");
    values.extra.insert("custom.Berth", "14B");
    for (label, request, method, path, want) in [
        (
            "the least",
            designs.create(NewDesign::new("Anchor", DesignKind::Badge, "0a1b")).request(),
            "POST",
            "/v1/designs",
            json!({"design": {"name": "Anchor", "kind": "badge", "encoded_content": "0a1b"}}),
        ),
        (
            "everything",
            designs.create(all).request(),
            "POST",
            "/v1/designs",
            json!({"design": {
                "name": "Wave", "kind": "certificate", "encoded_content": "0a1b", "background_bleeds": true,
                "orientation": "portrait", "size": "us-letter", "department_id": 123, "meta_data": {"course": "HS"},
            }}),
        ),
        (
            "a change",
            designs.update(23, DesignUpdate::default().name("Wave").meta_data(Patch::Null)).request(),
            "PUT",
            "/v1/designs/23",
            json!({"design": {"name": "Wave", "meta_data": null}}),
        ),
        (
            "a copy",
            designs.copy(23, DesignCopy::default()).request(),
            "POST",
            "/v1/designs/23/copy",
            json!({"design": {}}),
        ),
        (
            "a copy elsewhere",
            designs.copy("23", DesignCopy::default().department_id("124")).request(),
            "POST",
            "/v1/designs/23/copy",
            json!({"design": {"department_id": "124"}}),
        ),
        (
            "every design",
            designs.search().request(),
            "POST",
            "/v1/designs/search",
            json!({"page_size": 50, "page": 1}),
        ),
        (
            "every filter",
            designs
                .search()
                .kind("certificates")
                .meta_data([("course", "HS")])
                .department(123)
                .page_size(10)
                .request(),
            "POST",
            "/v1/designs/search",
            json!({
                "kind": "certificates", "meta_data": {"course": "HS"}, "department_id": 123, "page_size": 10, "page": 1,
            }),
        ),
        (
            "a preview",
            designs.preview(23, values).request(),
            "POST",
            "/v1/designs/23/preview",
            json!({"recipient.name": "Imani Okonjo", "group.course_name": "Knots", "custom.Berth": "14B"}),
        ),
        (
            "a new badge",
            designers.open_badge(DesignerRequest::default()).request(),
            "POST",
            "/v1/designers/badge/initialize",
            json!({}),
        ),
        (
            "a certificate",
            designers.open_certificate(DesignerRequest::default().design_id(23).department_id(123)).request(),
            "POST",
            "/v1/designers/certificate/initialize",
            json!({"design_id": 23, "department_id": 123}),
        ),
    ] {
        let sent = request.as_ref().unwrap();
        assert_eq!((sent.method().as_str(), sent.uri().path()), (method, path), "{label}");
        assert_eq!(body_of(request), want, "{label}");
    }
}

#[expect(deprecated, reason = "it is tested all the same")]
#[test]
fn requests_of_the_list() {
    let designs = offline().designs();
    for (label, request, want) in [
        ("all", designs.list(None, None).request(), "/v1/designs"),
        (
            "some",
            designs.list(Some("badges".into()), Some(123.into())).request(),
            "/v1/designs?kind=badges&department_id=123",
        ),
    ] {
        assert_eq!(request.unwrap().uri().path_and_query().unwrap().as_str(), want, "{label}");
    }
}

#[tokio::test]
async fn designs_over_http() {
    let server = MockServer::start_async().await;
    server
        .mock_async(|when, then| {
            when.method(GET).path("/v1/designs/24");
            then.status(200).json_body(json!({"design": {
                "id": "24", "kind": "ribbon", "content": "0a1b", "orientation": null, "size": null,
                "groups": [{"id": 34, "credentials_count": 2}, {}], "meta_data": null,
            }}));
        })
        .await;
    server
        .mock_async(|when, then| {
            when.method(POST).path("/v1/designs/24/preview").json_body(json!({}));
            then.status(200).json_body(json!({"link": "https://previews.example.org/24"}));
        })
        .await;
    server
        .mock_async(|when, then| {
            when.method(POST).path("/v1/designers/badge/initialize");
            then.status(200).json_body(json!({"token": "t0ken", "design_id": "24"}));
        })
        .await;
    let client = client(&server);
    let design = client.designs().get(24).send().await.unwrap();
    assert_eq!((design.id, design.kind.unwrap().as_str()), (DesignId::from(24), "ribbon"));
    assert_eq!(design.encoded_content.as_deref(), Some("0a1b"));
    let link = client.designs().preview(24, DesignPreview::default()).send().await.unwrap();
    assert_eq!(link, "https://previews.example.org/24");
    let session = client.designers().open_badge(DesignerRequest::default()).send().await.unwrap();
    assert_eq!((session.token.expose(), session.design_id.clone()), ("t0ken", Some(24.into())));
    assert!(!format!("{session:?}").contains("t0ken"));
}

#[tokio::test]
async fn a_search_without_meta_ends_with_an_empty_page() {
    for (label, pages, want) in [
        ("an empty page", &[&[23, 24][..], &[25], &[]][..], Ok(3)),
        ("the same page again", &[&[23, 24], &[23, 24]], Err(2)),
    ] {
        let server = MockServer::start_async().await;
        for (number, ids) in (1..).zip(pages.iter().copied()) {
            server
                .mock_async(|when, then| {
                    when.method(POST)
                        .path("/v1/designs/search")
                        .json_body(json!({"page_size": 50, "page": number}));
                    let designs: Vec<_> = ids.iter().map(|id| json!({"id": id})).collect();
                    then.status(200).json_body(json!({"designs": designs}));
                })
                .await;
        }
        let (mut stream, mut read) = (client(&server).designs().search().stream(), 0);
        let end = loop {
            match stream.try_next().await {
                Ok(Some(_)) => read += 1,
                Ok(None) => break Ok(read),
                Err(tassel_accredible::Error::Incomplete { .. }) => break Err(read),
                Err(error) => panic!("{label}: {error}"),
            }
        };
        assert_eq!(end, want, "{label}");
    }
}
