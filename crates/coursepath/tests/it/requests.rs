//! The requests of each operation.

use tassel_core::kit::Bytes;
use tassel_coursepath::course_members::ResultDeletion;
use tassel_coursepath::groups::EveryGroup;
use tassel_coursepath::model::{Invitation, MemberUpdate, NewMember};
use tassel_coursepath::{Error, Patch};

use crate::support::offline;

/// The method, the path with its query, and the body.
fn sent(request: Result<http::Request<Bytes>, Error>) -> (String, String) {
    let request = request.unwrap();
    let url = request.uri().to_string();
    let path = url.strip_prefix("https://academy.example.org/api/v1").unwrap();
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let query = if query.is_empty() { String::new() } else { format!("?{}", sorted(query)) };
    let body = String::from_utf8(request.body().to_vec()).unwrap();
    (format!("{} {path}{query}", request.method()), sorted(&body))
}

/// The sorted pairs of a query or a form.
fn sorted(pairs: &str) -> String {
    let mut pairs: Vec<_> = pairs.split('&').collect();
    pairs.sort_unstable();
    pairs.join("&")
}

#[test]
fn requests() {
    let client = offline();
    let (courses, members, groups) = (client.courses(), client.members(), client.groups());
    let (course_members, program_members) = (client.course_members(), client.program_members());
    let new = || NewMember::new("ama+1@example.org").name("Ama & Co").external_id(7);
    let mail = Invitation::default().subject("Welcome").body("Ready, set").action("Go");
    for (label, request, want, body) in [
        ("courses", courses.list().request(), "GET /courses?limit=100&offset=0", ""),
        ("fewer courses", courses.list().page_size(5).request(), "GET /courses?limit=5&offset=0", ""),
        ("a course", courses.get("1042").request(), "GET /courses/1042", ""),
        (
            "courses of a member",
            courses.list_of_member(7).request(),
            "GET /members/7/courses?limit=100&offset=0",
            "",
        ),
        ("me", members.me().request(), "GET /members/me", ""),
        ("a member", members.get("a/b").request(), "GET /members/a%2Fb", ""),
        (
            "filtered members",
            members
                .list()
                .email("a+b@example.org")
                .company("A&B")
                .department("Cranes")
                .country("NL")
                .external_id(7)
                .association("Dockers")
                .identification("ID-7")
                .registration("R")
                .filter("role", "learner")
                .request(),
            "GET /members?association=Dockers&company=A%26B&country=NL&department=Cranes&email=a%2Bb%40example.org\
             &externalId=7&identification=ID-7&limit=100&offset=0&registration=R&role=learner",
            "",
        ),
        (
            "members of a course",
            members.list_of_course(3).department("Quay").request(),
            "GET /courses/3/members?department=Quay&limit=100&offset=0",
            "",
        ),
        (
            "members of a group",
            members.list_of_group(3).page_size(2).request(),
            "GET /groups/3/members?limit=2&offset=0",
            "",
        ),
        (
            "a new member",
            members.create(new()).request(),
            "POST /members",
            "email=ama%2B1%40example.org&externalId=7&name=Ama%20%26%20Co",
        ),
        (
            "a new member in a course",
            members.create_in_course(3, NewMember::new("a@example.org")).request(),
            "POST /courses/3/members",
            "email=a%40example.org",
        ),
        (
            "a new member in a program",
            members.create_in_program(77, NewMember::new("a@example.org")).request(),
            "POST /programs/77/members",
            "email=a%40example.org",
        ),
        (
            "an update",
            members.update(7, MemberUpdate::default().company(Patch::Null).department("Cranes")).request(),
            "POST /members/7",
            "company=&department=Cranes",
        ),
        (
            "an invitation as it was saved",
            members.invite(7, Invitation::default()).request(),
            "POST /members/7/invite",
            "",
        ),
        (
            "an invitation to a course",
            members.invite_to_course(3, 7, mail).request(),
            "POST /courses/3/members/7/invite",
            "mail%5Baction%5D=Go&mail%5Bbody%5D=Ready%2C%20set&mail%5Bsubject%5D=Welcome",
        ),
        (
            "an invitation to a program",
            members.invite_to_program(77, 7, Invitation::default().action("Go")).request(),
            "POST /programs/77/members/7/invite",
            "mail%5Baction%5D=Go",
        ),
        ("a result", course_members.get(3, 7).request(), "GET /courses/3/members/7/coursemember", ""),
        ("enrol", course_members.create(3, 7).request(), "POST /courses/3/members/7/coursemember", ""),
        (
            "unenrol",
            course_members.delete(3, 7, ResultDeletion).request(),
            "DELETE /courses/3/members/7/coursemember",
            "",
        ),
        (
            "to a program",
            program_members.create(77, 7).request(),
            "POST /programs/77/members/7/programmember",
            "",
        ),
        (
            "out of a program",
            program_members.delete(77, 7).request(),
            "DELETE /programs/77/members/7/programmember",
            "",
        ),
        ("groups", groups.list().page_size(9).request(), "GET /groups?limit=9&offset=0", ""),
        (
            "groups of a member",
            groups.list_of_member(7).request(),
            "GET /members/7/groups?limit=100&offset=0",
            "",
        ),
        (
            "into a group",
            groups.add_member(7, "Night Shift").request(),
            "POST /members/7/groups",
            "name=Night%20Shift",
        ),
        (
            "out of a group",
            groups.remove_member(7, "Night Shift").request(),
            "DELETE /members/7/groups?name=Night%20Shift",
            "",
        ),
        (
            "out of all groups",
            groups.remove_from_all(7, EveryGroup).request(),
            "DELETE /members/7/groups",
            "",
        ),
    ] {
        assert_eq!(sent(request), (want.to_owned(), body.to_owned()), "{label}");
    }
}

#[test]
fn refused_inputs() {
    let client = offline();
    let groups = client.groups();
    let path = "`memberId` is `me`, which would lead to another path";
    for (label, request, words) in [
        ("an empty id", client.courses().get("").request(), "`courseId` is empty"),
        ("dots", client.courses().get("..").request(), "`courseId` is `..`"),
        ("me", client.members().get("me").request(), path),
        ("me in a longer path", client.courses().list_of_member("me").request(), path),
        ("no group to join", groups.add_member(7, " ").request(), "`name` is blank"),
        (
            "no group to leave",
            groups.remove_member(7, "").request(),
            "would remove the member from every group",
        ),
        ("a blank group to leave", groups.remove_member(7, " \t").request(), "use `remove_from_all`"),
    ] {
        let error = request.unwrap_err();
        assert_eq!(error.kind(), "invalid_input", "{label}");
        assert!(error.to_string().contains(words), "{label}: {error}");
    }
}
