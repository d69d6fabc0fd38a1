//! What one seed decides.

use std::time::Duration;

use tassel_core::kit::jiff::{Timestamp, fmt::strtime, tz::TimeZone};
use tassel_sandbox::{Fault, FaultKind, Settings, TrailingQuota};
use tassel_tests::Vendor;

use crate::wire::Weather;

/// What a task does, step by step.
#[derive(Debug, Clone)]
pub struct Step {
    pub vendor: Vendor,
    pub what: What,
    /// Tells it from all other steps, and decides which of the records it is about.
    pub place: usize,
    pub deadline: Duration,
    /// When it is dropped, if it is.
    pub dropped: Option<Drop>,
    pub pause: Duration,
}

/// When a future is dropped.
#[derive(Debug, Clone, Copy)]
pub enum Drop {
    After(Duration),
    /// After it was polled so often.
    Polls(u32),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Create,
    /// Several at once, of which one is refused.
    Batch,
    Read,
    /// With a value that is refused before it is sent.
    Refused,
    Update,
    Delete,
    /// A listing, with so many pages under way at a time.
    List(usize),
    /// The same, where the vendor has a second way to list.
    ListByNumber(usize),
    /// A listing that is read page by page, and resumed from where it stood.
    Journey(usize),
    /// Many reads at once.
    Burst(usize),
}

impl What {
    pub fn is_write(self) -> bool {
        matches!(self, Self::Create | Self::Batch | Self::Update | Self::Delete)
    }
}

/// A process: its tasks, and when it is killed.
#[derive(Debug, Clone)]
pub struct Life {
    pub tasks: Vec<Vec<Step>>,
    /// How many clients of each vendor it has, which share their quotas.
    pub clients: usize,
    pub killed: Option<Duration>,
}

/// A clock or a key that goes wrong.
#[derive(Debug, Clone, Copy)]
pub enum Jump {
    /// The clients' clock is wrong by so many milliseconds.
    Clients(i64),
    /// The vendors' clock jumps forward.
    Vendors(Duration),
    /// The clients' keys are replaced: by wrong ones, or by the right ones.
    Keys { wrong: bool },
}

/// How the clients repeat.
#[derive(Debug, Clone, Copy)]
pub struct Repeats {
    pub attempts: u32,
    pub base: Duration,
    pub top: Duration,
    /// What the random part of their waits is drawn from.
    pub seed: u64,
}

#[derive(Debug, Clone)]
pub struct Plan {
    pub seed: u64,
    pub weather: Weather,
    pub faults: Vec<Fault>,
    pub settings: Settings,
    pub repeats: Repeats,
    pub jumps: Vec<(Duration, Jump)>,
    /// One after the other.
    pub lives: Vec<Life>,
    /// Another process at the same vendors, with quotas of its own.
    pub neighbour: Option<Life>,
}

impl Plan {
    pub fn new(seed: u64, settings: Settings) -> Self {
        let mut draw = Draw { random: fastrand::Rng::with_seed(seed), place: 0 };
        let weather = draw.weather();
        let mut faults: Vec<_> = (0..draw.random.usize(0..7)).map(|_| draw.fault()).collect();
        let mut jumps: Vec<_> = (0..draw.random.usize(0..4)).map(|_| draw.jump()).collect();
        let settings = draw.settings(settings);
        let restarts = draw.random.usize(0..6).saturating_sub(3);
        let mut lives: Vec<_> = (0..restarts).map(|_| draw.life(4, true)).collect();
        lives.push(draw.life(8, false));
        let neighbour = draw.one_in(6).then(|| draw.life(3, false));
        // Drawn last, and some runs have none of it.
        if draw.one_in(5) {
            faults.push(draw.often(Fault::status(401)));
        }
        if draw.one_in(4) {
            faults.push(draw.redirect());
        }
        if draw.one_in(5) {
            jumps.extend(draw.keys());
        }
        let repeats = draw.repeats();
        Self { seed, weather, faults, settings, repeats, jumps, lives, neighbour }
    }
}

/// Draws what a seed decides.
struct Draw {
    random: fastrand::Rng,
    place: usize,
}

impl Draw {
    fn one_in(&mut self, cases: u32) -> bool {
        self.random.u32(0..cases) == 0
    }

    fn milliseconds(&mut self, longest: u64) -> Duration {
        // Short ones are more likely, and every length is possible.
        let bits = self.random.u32(0..=63 - longest.leading_zeros());
        Duration::from_millis(self.random.u64(0..=longest.min(1 << bits)))
    }

    fn weather(&mut self) -> Weather {
        Weather {
            refusals: if self.one_in(3) { self.random.f64() * 0.4 } else { 0.0 },
            stalls: if self.one_in(5) { self.random.f64() * 0.1 } else { 0.0 },
            latency: if self.one_in(3) { 0 } else { self.random.u64(1..500) },
            late: if self.one_in(5) { self.random.f64() * 0.1 } else { 0.0 },
            undated: self.one_in(4),
            clock: 0,
        }
    }

    fn settings(&mut self, mut settings: Settings) -> Settings {
        let accredible = &mut settings.accredible;
        accredible.retry_after = self.random.bool();
        accredible.cursor_on_last_page = self.random.bool();
        if self.random.bool() {
            accredible.quota = Some(TrailingQuota { limit: 2_000, seconds: 300 });
        }
        if self.one_in(8) {
            accredible.credits = 1;
        }
        settings.namecoach.headers_on_429 = self.random.bool();
        settings.namecoach.retry_after = self.random.bool();
        if self.one_in(4) {
            // Fewer than the contract says, which the headers tell.
            settings.namecoach.rate_limit = Some(self.random.usize(3..40));
        }
        settings
    }

    /// What goes wrong at the vendors.
    fn fault(&mut self) -> Fault {
        let told = ["", "<html>down</html>", r#"{"errors": "no words for reader@private.example.org"}"#];
        let fault = match self.random.u8(0..14) {
            0 => Fault::delay(self.milliseconds(700_000)),
            1 => Fault::status(429),
            2 => Fault { retry_after: Some(self.random.u64(0..90).to_string()), ..Fault::status(429) },
            3 => {
                Fault { retry_after: Some(self.date()), ..Fault::status([429, 503][self.random.usize(0..2)]) }
            }
            4 | 5 => {
                let body = Some(told[self.random.usize(0..3)].to_owned());
                let status = [500, 502, 503, 504][self.random.usize(0..4)];
                Fault { body, acted: self.random.bool(), ..Fault::status(status) }
            }
            6 => {
                let body = Some(told[self.random.usize(0..3)].to_owned());
                Fault { body, ..Fault::status([400, 403, 422][self.random.usize(0..3)]) }
            }
            7 => Fault { retry_after: Some(self.random.u64(0..60).to_string()), ..Fault::status(503) },
            8 => Fault::new(FaultKind::DropBefore),
            9 => Fault::new(FaultKind::DropAfter),
            10 => Fault::new(FaultKind::Truncate),
            11 => Fault::new(FaultKind::Malformed),
            12 => Fault::new(FaultKind::Endless),
            _ => Fault::new(FaultKind::IgnorePaging),
        };
        self.often(fault)
    }

    fn often(&mut self, fault: Fault) -> Fault {
        if self.random.bool() {
            fault.times(self.random.u32(1..6))
        } else {
            fault.probability(self.random.f64() * 0.5)
        }
    }

    /// A time within a few minutes of the sandbox's start.
    fn date(&mut self) -> String {
        let start: Timestamp = "2026-09-01T08:00:00Z".parse().unwrap();
        let at = start + self.milliseconds(300_000);
        strtime::format("%a, %d %b %Y %H:%M:%S GMT", &at.to_zoned(TimeZone::UTC)).unwrap()
    }

    fn jump(&mut self) -> (Duration, Jump) {
        let far = self.milliseconds(7_200_000);
        let wrong = i64::try_from(far.as_millis()).unwrap();
        let jump = match self.random.u8(0..3) {
            0 => Jump::Clients(-wrong),
            1 => Jump::Clients(wrong),
            _ => Jump::Vendors(far),
        };
        (self.milliseconds(60_000), jump)
    }

    /// An answer that points elsewhere. The wire adds where.
    fn redirect(&mut self) -> Fault {
        let status = [301, 302, 303, 307, 308][self.random.usize(0..5)];
        let fault = Fault { acted: self.random.bool(), ..Fault::status(status) };
        self.often(fault)
    }

    /// Wrong keys for a while.
    fn keys(&mut self) -> [(Duration, Jump); 2] {
        let from = self.milliseconds(60_000);
        let until = from + self.milliseconds(60_000) + Duration::from_millis(1);
        [(from, Jump::Keys { wrong: true }), (until, Jump::Keys { wrong: false })]
    }

    /// Mostly the default.
    fn repeats(&mut self) -> Repeats {
        let seed = self.random.u64(..);
        if !self.one_in(5) {
            return Repeats {
                attempts: 4,
                base: Duration::from_millis(250),
                top: Duration::from_secs(30),
                seed,
            };
        }
        let (base, top) = (self.milliseconds(4_000), self.milliseconds(60_000));
        Repeats { attempts: self.random.u32(1..7), base, top, seed }
    }

    fn life(&mut self, tasks: usize, killed: bool) -> Life {
        Life {
            tasks: (0..self.random.usize(1..=tasks))
                .map(|_| (0..self.random.usize(1..5)).map(|_| self.step()).collect())
                .collect(),
            clients: self.random.usize(1..4),
            killed: killed.then(|| self.milliseconds(120_000)),
        }
    }

    fn step(&mut self) -> Step {
        let vendor = match self.random.u8(0..10) {
            0 | 1 => Vendor::Coursepath,
            2 | 3 => Vendor::NameCoach,
            4 => Vendor::Damstra,
            5 => Vendor::Falkor,
            _ => Vendor::Accredible,
        };
        let ahead = if self.random.bool() { 1 } else { self.random.usize(2..6) };
        let what = match self.random.u16(0..400) {
            0..100 => What::Create,
            100..115 => What::Batch,
            115..160 => What::Read,
            160..165 => What::Refused,
            165..210 => What::Update,
            210..270 => What::Delete,
            270..315 => What::List(ahead),
            315..340 => What::ListByNumber(ahead),
            340..385 => What::Journey(ahead),
            385..398 => What::Burst(230),
            _ => What::Burst(1_100),
        };
        // More than NameCoach allows at once.
        let vendor = if what == What::Burst(1_100) { Vendor::NameCoach } else { vendor };
        self.place += 1;
        Step {
            vendor,
            what,
            place: self.place,
            deadline: Duration::from_millis(500) + self.milliseconds(600_000),
            dropped: match self.random.u8(0..10) {
                0 => Some(Drop::After(self.milliseconds(120_000))),
                1 => Some(Drop::Polls(self.random.u32(0..12))),
                _ => None,
            },
            pause: self.milliseconds(20_000),
        }
    }
}
