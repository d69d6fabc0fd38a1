//! Batches, of both versions.

use serde_json::{Value, json};
use tassel_sandbox::Sandbox;
use tassel_sandbox::accredible::BulkReply;

use crate::support::{ask, new};

async fn count(sandbox: &Sandbox) -> u64 {
    let (_, found) = ask(sandbox, "POST", "/v2/credentials/search", json!({"query": {}})).await;
    found["meta"]["count"].as_u64().unwrap()
}

async fn bulk(sandbox: &Sandbox, version: u8, credentials: Vec<Value>) -> (u16, Value) {
    let path = format!("/v{version}/credentials/bulk_create");
    ask(sandbox, "POST", &path, json!({"credentials": credentials})).await
}

#[tokio::test]
async fn the_first_version_creates_all_or_none() {
    let sandbox = Sandbox::new();
    let before = count(&sandbox).await;
    let credits = sandbox.settings().accredible.credits;
    let (status, rejected) =
        bulk(&sandbox, 1, vec![new("a@example.org"), new("b@example"), new("imani.okonjo@example.org")])
            .await;
    assert_eq!(status, 422);
    assert_eq!(rejected["errors"][0], "Credential 2: recipient_email is invalid");
    assert!(
        rejected["errors"][1]
            .as_str()
            .unwrap()
            .starts_with("Credential 3: recipient_email has already been taken")
    );
    assert_eq!(
        (count(&sandbox).await, sandbox.settings().accredible.credits),
        (before, credits),
        "nothing was made"
    );

    let (status, made) = bulk(&sandbox, 1, vec![new("a@example.org"), new("b@example.org")]).await;
    assert_eq!((status, made["credentials"].as_array().unwrap().len()), (200, 2));
    assert!(made["credentials"][0]["id"].is_u64() && made["credentials"][0]["recipient"]["id"].is_u64());
    assert!(made["credentials"][0].get("custom_attibutes").is_some(), "misspelt, as at the vendor");
    sandbox.set(|settings| settings.accredible.bulk_create_v1 = BulkReply::List);
    let (_, made) = bulk(&sandbox, 1, vec![new("c@example.org")]).await;
    assert!(made[0]["credential"]["id"].is_u64(), "{made}");
    assert_eq!(count(&sandbox).await, before + 3);
}

#[tokio::test]
async fn the_second_version_creates_the_valid_ones() {
    let sandbox = Sandbox::new();
    let details = |result: &Value| result["errors"]["details"][0]["property"].clone();
    let (status, made) = bulk(&sandbox, 2, vec![new("a@example.org"), new("b@example.org")]).await;
    assert_eq!((status, &made["results"][1]["credential"]["approve"]), (200, &json!(true)));
    let (status, made) = bulk(&sandbox, 2, vec![new("a@example.org"), new("c@example.org"), json!({})]).await;
    assert_eq!(status, 207);
    assert_eq!(made["results"][0]["errors"]["code"], "credential_invalid");
    assert_eq!(
        (details(&made["results"][0]), details(&made["results"][2])),
        (json!("recipient.email"), json!("recipient"))
    );
    assert!(made["results"][1]["credential"]["id"].is_u64());
    let (status, made) =
        bulk(&sandbox, 2, vec![json!({"recipient": {"name": "a", "email": "d@example.org"}, "group_id": 9})])
            .await;
    assert_eq!((status, details(&made["results"][0])), (422, json!("group_id")));

    sandbox.set(|settings| settings.accredible.credits = 1);
    let mut hidden = new("g@example.org");
    hidden["approve"] = json!(false);
    let (status, made) = bulk(&sandbox, 2, vec![new("e@example.org"), new("f@example.org"), hidden]).await;
    assert_eq!(status, 207);
    assert_eq!(made["results"][0].get("errors"), None);
    assert_eq!(made["results"][1]["errors"]["code"], "insufficient_credits");
    assert_eq!(made["results"][1]["credential"]["approve"], false);
    assert_eq!(made["results"][2].get("errors"), None, "it was not to be published");
}

#[tokio::test]
async fn batches_have_a_maximum_size() {
    let sandbox = Sandbox::new();
    for (version, most) in [(1, 100), (2, 30)] {
        let batch = |size: usize| (0..size).map(|n| new(&format!("v{version}n{n}@example.org"))).collect();
        assert_eq!(bulk(&sandbox, version, batch(most)).await.0, 200, "version {version}");
        let (status, rejected) = bulk(&sandbox, version, batch(most + 1)).await;
        assert_eq!(
            (status, rejected),
            (422, json!({"errors": format!("Maximum of {most} credentials exceeded")}))
        );
        assert_eq!(bulk(&sandbox, version, vec![]).await.0, 422, "version {version}, empty");
    }
}
