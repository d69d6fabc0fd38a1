//! Where keys and hosts come from.

use std::path::PathBuf;

use httpmock::prelude::*;

use crate::support::{command, run, run_command};

/// A folder with a configuration file in it.
fn folder(name: &str, text: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("tassel-{}-{name}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("tassel.toml"), text).unwrap();
    folder
}

#[test]
fn configuration_messages() {
    let nothing = run(&["roll"]);
    assert_eq!(
        (nothing.code, nothing.stderr.as_str()),
        (
            3,
            "tassel: no vendor is configured. `tassel --help` lists the settings; or add --sandbox to try it \
             without an account.\n"
        )
    );
    let missing = run(&["api", "accredible", "issuer.get"]);
    assert_eq!(missing.code, 3);
    assert_eq!(
        missing.stderr,
        "tassel: accredible is not configured: there is no key. Set TASSEL_ACCREDIBLE_API_KEY, or write api_key under \
         [accredible] in tassel.toml; or add --sandbox to try it without an account.\n",
    );
    for (label, text, words) in [
        ("not TOML", "[accredible\napi_key = \"s3cret\"", "tassel.toml: line 1, column 12: "),
        (
            "a key outside a table",
            "api_key = \"s3cret\"",
            "tassel.toml: line 1, column 1: `api_key` is outside a table",
        ),
        (
            "a key in the place of a name",
            "[accredible]\ns3cret = \"\"",
            "tassel.toml: line 2, column 1: [accredible] has no such setting",
        ),
        (
            "not a text",
            "[accredible]\napi_key = 5",
            "tassel.toml: line 2, column 1: `api_key` under [accredible] is of type integer",
        ),
        (
            "no such vendor",
            "[initech]\napi_key = \"s3cret\"",
            "[initech] is not a vendor; the vendors are accredible",
        ),
        (
            "no such setting",
            "[accredible]\napikey = \"s3cret\"",
            "[accredible] has no setting `apikey`; it has api_key, url",
        ),
        (
            "not https",
            "[accredible]\napi_key = \"s3cret\"\nurl = \"http://api.example.org\"",
            "the base URL begins with http://",
        ),
        (
            "a host and no key",
            "[coursepath]\nurl = \"https://academy.example.org\"",
            "coursepath is not configured: there is no key",
        ),
        ("for webhooks alone", "[falkor]\nwebhook_secret = \"s3cret\"", "no vendor is configured"),
        ("a key and no host", "[falkor]\ntoken = \"s3cret\"", "falkor is not configured: there is no host"),
        ("an empty key", "[accredible]\napi_key = \"\"", "the API key is empty"),
        (
            "a key with a line end",
            "[accredible]\napi_key = \"s3cret\\n\"",
            "the API key begins or ends with white space",
        ),
    ] {
        let folder = folder(&label.replace(' ', "-"), text);
        let mut command = command(&["roll"]);
        command.current_dir(&folder);
        let run = run_command(command);
        std::fs::remove_dir_all(folder).unwrap();
        assert_eq!(run.code, 3, "{label}: {run:?}");
        assert!(run.stderr.contains(words) && !run.stderr.contains("s3cret"), "{label}: {}", run.stderr);
        assert_eq!(run.stderr.lines().count(), 1, "{label}: {}", run.stderr);
    }
    assert_eq!(run(&["roll", "--config", "/nowhere/tassel.toml"]).code, 3);
}

#[test]
fn the_environment_has_priority_over_the_file() {
    let nobody = "http://127.0.0.1:9";
    let folder = folder("order", &format!("[accredible]\napi_key = \"k\"\nurl = \"{nobody}\""));
    let reaches = |name: &str, url: Option<&str>, home: bool| {
        let mut command = command(&["roll"]);
        if home {
            let place = folder.join("home/.config/tassel");
            std::fs::create_dir_all(&place).unwrap();
            std::fs::copy(folder.join("tassel.toml"), place.join("tassel.toml")).unwrap();
            command.env("HOME", folder.join("home")).current_dir(folder.join("home"));
        } else {
            command.current_dir(&folder);
        }
        if let Some(url) = url {
            command.env("TASSEL_ACCREDIBLE_URL", url);
        }
        let run = run_command(command);
        assert_eq!(run.code, 8, "{name}: {run:?}");
    };
    reaches("the file", None, false);
    reaches("the file in the user's folder", None, true);
    reaches("an empty variable", Some(""), false);
    let mut first = command(&["roll"]);
    first.current_dir(&folder).env("TASSEL_ACCREDIBLE_URL", "http://example.org");
    let first = run_command(first);
    assert_eq!(first.code, 3, "the environment's URL is the one that counts: {first:?}");
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_names_a_url_gets_no_key_from_elsewhere() {
    // What the file names, what the environment names; whose URL is asked, and with whose key.
    type Row<'a> = (&'a str, &'a [&'a str], &'a [&'a str], Option<&'a str>);
    let rows: &[Row<'_>] = &[
        ("a file for itself", &["url", "api_key"], &[], Some("file file")),
        ("the environment for itself", &[], &["url", "api_key"], Some("environment environment")),
        ("a file's URL and another's key", &["url"], &["api_key"], None),
        ("a file's URL and both keys", &["url", "api_key"], &["api_key"], Some("file file")),
        ("the environment's URL and a file's key", &["api_key"], &["url"], Some("environment file")),
        ("everything twice", &["url", "api_key"], &["url", "api_key"], Some("environment environment")),
    ];
    for &(label, file, environment, want) in rows {
        for place in ["the current folder", "the user's folder", "a flag"] {
            let server = MockServer::start_async().await;
            let mut mocks = Vec::new();
            for of_url in ["file", "environment"] {
                for of_key in ["file", "environment"] {
                    let mock = server.mock_async(|when, then| {
                        when.path(format!("/{of_url}/v1/issuer/details"))
                            .header("authorization", format!("Token token=k3y-{of_key}"));
                        then.status(200)
                            .header("content-type", "application/json")
                            .body(r#"{"issuer": {"id": 1}}"#);
                    });
                    mocks.push((format!("{of_url} {of_key}"), mock.await));
                }
            }
            let mut text = "[accredible]\n".to_owned();
            for &name in file {
                let value = if name == "url" { server.url("/file") } else { "k3y-file".to_owned() };
                text += &format!("{name} = \"{value}\"\n");
            }
            let folder = folder(&format!("{label}-{place}").replace([' ', '\''], "-"), &text);
            let mut command = command(&["api", "accredible", "issuer.get"]);
            match place {
                "the current folder" => command.current_dir(&folder),
                "the user's folder" => {
                    std::fs::create_dir_all(folder.join("tassel")).unwrap();
                    std::fs::rename(folder.join("tassel.toml"), folder.join("tassel/tassel.toml")).unwrap();
                    command.env("XDG_CONFIG_HOME", &folder)
                }
                _ => command.arg("--config").arg(folder.join("tassel.toml")),
            };
            for &name in environment {
                let value =
                    if name == "url" { server.url("/environment") } else { "k3y-environment".to_owned() };
                command.env(format!("TASSEL_ACCREDIBLE_{}", name.to_uppercase()), value);
            }
            let run = tokio::task::spawn_blocking(|| run_command(command)).await.unwrap();
            std::fs::remove_dir_all(folder).unwrap();
            let mut arrived = Vec::new();
            for (whose, mock) in &mocks {
                if mock.calls_async().await > 0 {
                    arrived.push(whose.as_str());
                }
            }
            assert_eq!(arrived, want.into_iter().collect::<Vec<_>>(), "{label}, {place}: {run:?}");
            assert_eq!(run.code, if want.is_some() { 0 } else { 3 }, "{label}, {place}: {run:?}");
            if want.is_none() {
                for words in [
                    "accredible is not called: ",
                    "tassel.toml names its URL, and the key is in the environment.",
                    "Set TASSEL_ACCREDIBLE_URL too, or write api_key under [accredible] in that file.",
                ] {
                    assert!(run.stderr.contains(words), "{label}, {place}: {run:?}");
                }
            }
        }
    }
}
