use tassel_sandbox::TrailingQuota;
use tassel_sandbox::coursepath::{DuplicateEmail, Rights};

use super::Anyway::{Fault, Set};
use super::{AS_IT_IS, Set as Change, Vendor};

const NEW: &str = r#"--body {"email":"a@example.org"}"#;
const CONFLICT: Change = |settings| settings.coursepath.duplicate_email = DuplicateEmail::Conflict;
const SILENT: Change = |settings| settings.coursepath.empty_bodies = true;

pub const CALLS: Vendor = Vendor {
    name: "coursepath",
    rows: &[&[
        ("courses.list", 200, "--query limit=2", AS_IT_IS),
        ("courses.get", 200, "--path courseId=1042", AS_IT_IS),
        ("courses.get", 404, "--path courseId=1", AS_IT_IS),
        ("courses.list_of_member", 200, "--path memberId=58713", AS_IT_IS),
        ("courses.list_of_member", 404, "--path memberId=1", AS_IT_IS),
        ("members.me", 200, "", AS_IT_IS),
        ("members.get", 200, "--path memberId=58713", AS_IT_IS),
        ("members.get", 404, "--path memberId=1", AS_IT_IS),
        ("members.list", 200, "--query department=Cranes", AS_IT_IS),
        ("members.list_of_course", 200, "--path courseId=1042", AS_IT_IS),
        ("members.list_of_course", 404, "--path courseId=1", AS_IT_IS),
        ("members.list_of_group", 200, "--path groupId=310", AS_IT_IS),
        ("members.list_of_group", 404, "--path groupId=1", AS_IT_IS),
        ("members.create", 201, NEW, AS_IT_IS),
        ("members.create", 201, NEW, SILENT),
        ("members.create", 200, r#"--body {"email":"imani.okonjo@example.org"}"#, AS_IT_IS),
        ("members.create", 400, r#"--body {"email":"a"}"#, AS_IT_IS),
        ("members.create", 409, r#"--body {"email":"imani.okonjo@example.org"}"#, CONFLICT),
        (
            "members.create_in_course",
            201,
            r#"--path courseId=1042 --body {"email":"a@example.org"}"#,
            AS_IT_IS,
        ),
        ("members.create_in_course", 400, r#"--path courseId=1042 --body {"email":"a"}"#, AS_IT_IS),
        ("members.create_in_course", 404, r#"--path courseId=1 --body {"email":"a@example.org"}"#, AS_IT_IS),
        (
            "members.create_in_course",
            409,
            r#"--path courseId=1042 --body {"email":"imani.okonjo@example.org"}"#,
            CONFLICT,
        ),
        (
            "members.create_in_program",
            201,
            r#"--path programId=77 --body {"email":"a@example.org"}"#,
            AS_IT_IS,
        ),
        ("members.create_in_program", 400, r#"--path programId=77 --body {"email":"a"}"#, AS_IT_IS),
        (
            "members.create_in_program",
            404,
            r#"--path programId=1 --body {"email":"a@example.org"}"#,
            AS_IT_IS,
        ),
        (
            "members.create_in_program",
            409,
            r#"--path programId=77 --body {"email":"imani.okonjo@example.org"}"#,
            CONFLICT,
        ),
        ("members.update", 200, r#"--path memberId=58713 --body {"company":null}"#, AS_IT_IS),
        ("members.update", 400, r#"--path memberId=58713 --body {"email":"a"}"#, AS_IT_IS),
        ("members.update", 404, r#"--path memberId=1 --body {"company":null}"#, AS_IT_IS),
        (
            "members.update",
            409,
            r#"--path memberId=58714 --body {"email":"imani.okonjo@example.org"}"#,
            AS_IT_IS,
        ),
        ("members.invite", 200, r#"--path memberId=58713 --body {"mail[subject]":"Hi"}"#, AS_IT_IS),
        ("members.invite", 404, "--path memberId=1", AS_IT_IS),
        ("members.invite_to_course", 200, "--path courseId=1042 --path memberId=58713", AS_IT_IS),
        ("members.invite_to_course", 404, "--path courseId=1046 --path memberId=58713", AS_IT_IS),
        ("members.invite_to_program", 200, "--path programId=78 --path memberId=58713", AS_IT_IS),
        ("members.invite_to_program", 404, "--path programId=77 --path memberId=58713", AS_IT_IS),
        ("course_members.get", 200, "--path courseId=1042 --path memberId=58713", AS_IT_IS),
        ("course_members.get", 404, "--path courseId=1046 --path memberId=58713", AS_IT_IS),
        ("course_members.create", 200, "--path courseId=1046 --path memberId=58713", AS_IT_IS),
        ("course_members.create", 404, "--path courseId=1 --path memberId=58713", AS_IT_IS),
        ("course_members.delete", 204, "--path courseId=1042 --path memberId=58713", AS_IT_IS),
        ("course_members.delete", 200, "--path courseId=1042 --path memberId=58713", |settings| {
            settings.coursepath.plain_200 = true;
        }),
        ("course_members.delete", 404, "--path courseId=1046 --path memberId=58713", AS_IT_IS),
        ("program_members.create", 200, "--path programId=77 --path memberId=58713", AS_IT_IS),
        ("program_members.create", 404, "--path programId=1 --path memberId=58713", AS_IT_IS),
        ("program_members.delete", 204, "--path programId=78 --path memberId=58713", AS_IT_IS),
        ("program_members.delete", 404, "--path programId=77 --path memberId=58713", AS_IT_IS),
        ("groups.list", 200, "", AS_IT_IS),
        ("groups.list_of_member", 200, "--path memberId=58713", AS_IT_IS),
        ("groups.list_of_member", 404, "--path memberId=1", AS_IT_IS),
        ("groups.add_member", 200, r#"--path memberId=58713 --body {"name":"Divers"}"#, AS_IT_IS),
        ("groups.add_member", 404, r#"--path memberId=58713 --body {"name":"Divers"}"#, |settings| {
            settings.coursepath.group_add_creates = false;
        }),
        ("groups.remove_member", 204, "--path memberId=58713", AS_IT_IS),
        ("groups.remove_member", 404, "--path memberId=58713 --query name=Divers", AS_IT_IS),
    ]],
    anyway: &[
        (401, Set(|settings| settings.coursepath.api_key = "another".to_owned())),
        (403, Set(|settings| settings.coursepath.owner = Rights::None)),
        (429, Set(|settings| settings.coursepath.quota = Some(TrailingQuota { limit: 0, seconds: 30 }))),
        (400, Fault(r#"{"error": {"code": "bad_request", "message": "The request is malformed"}}"#)),
        (500, Fault(r#"{"error": {"code": "server_error", "message": "Something went wrong"}}"#)),
    ],
};
