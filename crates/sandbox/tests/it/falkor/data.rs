//! Tables.

use serde_json::{Value, json};
use tassel_sandbox::{Sandbox, Start};

use super::{ask, data, set};

fn with(upload: &str, name: &str, value: Value) -> Value {
    let mut parameters = json!({"collection": "Berths", "upload": upload});
    parameters[name] = value;
    parameters
}

#[tokio::test]
async fn tables_are_stored_appended_to_and_deleted() {
    let sandbox = Sandbox::start(Start { seed: 0, empty: true });
    let table = json!([["Crew", "Calls"], ["Tugs", 5], ["Pilots", null]]);
    let size = table.to_string().len();
    let stored =
        json!({"collection": "Berths", "upload": "a", "stats": {"uploads": 1, "size": size, "rows": 2}});
    for label in ["new", "again: it is replaced"] {
        assert_eq!(data(&sandbox, "data/upload", with("a", "data", table.clone())).await, stored, "{label}");
    }
    let second = data(&sandbox, "data/upload", with("b", "data", json!([["Crew"]]))).await;
    assert_eq!(second["stats"], json!({"uploads": 2, "size": size + r#"[["Crew"]]"#.len(), "rows": 0}));

    let rows = json!([["Dockers", true], ["x", 1, 2], "x", [["x"]], ["Short"], []]);
    let inserted = data(&sandbox, "data/insert", with("a", "rows", rows)).await;
    let message = |index: u64| json!({"parameter": "rows", "index": index, "error": "The row is not valid."});
    let larger = size + r#",["Dockers",true],["Short"],[]"#.len() + r#"[["Crew"]]"#.len();
    let want = json!({
        "collection": "Berths", "upload": "a", "warnings": 3, "messages": [message(1), message(2), message(3)],
        "stats": {"uploads": 2, "size": larger, "inserts": 3},
    });
    assert_eq!(inserted, want);

    let deleted = data(&sandbox, "data/delete", with("a", "rows", Value::Null)).await;
    assert_eq!(deleted, json!({"collection": "Berths", "stats": {"uploads": 1, "size": 10}}));
    let deleted = data(&sandbox, "data/delete", with("b", "rows", Value::Null)).await;
    assert_eq!(deleted["stats"], json!({"uploads": 0, "size": 0}), "the collection is gone, too");
    for path in ["data/insert", "data/remove", "data/delete"] {
        let (status, body) = ask(&sandbox, path, with("a", "rows", json!([]))).await;
        assert_eq!((status, &body["message"]), (404, &json!("There is no such upload.")), "{path}");
    }
}

#[tokio::test]
async fn rows_are_removed_by_number() {
    for (label, move_up, want) in
        [("they move up", true, ["2", "3"]), ("they keep their numbers", false, ["3", "5"])]
    {
        let sandbox = Sandbox::new();
        set(&sandbox, |settings| settings.rows_move_up = move_up);
        data(&sandbox, "data/insert", with("2026-08", "rows", json!([["Pilots", 1]]))).await;
        let removed =
            data(&sandbox, "data/remove", with("2026-08", "rows", json!([0, 2, "1", 99, -1, 2]))).await;
        let message = json!({"parameter": "rows", "index": 0, "error": "The header cannot be removed."});
        let header = json!({"deletes": 2, "removed": ["1", "2"], "warnings": 1, "messages": [message]});
        assert_eq!(removed, header, "{label}");
        data(&sandbox, "data/insert", with("2026-08", "rows", json!([["Tugs", 1]]))).await;
        let rest = data(&sandbox, "data/remove", with("2026-08", "rows", json!([2, 3, 5]))).await;
        assert_eq!((&rest["removed"], &rest["warnings"]), (&json!(want), &json!(0)), "{label}");
    }
}

#[tokio::test]
async fn uploads_have_limits() {
    let cells = |rows: usize, columns: usize| json!(vec![vec!["x"; columns]; rows + 1]);
    let sandbox = Sandbox::new();
    set(&sandbox, |settings| (settings.max_rows, settings.max_columns, settings.max_upload) = (2, 3, 50));
    for (label, table, want) in [
        ("within", cells(2, 3), None),
        ("too many rows", cells(3, 1), Some("The upload has more than 2 rows.")),
        ("too many columns", cells(0, 4), Some("The upload has more than 3 columns.")),
        ("too large", json!([["x"], ["y".repeat(50)]]), Some("The upload is larger than 50 bytes.")),
    ] {
        let (status, body) = ask(&sandbox, "data/upload", with("a", "data", table)).await;
        assert_eq!((status, body["message"].as_str()), (want.map_or(200, |_| 400), want), "{label}");
    }
    let (status, body) = ask(&sandbox, "data/insert", with("a", "rows", json!([["x"], ["x"]]))).await;
    assert_eq!((status, &body["message"]), (400, &json!("The upload has more than 2 rows.")));
    let removed = data(&sandbox, "data/remove", with("a", "rows", json!([1, 2, 3, 4]))).await;
    assert_eq!(removed["deletes"], 2, "nothing was appended");

    set(&sandbox, |settings| (settings.rows_include_header, settings.counts_as_text) = (true, true));
    let stored = data(&sandbox, "data/upload", with("a", "data", cells(2, 1))).await;
    assert_eq!((&stored["stats"]["rows"], stored["stats"]["size"].is_string()), (&json!("3"), true));
}
