use super::Anyway::{Fault, Set};
use super::{AS_IT_IS, Vendor};

const PAGE: &str = "--path name_page_id=harbour-academy-staff";

pub const CALLS: Vendor = Vendor {
    name: "namecoach",
    rows: &[&[
        ("participants.get", 200, "--path id_or_email=imani.okonjo@example.org", AS_IT_IS),
        ("participants.get", 404, "--path id_or_email=nobody@example.org", AS_IT_IS),
        (
            "participants.list",
            200,
            "--query include=embeddables,custom_attributes --query per_page=2",
            AS_IT_IS,
        ),
        ("participants.search", 200, r#"--body {"email_list":"imani.okonjo@example.org"}"#, AS_IT_IS),
        ("participants.latest", 200, "--query token=imani.okonjo@example.org", AS_IT_IS),
        ("participants.latest", 404, "--query token=nobody@example.org", AS_IT_IS),
        (
            "participants.create",
            201,
            r#"--path name_page_id=7C1D9 --body {"participant":{"first_name":"A","last_name":"B","email":"a@example.org"}}"#,
            AS_IT_IS,
        ),
        (
            "participants.create",
            404,
            r#"--path name_page_id=nowhere --body {"participant":{"email":"a@example.org"}}"#,
            AS_IT_IS,
        ),
        (
            "participants.create",
            422,
            r#"--path name_page_id=7C1D9 --body {"participant":{"email":"a","phone_number":"1"}}"#,
            AS_IT_IS,
        ),
        (
            "participants.create",
            422,
            r#"--path name_page_id=7C1D9 --body {"participant":{"email":"imani.okonjo@example.org"}}"#,
            |settings| settings.namecoach.strict = true,
        ),
        ("participants.list_of_name_page", 200, PAGE, AS_IT_IS),
        ("participants.list_of_name_page", 404, "--path name_page_id=nowhere", AS_IT_IS),
        (
            "participants.get_of_name_page",
            200,
            "--path name_page_id=7C1D9 --path id_or_email=imani.okonjo@example.org",
            AS_IT_IS,
        ),
        (
            "participants.get_of_name_page",
            404,
            "--path name_page_id=5E20A --path id_or_email=imani.okonjo@example.org",
            AS_IT_IS,
        ),
        ("exports.create", 202, r#"--body {"export":{"name_page_id":"7C1D9"}}"#, AS_IT_IS),
        ("exports.create", 422, r#"--body {"export":{"name_page_id":"nowhere"}}"#, AS_IT_IS),
        ("exports.list", 200, "", AS_IT_IS),
        ("exports.get", 200, "--path id=3d1f2f0a-6d34-4a51-9a53-9a1f0d2c7b64", AS_IT_IS),
        ("exports.get", 404, "--path id=nowhere", AS_IT_IS),
        (
            "moodle.synchronize",
            200,
            r#"--body {"api_token":"sandbox-moodle-token","external_course_id":"118"}"#,
            AS_IT_IS,
        ),
        ("moodle.synchronize", 404, r#"--body {"api_token":"wrong","external_course_id":"118"}"#, AS_IT_IS),
        (
            "moodle.synchronize",
            404,
            r#"--body {"api_token":"sandbox-moodle-token","external_course_id":7}"#,
            AS_IT_IS,
        ),
        (
            "moodle.synchronize",
            422,
            r#"--body {"api_token":"sandbox-moodle-token","external_course_id":"118"}"#,
            |settings| settings.namecoach.moodle.disabled = true,
        ),
    ]],
    anyway: &[
        // `tassel api` sends nothing that cannot be read, so that both stand here.
        (400, Fault(r#"{"message": "Bad Request"}"#)),
        (420, Fault(r#"{"message": "Bad Request"}"#)),
        (401, Set(|settings| settings.namecoach.tokens.clear())),
        // What leads to it in a listing is not known.
        (404, Fault(r#"{"message": "Not Found"}"#)),
        (429, Set(|settings| settings.namecoach.rate_limit = Some(0))),
    ],
};
