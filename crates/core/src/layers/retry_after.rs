//! Reads `Retry-After`.

use std::time::Duration;

use http::HeaderMap;
use http::header::{DATE, RETRY_AFTER};
use jiff::Timestamp;

use crate::transport::Clock;

/// The wait that an answer asks for: a number of seconds, or a date. A date is compared with the answer's own `Date`,
/// if there is one, so that a wrong local clock does not matter. A date in the past means no wait.
pub(crate) fn retry_after(headers: &HeaderMap, clock: &dyn Clock) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Duration::from_secs(text.parse().unwrap_or(u64::MAX)));
    }
    let until = date(text)?;
    let now = headers.get(DATE).and_then(|value| date(value.to_str().ok()?)).unwrap_or_else(|| clock.now());
    Some(Duration::try_from(until.duration_since(now)).unwrap_or(Duration::ZERO))
}

fn date(text: &str) -> Option<Timestamp> {
    jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(text.trim()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::FixedClock;

    #[test]
    fn reads_seconds_and_dates() {
        let clock = FixedClock::at("2026-09-01T08:00:00Z");
        for (label, value, date, want) in [
            ("seconds", "30", None, Some(30)),
            ("none", "0", None, Some(0)),
            ("spaces", " 7 ", None, Some(7)),
            ("date", "Tue, 01 Sep 2026 08:01:00 GMT", None, Some(60)),
            (
                "date, against the answer's",
                "Tue, 01 Sep 2026 08:01:00 GMT",
                Some("Tue, 01 Sep 2026 08:00:50 GMT"),
                Some(10),
            ),
            ("past date", "Tue, 01 Sep 2026 07:00:00 GMT", None, Some(0)),
            ("too many seconds", "99999999999999999999999", None, Some(u64::MAX)),
            ("negative", "-5", None, None),
            ("fraction", "1.5", None, None),
            ("words", "soon", None, None),
            ("empty", "", None, None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(RETRY_AFTER, value.parse().unwrap());
            if let Some(date) = date {
                headers.insert(DATE, date.parse().unwrap());
            }
            assert_eq!(retry_after(&headers, &clock).map(|wait| wait.as_secs()), want, "{label}");
        }
        assert_eq!(retry_after(&HeaderMap::new(), &clock), None, "absent");
    }
}
