//! Dates and instants.

use jiff::Zoned;
use jiff::tz::{TimeZone, offset};
use tassel_core::values::{
    Date, Form, Local, Milliseconds, MillisecondsOffset, Seconds, SecondsOffset, Timestamp,
};

#[test]
fn dates_are_written_back_unchanged() {
    for (label, text, want) in [
        ("own form", "2014-06-14", Some("2014-06-14")),
        ("timestamp", "2015-07-03T07:10:04.000Z", Some("2015-07-03")),
        ("offset", "2015-07-03T23:10:04-07:00", Some("2015-07-03")),
        ("compact", "20140614", Some("2014-06-14")),
        ("day first", "14/06/2014", None),
        ("words", "Tue, 13 Aug 2022 12:11:05 UTC +00:00", None),
        ("no such day", "2014-02-30", None),
        ("empty", "", None),
    ] {
        let json = serde_json::to_string(text).unwrap();
        let date: Date = serde_json::from_str(&json).unwrap();
        assert_eq!(serde_json::to_string(&date).unwrap(), json, "{label}");
        assert_eq!(date.civil().map(|date| date.to_string()).as_deref(), want, "{label}");
        assert_eq!(text.parse::<Date>().is_ok(), label == "own form", "{label}");
    }
}

#[test]
fn instants_are_written_back_unchanged() {
    for (label, text, want, local) in [
        ("own form", "2016-08-29T07:03:25.000Z", Some("2016-08-29T07:03:25Z"), Some("2016-08-29T07:03:25")),
        (
            "milliseconds",
            "2025-10-31T08:11:16.390Z",
            Some("2025-10-31T08:11:16.39Z"),
            Some("2025-10-31T08:11:16.39"),
        ),
        ("no fraction", "2016-08-29T07:03:25Z", Some("2016-08-29T07:03:25Z"), Some("2016-08-29T07:03:25")),
        (
            "micros",
            "2016-08-29T07:03:25.000001Z",
            Some("2016-08-29T07:03:25.000001Z"),
            Some("2016-08-29T07:03:25.000001"),
        ),
        (
            "offset",
            "2018-10-11T04:09:04.718-07:00",
            Some("2018-10-11T11:09:04.718Z"),
            Some("2018-10-11T04:09:04.718"),
        ),
        (
            "offset without colon",
            "2017-12-14T12:32:56+0000",
            Some("2017-12-14T12:32:56Z"),
            Some("2017-12-14T12:32:56"),
        ),
        (
            "milliseconds, offset without colon",
            "2018-05-19T01:00:06.000+0800",
            Some("2018-05-18T17:00:06Z"),
            Some("2018-05-19T01:00:06"),
        ),
        ("no zone", "2015-10-29 15:28:59", None, Some("2015-10-29T15:28:59")),
        ("date only", "2014-06-14", None, None),
        ("words", "Tue, 13 Aug 2022 12:11:05 UTC +00:00", None, None),
        ("not ASCII, of that length", "2016-08-29T07:03:25é.00Z", None, None),
    ] {
        let json = serde_json::to_string(text).unwrap();
        let instant: Timestamp = serde_json::from_str(&json).unwrap();
        assert_eq!(serde_json::to_string(&instant).unwrap(), json, "{label}");
        assert_eq!(instant.instant().map(|instant| instant.to_string()).as_deref(), want, "{label}");
        assert_eq!(instant.local().map(|local| local.to_string()).as_deref(), local, "{label}");
    }
}

#[test]
fn each_form_is_written_exactly() {
    fn check<F: Form>(zoned: &Zoned, want: &str, want_utc: &str) {
        let own = Timestamp::<F>::from(zoned.clone());
        assert_eq!((own.to_string().as_str(), F::EXAMPLE.len()), (want, want.len()));
        assert_eq!(Timestamp::<F>::from(zoned.timestamp()).to_string(), want_utc);
        let read: Timestamp<F> = serde_json::from_str(&serde_json::to_string(&own).unwrap()).unwrap();
        assert_eq!(read, own);
    }
    let zoned = jiff::civil::date(2016, 8, 29).at(7, 3, 25, 0).to_zoned(TimeZone::fixed(offset(8))).unwrap();
    check::<Milliseconds>(&zoned, "2016-08-28T23:03:25.000Z", "2016-08-28T23:03:25.000Z");
    check::<MillisecondsOffset>(&zoned, "2016-08-29T07:03:25.000+0800", "2016-08-28T23:03:25.000+0000");
    check::<Seconds>(&zoned, "2016-08-29T07:03:25+08:00", "2016-08-28T23:03:25+00:00");
    check::<SecondsOffset>(&zoned, "2016-08-29T07:03:25+0800", "2016-08-28T23:03:25+0000");
    check::<Local>(&zoned, "2016-08-29 07:03:25", "2016-08-28 23:03:25");
}
