//! What goes wrong on request.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// Something that goes wrong with calls, or with events on their way, a number of times or with a probability.
///
/// ```
/// use tassel_sandbox::{Fault, FaultKind};
///
/// let lost = Fault::new(FaultKind::DropAfter).operation("credentials.create").times(1);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    /// The vendor it happens to; every vendor if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vendor: Option<String>,
    /// The operation it happens to, such as `credentials.create`; every operation if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operation: Option<String>,
    /// The event it happens to, such as `COURSEMEMBER_COMPLETED`; every event if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// What happens.
    pub kind: FaultKind,
    /// How often it happens; for ever if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<u32>,
    /// How likely it is to happen to a call or a delivery, from 0 to 1; certain if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub probability: Option<f64>,
    /// How long a `delay` or a `delay_event` takes, and at most what a `shuffle_events` takes, in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub milliseconds: Option<u64>,
    /// The status of a `status`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// The body of a `status`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// The `Retry-After` of a `status`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<String>,
    /// Whether the vendor acts before it answers with a `status`. Default: it does not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub acted: bool,
}

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FaultKind {
    /// The answer takes longer.
    Delay,
    /// The answer is another one.
    Status,
    /// The connection is lost before the vendor acts.
    DropBefore,
    /// The connection is lost after the vendor has acted.
    DropAfter,
    /// The body is cut short.
    Truncate,
    /// The body is not valid.
    Malformed,
    /// The body never ends.
    Endless,
    /// Every page is the first one.
    IgnorePaging,
    /// An event never goes out.
    LoseEvent,
    /// An event goes out twice.
    DoubleEvent,
    /// An event goes out later, and what follows it goes first.
    DelayEvent,
    /// An event goes out up to so much later, by chance, so that what follows it may go first.
    ShuffleEvents,
}

impl FaultKind {
    /// The name it is asked for by.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Delay => "delay",
            Self::Status => "status",
            Self::DropBefore => "drop_before",
            Self::DropAfter => "drop_after",
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

    /// Whether it happens to events; to calls otherwise.
    pub(crate) fn is_of_events(self) -> bool {
        matches!(self, Self::LoseEvent | Self::DoubleEvent | Self::DelayEvent | Self::ShuffleEvents)
    }
}

/// What a fault may happen to.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Target<'a> {
    /// A call of an operation.
    Call(&'a str),
    /// A delivery of an event.
    Event(&'a str),
}

impl Fault {
    /// Something that happens to every call, or every event, for ever.
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
            status: None,
            body: None,
            retry_after: None,
            acted: false,
        }
    }

    /// Another answer, with this status.
    #[must_use]
    pub fn status(status: u16) -> Self {
        Self { status: Some(status), ..Self::new(FaultKind::Status) }
    }

    /// A longer wait for the answer.
    #[must_use]
    pub fn delay(wait: Duration) -> Self {
        Self::new(FaultKind::Delay).lasting(wait)
    }

    /// A longer wait for an event.
    #[must_use]
    pub fn delay_event(wait: Duration) -> Self {
        Self::new(FaultKind::DelayEvent).lasting(wait)
    }

    /// A wait of at most this, by chance, for an event, so that others may overtake it.
    #[must_use]
    pub fn shuffle_events(within: Duration) -> Self {
        Self::new(FaultKind::ShuffleEvents).lasting(within)
    }

    fn lasting(mut self, time: Duration) -> Self {
        self.milliseconds = Some(u64::try_from(time.as_millis()).unwrap_or(u64::MAX));
        self
    }

    /// Happens to this operation only.
    #[must_use]
    pub fn operation(mut self, id: &str) -> Self {
        self.operation = Some(id.to_owned());
        self
    }

    /// Happens to this event only.
    #[must_use]
    pub fn event(mut self, name: &str) -> Self {
        self.event = Some(name.to_owned());
        self
    }

    /// Happens so many times.
    #[must_use]
    pub fn times(mut self, times: u32) -> Self {
        self.times = Some(times);
        self
    }

    /// Happens with this probability.
    #[must_use]
    pub fn probability(mut self, probability: f64) -> Self {
        self.probability = Some(probability);
        self
    }

    /// Why it makes no sense, if it makes none.
    pub(crate) fn problem(&self) -> Option<String> {
        if self.kind == FaultKind::Status && !self.status.is_some_and(|status| (100..600).contains(&status)) {
            return Some("a `status` needs a `status` from 100 to 599".to_owned());
        }
        let name = self.kind.name();
        let lasts = matches!(self.kind, FaultKind::Delay | FaultKind::DelayEvent | FaultKind::ShuffleEvents);
        if lasts && self.milliseconds.is_none() {
            return Some(format!("a `{name}` needs `milliseconds`"));
        }
        if self.kind.is_of_events() && self.operation.is_some() {
            return Some(format!("a `{name}` happens to events; name an `event`, not an `operation`"));
        }
        if !self.kind.is_of_events() && self.event.is_some() {
            return Some(format!("a `{name}` happens to calls; name an `operation`, not an `event`"));
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

    /// The bytes of its texts, without names, which are short.
    fn size(&self) -> usize {
        [&self.body, &self.retry_after].into_iter().flatten().map(String::len).sum()
    }

    fn concerns(&self, vendor: &str, target: Target<'_>) -> bool {
        let concerns =
            |wanted: &Option<String>, it: &str| wanted.as_deref().is_none_or(|wanted| wanted == it);
        let hits = match target {
            Target::Call(operation) => !self.kind.is_of_events() && concerns(&self.operation, operation),
            Target::Event(name) => self.kind.is_of_events() && concerns(&self.event, name),
        };
        hits && concerns(&self.vendor, vendor)
    }
}

/// The faults in force.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<Fault>);

impl Faults {
    /// The most that are in force at once.
    const MAX: usize = 1_000;
    /// The most bytes that their texts take.
    const MAX_BYTES: usize = 16 << 20;

    /// Puts a fault in force, unless there are too many.
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

    /// Those that happen to this call or delivery.
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
