//! `tassel webhooks`: `listen` and `trigger` as processes, against each other and against requests made by hand.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::process::{Child, ChildStdout, Stdio};

use httpmock::prelude::*;
use serde_json::{Value, json};
use tassel_falkor::webhooks::Receiver;
use tassel_sandbox::{Sandbox, Server, Webhook};

use crate::support::{Run, command, run, run_command};

const SECRET: &str = "s3cret-of-the-test";

/// `tassel webhooks listen`, until it is dropped.
struct Listening {
    child: Child,
    lines: Option<BufReader<ChildStdout>>,
    url: String,
}

impl Listening {
    fn to(vendor: &str, arguments: &[&str]) -> Self {
        let start = ["webhooks", "listen", "--vendor", vendor, "--listen", "127.0.0.1:0"];
        let mut child = command(&[start.as_slice(), arguments].concat())
            .env("TASSEL_FALKOR_WEBHOOK_SECRET", SECRET)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        said.read_line(&mut line).unwrap();
        let url = line.split_whitespace().find(|word| word.starts_with("http://"));
        let url = url.unwrap_or_else(|| panic!("it does not say where: {line}"));
        let url = url.trim_end_matches('.').to_owned();
        // What it refuses is said there; nobody may be waited for to read it.
        std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
        let lines = child.stdout.take().map(BufReader::new);
        Self { child, lines, url }
    }

    /// The next event, as a line.
    fn line(&mut self) -> String {
        let mut line = String::new();
        self.lines.as_mut().unwrap().read_line(&mut line).unwrap();
        line
    }

    /// Sends a request by hand, and tells the status and the body of the answer.
    fn post(&self, headers: &[(&str, &str)], body: &[u8], announced: usize) -> (u16, String) {
        let address = self.url.trim_start_matches("http://").trim_end_matches('/');
        let mut stream = TcpStream::connect(address).unwrap();
        let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        write!(stream, "POST / HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\ncontent-length: {announced}\r\n{headers}\r\n").unwrap();
        stream.write_all(body).unwrap();
        stream.shutdown(Shutdown::Write).unwrap();
        let mut answer = String::new();
        // Where nothing came whole, the connection may be closed without a word.
        let _ = stream.read_to_string(&mut answer);
        let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        (status, answer.split_once("\r\n\r\n").map(|(_, body)| body.to_owned()).unwrap_or_default())
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn trigger(url: &str, arguments: &[&str]) -> Run {
    let mut command = command(&[&["webhooks", "trigger", "--to", url], arguments].concat());
    command.env("TASSEL_FALKOR_WEBHOOK_SECRET", SECRET);
    run_command(command)
}

#[test]
fn a_verified_event_arrives_and_a_forged_one_does_not() {
    let mut listening = Listening::to("falkor", &["-o", "ndjson"]);
    let url = listening.url.clone();
    let run = trigger(
        &url,
        &[
            "falkor",
            "enrolments",
            "--set",
            "data.pathway.name=Rigging",
            "--set",
            "data.enrolments.0.status.progress=40",
        ],
    );
    assert_eq!(
        (run.code, run.stdout),
        (0, format!("falkor enrolments: {url} answered 200\n")),
        "{}",
        run.stderr
    );
    let event: Value = serde_json::from_str(&listening.line()).unwrap();
    assert_eq!(
        (&event["event"], &event["trust"], &event["known"]),
        (&json!("enrolments"), &json!("verified"), &json!(true))
    );
    assert_eq!((&event["vendor"], &event["read_back"]), (&json!("falkor"), &Value::Null));
    assert_eq!(event["body"]["data"]["pathway"]["name"], "Rigging");
    assert_eq!(event["body"]["data"]["enrolments"][0]["status"]["progress"], 40);

    let forged = trigger(&url, &["falkor", "rewards", "--secret", "another"]);
    assert_eq!(forged.code, 4, "{forged:?}");
    assert!(
        forged
            .stderr
            .contains("answered 401: the signature: `falkor-webhook-signature` does not match this body")
            && forged.stderr.contains("Check that both sides have the same secret."),
        "{}",
        forged.stderr
    );

    let receiver = Receiver::new(SECRET).unwrap();
    let body = br#"{"type":"rewards","data":{"rewards":[]}}"#;
    let signature = |body: &[u8]| receiver.sign(body).1.to_str().unwrap().to_owned();
    let whole = signature(body);
    let (bare, upper) = (whole.trim_start_matches("sha256="), whole.to_uppercase());
    let cut = &body[..20];
    for (label, headers, body, announced, status, words) in [
        ("no signature", vec![], &body[..], body.len(), 401, "no header ends with `-webhook-signature`"),
        ("without the prefix", vec![("ByteKast-Webhook-Signature", bare)], &body[..], body.len(), 200, ""),
        ("in capitals", vec![("falkor-webhook-signature", &upper)], &body[..], body.len(), 200, ""),
        (
            "an older method",
            vec![("falkor-webhook-signature", "sha1=2fd4e1c67a2d28fced849ee1bb76e7391b93eb12")],
            &body[..],
            body.len(),
            401,
            "64 hex digits",
        ),
        (
            "cut off under the old signature",
            vec![("falkor-webhook-signature", &whole)],
            cut,
            cut.len(),
            401,
            "the body was changed",
        ),
        (
            "cut off and signed",
            vec![("falkor-webhook-signature", &signature(cut))],
            cut,
            cut.len(),
            400,
            "the JSON ends too early",
        ),
    ] {
        let (answered, text) = listening.post(&headers, body, announced);
        assert_eq!(answered, status, "{label}: {text}");
        assert!(text.contains(words), "{label}: {text}");
    }
    let (status, text) = listening.post(&[("falkor-webhook-signature", &whole)], cut, body.len());
    assert_eq!((status, text.as_str()), (400, "The body broke off. Send it again.\n"));
    // Only those that were answered with 200 were printed.
    let last = trigger(&url, &["falkor", "events"]);
    assert_eq!(last.code, 0, "{last:?}");
    let events: Vec<Value> = (0..3).map(|_| serde_json::from_str(&listening.line()).unwrap()).collect();
    assert_eq!(
        events.iter().map(|event| &event["event"]).collect::<Vec<_>>(),
        ["rewards", "rewards", "events"]
    );
}

#[test]
fn a_thousand_idle_connections_keep_nobody_out() {
    let mut listening = Listening::to("damstra", &["-o", "ndjson"]);
    let address = listening.url.trim_start_matches("http://").trim_end_matches('/').to_owned();
    for (label, said) in [("nothing", ""), ("half a head", "POST / HTTP/1.1\r\nhost: localhost\r\n")] {
        let mut idle = Vec::new();
        for _ in 0..1_000 {
            let Ok(mut stream) = TcpStream::connect(&address) else {
                // The machine allows a process fewer files.
                idle.truncate(idle.len() - 8);
                break;
            };
            // The listener may have closed it for a later one.
            let _ = stream.write_all(said.as_bytes());
            idle.push(stream);
        }
        let run = trigger(&listening.url, &["damstra", "user.account.created"]);
        assert_eq!(run.code, 0, "said {label}: {run:?}");
        assert!(listening.line().contains("user.account.created"), "said {label}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn listening_ends_when_the_output_is_closed() {
    let handler = MockServer::start_async().await;
    let handled = handler.mock_async(|when, then| drop((when.method(POST), then.status(202)))).await;
    let (alone, forward) = (Vec::new(), vec!["--forward".to_owned(), handler.url("/hook")]);
    // Where a handler has the event, printing it is not all.
    for (label, arguments, answered, ends) in
        [("printed alone", alone, "answered 503", true), ("passed on", forward, "answered 202", false)]
    {
        let looked = tokio::task::spawn_blocking(move || {
            let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
            let mut listening = Listening::to("damstra", &arguments);
            listening.lines = None;
            let run = trigger(&listening.url, &["damstra", "user.account.created"]);
            let ended = ends.then(|| listening.child.wait().unwrap().code());
            (run, ended, listening.child.try_wait().unwrap().is_some())
        });
        let (run, code, ended) = looked.await.unwrap();
        assert!(run.stdout.contains(answered) || run.stderr.contains(answered), "{label}: {run:?}");
        assert_eq!((code.flatten(), ended), (ends.then_some(0), ends), "{label}");
    }
    handled.assert_calls_async(1).await;
}

#[test]
fn hints_have_the_operation_that_reads_them_back() {
    let mut listening = Listening::to("coursepath", &[]);
    let url = listening.url.clone();
    let run = trigger(&url, &["coursepath", "COURSEMEMBER_COMPLETED", "--set", "memberId=a/b c"]);
    assert_eq!(run.code, 0, "{run:?}");
    let line = listening.line();
    assert!(
        line.starts_with("hint      COURSEMEMBER_COMPLETED  {") && line.contains(r#""memberId":"a/b c""#),
        "{line}"
    );
    assert!(line.ends_with("  read back with course_members.get\n"), "{line}");
    for (label, body, status) in [
        ("of another name", &b"event=GROUP_CREATED%1b%5B2J%C2%9B&groupId=7"[..], 200),
        ("cut off", b"courseId=1042&memberId=58713&eve", 400),
        ("JSON", br#"{"event":"COURSEMEMBER_COMPLETED"}"#, 400),
    ] {
        assert_eq!(listening.post(&[], body, body.len()).0, status, "{label}");
    }
    let line = listening.line();
    assert!(
        line.ends_with("  (unknown event)\n") && line.contains(r"GROUP_CREATED\u{1b}[2J\u{9b}"),
        "{line}"
    );
    assert!(!line.trim_end().contains(char::is_control), "{line:?}");

    let mut listening = Listening::to("damstra", &["-o", "ndjson"]);
    let run = trigger(
        &listening.url.clone(),
        &["damstra", "lesson.schedule.changed", "--set", "lessonScheduleId=77"],
    );
    assert_eq!(run.code, 0, "{run:?}");
    let event: Value = serde_json::from_str(&listening.line()).unwrap();
    assert_eq!(event["trust"], "hint");
    assert_eq!(
        event["read_back"],
        json!({"operation": "lesson_schedules.get", "path": {"lessonScheduleId": "77"}})
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn events_of_the_sandbox_arrive() {
    let sandbox = Sandbox::new();
    let server = Server::bind(sandbox.clone(), "127.0.0.1:0").await.unwrap();
    tokio::spawn(server.run());
    let printed = tokio::task::spawn_blocking(move || {
        let mut falkor = Listening::to("falkor", &["--sandbox"]);
        let mut coursepath = Listening::to("coursepath", &["--sandbox"]);
        sandbox.register_webhook(Webhook::new("falkor", &falkor.url)).unwrap();
        sandbox.register_webhook(Webhook::new("coursepath", &coursepath.url)).unwrap();
        sandbox.control("falkor", "reward", &json!({"email": "imani.okonjo@example.org"})).unwrap();
        let finished = json!({"course": 1042, "member": 58713, "success": true});
        sandbox.control("coursepath", "finish_course", &finished).unwrap();
        [falkor.line(), coursepath.line()]
    });
    let [reward, finished] = printed.await.unwrap();
    assert!(
        reward.starts_with("verified  rewards  {") && reward.contains("imani.okonjo@example.org"),
        "{reward}"
    );
    assert!(finished.starts_with("hint      COURSEMEMBER_COMPLETED  {"), "{finished}");
}

#[tokio::test]
async fn readable_events_are_forwarded_unchanged() {
    let server = MockServer::start_async().await;
    let body = br#"{ "type" : "rewards", "data" : {"rewards":[]} , "new":1}"#;
    let (name, value) = Receiver::new(SECRET).unwrap().sign(body);
    let value = value.to_str().unwrap();
    let hook = server
        .mock_async(|when, then| {
            when.method(POST)
                .path("/hook")
                .header("falkor-webhook-signature", value)
                .header("x-delivery", "7")
                .body(std::str::from_utf8(body).unwrap());
            then.status(202).header("x-handler", "mine").body("taken");
        })
        .await;
    let answers = |forward: String, signature: String| {
        let name = name.clone();
        tokio::task::spawn_blocking(move || {
            let listening = Listening::to("falkor", &["--forward", &forward]);
            listening.post(&[(name.as_str(), &signature), ("x-delivery", "7")], body, body.len())
        })
    };
    let passed = answers(server.url("/hook"), value.to_owned()).await.unwrap();
    assert_eq!(passed, (202, "taken".to_owned()));
    assert_eq!(answers(server.url("/hook"), "sha256=00".to_owned()).await.unwrap().0, 401);
    hook.assert_calls_async(1).await;
    let (status, text) = answers("http://127.0.0.1:9/".to_owned(), value.to_owned()).await.unwrap();
    assert_eq!(status, 502, "{text}");
    assert!(
        text.starts_with("the event was not forwarded to http://127.0.0.1:9/: it did not reach"),
        "{text}"
    );
}

#[tokio::test]
async fn the_exit_code_follows_the_answer() {
    for (status, code) in [(204, 0), (401, 4), (404, 5), (422, 6), (429, 7), (302, 9), (500, 9)] {
        let server = MockServer::start_async().await;
        let hook = server
            .mock_async(|when, then| {
                when.method(POST)
                    .header("content-type", "application/x-www-form-urlencoded")
                    .form_urlencoded_tuple("event", "PROGRAMMEMBER_DELETED")
                    .form_urlencoded_tuple("programId", "78");
                then.status(status).body("as it is\nand more");
            })
            .await;
        let url = server.url("/hook?key=k3y");
        let run = tokio::task::spawn_blocking(move || {
            trigger(&url, &["coursepath", "PROGRAMMEMBER_DELETED", "--set", "programId=78"])
        });
        let run = run.await.unwrap();
        assert_eq!(run.code, code, "{status}: {run:?}");
        let said = if code == 0 { &run.stdout } else { &run.stderr };
        assert!(said.contains(&format!("answered {status}")) && !said.contains("k3y"), "{said}");
        assert!(code == 0 || said.contains(": as it is."), "{said}");
        hook.assert_async().await;
    }
    let run = trigger("http://127.0.0.1:9/", &["damstra", "user.account.created"]);
    assert_eq!(run.code, 8, "{run:?}");
    assert!(
        run.stderr.contains("damstra user.account.created was sent to http://127.0.0.1:9/: it did not reach"),
        "{run:?}"
    );
}

#[tokio::test]
async fn a_quoted_answer_has_no_addresses_and_no_query() {
    for (label, answer, want) in [
        ("an address", "no imani@example.org here.", "answered 422: no ***@*** here."),
        ("an escaped address", "no imani&amp;#064;example.org here", "answered 422: no ***@*** here."),
        ("the URL", "Cannot POST /hook?user=ada&key=k3y-of-it", "answered 422: Cannot POST /hook?***."),
        ("the key of the URL", "k3y-of-it is no key", "answered 422: *** is no key."),
        ("control characters", "no\u{1b}[2J\u{202e}", r"answered 422: no [2J\u{202e}."),
        ("a page", "<html>k3y-of-it", "answered 422."),
    ] {
        let server = MockServer::start_async().await;
        server.mock_async(|_, then| drop(then.status(422).body(answer))).await;
        let url = server.url("/hook?user=ada&key=k3y-of-it");
        let run = tokio::task::spawn_blocking(move || trigger(&url, &["damstra", "user.account.created"]));
        let run = run.await.unwrap();
        assert!(run.code == 6 && run.stderr.ends_with(&format!("{want}\n")), "{label}: {run:?}");
    }
    for (label, to, shown) in [
        ("a query", "http://example.org/hook?key=k3y", "`http://example.org/hook` is not a URL"),
        ("a fragment", "ftp://example.org/hook#k3y", "`ftp://example.org/hook` is not a URL"),
        ("a user", "http://u:k3y@example.org", "`http://example.org` is not a URL"),
        ("no scheme", "u:k3y@example.org/hook?k3y", "`example.org/hook` is not a URL"),
        ("no URL at all", "http://u:k3y@exam ple/?k3y", "`http://exam ple/` is not a URL"),
    ] {
        let run = trigger(to, &["damstra", "user.account.created"]);
        assert!(
            run.code == 2 && run.stderr.contains(shown) && !run.stderr.contains("k3y"),
            "{label}: {run:?}"
        );
    }
}

#[test]
fn usage_messages() {
    let to = ["--to", "http://127.0.0.1:9/"];
    for (label, arguments, code, words) in [
        ("no such vendor", vec!["trigger", "initech", "x"], 2, "there is no vendor `initech`"),
        (
            "no events",
            vec!["trigger", "accredible", "x"],
            2,
            "accredible sends no events; those that do are coursepath, damstra, falkor.",
        ),
        (
            "no such event",
            vec!["trigger", "damstra", "user.created"],
            2,
            "damstra has no event `user.created`; it has lesson.schedule.completed, ",
        ),
        (
            "no such field",
            vec!["trigger", "coursepath", "COURSEMEMBER_CREATED", "--set", "programId=7"],
            2,
            "COURSEMEMBER_CREATED has no field `programId`; it has courseId, event, memberId.",
        ),
        (
            "not a leaf",
            vec!["trigger", "falkor", "rewards", "--set", "data=7"],
            2,
            "rewards has no field `data`; it has data.pathway.ID, ",
        ),
        (
            "not a number",
            vec!["trigger", "falkor", "events", "--set", "data.events.0.booked=many"],
            2,
            "`data.events.0.booked` needs a number; `many` is not.",
        ),
        (
            "no secret",
            vec!["trigger", "falkor", "rewards"],
            3,
            "falkor signs its events, and there is no secret for them. Set TASSEL_FALKOR_WEBHOOK_SECRET, or write webhook_secret under [falkor]",
        ),
        (
            "an empty secret",
            vec!["trigger", "falkor", "rewards", "--secret", ""],
            3,
            "the webhook secret is empty",
        ),
        (
            "a bare host",
            vec!["trigger", "damstra", "user.account.created", "--to", "example.org"],
            2,
            "`example.org` is not a URL that events can be sent to",
        ),
        (
            "not this machine",
            vec!["trigger", "damstra", "user.account.created", "--to", "http://example.org/"],
            2,
            "or http://127.0.0.1:3000/hook on this machine",
        ),
        ("no secret to listen with", vec!["listen", "--vendor", "falkor"], 3, "there is no secret for them"),
        ("nothing to listen for", vec!["listen", "--vendor", "namecoach"], 2, "namecoach sends no events"),
        (
            "no such format",
            vec!["listen", "--vendor", "damstra", "-o", "csv"],
            2,
            "use -o table, json or ndjson",
        ),
        (
            "no such address",
            vec!["listen", "--vendor", "damstra", "--listen", "nowhere"],
            3,
            "cannot listen for events at nowhere",
        ),
    ] {
        let given =
            if arguments[0] == "trigger" && !arguments.contains(&"--to") { to.as_slice() } else { &[] };
        let run = run(&[&["webhooks"], arguments.as_slice(), given].concat());
        assert_eq!(run.code, code, "{label}: {run:?}");
        assert!(run.stderr.contains(words), "{label}: {}", run.stderr);
    }
}

#[test]
fn every_event_is_listed_and_can_be_triggered() {
    let list = run(&["webhooks", "list", "-o", "json"]).json();
    let list = list.as_array().unwrap();
    let count = |vendor| list.iter().filter(|event| event["vendor"] == vendor).count();
    assert_eq!([count("coursepath"), count("damstra"), count("falkor"), list.len()], [6, 7, 3, 16]);
    for vendor in ["coursepath", "damstra", "falkor"] {
        let mut listening = Listening::to(vendor, &["-o", "ndjson"]);
        for event in list.iter().filter(|event| event["vendor"] == vendor) {
            let name = event["event"].as_str().unwrap();
            let run = trigger(&listening.url.clone(), &[vendor, name]);
            assert_eq!(run.code, 0, "{name}: {run:?}");
            let came: Value = serde_json::from_str(&listening.line()).unwrap();
            assert_eq!(
                (&came["event"], &came["trust"], &came["known"]),
                (&event["event"], &event["trust"], &json!(true))
            );
            assert_eq!(came["read_back"]["operation"], event["read_back"], "{name}");
        }
    }
    let one = run(&["webhooks", "list", "--vendor", "falkor"]);
    assert!(one.stdout.contains("enrolments") && !one.stdout.contains("COURSEMEMBER"), "{}", one.stdout);
}
