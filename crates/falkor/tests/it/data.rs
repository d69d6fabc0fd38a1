//! Tables.

use serde_json::{Value, json};
use tassel_falkor::model::{DeleteUpload, InsertRows, RemoveRows, RowNumber, UploadTable};

use crate::support::{answering, body_of, offline, success};

#[test]
fn requests() {
    let data = offline().data();
    let table =
        [vec![json!("Crew"), json!("Calls")], vec![json!("Tugs"), json!(5)], vec![Value::Null, json!(true)]];
    let names = |more: Value| {
        let mut names = json!({"collection": "Berths", "upload": "2026-08"});
        names.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        names
    };
    for (label, request, path, want) in [
        (
            "a table",
            data.upload(UploadTable::new("Berths", "2026-08", table)).request(),
            "/v1/data/upload",
            names(json!({"data": [["Crew", "Calls"], ["Tugs", 5], [null, true]]})),
        ),
        (
            "rows",
            data.insert(InsertRows::new("Berths", "2026-08", [["Tugs"], ["Pilots"]])).request(),
            "/v1/data/insert",
            names(json!({"rows": [["Tugs"], ["Pilots"]]})),
        ),
        (
            "no rows",
            data.insert(InsertRows::new("Berths", "2026-08", Vec::<Vec<Value>>::new())).request(),
            "/v1/data/insert",
            names(json!({"rows": []})),
        ),
        (
            "numbers of rows",
            data.remove(RemoveRows::new("Berths", "2026-08", [1, 4])).request(),
            "/v1/data/remove",
            names(json!({"rows": [1, 4]})),
        ),
        (
            "an upload",
            data.delete(DeleteUpload::new("Berths", "2026-08")).request(),
            "/v1/data/delete",
            names(json!({})),
        ),
    ] {
        assert_eq!(request.as_ref().unwrap().uri().path(), path, "{label}");
        assert_eq!(body_of(request), want, "{label}");
    }
}

#[test]
fn what_may_destroy_more_than_meant_is_refused() {
    let data = offline().data();
    for (error, want) in [
        (
            data.upload(UploadTable::new("Berths", "a", Vec::<Vec<Value>>::new())).request().unwrap_err(),
            "data.upload was not sent: `data` has 0 items; give at least 1",
        ),
        (
            data.remove(RemoveRows::new("Berths", "a", [])).request().unwrap_err(),
            "data.remove was not sent: `rows` has 0 items; give at least 1",
        ),
        (
            data.delete(DeleteUpload::new("Berths", " ")).request().unwrap_err(),
            "data.delete was not sent: `upload` is blank",
        ),
        (
            data.delete(DeleteUpload::new("", "a")).request().unwrap_err(),
            "data.delete was not sent: `collection` is blank",
        ),
    ] {
        assert_eq!(error.to_string(), want);
    }
}

#[tokio::test]
async fn counts_and_row_numbers_are_numbers_or_texts() {
    for (label, removed, deletes) in
        [("texts", json!(["1", "4"]), json!("2")), ("numbers", json!([1, 4]), json!(2))]
    {
        let (_server, client) = answering(
            200,
            &success(&json!({"deletes": deletes, "removed": removed, "warnings": 0})).to_string(),
        )
        .await;
        let result = client.data().remove(RemoveRows::new("Berths", "a", [1, 4])).send().await.unwrap();
        assert!(result.is_complete(), "{label}");
        assert_eq!(result.deletes.unwrap().get(), Some(2), "{label}");
        let numbers: Vec<_> = result.removed.unwrap().iter().map(RowNumber::as_u64).collect();
        assert_eq!(numbers, [Some(1), Some(4)], "{label}");
    }
    let stats = json!({"stats": {"uploads": "2", "size": 520, "inserts": "2"}, "warnings": "1"});
    let (_server, client) = answering(200, &success(&stats).to_string()).await;
    let result = client.data().insert(InsertRows::new("Berths", "a", [["x"]])).send().await.unwrap();
    assert!(!result.is_complete());
    let stats = result.stats.unwrap();
    assert_eq!(
        (stats.uploads.as_ref().unwrap().get(), stats.inserts.as_ref().unwrap().get()),
        (Some(2), Some(2))
    );
}
