//! Reads all vendors side by side.

use std::fmt;
use std::sync::Arc;

use futures_util::future::BoxFuture;
use futures_util::{FutureExt, StreamExt, TryStreamExt, stream};
use tassel_core::Error;
use tassel_core::kit::BoxStream;
use tassel_core::kit::jiff::{Timestamp, tz::TimeZone};
use tassel_core::transport::{Clock, SystemClock};

use super::collect::Collected;
use super::{Asked, Question, Roll};
use crate::untold::Untold;
use crate::{
    About, Completions, Credentials, Enrollment, Kind, Mapped, Plan, Pronunciation, Pronunciations, Reading,
};

/// The vendors to ask, and what.
#[derive(Clone, Default)]
pub struct Vendors {
    completions: Vec<Arc<dyn Completions>>,
    credentials: Vec<Arc<dyn Credentials>>,
    pronunciations: Vec<Arc<dyn Pronunciations>>,
}

impl Vendors {
    /// None.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks this one for completions.
    #[must_use]
    pub fn completions(mut self, vendor: impl Completions + 'static) -> Self {
        self.completions.push(Arc::new(vendor));
        self
    }

    /// Asks this one for credentials.
    #[must_use]
    pub fn credentials(mut self, vendor: impl Credentials + 'static) -> Self {
        self.credentials.push(Arc::new(vendor));
        self
    }

    /// Asks this one for pronunciations.
    #[must_use]
    pub fn pronunciations(mut self, vendor: impl Pronunciations + 'static) -> Self {
        self.pronunciations.push(Arc::new(vendor));
        self
    }
}

impl fmt::Debug for Vendors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let completions: Vec<_> = self.completions.iter().map(|it| it.vendor()).collect();
        let credentials: Vec<_> = self.credentials.iter().map(|it| it.vendor()).collect();
        let pronunciations: Vec<_> = self.pronunciations.iter().map(|it| it.vendor()).collect();
        f.debug_struct("Vendors")
            .field("completions", &completions)
            .field("credentials", &credentials)
            .field("pronunciations", &pronunciations)
            .finish()
    }
}

/// How the reading goes on.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Progress {
    /// Which vendor it is about.
    pub vendor: &'static str,
    /// What it was asked.
    pub question: Question,
    /// What it will still take, when that has just become known.
    pub plan: Option<Plan>,
    /// How many records have come of it.
    pub records: u64,
}

/// What comes of a vendor.
enum Came {
    Begun(Plan, Option<Timestamp>),
    Enrollment(Box<Enrollment>),
    Credential(Box<crate::Credential>),
    Pronunciation(Box<Pronunciation>),
}

type Coming = BoxStream<'static, (usize, Result<Came, Error>)>;

impl Roll {
    /// Reads all vendors side by side: none waits for another, and one that fails takes nothing from the others.
    ///
    /// It never fails as a whole: what is wrong with a vendor is in [`Roll::asked`]. `progress` is told what each
    /// reading will take before it begins in earnest, and each record. The [crate's first page](crate) has an example.
    pub async fn read(vendors: &Vendors, about: &About, mut progress: impl FnMut(Progress)) -> Self {
        let mut asked = Vec::new();
        let mut coming: Vec<Coming> = Vec::new();
        for vendor in &vendors.completions {
            let (reader, about) = (Arc::clone(vendor), about.clone());
            let begin = async move { reader.read_completions(&about).await }.boxed();
            coming.push(come(asked.len(), begin, |record| Came::Enrollment(Box::new(record))));
            asked.push(Asked::new(vendor.vendor(), Question::Completions));
        }
        for vendor in &vendors.credentials {
            let (reader, about) = (Arc::clone(vendor), about.clone());
            let begin = async move { reader.read_credentials(&about).await }.boxed();
            coming.push(come(asked.len(), begin, |record| Came::Credential(Box::new(record))));
            let question = match vendor.kind() {
                Kind::Credential => Question::Credentials,
                Kind::Certificate => Question::Certificates,
            };
            asked.push(Asked::new(vendor.vendor(), question));
        }
        for vendor in &vendors.pronunciations {
            let (reader, about) = (Arc::clone(vendor), about.clone());
            let begin = async move { reader.read_pronunciations(&about).await }.boxed();
            coming.push(come(asked.len(), begin, |record| Came::Pronunciation(Box::new(record))));
            asked.push(Asked::new(vendor.vendor(), Question::Pronunciations));
        }
        let mut collected = Collected::new(about);
        let mut untold: Vec<Untold> = asked.iter().map(|_| Untold::default()).collect();
        let mut as_of = None;
        let mut coming = stream::select_all(coming);
        while let Some((place, came)) = coming.next().await {
            let Asked { vendor, question, records, problem } = &mut asked[place];
            let mut plan = None;
            match came {
                Ok(Came::Begun(begun, at)) => {
                    as_of = as_of.or(at);
                    plan = Some(begun);
                }
                Ok(came) => {
                    *records += 1;
                    match came {
                        Came::Enrollment(record) => collected.take(*record, &mut untold[place]),
                        Came::Credential(record) => collected.hold(*record, &mut untold[place]),
                        Came::Pronunciation(record) => collected.speak(*record, &mut untold[place]),
                        Came::Begun(..) => {}
                    }
                }
                Err(error) => *problem = Some(error),
            }
            progress(Progress { vendor, question: *question, plan, records: *records });
        }
        for (asked, untold) in asked.iter_mut().zip(untold) {
            asked.problem = untold.join(asked.question.name(), asked.problem.take());
        }
        asked.sort_by_key(|asked| asked.vendor);
        let as_of = as_of.unwrap_or_else(|| SystemClock.now()).to_zoned(TimeZone::UTC).date();
        let (learners, doubts) = collected.finish(as_of, &asked);
        Self { as_of, asked, learners, doubts }
    }
}

impl Asked {
    fn new(vendor: &'static str, question: Question) -> Self {
        Self { vendor, question, records: 0, problem: None }
    }
}

/// What comes of one vendor: that its reading has begun, each record, and the error it ends with, if it does.
fn come<T: Send + 'static>(
    place: usize,
    begin: BoxFuture<'static, Result<Reading<T>, Error>>,
    came: fn(T) -> Came,
) -> Coming {
    let reading = stream::once(begin).map_ok(move |reading| {
        let Reading { plan, as_of, records } = reading;
        let records = records.map_ok(Mapped::into_record).map_ok(came);
        stream::iter([Ok(Came::Begun(plan, as_of))]).chain(records)
    });
    reading.try_flatten().map(move |came| (place, came)).boxed()
}
