//! Nothing that is printed shows a key, or the address that a key goes with.

use httpmock::prelude::*;
use serde_json::json;

use crate::support::{command, run_command};

const KEY: &str = "k3y-of-nobody-else";
const ADDRESS: &str = "integration.bot@example.org";

/// What every vendor is configured with, at one URL.
fn configured(url: &str) -> Vec<(&'static str, String)> {
    vec![
        ("ACCREDIBLE_URL", url.to_owned()),
        ("ACCREDIBLE_API_KEY", KEY.to_owned()),
        ("COURSEPATH_URL", url.to_owned()),
        ("COURSEPATH_EMAIL", ADDRESS.to_owned()),
        ("COURSEPATH_JWT_SECRET", KEY.to_owned()),
        ("DAMSTRA_URL", url.to_owned()),
        ("DAMSTRA_ACCESS_KEY", KEY.to_owned()),
        ("FALKOR_URL", url.to_owned()),
        ("FALKOR_KEY", KEY.to_owned()),
        ("FALKOR_SECRET", KEY.to_owned()),
        ("FALKOR_WEBHOOK_SECRET", KEY.to_owned()),
        ("NAMECOACH_URL", url.to_owned()),
        ("NAMECOACH_TOKEN", KEY.to_owned()),
    ]
}

const COMMANDS: &[&str] = &[
    "api accredible issuer.get",
    "api accredible issuer.get --no-retry -o table",
    "api coursepath courses.list",
    "api damstra users.search",
    "api falkor groups.status",
    "api namecoach exports.list",
    "roll",
    "roll -o json",
    "roll -o csv",
    "operations",
    "operations -o json",
    "webhooks list",
    "webhooks trigger falkor rewards --to URL/hook?key=KEY",
    "webhooks trigger falkor rewards --to http://u:KEY@example.org/hook?key=KEY",
    "webhooks trigger falkor rewards --to http://u:KEY@exaSPACEmple.org/?key=KEY#KEY",
    "webhooks trigger falkor rewards --to https://127.0.0.1:9/?key=KEY --secret KEY",
    "webhooks listen --vendor falkor --forward ftp://example.org/?key=KEY",
];

/// Runs every command with this configuration, side by side, and looks at what each prints.
async fn look(label: &str, url: &str, settings: &[(&'static str, String)]) {
    let run = |line: &&'static str| {
        let word = |word: &str| word.replace("URL", url).replace("KEY", KEY).replace("SPACE", " ");
        let arguments: Vec<_> = line.split(' ').map(word).collect();
        let mut command = command(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
        command.envs(settings.iter().map(|(name, value)| (format!("TASSEL_{name}"), value)));
        (*line, tokio::task::spawn_blocking(|| run_command(command)))
    };
    for (line, run) in COMMANDS.iter().map(run).collect::<Vec<_>>() {
        let run = run.await.unwrap();
        for secret in [KEY, ADDRESS, "integration.bot"] {
            let shown = run.stdout.contains(secret) || run.stderr.contains(secret);
            assert!(!shown, "{label}: {line}: {run:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_output_and_no_error_shows_a_key() {
    look("nobody there", "http://127.0.0.1:9", &configured("http://127.0.0.1:9")).await;
    look("not https", "http://127.0.0.1:9", &configured("http://example.org")).await;
    let in_url = format!("https://u:{KEY}@example.org/?key={KEY}");
    look("a key in the URL", "http://127.0.0.1:9", &configured(&in_url)).await;
    let mut unfit = configured("http://127.0.0.1:9");
    unfit.iter_mut().filter(|(name, _)| !name.ends_with("URL")).for_each(|(_, value)| value.push('\n'));
    look("unfit for a header", "http://127.0.0.1:9", &unfit).await;

    for (label, status, content_type, body) in [
        (
            "denied",
            401,
            "application/json",
            json!({"errors": format!("no such key {KEY} of {ADDRESS}")}).to_string(),
        ),
        ("invalid", 422, "application/json", json!({"error": {"message": [KEY, ADDRESS]}}).to_string()),
        ("a text", 403, "text/plain", format!("Token token={KEY}, {ADDRESS}")),
        ("unreadable", 200, "application/json", format!("[{{\"email\": \"{ADDRESS}\", \"key\": \"{KEY}\"")),
        ("another shape", 200, "application/json", json!([ADDRESS, KEY]).to_string()),
        ("a redirect", 302, "text/html", format!("<a href='https://example.org/?key={KEY}'>")),
    ] {
        let server = MockServer::start_async().await;
        let location = format!("https://example.org/?key={KEY}");
        server
            .mock_async(|_, then| {
                then.status(status)
                    .header("content-type", content_type)
                    .header("location", location)
                    .body(body);
            })
            .await;
        look(label, &server.base_url(), &configured(&server.base_url())).await;
    }
}
