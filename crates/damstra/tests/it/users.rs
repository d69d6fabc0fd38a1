//! Users.

use httpmock::prelude::*;
use serde_json::{Value, json};
use tassel_core::kit::Draft;
use tassel_damstra::model::{
    ActiveValue, BulkImport, BulkUser, ClientStatus, ExpiresIn, GroupRef, MergeType, NewUser, Role, User,
    UserUpdate,
};
use tassel_damstra::users::BulkRoles;
use tassel_damstra::{Client, Lenient, Secret, TryStreamExt, UpdateMethod};

use crate::support::{KEY, body_of, client, line_of, offline};

fn imani() -> Value {
    json!({
        "id": 5012, "userName": "imani.okonjo", "firstName": "Imani", "lastName": "Okonjo",
        "emailAddress": "imani.okonjo@example.org", "phoneNumber": null, "mobileNumber": "0491 570 006",
        "employeeNumber": null, "clientStatusId": 56, "groups": [{"id": 31}], "roles": [6, 1],
        "timeZone": "Australia/Perth", "createdDate": "2026-02-11T08:30:15+0000",
    })
}

fn read(value: Value) -> User {
    serde_json::from_value(value).unwrap()
}

#[test]
fn requests() {
    let users = offline().users();
    let search = || users.search();
    let update = UserUpdate::of(&read(imani())).unwrap();
    for (label, request, line, body) in [
        ("nothing set", search().request(), "GET /user?maxResults=100&startIndex=0", Value::Null),
        (
            "every filter",
            search()
                .name("okonjo")
                .employee_number("HA 7")
                .email("imani+1@example.org")
                .active(ActiveValue::All)
                .role(Role::Trainee)
                .page_size(20)
                .request(),
            "GET /user?activeValue=all&emailAddress=imani%2B1%40example.org&empId=HA%207&maxResults=20&q=okonjo&roleId=6&startIndex=0",
            Value::Null,
        ),
        (
            "resumed",
            search().resume("offset:40".parse().unwrap()).request(),
            "GET /user?maxResults=100&startIndex=40",
            Value::Null,
        ),
        ("get", users.get(5012).request(), "GET /user/5012", Value::Null),
        (
            "create, as little as can be",
            users.create(NewUser::new("Imani", "Okonjo", "imani.okonjo@example.org", true)).request(),
            "POST /user",
            json!({"firstName": "Imani", "lastName": "Okonjo", "emailAddress": "imani.okonjo@example.org", "sendWelcomeEmail": true}),
        ),
        (
            "create, everything",
            users
                .create(
                    NewUser::new("Imani", "Okonjo", "imani.okonjo@example.org", false)
                        .user_name("imani")
                        .phone_number("1")
                        .mobile_number("2")
                        .employee_number("HA-0117")
                        .password("three-small-boats")
                        .roles([Role::Trainee, Role::from(9)])
                        .groups([GroupRef::new(31)])
                        .groups_supervised([GroupRef::new("32")])
                        .time_zone("Australia/Perth"),
                )
                .request(),
            "POST /user",
            json!({
                "firstName": "Imani", "lastName": "Okonjo", "emailAddress": "imani.okonjo@example.org",
                "sendWelcomeEmail": false, "userName": "imani", "phoneNumber": "1", "mobileNumber": "2",
                "employeeNumber": "HA-0117", "password": "three-small-boats", "roles": [6, 9],
                "groups": [{"id": 31}], "groupsSupervised": [{"id": "32"}], "timeZone": "Australia/Perth",
            }),
        ),
        (
            "update, as it was read",
            users.update(update.clone()).request(),
            "POST /user/5012",
            json!({
                "id": 5012, "userName": "imani.okonjo", "firstName": "Imani", "lastName": "Okonjo",
                "emailAddress": "imani.okonjo@example.org", "phoneNumber": "", "mobileNumber": "0491 570 006",
                "employeeNumber": null, "groups": [{"id": 31}], "roles": [6, 1], "timeZone": "Australia/Perth",
            }),
        ),
        ("activate", users.activate(5012).request(), "POST /user/5012/activate", Value::Null),
        ("inactivate", users.inactivate("5012").request(), "POST /user/5012/inactivate", Value::Null),
        (
            "login link",
            users.generate_login_url(5012, ExpiresIn::Never).request(),
            "POST /user/5012/generate_login_url?expiresIn=never",
            Value::Null,
        ),
    ] {
        assert_eq!(line_of(&request), line, "{label}");
        assert_eq!(body_of(&request), body, "{label}");
    }
    let by_put = Client::builder(KEY).update_method(UpdateMethod::Put).build().unwrap();
    assert_eq!(line_of(&by_put.users().update(update).request()), "PUT /user/5012");
    let listed =
        by_put.operation(Draft::new(&tassel_damstra::operations::USERS_UPDATE).at("userId", 7)).request();
    assert_eq!(line_of(&listed), "PUT /user/7", "also through the table");
    let another =
        by_put.operation(Draft::new(&tassel_damstra::operations::USERS_ACTIVATE).at("userId", 7)).request();
    assert_eq!(line_of(&another), "POST /user/7/activate", "and nothing else");
}

#[test]
fn requests_of_import() {
    let import = |roles| {
        let user =
            BulkUser::new("Imani", "Okonjo", "imani.okonjo@example.org", roles).employee_number("HA-0117");
        offline().users().bulk_import(BulkImport::new([user]).merge_type(MergeType::EmployeeNumber)).request()
    };
    for (label, roles, want) in [
        ("given", BulkRoles::Given(vec![Role::Admin]), Some(json!([3]))),
        ("reset", BulkRoles::ResetToTrainee, None),
    ] {
        let request = import(roles);
        let mut user = json!({"firstName": "Imani", "lastName": "Okonjo", "emailAddress": "imani.okonjo@example.org", "employeeNumber": "HA-0117"});
        if let Some(roles) = want {
            user["roles"] = roles;
        }
        assert_eq!(line_of(&request), "POST /bulkUserImport", "{label}");
        assert_eq!(body_of(&request), json!({"users": [user], "mergeType": "empNo"}), "{label}");
    }
    let error = import(BulkRoles::Given(vec![])).unwrap_err();
    let text = "users.bulk_import was not sent: user 0 of the import has an empty list of roles, which would make \
                them a trainee; list the roles, or use `ResetToTrainee`";
    assert_eq!(error.to_string(), text);
}

#[test]
fn an_update_needs_the_required_fields() {
    for (label, field, value, want) in [
        ("all there", "userName", Value::Null, None),
        ("no time zone", "timeZone", Value::Null, Some("time_zone")),
        ("no roles", "roles", Value::Null, Some("roles")),
        ("roles of another shape", "roles", json!([{"id": 6}]), Some("roles")),
        ("no address", "emailAddress", Value::Null, Some("email_address")),
    ] {
        let mut user = imani();
        user[field] = value;
        let error = UserUpdate::of(&read(user)).err().map(|error| error.to_string());
        let want = want.map(|field| {
            format!("users.update was not sent: the record of user 5012 has no `{field}`, which an update needs; set it")
        });
        assert_eq!(error, want, "{label}");
    }
}

#[tokio::test]
async fn users_over_http() {
    let server = MockServer::start_async().await;
    let mock = server
        .mock_async(|when, then| {
            when.method(GET)
                .path("/api/v2/user/HA%2F7")
                .header("accesskey", KEY)
                .header("content-type", "application/json")
                .header("accept", "application/json");
            let mut user = imani();
            user["clientStatusId"] = json!(58);
            user["roles"] = json!([{"id": 6}]);
            user["shoeSize"] = json!(38);
            then.status(200).json_body(user);
        })
        .await;
    let user = client(&server).users().get("HA/7").send().await.unwrap();
    mock.assert_async().await;
    assert_eq!(user.client_status_id.map(|status| status.number()), Some(58));
    assert_ne!(user.client_status_id, Some(ClientStatus::Active));
    assert!(matches!(user.roles, Some(Lenient::Other(_))), "roles as objects are kept");
    assert_eq!(user.extra["shoeSize"], 38);
}

#[tokio::test]
async fn a_search_continues_after_the_items_received() {
    let server = MockServer::start_async().await;
    // The request asks for two items; the server returns one at a time, with a wrong end index.
    let mut pages = Vec::new();
    for start in 0..3 {
        pages.push(
            server
                .mock_async(|when, then| {
                    when.method(GET)
                        .path("/api/v2/user")
                        .query_param("startIndex", start.to_string())
                        .query_param("maxResults", "2");
                    then.status(200).json_body(json!({
                        "results": [{"id": 5012 + start}],
                        "meta": {"totalResultCount": 3, "startIndex": start, "endIndex": 20},
                    }));
                })
                .await,
        );
    }
    let users: Vec<_> = client(&server).users().search().page_size(2).stream().try_collect().await.unwrap();
    let ids: Vec<_> = users.iter().map(|user| user.id.as_u64()).collect();
    assert_eq!(ids, [Some(5012), Some(5013), Some(5014)]);
    for page in pages {
        page.assert_async().await;
    }
}

#[tokio::test]
async fn an_incomplete_search_is_an_error() {
    let server = MockServer::start_async().await;
    for (start, results) in [("0", json!([{"id": 5012}])), ("1", json!([]))] {
        server
            .mock_async(|when, then| {
                when.method(GET).query_param("startIndex", start);
                then.status(200).json_body(json!({
                    "results": results,
                    "meta": {"totalResultCount": 20, "startIndex": 0, "endIndex": 20},
                }));
            })
            .await;
    }
    let found = client(&server).users().search().stream().try_collect::<Vec<_>>().await;
    let text = "users.search is incomplete: 1 of the 20 items that the vendor counts were read";
    assert_eq!(found.unwrap_err().to_string(), text);
}

#[tokio::test]
async fn an_import_answers_with_a_bare_list() {
    let server = MockServer::start_async().await;
    server
        .mock_async(|when, then| {
            when.method(POST).path("/api/v2/bulkUserImport");
            then.status(200).json_body(json!([imani()]));
        })
        .await;
    let user = BulkUser::new("Imani", "Okonjo", "imani.okonjo@example.org", BulkRoles::ResetToTrainee);
    let users = client(&server).users().bulk_import(BulkImport::new([user])).send().await.unwrap();
    assert_eq!(users.items[0].user_name.as_deref(), Some("imani.okonjo"));
}

#[tokio::test]
async fn a_login_link_is_read_in_any_form_and_not_shown() {
    let link = "https://learning.example.org/login/5012/c2Fp";
    for (label, content_type, body) in [
        ("bare, called JSON", "application/json", link.to_owned()),
        ("with a line end", "text/plain", format!("{link}\r\n")),
        ("quoted", "application/json", format!("\"{link}\"")),
    ] {
        let server = crate::support::always(200, content_type, body).await;
        let got = client(&server).users().generate_login_url(5012, ExpiresIn::Day).send().await.unwrap();
        assert_eq!(got, Secret::from(link), "{label}");
        assert_eq!(format!("{got:?}"), "[REDACTED]", "{label}");
    }
    let password =
        NewUser::new("Imani", "Okonjo", "imani.okonjo@example.org", false).password("three-small-boats");
    assert!(!format!("{password:?}").contains("three-small-boats"));
}
