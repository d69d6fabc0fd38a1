//! Bodies: limits, encodings and timeouts.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use futures_util::FutureExt;
use serde_json::{Value, json};
use tassel_core::error::Outcome;
use tassel_core::kit::Draft;
use tassel_core::testing::Step;
use tassel_core::{Call, CallOptions, Error};

use crate::paging::{NUMBERED, Numbered, listing};
use crate::support::{ONCE, READ, client, ok, script, secs};

fn once(step: Step) -> Call<Value> {
    Draft::new(&ONCE).call::<Value>(&client(script([step])))
}

pub fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

fn gzipped(status: u16, body: Vec<u8>) -> Step {
    Step::answer(status, body).header("content-encoding", "gzip")
}

#[tokio::test]
async fn an_error_body_is_cut_at_256_kib() {
    let text = |size: usize| format!(r#"{{"error":"{}"}}"#, "no ".repeat(size / 3));
    for (label, step, is_cut) in [
        ("short", Step::answer(400, text(1_000)), false),
        ("long", Step::answer(400, text(300_000)), true),
        ("long, inflated", gzipped(400, gzip(text(300_000).as_bytes())), true),
        ("the most that gzip can inflate", gzipped(400, gzip(&vec![b' '; 60 << 20])), true),
        ("long, of a redirect", Step::answer(302, text(300_000)), true),
    ] {
        let error = once(step).await.unwrap_err();
        let rejection = error.rejection().unwrap();
        assert_eq!(rejection.is_cut(), is_cut, "{label}");
        assert_eq!(rejection.to_string().contains("its body is cut at 256 KiB"), is_cut, "{label}");
        assert_eq!(rejection.body().len() == 256 << 10, is_cut, "{label}: {}", rejection.body().len());
    }
}

#[tokio::test]
async fn content_encodings() {
    let whole = gzip(br#"{"a":1}"#);
    let two = [gzip(br#"{"a":"#), gzip(b"1}")].concat();
    let damaged = {
        let mut damaged = whole.clone();
        damaged[12] ^= 0xff;
        damaged
    };
    for (label, step, want) in [
        ("one member", gzipped(200, whole.clone()), Ok(1)),
        ("two members", gzipped(200, two), Ok(1)),
        ("in capitals", Step::answer(200, whole.clone()).header("content-encoding", "GZIP"), Ok(1)),
        ("none", Step::answer(200, r#"{"a":1}"#).header("content-encoding", "identity"), Ok(1)),
        ("cut in the middle", gzipped(200, whole[..whole.len() / 2].to_vec()), Err("was cut short")),
        ("cut before its checksum", gzipped(200, whole[..whole.len() - 8].to_vec()), Err("was cut short")),
        ("damaged", gzipped(200, damaged), Err("corrupt gzip stream")),
        (
            "not requested",
            Step::answer(200, "x").header("content-encoding", "br"),
            Err("cannot be decoded: its content encoding was not requested"),
        ),
        ("shorter than announced", ok().header("content-length", "3"), Err("2 of 3 bytes arrived")),
        ("longer than announced", Step::answer(200, r#"{"a":1}"#).header("content-length", "3"), Ok(1)),
    ] {
        match (once(step).await, want) {
            (Ok(value), Ok(want)) => assert_eq!(value["a"], want, "{label}"),
            (Err(error), Err(want)) => {
                assert!(error.to_string().contains(want), "{label}: {error}");
                assert_eq!((error.kind(), error.outcome()), ("transport", Outcome::Applied), "{label}");
            }
            (result, _) => panic!("{label}: {result:?}"),
        }
    }
}

#[tokio::test]
async fn nothing_inflates_a_hundredfold() {
    for (label, size, want) in [
        ("the first MiB is free", 1 << 20, None),
        ("more is not", 16 << 20, Some("inflates to more than 100 times its size")),
    ] {
        let body = gzipped(200, gzip(format!("\"{}\"", " ".repeat(size - 2)).as_bytes()));
        let error = once(body).await.err().map(|error| error.to_string());
        let says = |want: &str| error.as_ref().is_some_and(|error| error.contains(want));
        assert!(want.map_or(error.is_none(), says), "{label}: {error:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_stalled_body_ends_with_the_timeout() {
    for (label, status, outcome) in [
        ("success", 200, Outcome::Applied),
        ("rejection", 400, Outcome::NotApplied),
        ("failure", 500, Outcome::Unknown),
    ] {
        let start = tokio::time::Instant::now();
        let error = once(Step::stalled(status)).with(CallOptions::new().timeout(secs(20))).await.unwrap_err();
        assert_eq!(start.elapsed().as_secs(), 20, "{label}");
        assert!(error.to_string().contains("was cut short: no data arrived for 20 s"), "{label}: {error}");
        assert_eq!(error.outcome(), outcome, "{label}");
    }
    // A call that only reads is repeated.
    let script = script([Step::stalled(200), Step::cut_short(200), ok()]);
    Draft::new(&READ).at("id", 7).call::<Value>(&client(script.clone())).await.unwrap();
    assert_eq!(script.requests().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_stream_has_the_limits_of_a_body() {
    let text = format!("\"{}\"", "x".repeat(998));
    for (label, step, want) in [
        ("whole", Step::answer(200, text.clone()), Ok(1_000)),
        ("inflated", gzipped(200, gzip(text.as_bytes())), Ok(1_000)),
        ("too large", Step::answer(200, format!("{text} ")), Err("more than 1000 bytes")),
        ("cut short", Step::cut_short(200), Err("was cut short")),
        ("stalled", Step::stalled(200), Err("no data arrived for 60 s")),
        ("rejected", Step::answer(404, r#"{"error":"none"}"#), Err("answered 404: none")),
    ] {
        let call = once(step).with(CallOptions::new().max_body(1_000));
        let read = async {
            let mut download = call.send_streamed().await?;
            let mut file = Vec::new();
            while let Some(chunk) = download.chunk().await? {
                file.extend_from_slice(&chunk);
            }
            Ok::<_, Error>(file.len())
        };
        match (read.await, want) {
            (Ok(size), Ok(want)) => assert_eq!(size, want, "{label}"),
            (Err(error), Err(want)) => assert!(error.to_string().contains(want), "{label}: {error}"),
            (result, _) => panic!("{label}: {result:?}"),
        }
    }
    let mut download = once(Step::answer(200, text)).send_streamed().await.unwrap();
    let mut file = Vec::new();
    assert_eq!((download.write_to(&mut file).await.unwrap(), file.len()), (1_000, 1_000));
}

#[tokio::test(start_paused = true)]
async fn the_deadline_covers_a_stream() {
    let options = CallOptions::new().deadline(secs(5));
    let mut download = once(Step::stalled(200)).with(options).send_streamed().await.unwrap();
    download.chunk().await.unwrap();
    let error = download.chunk().await.unwrap_err();
    assert_eq!((error.kind(), error.outcome()), ("deadline", Outcome::Applied));
}

#[test]
fn a_call_needs_a_runtime() {
    let call = once(ok());
    let error = call.clone().send().now_or_never().unwrap().unwrap_err();
    assert!(matches!(&error, Error::Config(text) if text.contains("tokio runtime")), "{error}");
    let request = call.request().unwrap();
    assert_eq!(request.headers()["accept-encoding"], "gzip", "a request can be built without a runtime");
}

#[tokio::test]
async fn a_large_body_is_decoded_within_the_deadline() {
    let rows: Vec<_> = (0..100_000).map(|id| json!({"id": id})).collect();
    let body = json!(rows).to_string();
    assert!(body.len() > 1 << 20);
    let value = once(Step::answer(200, body.clone())).await.unwrap();
    assert_eq!(value.as_array().map(Vec::len), Some(100_000));
    /// A reply that is slow to decode.
    #[derive(Debug)]
    struct Slow;
    impl tassel_core::kit::Reply for Slow {
        type Value = ();
        fn read(
            _: &'static tassel_core::operation::Operation,
            _: &tassel_core::error::RawResponse,
        ) -> Result<(), tassel_core::error::DecodeError> {
            std::thread::sleep(secs(2));
            Ok(())
        }
    }
    let client = client(script([Step::answer(200, body)]));
    let call = Draft::new(&ONCE).call::<Slow>(&client);
    let start = std::time::Instant::now();
    let error = call.with(CallOptions::new().deadline(std::time::Duration::from_millis(100))).await;
    let error = error.unwrap_err();
    assert_eq!((error.kind(), error.outcome()), ("deadline", Outcome::Applied));
    assert!(start.elapsed() < secs(2), "the call does not wait for it");
}

#[tokio::test]
async fn a_page_of_far_more_items_than_requested_is_an_error() {
    let page = |items: usize| {
        let things = (1..=items).map(|id| format!("{id:300}")).collect::<Vec<_>>().join(",");
        Step::answer(200, format!(r#"{{"things":[{things}],"next":null}}"#))
    };
    for (items, want) in
        [(1_000, None), (1_001, Some("it is a page of 1001 items, and at most 1000 are read"))]
    {
        let result = listing::<Numbered>(script([page(items)]), &NUMBERED).send().await;
        let error = result.err().map(|error| error.to_string());
        let says = |want: &str| error.as_ref().is_some_and(|error| error.contains(want));
        assert!(want.map_or(error.is_none(), says), "{items}: {error:?}");
    }
}
