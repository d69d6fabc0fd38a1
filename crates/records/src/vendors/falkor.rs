//! Falkor: what users did with stories, and certificates. Nothing is paged there: an answer is whole.

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
use crate::questions::{About, Completions, Credentials, Plan, Reading};
use crate::roll::Vendors;
use crate::untold::Ending;
use crate::{
    Award, Completion, Course, Credential, Enrollment, Kind, Learner, Mapped, Source, Stage, Stated, Verdict,
    When,
};

impl Vendors {
    /// Asks Falkor for what it knows: completions, and certificates, which are among the credentials.
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

    async fn read_completions(&self, about: &About) -> Result<Reading<Enrollment>, Error> {
        let mut filter = UserStoryLogsFilter::default();
        if let Some(email) = &about.email {
            filter = filter.emails([email.trim()]);
        }
        let logs = self.logs().user_story_logs(filter).send().await?;
        let ending = Ending::default();
        let mut users = inner_or(logs.users, || ending.add("answers without `users`", None));
        let kind = "users without an address, who may be the person";
        users.retain(|user| about.is_about(user.email.as_deref(), &ending, kind, || None));
        let stories = |user: &UserStoryLog| user.stories.as_ref().map_or(0, |stories| stories.len() as u64);
        let plan = Plan::calls(0).records(Some(users.iter().map(stories).sum()));
        let noted = ending.clone();
        let records = users.into_iter().flat_map(move |mut user| {
            let stories = inner_or(user.stories.take(), || noted.add("users without `stories`", None));
            let user = Arc::new(user);
            stories.into_iter().map(move |story| Ok(map_story(&user, story)))
        });
        Ok(Reading::new(plan, ending.close(operations::LOGS_USER_STORY_LOGS.id, stream::iter(records))))
    }
}

#[async_trait]
impl Credentials for Client {
    fn vendor(&self) -> &'static str {
        tassel_falkor::API.vendor
    }

    fn kind(&self) -> Kind {
        Kind::Certificate
    }

    async fn read_credentials(&self, about: &About) -> Result<Reading<Credential>, Error> {
        let mut filter = StoryCertificatesFilter::default();
        if let Some(email) = &about.email {
            filter = filter.users([email.trim()]);
        }
        let stories = self.logs().story_certificates(filter).send().await?;
        let awarded =
            |story: &StoryCertificates| story.certificates.as_ref().map_or(0, |awarded| awarded.len() as u64);
        let all = stories.iter().map(awarded).sum();
        let plan = Plan::calls(0).records(Some(all));
        let (about, ending) = (about.clone(), Ending::default());
        let noted = ending.clone();
        let records = stories.into_iter().flat_map(move |awarded| {
            let story = Arc::new(awarded.story.map(OrEmpty::into_inner).unwrap_or_default());
            let id = || story.id.as_ref().map(ToString::to_string);
            let mut users =
                inner_or(awarded.certificates, || noted.add("stories without `certificates`", id()));
            let kind = "certificates without an address, which may be the person's";
            users.retain(|user| about.is_about(user.email.as_deref(), &noted, kind, id));
            users.into_iter().map(move |user| Ok(map_certificate(&story, user)))
        });
        Ok(Reading::new(plan, ending.close(operations::LOGS_STORY_CERTIFICATES.id, stream::iter(records))))
    }
}

/// A list, or an empty one where the vendor says nothing of it, which is noted.
fn inner_or<T>(list: Option<OrEmpty<Vec<T>>>, unsaid: impl FnOnce()) -> Vec<T> {
    list.map_or_else(
        || {
            unsaid();
            Vec::new()
        },
        OrEmpty::into_inner,
    )
}

fn map_story(user: &Arc<UserStoryLog>, story: UserStory) -> Mapped<Enrollment> {
    let state = story.state.as_deref();
    let complete = state.and_then(|state| state.complete.as_ref());
    let is_empty = state.is_some_and(|state| *state == tassel_falkor::model::StoryStatus::default());
    let stage = match complete.and_then(tassel_falkor::Lenient::<bool>::get) {
        Some(true) => Stage::Completed,
        Some(false) => Stage::Open,
        // The state of a story that was not begun is empty.
        None if is_empty => Stage::Open,
        None => Stage::Unknown,
    };
    let word = |flag: &tassel_falkor::Lenient<bool>| match flag {
        tassel_falkor::Lenient::Known(flag) => flag.to_string(),
        tassel_falkor::Lenient::Other(other) => other.to_string(),
    };
    let completion = state.filter(|_| stage == Stage::Completed).map(|state| Completion {
        result: Stated::new(
            match state.passed.as_ref().and_then(tassel_falkor::Lenient::<bool>::get) {
                Some(true) => Verdict::Passed,
                Some(false) => Verdict::Failed,
                None => Verdict::Unknown,
            },
            state.passed.as_ref().map(word),
        ),
        completed: None,
        updated: state.updated.as_ref().map(When::of_timestamp),
        score: state.score.as_ref().and_then(tassel_falkor::Lenient::<serde_json::Number>::get),
        certificate: None,
    });
    let done = completion.is_some();
    let record = Enrollment {
        vendor: tassel_falkor::API.vendor,
        id: None,
        learner: Learner {
            id: None,
            own_id: None,
            name: full_name(user.firstname.as_deref(), user.lastname.as_deref()),
            email: text(user.email.as_deref()),
        },
        course: Course { id: story.sku.clone().map(Id::from), name: text(story.name.as_deref()) },
        stage: Stated::new(stage, complete.map(word)),
        completion,
    };
    let source = Source::FalkorStory { user: Arc::clone(user), story: Box::new(story) };
    let whose =
        &["user.firstname", "user.lastname", "user.email", "story.sku", "story.name", "story.state.complete"];
    let all = &[
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
    Mapped::new(record, source, if done { all } else { whose })
}

fn map_certificate(story: &Arc<Story>, user: UserCertificate) -> Mapped<Credential> {
    let certificate = user.certificate.as_deref();
    let state = certificate.and_then(|certificate| certificate.state.as_ref());
    let record = Credential {
        vendor: tassel_falkor::API.vendor,
        kind: Kind::Certificate,
        id: None,
        name: text(story.name.as_deref()),
        learner: Learner {
            id: None,
            own_id: None,
            name: full_name(user.firstname.as_deref(), user.lastname.as_deref()),
            email: text(user.email.as_deref()),
        },
        course: Course { id: story.id.clone().map(Id::from), name: text(story.name.as_deref()) },
        award: Stated::new(
            match state.map(CertificateState::in_any_case) {
                Some(CertificateState::Delivered) => Award::Published,
                Some(CertificateState::Pending) => Award::Pending,
                _ => Award::Unknown,
            },
            state,
        ),
        // Whether its time is that of the award is not documented.
        issued: None,
        expires: None,
        updated: certificate.and_then(|it| it.timestamp.as_ref()).map(When::of_timestamp),
        url: certificate.and_then(|certificate| text(certificate.url())),
    };
    let source = Source::FalkorCertificate { story: Arc::clone(story), user: Box::new(user) };
    Mapped::new(
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
