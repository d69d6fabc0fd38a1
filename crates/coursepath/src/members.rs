//! Who learns.

use tassel_core::kit::{Acknowledged, Draft, Listed, Listing, TryStreamExt, Unwrapped, listing};
use tassel_core::{Call, Client, Error};

use crate::generated::operations as op;
use crate::{
    CourseId, ExternalId, GroupId, Invitation, Member, MemberId, MemberUpdate, MembersListOfCourseQuery,
    MembersListOfGroupQuery, MembersListQuery, NewMember, ProgramId,
};

/// Members; see [`Client::members`](crate::Client::members).
#[derive(Debug, Clone)]
pub struct Members {
    client: Client,
}

impl Members {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Fetches the member on whose behalf calls are made; a good health check.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_coursepath::Error> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// let me = client.members().me().send().await?;
    /// assert_eq!(me.email.as_deref(), Some("registrar@example.org"));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /members/me` in <https://support.fellowdigitals.com/docs/api>.
    pub fn me(&self) -> Call<Member> {
        Draft::new(&op::MEMBERS_ME).call::<Unwrapped<Member>>(&self.client)
    }

    /// Fetches one member.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`]: no member has this id.
    /// * [`Error::InvalidInput`]: the id is `me`, which is another operation.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_coursepath::Error> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// let member = client.members().get(58713).send().await?;
    /// assert_eq!(member.name.as_deref(), Some("Imani Okonjo"));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /members/{memberId}` in <https://support.fellowdigitals.com/docs/api>.
    pub fn get(&self, id: impl Into<MemberId>) -> Call<Member> {
        Draft::new(&op::MEMBERS_GET).at("memberId", id.into()).call::<Unwrapped<Member>>(&self.client)
    }

    /// Lists the members of the academy. How its filters match is not documented: compare what comes.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_coursepath::Error> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// let members = client.members().list().department("Cranes").limit(10).send().await?;
    /// assert!(members.items.iter().all(|it| it.department.as_deref() == Some("Cranes")));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /members` in <https://support.fellowdigitals.com/docs/api>.
    pub fn list(&self) -> ListMembers {
        let query = MembersListQuery::default();
        ListMembers(Listing::new(&self.client, &op::MEMBERS_LIST, query))
    }

    /// Fetches the members who have just this address, in capitals or not. There should be one at most.
    ///
    /// The vendor does not say what creating a member does where the address is known: look first.
    ///
    /// # Errors
    ///
    /// As for [`list`](Self::list), from which it picks them.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_coursepath::Error> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// let found = client.members().with_email("Imani.Okonjo@example.org").await?;
    /// assert_eq!(found.len(), 1);
    /// # Ok(())
    /// # }
    /// ```
    pub async fn with_email(&self, email: &str) -> Result<Vec<Member>, Error> {
        let is = |member: &Member| {
            member.email.as_ref().is_some_and(|it| it.trim().to_lowercase() == email.trim().to_lowercase())
        };
        let members: Vec<_> = self.list().email(email.trim()).stream().try_collect().await?;
        Ok(members.into_iter().filter(is).collect())
    }

    /// Lists the members of a course.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`]: no course has this id.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_coursepath::Error> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// let members = client.members().list_of_course(1042).send().await?;
    /// assert!(!members.items.is_empty());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /courses/{courseId}/members` in <https://support.fellowdigitals.com/docs/api>.
    pub fn list_of_course(&self, course: impl Into<CourseId>) -> ListMembersOfCourse {
        let query = MembersListOfCourseQuery::default();
        let listing = Listing::new(&self.client, &op::MEMBERS_LIST_OF_COURSE, query);
        ListMembersOfCourse(listing.at("courseId", course.into()))
    }

    /// Lists the members of a group, by the group's id.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`]: no group has this id.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_coursepath::Error> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// let members = client.members().list_of_group(310).send().await?;
    /// assert!(!members.items.is_empty());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `GET /groups/{groupId}/members` in <https://support.fellowdigitals.com/docs/api>.
    pub fn list_of_group(&self, group: impl Into<GroupId>) -> ListMembersOfGroup {
        let query = MembersListOfGroupQuery::default();
        let listing = Listing::new(&self.client, &op::MEMBERS_LIST_OF_GROUP, query);
        ListMembersOfGroup(listing.at("groupId", group.into()))
    }

    /// Creates a member. Without a name the vendor makes one of the address. The reply is not documented: it may show
    /// the member, or nothing.
    ///
    /// What it does where the address is known is not documented: it may refuse, return the member, or change them.
    /// Look with [`with_email`](Self::with_email) first.
    ///
    /// # When the outcome is unknown
    ///
    /// It is never sent twice by itself. If the answer is lost, [`Error::outcome`] says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown), and [`with_email`](Self::with_email) whether it was created.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`]: the address is missing or malformed.
    /// * [`Error::Rejected`] with status 409: the address is known, and the academy refuses it.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_coursepath::Error> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// use tassel_coursepath::NewMember;
    ///
    /// let new = NewMember::new("ama.boateng@example.org").department("Cold Chain");
    /// let member = client.members().create(new).send().await?.expect("the sandbox shows it");
    /// assert_eq!(member.name.as_deref(), Some("Ama Boateng"));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /members` in <https://support.fellowdigitals.com/docs/api>.
    pub fn create(&self, new: NewMember) -> Call<Option<Member>> {
        Draft::new(&op::MEMBERS_CREATE).body(new).call::<Option<Unwrapped<Member>>>(&self.client)
    }

    /// Creates a member and enrols them in a course as a learner.
    ///
    /// What holds for [`create`](Self::create) holds here too. Someone who is a member already is enrolled with
    /// [`CourseMembers::create`](crate::course_members::CourseMembers::create).
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`]: no course has this id.
    /// * [`Error::Invalid`]: the address is missing or malformed.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_coursepath::Error> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// use tassel_coursepath::NewMember;
    ///
    /// let new = NewMember::new("ama.boateng@example.org");
    /// let member = client.members().create_in_course(1042, new).send().await?.expect("the sandbox shows it");
    /// let result = client.course_members().get(1042, member.id.unwrap()).send().await?;
    /// assert!(!result.is_completed());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /courses/{courseId}/members` in <https://support.fellowdigitals.com/docs/api>.
    pub fn create_in_course(&self, course: impl Into<CourseId>, new: NewMember) -> Call<Option<Member>> {
        Draft::new(&op::MEMBERS_CREATE_IN_COURSE).at("courseId", course.into()).body(new).call::<Option<
            Unwrapped<Member>,
        >>(
            &self.client
        )
    }

    /// Creates a member and adds them to a program as a learner.
    ///
    /// What holds for [`create`](Self::create) holds here too. Someone who is a member already is added with
    /// [`ProgramMembers::create`](crate::program_members::ProgramMembers::create).
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`]: no program has this id.
    /// * [`Error::Invalid`]: the address is missing or malformed.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_coursepath::Error> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// use tassel_coursepath::NewMember;
    ///
    /// let new = NewMember::new("ama.boateng@example.org");
    /// assert!(client.members().create_in_program(77, new).send().await?.is_some());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /programs/{programId}/members` in <https://support.fellowdigitals.com/docs/api>.
    pub fn create_in_program(&self, program: impl Into<ProgramId>, new: NewMember) -> Call<Option<Member>> {
        Draft::new(&op::MEMBERS_CREATE_IN_PROGRAM).at("programId", program.into()).body(new).call::<Option<
            Unwrapped<Member>,
        >>(
            &self.client
        )
    }

    /// Changes the fields of a member that are given. Null is sent as an empty value. The reply may show the member, or
    /// nothing.
    ///
    /// That it leaves the other fields alone, and that an empty value clears one, is likely and not documented. The
    /// vendor may ask for the address in every update: give it where it is known.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`]: no member has this id.
    /// * [`Error::Invalid`]: a value is not as it must be.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_coursepath::Error> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// use tassel_coursepath::{MemberUpdate, Patch};
    ///
    /// let update = MemberUpdate::default().department("Cranes").company(Patch::Null);
    /// let member = client.members().update(58713, update).send().await?.expect("the sandbox shows it");
    /// assert_eq!((member.department.as_deref(), member.company), (Some("Cranes"), None));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /members/{memberId}` in <https://support.fellowdigitals.com/docs/api>.
    pub fn update(&self, id: impl Into<MemberId>, update: MemberUpdate) -> Call<Option<Member>> {
        Draft::new(&op::MEMBERS_UPDATE)
            .at("memberId", id.into())
            .body(update)
            .call::<Option<Unwrapped<Member>>>(&self.client)
    }

    /// Sends a member the invitation to the academy by mail, with the link that activates the account. What the
    /// invitation leaves out is as it was saved in the academy.
    ///
    /// It is never sent twice by itself, as each call sends a mail.
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`]: no member has this id.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_coursepath::Error> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// use tassel_coursepath::Invitation;
    ///
    /// client.members().invite(58713, Invitation::default().subject("Welcome aboard")).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /members/{memberId}/invite` in <https://support.fellowdigitals.com/docs/api>.
    pub fn invite(&self, id: impl Into<MemberId>, invitation: Invitation) -> Call<Acknowledged> {
        Draft::new(&op::MEMBERS_INVITE)
            .at("memberId", id.into())
            .body(invitation)
            .call::<Acknowledged>(&self.client)
    }

    /// Sends a member the invitation to a course by mail; as [`invite`](Self::invite).
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`]: no course or no member has this id, or the member is not in the course.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_coursepath::Error> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// use tassel_coursepath::Invitation;
    ///
    /// client.members().invite_to_course(1042, 58713, Invitation::default()).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /courses/{courseId}/members/{memberId}/invite` in <https://support.fellowdigitals.com/docs/api>.
    pub fn invite_to_course(
        &self,
        course: impl Into<CourseId>,
        member: impl Into<MemberId>,
        invitation: Invitation,
    ) -> Call<Acknowledged> {
        Draft::new(&op::MEMBERS_INVITE_TO_COURSE)
            .at("courseId", course.into())
            .at("memberId", member.into())
            .body(invitation)
            .call::<Acknowledged>(&self.client)
    }

    /// Sends a member the invitation to a program by mail; as [`invite`](Self::invite).
    ///
    /// # Errors
    ///
    /// * [`Error::NotFound`]: no program or no member has this id, or the member is not in the program.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_coursepath::Error> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// use tassel_coursepath::Invitation;
    ///
    /// client.program_members().create(77, 58713).send().await?;
    /// client.members().invite_to_program(77, 58713, Invitation::default()).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Source: `POST /programs/{programId}/members/{memberId}/invite` in <https://support.fellowdigitals.com/docs/api>.
    pub fn invite_to_program(
        &self,
        program: impl Into<ProgramId>,
        member: impl Into<MemberId>,
        invitation: Invitation,
    ) -> Call<Acknowledged> {
        Draft::new(&op::MEMBERS_INVITE_TO_PROGRAM)
            .at("programId", program.into())
            .at("memberId", member.into())
            .body(invitation)
            .call::<Acknowledged>(&self.client)
    }
}

listing! {
    /// The members of the academy, 100 on a page unless it is told otherwise.
    ListMembers: MembersListQuery => Listed<Member>
}

listing! {
    /// The members of a course, 100 on a page unless it is told otherwise.
    ListMembersOfCourse: MembersListOfCourseQuery => Listed<Member>
}

listing! {
    /// The members of a group, 100 on a page unless it is told otherwise.
    ListMembersOfGroup: MembersListOfGroupQuery => Listed<Member>
}

/// What all three listings can be asked for.
macro_rules! filters {
    ($listing:ident) => {
        impl $listing {
            /// Only those with this address.
            pub fn email(mut self, email: impl Into<String>) -> Self {
                self.0.query.email = Some(email.into());
                self
            }

            /// Only those of this company.
            pub fn company(mut self, company: impl Into<String>) -> Self {
                self.0.query.company = Some(company.into());
                self
            }

            /// Only those of this department.
            pub fn department(mut self, department: impl Into<String>) -> Self {
                self.0.query.department = Some(department.into());
                self
            }

            /// Only those of this country, by its code of two letters.
            pub fn country(mut self, country: impl Into<String>) -> Self {
                self.0.query.country = Some(country.into());
                self
            }

            /// Only the one with this id of yours.
            pub fn external_id(mut self, external_id: impl Into<ExternalId>) -> Self {
                self.0.query.external_id = Some(external_id.into());
                self
            }

            /// Only those with this association.
            pub fn association(mut self, association: impl Into<String>) -> Self {
                self.0.query.association = Some(association.into());
                self
            }

            /// Only those with this identification.
            pub fn identification(mut self, identification: impl Into<String>) -> Self {
                self.0.query.identification = Some(identification.into());
                self
            }

            /// Only those with this registration.
            pub fn registration(mut self, registration: impl Into<String>) -> Self {
                self.0.query.registration = Some(registration.into());
                self
            }

            /// Only those whom a filter of another name lets through. The vendor names some of its filters, not all.
            pub fn filter(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
                self.0.query.extra.insert(name, value.into());
                self
            }

            /// How many to ask for at a time. The vendor may send fewer; the largest it allows is not known.
            pub fn limit(mut self, limit: u64) -> Self {
                self.0.query.limit = Some(limit);
                self
            }
        }
    };
}

filters!(ListMembers);
filters!(ListMembersOfCourse);
filters!(ListMembersOfGroup);
