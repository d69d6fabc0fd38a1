//! Members of the academy.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Members of the academy. See [`Client::members`](crate::Client::members).
#[derive(Debug, Clone)]
pub struct Members {
    pub(crate) client: Client,
}

impl Members {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Lists the members of a course.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the member has no permission, or the token was
    ///   rejected.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): there is no such record.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `course_id` is `me`, which leads to another
    ///   operation.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
let members = client.members().list_of_course(1042).send().await?;
assert!(!members.items.is_empty());
```"#
    )]
    ///
    /// Source: `GET /courses/{courseId}/members` in <https://support.fellowdigitals.com/docs/api>.
    pub fn list_of_course(&self, course_id: impl Into<CourseId>) -> ListMembersOfCourse {
        ListMembersOfCourse(
            Listing::new(&self.client, &operations::MEMBERS_LIST_OF_COURSE, Query::new())
                .at("courseId", course_id.into()),
        )
    }

    /// Creates a member and enrols them in a course as a learner.
    ///
    /// See [`create`](Self::create). Enrol an existing member with
    /// [`CourseMembers::create`](crate::course_members::CourseMembers::create).
    ///
    /// It is never sent twice by itself: after a lost answer, [`Error::outcome`](crate::Error::outcome) says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown).
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a required value is missing or invalid.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the member has no permission, or the token was
    ///   rejected.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): there is no such record.
    /// * [`Error::Rejected`](crate::Error::Rejected) (409): another member has this email address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `course_id` is `me`, which leads to another
    ///   operation.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_coursepath::model::NewMember;

let new = NewMember::new("ama.boateng@example.org");
let member =
    client.members().create_in_course(1042, new).send().await?.expect("the sandbox returns the member");
let result = client.course_members().get(1042, member.id.unwrap()).send().await?;
assert!(!result.is_completed());
```"#
    )]
    ///
    /// Source: `POST /courses/{courseId}/members` in <https://support.fellowdigitals.com/docs/api>.
    pub fn create_in_course(
        &self,
        course_id: impl Into<CourseId>,
        new_member: NewMember,
    ) -> Call<Option<Member>> {
        let draft = Draft::new(&operations::MEMBERS_CREATE_IN_COURSE)
            .at("courseId", course_id.into())
            .body(new_member);
        draft.call::<Option<Unwrapped<Member>>>(&self.client)
    }

    /// Sends a member the invitation to a course by email.
    ///
    /// It is never sent twice by itself: after a lost answer, [`Error::outcome`](crate::Error::outcome) says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown).
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the member has no permission, or the token was
    ///   rejected.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): there is no such record.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `course_id` is `me`, which leads to another
    ///   operation; `member_id` is `me`, which leads to another operation.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_coursepath::model::Invitation;

client.members().invite_to_course(1042, 58713, Invitation::default()).send().await?;
```"#
    )]
    ///
    /// Source: `POST /courses/{courseId}/members/{memberId}/invite` in
    /// <https://support.fellowdigitals.com/docs/api>.
    pub fn invite_to_course(
        &self,
        course_id: impl Into<CourseId>,
        member_id: impl Into<MemberId>,
        invitation: Invitation,
    ) -> Call<Acknowledged> {
        let draft = Draft::new(&operations::MEMBERS_INVITE_TO_COURSE)
            .at("courseId", course_id.into())
            .at("memberId", member_id.into())
            .body(invitation);
        draft.call::<Acknowledged>(&self.client)
    }

    /// Lists the members of the academy.
    ///
    /// How the filters match is not documented. Compare the members with the filter.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the member has no permission, or the token was
    ///   rejected.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
let members = client.members().list().department("Cranes").page_size(10).send().await?;
assert!(members.items.iter().all(|it| it.department.as_deref() == Some("Cranes")));
```"#
    )]
    ///
    /// Source: `GET /members` in <https://support.fellowdigitals.com/docs/api>.
    pub fn list(&self) -> ListMembers {
        ListMembers(Listing::new(&self.client, &operations::MEMBERS_LIST, Query::new()))
    }

    /// Creates a member.
    ///
    /// If the name is missing, the vendor derives it from the email address. The reply is not documented: it
    /// may be the member, or nothing.
    ///
    /// What happens to the email address of an existing member is not documented: the vendor may reject the
    /// call, return the member, or update them. Look for the address with [`list`](Self::list) first, and
    /// also if no answer arrives.
    ///
    /// It is never sent twice by itself: after a lost answer, [`Error::outcome`](crate::Error::outcome) says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown).
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a required value is missing or invalid.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the member has no permission, or the token was
    ///   rejected.
    /// * [`Error::Rejected`](crate::Error::Rejected) (409): another member has this email address.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_coursepath::model::NewMember;

let new = NewMember::new("ama.boateng@example.org").department("Cold Chain");
let member = client.members().create(new).send().await?.expect("the sandbox returns the member");
assert_eq!(member.name.as_deref(), Some("Ama Boateng"));
```"#
    )]
    ///
    /// Source: `POST /members` in <https://support.fellowdigitals.com/docs/api>.
    pub fn create(&self, new_member: NewMember) -> Call<Option<Member>> {
        let draft = Draft::new(&operations::MEMBERS_CREATE).body(new_member);
        draft.call::<Option<Unwrapped<Member>>>(&self.client)
    }

    /// Fetches the member on whose behalf the call is made. A good health check.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the member has no permission, or the token was
    ///   rejected.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
let me = client.members().me().send().await?;
assert_eq!(me.email.as_deref(), Some("registrar@example.org"));
```"#
    )]
    ///
    /// Source: `GET /members/me` in <https://support.fellowdigitals.com/docs/api>.
    pub fn me(&self) -> Call<Member> {
        Draft::new(&operations::MEMBERS_ME).call::<Unwrapped<Member>>(&self.client)
    }

    /// Fetches one member.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the member has no permission, or the token was
    ///   rejected.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): there is no such record.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `member_id` is `me`, which leads to another
    ///   operation.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
let member = client.members().get(58713).send().await?;
assert_eq!(member.name.as_deref(), Some("Imani Okonjo"));
```"#
    )]
    ///
    /// Source: `GET /members/{memberId}` in <https://support.fellowdigitals.com/docs/api>.
    pub fn get(&self, member_id: impl Into<MemberId>) -> Call<Member> {
        let draft = Draft::new(&operations::MEMBERS_GET).at("memberId", member_id.into());
        draft.call::<Unwrapped<Member>>(&self.client)
    }

    /// Updates the given fields of a member.
    ///
    /// Null is sent as an empty value. The reply may be the member, or nothing.
    ///
    /// That it leaves the other fields alone, and that an empty value clears one, is likely and not
    /// documented. The vendor may ask for the address in every update: give it where it is known.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a required value is missing or invalid.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the member has no permission, or the token was
    ///   rejected.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): there is no such record.
    /// * [`Error::Rejected`](crate::Error::Rejected) (409): another member has this email address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `member_id` is `me`, which leads to another
    ///   operation.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_coursepath::Patch;
use tassel_coursepath::model::MemberUpdate;

let update = MemberUpdate::default().department("Cranes").company(Patch::Null);
let member =
    client.members().update(58713, update).send().await?.expect("the sandbox returns the member");
assert_eq!((member.department.as_deref(), member.company), (Some("Cranes"), None));
```"#
    )]
    ///
    /// Source: `POST /members/{memberId}` in <https://support.fellowdigitals.com/docs/api>.
    pub fn update(
        &self,
        member_id: impl Into<MemberId>,
        member_update: MemberUpdate,
    ) -> Call<Option<Member>> {
        let draft =
            Draft::new(&operations::MEMBERS_UPDATE).at("memberId", member_id.into()).body(member_update);
        draft.call::<Option<Unwrapped<Member>>>(&self.client)
    }

    /// Sends a member the invitation to the academy by email.
    ///
    /// Missing texts are those saved in the academy.
    ///
    /// It is never sent twice by itself: after a lost answer, [`Error::outcome`](crate::Error::outcome) says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown).
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the member has no permission, or the token was
    ///   rejected.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): there is no such record.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `member_id` is `me`, which leads to another
    ///   operation.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_coursepath::model::Invitation;

client.members().invite(58713, Invitation::default().subject("Welcome aboard")).send().await?;
```"#
    )]
    ///
    /// Source: `POST /members/{memberId}/invite` in <https://support.fellowdigitals.com/docs/api>.
    pub fn invite(&self, member_id: impl Into<MemberId>, invitation: Invitation) -> Call<Acknowledged> {
        let draft = Draft::new(&operations::MEMBERS_INVITE).at("memberId", member_id.into()).body(invitation);
        draft.call::<Acknowledged>(&self.client)
    }

    /// Lists the members of a group.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the member has no permission, or the token was
    ///   rejected.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): there is no such record.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `group_id` is `me`, which leads to another
    ///   operation.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
let members = client.members().list_of_group(310).send().await?;
assert!(!members.items.is_empty());
```"#
    )]
    ///
    /// Source: `GET /groups/{groupId}/members` in <https://support.fellowdigitals.com/docs/api>.
    pub fn list_of_group(&self, group_id: impl Into<GroupId>) -> ListMembersOfGroup {
        ListMembersOfGroup(
            Listing::new(&self.client, &operations::MEMBERS_LIST_OF_GROUP, Query::new())
                .at("groupId", group_id.into()),
        )
    }

    /// Creates a member and adds them to a program as a learner.
    ///
    /// See [`create`](Self::create). Add an existing member with
    /// [`ProgramMembers::create`](crate::program_members::ProgramMembers::create).
    ///
    /// It is never sent twice by itself: after a lost answer, [`Error::outcome`](crate::Error::outcome) says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown).
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a required value is missing or invalid.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the member has no permission, or the token was
    ///   rejected.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): there is no such record.
    /// * [`Error::Rejected`](crate::Error::Rejected) (409): another member has this email address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `program_id` is `me`, which leads to another
    ///   operation.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_coursepath::model::NewMember;

let new = NewMember::new("ama.boateng@example.org");
assert!(client.members().create_in_program(77, new).send().await?.is_some());
```"#
    )]
    ///
    /// Source: `POST /programs/{programId}/members` in <https://support.fellowdigitals.com/docs/api>.
    pub fn create_in_program(
        &self,
        program_id: impl Into<ProgramId>,
        new_member: NewMember,
    ) -> Call<Option<Member>> {
        let draft = Draft::new(&operations::MEMBERS_CREATE_IN_PROGRAM)
            .at("programId", program_id.into())
            .body(new_member);
        draft.call::<Option<Unwrapped<Member>>>(&self.client)
    }

    /// Sends a member the invitation to a program by email.
    ///
    /// It is never sent twice by itself: after a lost answer, [`Error::outcome`](crate::Error::outcome) says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown).
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the member has no permission, or the token was
    ///   rejected.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): there is no such record.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `program_id` is `me`, which leads to another
    ///   operation; `member_id` is `me`, which leads to another operation.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_coursepath::model::Invitation;

client.program_members().create(77, 58713).send().await?;
client.members().invite_to_program(77, 58713, Invitation::default()).send().await?;
```"#
    )]
    ///
    /// Source: `POST /programs/{programId}/members/{memberId}/invite` in
    /// <https://support.fellowdigitals.com/docs/api>.
    pub fn invite_to_program(
        &self,
        program_id: impl Into<ProgramId>,
        member_id: impl Into<MemberId>,
        invitation: Invitation,
    ) -> Call<Acknowledged> {
        let draft = Draft::new(&operations::MEMBERS_INVITE_TO_PROGRAM)
            .at("programId", program_id.into())
            .at("memberId", member_id.into())
            .body(invitation);
        draft.call::<Acknowledged>(&self.client)
    }
}

listing! {
    /// A listing of [`Members::list_of_course`](crate::members::Members::list_of_course), 100 on a page
    /// unless another size is set.
    ListMembersOfCourse: Query => Listed<Member>
}

impl ListMembersOfCourse {
    /// Only members with this email address.
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.0.query.set("email", email.into());
        self
    }

    /// Only members of this company.
    pub fn company(mut self, company: impl Into<String>) -> Self {
        self.0.query.set("company", company.into());
        self
    }

    /// Only members of this department.
    pub fn department(mut self, department: impl Into<String>) -> Self {
        self.0.query.set("department", department.into());
        self
    }

    /// Only members of this country, by its two-letter code.
    pub fn country(mut self, country: impl Into<String>) -> Self {
        self.0.query.set("country", country.into());
        self
    }

    /// Only the member with this id (your own).
    pub fn external_id(mut self, external_id: impl Into<ExternalId>) -> Self {
        self.0.query.set("externalId", external_id.into());
        self
    }

    /// Only members with this association.
    pub fn association(mut self, association: impl Into<String>) -> Self {
        self.0.query.set("association", association.into());
        self
    }

    /// Only members with this identification.
    pub fn identification(mut self, identification: impl Into<String>) -> Self {
        self.0.query.set("identification", identification.into());
        self
    }

    /// Only members with this registration.
    pub fn registration(mut self, registration: impl Into<String>) -> Self {
        self.0.query.set("registration", registration.into());
        self
    }

    /// The number of items on a page. Default 100, 250 or 500. The maximum is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.set("limit", size);
        self
    }
}

listing! {
    /// A listing of [`Members::list`](crate::members::Members::list), 100 on a page unless another size is
    /// set.
    ListMembers: Query => Listed<Member>
}

impl ListMembers {
    /// Only members with this email address.
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.0.query.set("email", email.into());
        self
    }

    /// Only members of this company.
    pub fn company(mut self, company: impl Into<String>) -> Self {
        self.0.query.set("company", company.into());
        self
    }

    /// Only members of this department.
    pub fn department(mut self, department: impl Into<String>) -> Self {
        self.0.query.set("department", department.into());
        self
    }

    /// Only members of this country, by its two-letter code.
    pub fn country(mut self, country: impl Into<String>) -> Self {
        self.0.query.set("country", country.into());
        self
    }

    /// Only the member with this id (your own).
    pub fn external_id(mut self, external_id: impl Into<ExternalId>) -> Self {
        self.0.query.set("externalId", external_id.into());
        self
    }

    /// Only members with this association.
    pub fn association(mut self, association: impl Into<String>) -> Self {
        self.0.query.set("association", association.into());
        self
    }

    /// Only members with this identification.
    pub fn identification(mut self, identification: impl Into<String>) -> Self {
        self.0.query.set("identification", identification.into());
        self
    }

    /// Only members with this registration.
    pub fn registration(mut self, registration: impl Into<String>) -> Self {
        self.0.query.set("registration", registration.into());
        self
    }

    /// The number of items on a page. Default 100, 250 or 500. The maximum is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.set("limit", size);
        self
    }
}

listing! {
    /// A listing of [`Members::list_of_group`](crate::members::Members::list_of_group), 100 on a page unless
    /// another size is set.
    ListMembersOfGroup: Query => Listed<Member>
}

impl ListMembersOfGroup {
    /// Only members with this email address.
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.0.query.set("email", email.into());
        self
    }

    /// Only members of this company.
    pub fn company(mut self, company: impl Into<String>) -> Self {
        self.0.query.set("company", company.into());
        self
    }

    /// Only members of this department.
    pub fn department(mut self, department: impl Into<String>) -> Self {
        self.0.query.set("department", department.into());
        self
    }

    /// Only members of this country, by its two-letter code.
    pub fn country(mut self, country: impl Into<String>) -> Self {
        self.0.query.set("country", country.into());
        self
    }

    /// Only the member with this id (your own).
    pub fn external_id(mut self, external_id: impl Into<ExternalId>) -> Self {
        self.0.query.set("externalId", external_id.into());
        self
    }

    /// Only members with this association.
    pub fn association(mut self, association: impl Into<String>) -> Self {
        self.0.query.set("association", association.into());
        self
    }

    /// Only members with this identification.
    pub fn identification(mut self, identification: impl Into<String>) -> Self {
        self.0.query.set("identification", identification.into());
        self
    }

    /// Only members with this registration.
    pub fn registration(mut self, registration: impl Into<String>) -> Self {
        self.0.query.set("registration", registration.into());
        self
    }

    /// The number of items on a page. Default 100, 250 or 500. The maximum is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.set("limit", size);
        self
    }
}
