//! Falkor: the users' progress in stories, and certificates. Falkor has no paging: each answer is complete.

use std::sync::Arc;

use async_trait::async_trait;
use futures_util::stream;
use tassel_core::Error;
use tassel_core::values::Id;
use tassel_falkor::model::{
    CertificateState, Story, StoryCertificates, StoryCertificatesFilter, UserCertificate, UserStory,
    UserStoryLog, UserStoryLogsFilter,
};
use tassel_falkor::{Client, OrEmpty, operations};

use super::{full_name, text};
use crate::gaps::SharedGaps;
use crate::reading::{Completions, Credentials, Plan, Reading, Scope};
use crate::roll::Vendors;
use crate::{
    AwardState, Completion, Course, Credential, CredentialKind, DateOrTime, Enrollment, Identity,
    MappedRecord, Source, Stage, Statement, Verdict,
};

impl Vendors {
    /// Adds Falkor, which has completions and certificates.
    #[must_use]
    pub fn falkor(self, client: Client) -> Self {
        self.completions(client.clone()).credentials(client)
    }
}

#[async_trait]
impl Completions for Client {
    fn vendor(&self) -> &'static str {
        tassel_falkor::API.vendor
    }

    async fn read_completions(&self, scope: &Scope) -> Result<Reading<Enrollment>, Error> {
        let mut filter = UserStoryLogsFilter::default();
        if let Some(email) = &scope.email {
            filter = filter.emails([email.trim()]);
        }
        let logs = self.logs().user_story_logs(filter).send().await?;
        let gaps = SharedGaps::default();
        let mut users = list_or_gap(logs.users, || gaps.add("answers without `users`", None));
        let kind = "users without an address, who may be the person";
        users.retain(|user| scope.includes(user.email.as_deref(), &gaps, kind, || None));
        let stories = |user: &UserStoryLog| user.stories.as_ref().map_or(0, |stories| stories.len() as u64);
        let plan = Plan::calls(0).records(Some(users.iter().map(stories).sum()));
        let filter_gaps = gaps.clone();
        let records = users.into_iter().flat_map(move |mut user| {
            let stories =
                list_or_gap(user.stories.take(), || filter_gaps.add("users without `stories`", None));
            let user = Arc::new(user);
            stories.into_iter().map(move |story| Ok(map_story(&user, story)))
        });
        Ok(Reading::new(plan, gaps.append_to(operations::LOGS_USER_STORY_LOGS.id, stream::iter(records))))
    }
}

#[async_trait]
impl Credentials for Client {
    fn vendor(&self) -> &'static str {
        tassel_falkor::API.vendor
    }

    fn kind(&self) -> CredentialKind {
        CredentialKind::Certificate
    }

    async fn read_credentials(&self, scope: &Scope) -> Result<Reading<Credential>, Error> {
        let mut filter = StoryCertificatesFilter::default();
        if let Some(email) = &scope.email {
            filter = filter.users([email.trim()]);
        }
        let stories = self.logs().story_certificates(filter).send().await?;
        let awarded =
            |story: &StoryCertificates| story.certificates.as_ref().map_or(0, |awarded| awarded.len() as u64);
        let all = stories.iter().map(awarded).sum();
        let plan = Plan::calls(0).records(Some(all));
        let (scope, gaps) = (scope.clone(), SharedGaps::default());
        let filter_gaps = gaps.clone();
        let records = stories.into_iter().flat_map(move |awarded| {
            let story = Arc::new(awarded.story.map(OrEmpty::into_inner).unwrap_or_default());
            let id = || story.id.as_ref().map(ToString::to_string);
            let mut users =
                list_or_gap(awarded.certificates, || filter_gaps.add("stories without `certificates`", id()));
            let kind = "certificates without an address, which may be the person's";
            users.retain(|user| scope.includes(user.email.as_deref(), &filter_gaps, kind, id));
            users.into_iter().map(move |user| Ok(map_certificate(&story, user)))
        });
        Ok(Reading::new(plan, gaps.append_to(operations::LOGS_STORY_CERTIFICATES.id, stream::iter(records))))
    }
}

/// The list, or an empty one if the field is missing, which is counted as a gap.
fn list_or_gap<T>(list: Option<OrEmpty<Vec<T>>>, add_gap: impl FnOnce()) -> Vec<T> {
    list.map_or_else(
        || {
            add_gap();
            Vec::new()
        },
        OrEmpty::into_inner,
    )
}

fn map_story(user: &Arc<UserStoryLog>, story: UserStory) -> MappedRecord<Enrollment> {
    let state = story.state.as_deref();
    let complete = state.and_then(|state| state.complete.as_ref());
    let is_empty = state.is_some_and(|state| *state == tassel_falkor::model::StoryStatus::default());
    let stage = match complete.and_then(tassel_falkor::Lenient::<bool>::get) {
        Some(true) => Stage::Completed,
        Some(false) => Stage::Open,
        // A story that was not started has an empty state.
        None if is_empty => Stage::Open,
        None => Stage::Unknown,
    };
    let word = |flag: &tassel_falkor::Lenient<bool>| match flag {
        tassel_falkor::Lenient::Known(flag) => flag.to_string(),
        tassel_falkor::Lenient::Other(other) => other.to_string(),
    };
    let completion = state.filter(|_| stage == Stage::Completed).map(|state| Completion {
        result: Statement::new(
            match state.passed.as_ref().and_then(tassel_falkor::Lenient::<bool>::get) {
                Some(true) => Verdict::Passed,
                Some(false) => Verdict::Failed,
                None => Verdict::Unknown,
            },
            state.passed.as_ref().map(word),
        ),
        completed: None,
        updated: state.updated.as_ref().map(DateOrTime::of_timestamp),
        score: state.score.as_ref().and_then(tassel_falkor::Lenient::<serde_json::Number>::get),
        certificate: None,
    });
    let is_completed = completion.is_some();
    let record = Enrollment {
        vendor: tassel_falkor::API.vendor,
        id: None,
        learner: Identity {
            id: None,
            own_id: None,
            name: full_name(user.firstname.as_deref(), user.lastname.as_deref()),
            email: text(user.email.as_deref()),
        },
        course: Course { id: story.sku.clone().map(Id::from), name: text(story.name.as_deref()) },
        stage: Statement::new(stage, complete.map(word)),
        completion,
    };
    let source = Source::FalkorStory { user: Arc::clone(user), story: Box::new(story) };
    let open_fields =
        &["user.firstname", "user.lastname", "user.email", "story.sku", "story.name", "story.state.complete"];
    let completed_fields = &[
        "user.firstname",
        "user.lastname",
        "user.email",
        "story.sku",
        "story.name",
        "story.state.complete",
        "story.state.passed",
        "story.state.updated",
        "story.state.score",
    ];
    MappedRecord::new(record, source, if is_completed { completed_fields } else { open_fields })
}

fn map_certificate(story: &Arc<Story>, user: UserCertificate) -> MappedRecord<Credential> {
    let certificate = user.certificate.as_deref();
    let state = certificate.and_then(|certificate| certificate.state.as_ref());
    let record = Credential {
        vendor: tassel_falkor::API.vendor,
        kind: CredentialKind::Certificate,
        id: None,
        name: text(story.name.as_deref()),
        learner: Identity {
            id: None,
            own_id: None,
            name: full_name(user.firstname.as_deref(), user.lastname.as_deref()),
            email: text(user.email.as_deref()),
        },
        course: Course { id: story.id.clone().map(Id::from), name: text(story.name.as_deref()) },
        award: Statement::new(
            match state.map(CertificateState::in_any_case) {
                Some(CertificateState::Delivered) => AwardState::Published,
                Some(CertificateState::Pending) => AwardState::Pending,
                _ => AwardState::Unknown,
            },
            state,
        ),
        // It is not documented whether the certificate's timestamp is the time of issue.
        issued: None,
        expires: None,
        updated: certificate.and_then(|it| it.timestamp.as_ref()).map(DateOrTime::of_timestamp),
        url: certificate.and_then(|certificate| text(certificate.url())),
    };
    let source = Source::FalkorCertificate { story: Arc::clone(story), user: Box::new(user) };
    MappedRecord::new(
        record,
        source,
        &[
            "story.ID",
            "story.id",
            "story.name",
            "user.firstname",
            "user.lastname",
            "user.email",
            "user.certificate",
        ],
    )
}
