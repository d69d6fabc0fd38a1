//! What one seed decides.

use std::time::Duration;

use tassel_sandbox::{Fault, FaultKind};

/// The vendors that are called: one with a quota of trailing windows, one whose tokens are used once and whose pages say
/// nothing of the total, and one with a quota that its headers correct.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vendor {
    Accredible,
    Coursepath,
    NameCoach,
}

/// What a task does, step by step.
#[derive(Debug, Clone)]
pub struct Step {
    pub vendor: Vendor,
    pub what: What,
    /// Which of the records it is about.
    pub place: usize,
    pub deadline: Duration,
    /// After how long it is dropped, if it is.
    pub dropped: Option<Duration>,
    pub pause: Duration,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Create,
    Read,
    Update,
    Delete,
    List,
    /// Page after page at once, where pages can be computed.
    Prefetch,
    /// Many reads at once.
    Burst,
}

#[derive(Debug)]
pub struct Plan {
    pub random: fastrand::Rng,
    pub seed: u64,
}

impl Plan {
    pub fn new(seed: u64) -> Self {
        Self { random: fastrand::Rng::with_seed(seed), seed }
    }

    fn milliseconds(&mut self, longest: u64) -> Duration {
        // Short ones are more likely, and every length is possible.
        let bits = self.random.u32(0..=63 - longest.leading_zeros());
        Duration::from_millis(self.random.u64(0..=longest.min(1 << bits)))
    }

    /// What goes wrong at the vendors.
    pub fn faults(&mut self) -> Vec<Fault> {
        (0..self.random.usize(0..6)).map(|_| self.fault()).collect()
    }

    fn fault(&mut self) -> Fault {
        let fault = match self.random.u8(0..11) {
            0 => Fault::delay(self.milliseconds(120_000)),
            1 => Fault::status(429),
            2 => Fault { retry_after: Some(self.random.u64(0..90).to_string()), ..Fault::status(429) },
            3 | 4 => {
                let status = [500, 502, 503, 504][self.random.usize(0..4)];
                let body = ["", "<html>down</html>", r#"{"errors": "down"}"#][self.random.usize(0..3)];
                Fault { body: Some(body.to_owned()), acted: self.random.bool(), ..Fault::status(status) }
            }
            5 => Fault { retry_after: Some(self.random.u64(0..60).to_string()), ..Fault::status(503) },
            6 => Fault::new(FaultKind::DropBefore),
            7 => Fault::new(FaultKind::DropAfter),
            8 => Fault::new(FaultKind::Truncate),
            9 => Fault::new([FaultKind::Malformed, FaultKind::Endless][self.random.usize(0..2)]),
            _ => Fault::new(FaultKind::IgnorePaging),
        };
        if self.random.bool() {
            fault.times(self.random.u32(1..6))
        } else {
            fault.probability(self.random.f64() * 0.6)
        }
    }

    /// How likely a connection is refused.
    pub fn refusals(&mut self) -> f64 {
        if self.random.u8(0..3) == 0 { self.random.f64() * 0.4 } else { 0.0 }
    }

    /// When the clients' clock is set back, and by how much.
    pub fn clock_set_back(&mut self) -> Option<(Duration, Duration)> {
        (self.random.u8(0..4) == 0).then(|| (self.milliseconds(120_000), self.milliseconds(7_200_000)))
    }

    pub fn tasks(&mut self) -> Vec<Vec<Step>> {
        let mut place = 0;
        (0..self.random.usize(1..9))
            .map(|_| {
                (0..self.random.usize(1..5))
                    .map(|_| {
                        place += 1;
                        self.step(place)
                    })
                    .collect()
            })
            .collect()
    }

    fn step(&mut self, place: usize) -> Step {
        let vendor = match self.random.u8(0..6) {
            0 => Vendor::Coursepath,
            1 => Vendor::NameCoach,
            _ => Vendor::Accredible,
        };
        let what = match self.random.u8(0..20) {
            0..=6 => What::Create,
            7..=10 => What::Read,
            11..=12 => What::Update,
            13..=15 => What::Delete,
            16..=17 => What::List,
            18 => What::Prefetch,
            _ => What::Burst,
        };
        Step {
            vendor,
            what,
            place,
            deadline: Duration::from_millis(500) + self.milliseconds(600_000),
            dropped: (self.random.u8(0..5) == 0).then(|| self.milliseconds(120_000)),
            pause: self.milliseconds(20_000),
        }
    }
}
