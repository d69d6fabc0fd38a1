//! Accredible's redirect, blockchain records and private credentials.

use serde_json::{Value, json};
use tassel_sandbox::Sandbox;
use tassel_sandbox::accredible::Chain;

use crate::support::{ask, create, new, request, send};

/// A credential of a group that is recorded: its id, encoded id and UUID.
async fn recorded(sandbox: &Sandbox, private: bool) -> [String; 3] {
    let mut credential = new("chained@example.org");
    credential["group_id"] = json!(35);
    credential["private"] = json!(private);
    let (status, made) = create(sandbox, credential).await;
    assert_eq!(status, 200, "{made}");
    ["id", "encoded_id", "uuid"].map(|name| made["credential"][name].as_str().unwrap().to_owned())
}

#[tokio::test]
async fn the_redirect_leads_to_the_page() {
    let sandbox = Sandbox::new();
    let mut hidden = new("hidden@example.org");
    hidden["approve"] = json!(false);
    let hidden = create(&sandbox, hidden).await.1["credential"]["id"].as_str().unwrap().to_owned();
    for (label, query, status) in [
        ("found", "id=80000001&issuer_id=4897", 302),
        ("another issuer", "id=80000001&issuer_id=1", 404),
        ("no issuer", "id=80000001", 404),
        ("no credential", "id=1&issuer_id=4897", 404),
        ("unpublished", &format!("id={hidden}&issuer_id=4897"), 404),
    ] {
        let path = format!("/v1/issuer/credential_redirect?{query}");
        let answer = send(&sandbox, request("GET", &path, "")).await;
        assert_eq!(answer.status().as_u16(), status, "{label}");
        let (_, shown) = ask(&sandbox, "GET", "/v1/credentials/80000001", Value::Null).await;
        let location = answer.headers().get("location").map(|it| it.to_str().unwrap());
        assert_eq!(location, shown["credential"]["url"].as_str().filter(|_| status == 302), "{label}");
    }
}

#[tokio::test]
async fn records_are_found_by_encoded_id_or_uuid_in_the_form_of_the_chain() {
    let sandbox = Sandbox::new();
    let [id, encoded, uuid] = recorded(&sandbox, false).await;
    let (first, second) = (
        |id: &str| format!("/v1/credentials/blockchain_data/{id}"),
        |id: &str| format!("/v2/credentials/{id}/blockchain_data"),
    );
    let get = |path: String| {
        let sandbox = sandbox.clone();
        async move { ask(&sandbox, "GET", &path, Value::Null).await }
    };
    for id in [&encoded, &uuid] {
        let (status, answer) = get(second(id)).await;
        assert_eq!((status, &answer["data"]["chain"]), (200, &json!("Ethereum")), "{answer}");
        assert!(answer["data"]["credential_json_data"]["@context"].is_array());
        let (status, answer) = get(first(id)).await;
        assert_eq!((status, answer["data"].get("chain")), (200, None));
        assert!(answer["data"]["credential_json_data"]["@context"].is_string());
    }
    assert_eq!(get(second(&id)).await.0, 404, "another id is not accepted");
    sandbox.set(|settings| settings.accredible.chain = Chain::Bitcoin);
    let (_, answer) = get(second(&encoded)).await;
    assert_eq!(answer["data"]["chain"], "Bitcoin");
    assert_eq!(answer["data"]["receipt"]["type"], "ChainpointSHA256v2");
    ask(&sandbox, "PUT", &format!("/v1/credentials/{id}"), json!({"credential": {"approve": false}})).await;
    assert_eq!(get(second(&encoded)).await.0, 404, "an unpublished credential has no record");
    ask(&sandbox, "PUT", &format!("/v1/credentials/{id}"), json!({"credential": {"approve": true}})).await;
    ask(&sandbox, "PUT", "/v1/issuer/groups/35", json!({"group": {"blockchain": false}})).await;
    assert_eq!(get(second(&encoded)).await.0, 404, "the group is not recorded");
}

#[tokio::test]
async fn private_records_need_the_key_of_the_private_link() {
    let sandbox = Sandbox::new();
    let [id, encoded, _] = recorded(&sandbox, true).await;
    let link = sandbox.control("accredible", "private_link", &json!({"credential": id})).unwrap();
    let key = link["key"].as_str().unwrap();
    assert!(link["link"].as_str().unwrap().ends_with(&format!("?key={key}")));
    let rejected = json!({"errors": "Private Certificate, use key"});
    for path in [
        format!("/v1/credentials/blockchain_data/{encoded}"),
        format!("/v2/credentials/{encoded}/blockchain_data"),
    ] {
        assert_eq!(ask(&sandbox, "GET", &path, Value::Null).await, (403, rejected.clone()));
        assert_eq!(
            ask(&sandbox, "GET", &format!("{path}?key=x"), Value::Null).await,
            (403, rejected.clone())
        );
        assert_eq!(ask(&sandbox, "GET", &format!("{path}?key={key}"), Value::Null).await.0, 200);
        let logged = sandbox.requests().pop().unwrap();
        assert_eq!(logged.path, format!("{path}?key=***"), "the log masks the key");
    }
    let path = format!("/v1/credentials/{id}");
    assert_eq!(ask(&sandbox, "GET", &path, Value::Null).await.0, 200);
    sandbox.set(|settings| settings.accredible.private_rejected = true);
    assert_eq!(ask(&sandbox, "GET", &path, Value::Null).await, (403, rejected));
    let error = sandbox.control("accredible", "private_link", &json!({"credential": "1"})).unwrap_err();
    assert_eq!(error, "there is no credential `1`");
}
