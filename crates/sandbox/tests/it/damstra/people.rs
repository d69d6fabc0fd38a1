//! Users and groups.

use serde_json::{Value, json};
use tassel_sandbox::Sandbox;
use tassel_sandbox::damstra::UpdateMethod;

use super::{ask, get, post};

#[tokio::test]
async fn users_are_searched() {
    let sandbox = Sandbox::new();
    post(&sandbox, "/user/5013/inactivate", Value::Null).await;
    for (label, query, total, came) in [
        ("the active, with the default page size", "", 38, 20),
        ("with a slash", "/", 38, 20),
        ("a size of 0", "?maxResults=0", 38, 20),
        ("all users", "?activeValue=all&maxResults=100", 39, 39),
        ("the inactive", "?activeValue=inactive", 1, 1),
        ("an offset", "?startIndex=36&maxResults=100", 38, 2),
        ("an offset beyond", "?startIndex=100", 38, 0),
        ("a role", "?roleId=3", 2, 2),
        ("a text in any case", "?q=OKONJO", 1, 1),
        ("a user name", "?q=ragnhild.moe", 1, 1),
        ("an address in any case", "?emailAddress=Imani.Okonjo@example.org", 1, 1),
        ("part of an address", "?emailAddress=imani", 0, 0),
        ("an employee number", "?empId=LRN-0001", 1, 1),
        ("two filters", "?roleId=6&q=okonjo", 1, 1),
    ] {
        let page = get(&sandbox, &format!("/user{query}")).await;
        let results = page["results"].as_array().unwrap().len();
        assert_eq!((&page["meta"]["totalResultCount"], results), (&json!(total), came), "{label}");
        let start = page["meta"]["startIndex"].as_u64().unwrap();
        assert_eq!(page["meta"]["endIndex"], json!(start + results as u64), "{label}: the end is exclusive");
    }
    sandbox.set(|settings| settings.damstra.default_page_size = 5);
    assert_eq!(get(&sandbox, "/user").await["results"].as_array().unwrap().len(), 5);
    sandbox.set(|settings| settings.damstra.roles_as_objects = true);
    assert_eq!(get(&sandbox, "/user/5012").await["roles"], json!([{"id": 6}]));
}

#[tokio::test]
async fn users_are_created_and_replaced() {
    let sandbox = Sandbox::new();
    let imke = json!({"firstName": "Imke", "lastName": "Aalto", "emailAddress": "imke.aalto@example.org"});
    let created = post(&sandbox, "/user", imke.clone()).await;
    assert!(created["createdDate"].as_str().unwrap().ends_with('Z'), "the date has another form here");
    let path = format!("/user/{}", created["id"]);
    let user = get(&sandbox, &path).await;
    assert_eq!(
        (&user["userName"], &user["roles"], &user["clientStatusId"]),
        (&json!("imke.aalto"), &json!([6]), &json!(56))
    );
    assert!(user["createdDate"].as_str().unwrap().ends_with("+0000"));
    assert_eq!(sandbox.control("damstra", "outbox", &json!({})).unwrap()[0]["to"], "imke.aalto@example.org");
    let mut quiet = imke.clone();
    quiet["sendWelcomeEmail"] = json!(false);
    let second = post(&sandbox, "/user", quiet).await;
    assert_eq!(sandbox.control("damstra", "outbox", &json!({})).unwrap().as_array().unwrap().len(), 1);
    assert_eq!(get(&sandbox, &format!("/user/{}", second["id"])).await["userName"], "imke.aalto2");

    let mut whole = json!({
        "id": created["id"], "firstName": "Imke", "lastName": "Sato", "emailAddress": "imke.sato@example.org",
        "phoneNumber": "1", "mobileNumber": "", "employeeNumber": null, "roles": [6, 1], "timeZone": "Europe/Oslo",
        "groups": [{"id": 31}],
    });
    let user = post(&sandbox, &path, whole.clone()).await;
    assert_eq!(
        (&user["lastName"], &user["roles"], &user["groups"]),
        (&json!("Sato"), &json!([6, 1]), &json!([{"id": 31}]))
    );
    for (label, field, value) in [
        ("another id", "id", json!(5012)),
        ("no role", "roles", Value::Null),
        ("no such role", "roles", json!([2])),
        ("no such group", "groups", json!([{"id": 7}])),
        ("no name", "firstName", json!(7)),
        ("a user name that is taken", "userName", json!("imani.okonjo")),
    ] {
        let mut wrong = whole.clone();
        wrong[field] = value;
        let (status, body) = ask(&sandbox, "POST", &path, wrong).await;
        assert_eq!((status, body.as_object().unwrap().len()), (400, 1), "{label}: {body}");
    }
    whole.as_object_mut().unwrap().remove("groups");
    assert_eq!(post(&sandbox, &path, whole.clone()).await["groups"], json!([{"id": 31}]), "they are kept");
    sandbox.set(|settings| settings.damstra.update_keeps_groups = false);
    assert_eq!(post(&sandbox, &path, whole.clone()).await["groups"], json!([]), "they are cleared");
    for (method, post_status, put_status) in
        [(UpdateMethod::Post, 200, 405), (UpdateMethod::Put, 405, 200), (UpdateMethod::Both, 200, 200)]
    {
        sandbox.set(|settings| settings.damstra.update_method = method);
        for (by, want) in [("POST", post_status), ("PUT", put_status)] {
            assert_eq!(ask(&sandbox, by, &path, whole.clone()).await.0, want, "{by} under {method:?}");
        }
        assert_eq!(ask(&sandbox, "PUT", "/group/31", json!({})).await.0, 405);
    }
}

#[tokio::test]
async fn users_are_imported() {
    let sandbox = Sandbox::new();
    let roles = |user: &Value| user["roles"].clone();
    let ragnhild =
        json!({"firstName": "Ragnhild", "lastName": "Moe", "emailAddress": "ragnhild.moe@example.org"});
    let import = |merge: &str, user: &Value| json!({"users": [user], "mergeType": merge});
    let mut with_roles = ragnhild.clone();
    with_roles["roles"] = json!([8]);
    let merged = post(&sandbox, "/bulkUserImport", import("email", &with_roles)).await;
    assert_eq!((&merged[0]["id"], roles(&merged[0])), (&json!(5100), json!([8])), "a bare list");
    let merged = post(&sandbox, "/bulkUserImport", import("email", &ragnhild)).await;
    assert_eq!(roles(&merged[0]), json!([6]), "without roles an instructor is a trainee");
    for (label, merge, field, value) in [
        ("by employee number", "empNo", "employeeNumber", "LRN-0001"),
        ("by user name", "userName", "userName", "IMANI.okonjo"),
    ] {
        let mut imani =
            json!({"firstName": "Imani", "lastName": "Berg", "emailAddress": "imani.berg@example.org"});
        imani[field] = json!(value);
        let merged = post(&sandbox, "/bulkUserImport", import(merge, &imani)).await;
        assert_eq!((&merged[0]["id"], &merged[0]["lastName"]), (&json!(5012), &json!("Berg")), "{label}");
    }
    let mut known = ragnhild.clone();
    known["userName"] = json!("ragnhild.moe");
    let (status, body) = ask(&sandbox, "POST", "/bulkUserImport", json!({"users": [ragnhild, known]})).await;
    assert_eq!((status, &body), (400, &json!({"error": "userName ragnhild.moe is taken"})));
    assert_eq!(
        get(&sandbox, "/user?q=ragnhild").await["meta"]["totalResultCount"],
        1,
        "all of them, or none"
    );
}

#[tokio::test]
async fn groups_have_state() {
    let sandbox = Sandbox::new();
    let group = post(&sandbox, "/group", json!({"name": "Tugs", "description": "Two", "parentId": 12})).await;
    assert_eq!(group["createdDate"], "2026-09-01 08:00:00");
    let path = format!("/group/{}", group["id"]);
    let members = || json!({"userIds": [5012, "5013"]});
    assert_eq!(post(&sandbox, &format!("{path}/add_members"), members()).await, json!(""));
    assert_eq!(get(&sandbox, &path).await["memberCount"], 2);
    assert_eq!(get(&sandbox, &format!("{path}/member?maxResults=1")).await["meta"]["totalResultCount"], 2);
    assert_eq!(get(&sandbox, "/user/5012").await["groups"].as_array().unwrap().len(), 2);
    sandbox.set(|settings| settings.damstra.status_line_bodies = true);
    assert_eq!(post(&sandbox, &format!("{path}/remove_members"), members()).await, json!("HTTP/1.1 200 OK"));
    assert_eq!(get(&sandbox, &path).await["memberCount"], 0);
    post(&sandbox, &format!("{path}/add_supervisors"), json!({"userIds": [5012, 5001]})).await;
    let supervisors = get(&sandbox, &format!("{path}/supervisor")).await;
    assert_eq!(supervisors["results"][0]["id"], 5012, "an administrator is not listed");
    assert_eq!(supervisors["meta"]["totalResultCount"], 1);
    sandbox.set(|settings| settings.damstra.refuse_admin_supervisors = true);
    let rejected =
        ask(&sandbox, "POST", &format!("{path}/add_supervisors"), json!({"userIds": [5001]})).await;
    assert_eq!(rejected.0, 400);
    post(&sandbox, &format!("{path}/remove_supervisors"), members()).await;
    assert_eq!(get(&sandbox, &format!("{path}/supervisor")).await["meta"]["totalResultCount"], 0);
    let moved = post(&sandbox, &path, json!({"name": "Tugs", "description": "Two", "parentId": 31})).await;
    assert_eq!(moved["parentId"], 31);
    let circle = json!({"name": "Quay crew", "description": "", "parentId": group["id"]});
    assert_eq!(ask(&sandbox, "POST", "/group/31", circle).await.0, 400, "a group cannot be its own parent");
    assert_eq!(get(&sandbox, "/group?q=tug").await["meta"]["totalResultCount"], 1);
    post(&sandbox, &format!("{path}/inactivate"), Value::Null).await;
    assert_eq!(get(&sandbox, "/group?q=tug").await["meta"]["totalResultCount"], 0);
    let (status, body) = ask(&sandbox, "POST", "/group/7/add_members", members()).await;
    assert_eq!((status, &body["internalCode"], body.get("error")), (404, &json!(842), None));
    let (status, body) = ask(&sandbox, "GET", "/group/7", Value::Null).await;
    assert_eq!((status, &body["error"], body.get("internalCode")), (404, &json!(true), None));
    sandbox.set(|settings| settings.damstra.placeholder_404 = true);
    let (status, body) = ask(&sandbox, "GET", "/group/7", Value::Null).await;
    assert!(status == 404 && body.as_str().unwrap().contains("\"internalCode\":TBD"), "{body}");
}
