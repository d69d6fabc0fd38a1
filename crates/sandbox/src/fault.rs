//! Faults.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// A fault of requests or of deliveries, a number of times or with a probability.
///
/// ```
/// use tassel_sandbox::{Fault, FaultKind};
///
/// let lost = Fault::new(FaultKind::DropAfter).operation("credentials.create").times(1);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    /// The vendor; every vendor if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vendor: Option<String>,
    /// The operation, such as `credentials.create`; every operation if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operation: Option<String>,
    /// The event, such as `COURSEMEMBER_COMPLETED`; every event if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// The kind of fault.
    pub kind: FaultKind,
    /// How often the fault applies; without limit if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<u32>,
    /// The probability that it applies to a request or a delivery, from 0 to 1; 1 if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub probability: Option<f64>,
    /// The duration of a `delay` or `delay_event`, or the maximum of a `shuffle_events`, in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub milliseconds: Option<u64>,
    /// How much later the vendor acts for an `act_late`, in seconds of the sandbox's clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u64>,
    /// The status of a `status`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// The body of a `status`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// The `Retry-After` of a `status`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<String>,
    /// Whether the vendor acts before it answers with a `status`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub acted: bool,
}

/// The kind of a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FaultKind {
    /// The answer is delayed.
    Delay,
    /// The answer is replaced.
    Status,
    /// The connection is lost before the vendor acts.
    DropBefore,
    /// The connection is lost after the vendor has acted.
    DropAfter,
    /// The connection is lost, and the vendor acts later.
    ActLate,
    /// The body is cut short.
    Truncate,
    /// The body is not valid JSON.
    Malformed,
    /// The body never ends.
    Endless,
    /// Paging parameters are ignored: every page is the first one.
    IgnorePaging,
    /// An event is not sent.
    LoseEvent,
    /// An event is sent twice.
    DoubleEvent,
    /// An event is delayed, and later events overtake it.
    DelayEvent,
    /// An event is delayed by a random time, so that later events may overtake it.
    ShuffleEvents,
}

impl FaultKind {
    /// The name in JSON.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Delay => "delay",
            Self::Status => "status",
            Self::DropBefore => "drop_before",
            Self::DropAfter => "drop_after",
            Self::ActLate => "act_late",
            Self::Truncate => "truncate",
            Self::Malformed => "malformed",
            Self::Endless => "endless",
            Self::IgnorePaging => "ignore_paging",
            Self::LoseEvent => "lose_event",
            Self::DoubleEvent => "double_event",
            Self::DelayEvent => "delay_event",
            Self::ShuffleEvents => "shuffle_events",
        }
    }

    /// Whether it applies to events; otherwise it applies to requests.
    pub(crate) fn is_of_events(self) -> bool {
        matches!(self, Self::LoseEvent | Self::DoubleEvent | Self::DelayEvent | Self::ShuffleEvents)
    }
}

/// What a fault may apply to.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Target<'a> {
    /// A request of an operation.
    Request(&'a str),
    /// A delivery of an event.
    Event(&'a str),
}

impl Fault {
    /// A fault of every request, or of every event, without limit.
    #[must_use]
    pub fn new(kind: FaultKind) -> Self {
        Self {
            vendor: None,
            operation: None,
            event: None,
            kind,
            times: None,
            probability: None,
            milliseconds: None,
            seconds: None,
            status: None,
            body: None,
            retry_after: None,
            acted: false,
        }
    }

    /// An answer with this status.
    #[must_use]
    pub fn status(status: u16) -> Self {
        Self { status: Some(status), ..Self::new(FaultKind::Status) }
    }

    /// A delay of the answer.
    #[must_use]
    pub fn delay(wait: Duration) -> Self {
        Self::new(FaultKind::Delay).lasting(wait)
    }

    /// A lost connection to a vendor that acts this much later. Parts of a second are left out.
    #[must_use]
    pub fn act_late(after: Duration) -> Self {
        Self { seconds: Some(after.as_secs()), ..Self::new(FaultKind::ActLate) }
    }

    /// A delay of an event.
    #[must_use]
    pub fn delay_event(wait: Duration) -> Self {
        Self::new(FaultKind::DelayEvent).lasting(wait)
    }

    /// A random delay of an event, at most this long, so that others may overtake it.
    #[must_use]
    pub fn shuffle_events(within: Duration) -> Self {
        Self::new(FaultKind::ShuffleEvents).lasting(within)
    }

    fn lasting(mut self, time: Duration) -> Self {
        self.milliseconds = Some(u64::try_from(time.as_millis()).unwrap_or(u64::MAX));
        self
    }

    /// Applies to this operation only.
    #[must_use]
    pub fn operation(mut self, id: &str) -> Self {
        self.operation = Some(id.to_owned());
        self
    }

    /// Applies to this event only.
    #[must_use]
    pub fn event(mut self, name: &str) -> Self {
        self.event = Some(name.to_owned());
        self
    }

    /// Applies this number of times.
    #[must_use]
    pub fn times(mut self, times: u32) -> Self {
        self.times = Some(times);
        self
    }

    /// Applies with this probability.
    #[must_use]
    pub fn probability(mut self, probability: f64) -> Self {
        self.probability = Some(probability);
        self
    }

    /// What is wrong with the fault, if anything.
    pub(crate) fn problem(&self) -> Option<String> {
        if self.kind == FaultKind::Status && !self.status.is_some_and(|status| (100..600).contains(&status)) {
            return Some("a `status` needs a `status` from 100 to 599".to_owned());
        }
        let name = self.kind.name();
        match (self.kind == FaultKind::ActLate, self.seconds) {
            (true, None) => return Some(format!("a `{name}` needs `seconds`")),
            (false, Some(_)) => {
                return Some(format!("a `{name}` has no `seconds`; leave it out, or make it an `act_late`"));
            }
            _ => {}
        }
        let lasts = matches!(self.kind, FaultKind::Delay | FaultKind::DelayEvent | FaultKind::ShuffleEvents);
        if lasts && self.milliseconds.is_none() {
            return Some(format!("a `{name}` needs `milliseconds`"));
        }
        if self.kind.is_of_events() && self.operation.is_some() {
            return Some(format!("a `{name}` applies to events; name an `event`, not an `operation`"));
        }
        if !self.kind.is_of_events() && self.event.is_some() {
            return Some(format!("a `{name}` applies to requests; name an `operation`, not an `event`"));
        }
        let of_status = [
            ("status", self.status.is_some()),
            ("body", self.body.is_some()),
            ("retry_after", self.retry_after.is_some()),
            ("acted", self.acted),
        ];
        let is_status = self.kind == FaultKind::Status;
        if let Some((field, _)) = of_status.into_iter().find(|(_, given)| *given && !is_status) {
            return Some(format!("a `{name}` has no `{field}`; leave it out, or make it a `status`"));
        }
        if self.milliseconds.is_some() && self.kind.is_of_events() && !lasts {
            return Some(format!(
                "a `{name}` has no `milliseconds`; leave it out, or make it a `delay_event`"
            ));
        }
        if self.times == Some(0) {
            return Some("`times` is at least 1; leave it out for ever".to_owned());
        }
        let likely = self.probability.unwrap_or(1.0);
        (!(0.0..=1.0).contains(&likely)).then(|| "a `probability` is from 0 to 1".to_owned())
    }

    /// The bytes of its texts. Names are short and not counted.
    fn size(&self) -> usize {
        [&self.body, &self.retry_after].into_iter().flatten().map(String::len).sum()
    }

    fn concerns(&self, vendor: &str, target: Target<'_>) -> bool {
        let concerns =
            |wanted: &Option<String>, it: &str| wanted.as_deref().is_none_or(|wanted| wanted == it);
        let hits = match target {
            Target::Request(operation) => !self.kind.is_of_events() && concerns(&self.operation, operation),
            Target::Event(name) => self.kind.is_of_events() && concerns(&self.event, name),
        };
        hits && concerns(&self.vendor, vendor)
    }
}

/// The faults in force.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<Fault>);

impl Faults {
    /// The maximum number of faults.
    const MAX: usize = 1_000;
    /// The maximum bytes of their texts.
    const MAX_BYTES: usize = 16 << 20;

    /// Adds a fault, unless there are too many.
    pub(crate) fn add(&mut self, fault: Fault) -> Result<(), String> {
        let bytes = self.0.iter().chain([&fault]).map(Fault::size).sum::<usize>();
        if self.0.len() >= Self::MAX || bytes > Self::MAX_BYTES {
            return Err(format!(
                "at most {} faults are in force, with at most 16 MiB of texts; remove some first, with \
                 `clear_faults` or DELETE /_sandbox/faults",
                Self::MAX
            ));
        }
        self.0.push(fault);
        Ok(())
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    pub(crate) fn list(&self) -> &[Fault] {
        &self.0
    }

    /// The faults that apply to this request or delivery. Each use is counted.
    pub(crate) fn apply(
        &mut self,
        vendor: &str,
        target: Target<'_>,
        random: &mut fastrand::Rng,
    ) -> Vec<Fault> {
        let mut applied = Vec::new();
        for fault in self.0.iter_mut().filter(|fault| fault.concerns(vendor, target)) {
            if fault.probability.is_some_and(|likely| random.f64() >= likely) {
                continue;
            }
            applied.push(fault.clone());
            if let Some(times) = &mut fault.times {
                *times = times.saturating_sub(1);
            }
        }
        self.0.retain(|fault| fault.times != Some(0));
        applied
    }
}
